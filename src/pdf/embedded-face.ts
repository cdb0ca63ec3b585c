import type { Face } from "../fonts/font-book.ts";
import { formatNumber } from "./format-number.ts";
import type { PdfFile, PdfFont } from "./pdf-file.ts";

/** A face of which the used glyphs stand in the file. */
export interface EmbeddedFace {
  readonly font: PdfFont;
  /** The operand and operator that show a text, every space a real space glyph. */
  readonly showText: (text: string, setting: TextSetting) => string;
}

export interface TextSetting {
  readonly sizePt: number;
  /** Added to each U+0020. */
  readonly extraSpacePt: number;
  /** Added to each glyph. */
  readonly letterSpacingPt: number;
}

interface CodedGlyph {
  /** Four hexadecimal digits. */
  readonly code: string;
  /** Kerning behind the glyph, in thousandths of the size. */
  readonly kerning: number;
  readonly isSpace: boolean;
}

const softHyphen = "\u00ad";

/**
 * Embeds a face. A soft hyphen at the end of a text is drawn as a hyphen and copies as U+00AD; elsewhere it was not
 * used and is left out. Showing a character that the face lacks throws: coverage is checked before the layout.
 */
export function embedFace(file: PdfFile, face: Face): EmbeddedFace {
  const font = file.font(face.bytes);
  const runs = new Map<string, readonly CodedGlyph[]>();
  const codesFor = (segment: string): readonly CodedGlyph[] => {
    let run = runs.get(segment);
    if (run === undefined) {
      run = codeSegment(font, face, segment);
      runs.set(segment, run);
    }
    return run;
  };
  const showText = (text: string, setting: TextSetting): string => {
    // A face shapes each word with the space behind it, so cutting there changes nothing.
    const segments = withoutUnusedSoftHyphens(text).split(/(?<= )/);
    return showGlyphs(segments.flatMap(codesFor), setting);
  };
  return { font, showText };
}

function withoutUnusedSoftHyphens(text: string): string {
  if (!text.includes(softHyphen)) return text;
  const kept = text.replaceAll(softHyphen, "");
  return text.endsWith(softHyphen) ? kept + softHyphen : kept;
}

function codeSegment(font: PdfFont, face: Face, segment: string): readonly CodedGlyph[] {
  const isHyphenated = segment.endsWith(softHyphen);
  const { glyphs } = face.shape(isHyphenated ? `${segment.slice(0, -1)}-` : segment);
  return glyphs.map((glyph, index) => {
    if (glyph.id === 0) throw new Error(`the face ${face.name} lacks a character of "${segment}"`);
    const isHyphen = isHyphenated && index === glyphs.length - 1;
    const codePoints = isHyphen ? [0xad] : glyph.codePoints;
    const code = font.codeFor(glyph.id, codePoints, glyph.naturalAdvance);
    return {
      code: code.toString(16).padStart(4, "0"),
      kerning: glyph.advance - glyph.naturalAdvance,
      isSpace: codePoints.length === 1 && codePoints[0] === 0x20,
    };
  });
}

function showGlyphs(glyphs: readonly CodedGlyph[], setting: TextSetting): string {
  const { sizePt, extraSpacePt, letterSpacingPt } = setting;
  let operand = "[<";
  glyphs.forEach((glyph, index) => {
    operand += glyph.code;
    if (index === glyphs.length - 1) return;
    const addedPt = letterSpacingPt + (glyph.isSpace ? extraSpacePt : 0);
    const gap = formatNumber(-glyph.kerning - (addedPt * 1000) / sizePt, 1);
    if (gap !== "0") operand += `>${gap}<`;
  });
  return `${operand}>] TJ`;
}
