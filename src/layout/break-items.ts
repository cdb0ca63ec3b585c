import type { Language } from "../edition/language.ts";
import type { FontBook } from "../fonts/font-book.ts";
import type { BreakItem } from "./break-lines.ts";
import type { Span } from "./span.ts";
import type { TextStyle } from "./text-style.ts";

/** Where a word may be broken: offsets into it. */
export type Hyphenate = (word: string, language: Language) => readonly number[];

export interface TextTools {
  readonly fonts: FontBook;
  readonly hyphenate: Hyphenate;
}

/** The text of a span that an item stands for. */
export interface Piece {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

/** A paragraph for the breaker: boxes and glue with their text, places where words may end a line without. */
export interface BreakItems {
  readonly items: readonly BreakItem[];
  readonly pieces: readonly (Piece | undefined)[];
}

/** Raggedness suffers less than a broken word does. */
const softHyphenCost = { justified: 60, ragged: 400 } as const;
const writtenHyphenCost = 20;
/** A title breaks inside a compound only where nothing else helps. */
const writtenHyphenInTitleCost = 1000;
/** A word with the space after it, a newline, or further spaces. */
const chunk = /([^ \n]+)( ?)|\n| +/gu;
const letters = /[\p{L}\p{M}’']+/gu;
/**
 * After these a line may end though no space follows: not between digits, where they join a number, nor after a single
 * letter ("accorde-t-elle", "e-mail").
 */
const writtenBreak = /(?<=[\p{L}\p{N}]{2}|[)»”’.])[-‐–—/](?=[\p{L}\p{N}(«“‘])/gu;
const betweenDigits = /^\p{N}[-‐–—/]\p{N}$/u;

export function breakItems(spans: readonly Span[], style: TextStyle, tools: TextTools): BreakItems {
  const items: BreakItem[] = [];
  const pieces: (Piece | undefined)[] = [];
  const add = (item: BreakItem, piece?: Piece) => {
    items.push(item);
    pieces.push(piece);
  };
  for (const span of spans) {
    const face = tools.fonts[span.face];
    for (const match of span.text.matchAll(chunk)) {
      const [text, letters, space = ""] = match;
      const from = match.index;
      if (text === "\n") {
        add({ kind: "newline" });
      } else if (letters === undefined) {
        const widthPt = face.widthPt(text, span.sizePt);
        add({ kind: "glue", widthPt }, { span, from, to: from + text.length });
      } else {
        // A word is measured with its space, as its line will be, so that faces shape it once.
        const ends = face.prefixWidths(text);
        const at = (offset: number) => ((ends[offset] ?? 0) * span.sizePt) / 1000;
        addWord(letters, from, span, at, style, tools, add);
        if (space === "") continue;
        const middle = from + letters.length;
        const widthPt = at(text.length) - at(letters.length);
        add({ kind: "glue", widthPt }, { span, from: middle, to: middle + 1 });
      }
    }
  }
  return { items, pieces };
}

function addWord(
  text: string,
  from: number,
  span: Span,
  at: (offset: number) => number,
  style: TextStyle,
  tools: TextTools,
  add: (item: BreakItem, piece?: Piece) => void,
): void {
  let done = 0;
  for (const { offset, isSoft } of breakOffsets(text, span, style, tools.hyphenate)) {
    const piece = { span, from: from + done, to: from + offset };
    add({ kind: "box", widthPt: at(offset) - at(done) }, piece);
    add({
      kind: "penalty",
      widthPt: isSoft ? tools.fonts[span.face].widthPt("-", span.sizePt) : 0,
      cost: breakCost(isSoft, style),
      isSoftHyphen: isSoft,
    });
    done = offset;
  }
  const piece = { span, from: from + done, to: from + text.length };
  add({ kind: "box", widthPt: at(text.length) - at(done) }, piece);
}

function breakCost(isSoft: boolean, style: TextStyle): number {
  if (isSoft) return softHyphenCost[style.align === "justify" ? "justified" : "ragged"];
  return style.isBalanced ? writtenHyphenInTitleCost : writtenHyphenCost;
}

function breakOffsets(
  text: string,
  span: Span,
  style: TextStyle,
  hyphenate: Hyphenate,
): readonly BreakOffset[] {
  const known = knownOffsets(hyphenate, span.language, style.isHyphenated);
  const found = known.get(text) ?? findOffsets(text, span.language, style.isHyphenated, hyphenate);
  known.set(text, found);
  return found;
}

interface BreakOffset {
  readonly offset: number;
  readonly isSoft: boolean;
}

/** The words of a document come again and again. */
const offsetsByWord = new WeakMap<Hyphenate, Map<string, Map<string, readonly BreakOffset[]>>>();

function knownOffsets(
  hyphenate: Hyphenate,
  language: Span["language"],
  isHyphenated: boolean,
): Map<string, readonly BreakOffset[]> {
  const byStyle = offsetsByWord.get(hyphenate) ?? new Map();
  offsetsByWord.set(hyphenate, byStyle);
  const key = `${language} ${isHyphenated}`;
  const known = byStyle.get(key) ?? new Map();
  byStyle.set(key, known);
  return known;
}

function findOffsets(
  text: string,
  language: Span["language"],
  isHyphenated: boolean,
  hyphenate: Hyphenate,
): readonly BreakOffset[] {
  const offsets: BreakOffset[] = [];
  for (const match of text.matchAll(writtenBreak)) {
    const around = text.slice(match.index - 1, match.index + 2);
    if (!betweenDigits.test(around)) offsets.push({ offset: match.index + 1, isSoft: false });
  }
  if (isHyphenated && language !== "de" && !/\p{N}/u.test(text)) {
    for (const match of text.matchAll(letters)) {
      for (const inside of hyphenate(match[0], language)) {
        offsets.push({ offset: match.index + inside, isSoft: true });
      }
    }
  }
  return offsets.sort((a, b) => a.offset - b.offset);
}
