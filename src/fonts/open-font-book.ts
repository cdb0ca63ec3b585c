import { create, type Font } from "fontkit";
import type { Face, FaceName, FontBook, ShapedText } from "./font-book.ts";
import { faceNames } from "./font-book.ts";
import { type FacePairs, noPairs, type PairTable } from "./pair-table.ts";

/**
 * Opens the faces of a publication. A file is parsed when its face is first asked for something, so opening
 * costs nothing.
 *
 * Texts are shaped word by word, a space belonging to the word before it, and each word once: `widthPt` is
 * the sum of the advances that `shape` gives.
 *
 * @param files The TrueType file of each face.
 * @param pairs What was measured beforehand; a face that isn't in it is measured as its pairs come.
 * @throws Where a file that is used is not a font.
 */
export function openFontBook(
  files: Readonly<Record<FaceName, Uint8Array>>,
  pairs: PairTable = noPairs,
): FontBook {
  const [text, italic, semibold, bold, display] = faceNames.map((name) =>
    openFace(name, files[name], pairs),
  );
  if (!text || !italic || !semibold || !bold || !display) throw new Error("a face is missing");
  return {
    text,
    "text-italic": italic,
    "text-semibold": semibold,
    "text-bold": bold,
    display,
  };
}

type Glyph = ShapedText["glyphs"][number];

interface ShapedWord extends ShapedText {
  /** In thousandths of the size. */
  readonly width: number;
}

function openFace(name: FaceName, bytes: Uint8Array, table: PairTable): Face {
  let opened: Font | undefined;
  const font = (): Font => {
    opened ??= create(bytes);
    return opened;
  };
  let isMeasured: FacePairs | undefined | null = null;
  const measured = (): FacePairs | undefined => {
    const { postscriptName, head } = font();
    if (isMeasured === null) isMeasured = table(`${postscriptName} ${head.checkSumAdjustment}`);
    return isMeasured;
  };
  const words = new Map<string, ShapedWord>();
  const pairs = new Map<string, number | undefined>();
  const covered = new Map<number, boolean>();
  const prefixes = new Map<string, readonly number[]>();
  const shapeWord = (word: string): ShapedWord => {
    const known = words.get(word);
    if (known) return known;
    const shaped = (word.length > 1 ? joinPairs(word) : plainSign(word)) ?? shape(font(), word);
    words.set(word, shaped);
    return shaped;
  };
  /** A sign that is known to stand as the face has it. */
  const plainSign = (sign: string): ShapedWord | undefined => {
    const codePoint = sign.codePointAt(0);
    if (codePoint === undefined || !measured()?.signs.has(sign)) return undefined;
    const { id, advanceWidth } = font().glyphForCodePoint(codePoint);
    const advance = perThousand(font(), advanceWidth);
    const glyph = { id, codePoints: [codePoint], advance, naturalAdvance: advance };
    return { glyphs: [glyph], width: advance };
  };
  /** Shaping a word anew is dear, its pairs of letters come again and again; not for words with ligatures. */
  const joinPairs = (word: string): ShapedWord | undefined => {
    const signs = [...word];
    const glyphs: Glyph[] = [];
    for (const [index, sign] of signs.entries()) {
      const [glyph, another] = shapeWord(sign).glyphs;
      const next = signs[index + 1];
      const advance = next === undefined ? glyph?.advance : pairAdvance(sign, next);
      if (glyph === undefined || another !== undefined || advance === undefined) return undefined;
      // Most stand beside each other as they stand alone.
      glyphs.push(advance === glyph.advance ? glyph : { ...glyph, advance });
    }
    return { glyphs, width: widthOf(glyphs) };
  };
  /** The advance of a letter before another; undefined where the two change each other's form. */
  const pairAdvance = (sign: string, next: string): number | undefined => {
    const pair = sign + next;
    const known = measured();
    if (known?.signs.has(sign) && known.signs.has(next)) {
      const [glyph] = shapeWord(sign).glyphs;
      if (known.joined.has(pair) || !glyph) return undefined;
      return glyph.naturalAdvance + perThousand(font(), known.added(sign, next));
    }
    if (pairs.has(pair)) return pairs.get(pair);
    const [first, second, more] = shape(font(), pair).glyphs;
    const isPlain =
      more === undefined &&
      first?.id === shapeWord(sign).glyphs[0]?.id &&
      second?.id === shapeWord(next).glyphs[0]?.id &&
      second?.advance === second?.naturalAdvance;
    const advance = isPlain ? first?.advance : undefined;
    pairs.set(pair, advance);
    return advance;
  };
  return {
    name,
    get family() {
      return font().getName("preferredFamily") ?? font().familyName;
    },
    get weight() {
      return font()["OS/2"].usWeightClass;
    },
    get isItalic() {
      return font().italicAngle !== 0;
    },
    bytes,
    widthPt: (text, sizePt) => {
      let width = 0;
      for (const word of splitWords(text)) width += shapeWord(word).width;
      return (width * sizePt) / 1000;
    },
    prefixWidths: (text) => {
      const known = prefixes.get(text);
      if (known) return known;
      const widths = prefixWidths(splitWords(text).flatMap((word) => shapeWord(word).glyphs));
      prefixes.set(text, widths);
      return widths;
    },
    shape: (text) => ({ glyphs: splitWords(text).flatMap((word) => shapeWord(word).glyphs) }),
    covers: (codePoint) => {
      const known = covered.get(codePoint);
      if (known !== undefined) return known;
      const answer = font().hasGlyphForCodePoint(codePoint);
      covered.set(codePoint, answer);
      return answer;
    },
    outline: (glyph) =>
      font()
        .getGlyph(glyph)
        .path.scale(1000 / font().unitsPerEm)
        .toSVG(),
    get ascent() {
      return perThousand(font(), font().ascent);
    },
    get descent() {
      return perThousand(font(), font().descent);
    },
    get capHeight() {
      return perThousand(font(), font().capHeight);
    },
    get xHeight() {
      return perThousand(font(), font().xHeight);
    },
  };
}

/** Cuts after each space, no-break ones included; joined again the words are the text. */
function splitWords(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=[ \u00A0\u202F])/);
}

function shape(font: Font, word: string): ShapedWord {
  const run = font.layout(word);
  // fontkit keeps one object per glyph with the characters that it was first asked for: a no-break space
  // would come back as a space. How many characters a glyph stands for can be trusted, so they are dealt out anew.
  const points = [...word].map((sign) => sign.codePointAt(0) ?? 0);
  const dealt = run.glyphs.reduce((sum, glyph) => sum + glyph.codePoints.length, 0);
  let next = 0;
  const glyphs = run.glyphs.map((glyph, index) => {
    const first = next;
    next += glyph.codePoints.length;
    return {
      id: glyph.id,
      codePoints: dealt === points.length ? points.slice(first, next) : glyph.codePoints,
      advance: perThousand(font, run.positions[index]?.xAdvance ?? glyph.advanceWidth),
      naturalAdvance: perThousand(font, glyph.advanceWidth),
    };
  });
  return { glyphs, width: widthOf(glyphs) };
}

function prefixWidths(glyphs: readonly Glyph[]): readonly number[] {
  const widths = [0];
  let width = 0;
  for (const { codePoints, advance } of glyphs) {
    for (const codePoint of codePoints) {
      width += advance / codePoints.length;
      widths.push(width);
      if (codePoint > 0xffff) widths.push(width);
    }
    if (codePoints.length === 0) width += advance;
  }
  return widths;
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
}

function perThousand(font: Font, units: number): number {
  return (units * 1000) / font.unitsPerEm;
}
