import type { Language } from "../edition/language.ts";
import type { FaceName, FontBook } from "../fonts/font-book.ts";
import type { Printed } from "../wording/printed.ts";
import { type BreakItem, type BrokenLine, breakLines } from "./break-lines.ts";
import type { Owner, PlacedLink } from "./page.ts";
import type { TextStyle } from "./text-style.ts";

/** Text of one look and one owner inside a paragraph. */
export interface Span {
  readonly text: string;
  readonly face: FaceName;
  readonly sizePt: number;
  readonly colour: string;
  readonly risePt?: number;
  readonly owner: Owner;
  readonly language: Language | "de";
  readonly printed?: Printed;
  readonly link?: Pick<PlacedLink, "target" | "elementId" | "contents">;
  /** The note that is called here for the first time. */
  readonly noteId?: string;
}

/** The part of a span that stands on one line. */
export interface LinePart {
  readonly span: Span;
  readonly text: string;
  readonly widthPt: number;
  readonly extraSpacePt: number;
}

export interface SetLine {
  readonly parts: readonly LinePart[];
  readonly widthPt: number;
  /** Absent after a written hyphen, and on the last line. */
  readonly lineEnd?: "soft-hyphen" | "space";
  /** No page may end here: the line ends inside a word. */
  readonly endsInsideWord: boolean;
}

/** A paragraph in lines. */
export interface SetText {
  readonly lines: readonly SetLine[];
  readonly style: TextStyle;
  readonly widthPt: number;
  /** What is wider than the measure, as it is written. */
  readonly overfull: readonly string[];
}

/** Where a word may be broken: offsets into it. */
export type Hyphenate = (word: string, language: Language) => readonly number[];

export interface TextTools {
  readonly fonts: FontBook;
  readonly hyphenate: Hyphenate;
}

/** A breaker's item and the text of the span that it stands for. */
interface Piece {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

/** Raggedness suffers less than a broken word does. */
const softHyphenCost = { justified: 60, ragged: 400 } as const;
const writtenHyphenCost = 20;
/** A title breaks inside a compound only where nothing else helps. */
const writtenHyphenInTitleCost = 1000;
const word = /[^ \n]+| +|\n/gu;
const letters = /[\p{L}\p{M}’']+/gu;
/** After these a line may end though no space follows; not between digits, where they join a number. */
const writtenBreak = /(?<=[\p{L}\p{N})»”’.])[-‐–—/](?=[\p{L}\p{N}(«“‘])/gu;
const betweenDigits = /^\p{N}[-‐–—/]\p{N}$/u;

/** Breaks spans into lines no wider than the measure; every character but the spaces at line ends is kept. */
export function setText(
  spans: readonly Span[],
  style: TextStyle,
  widthPt: number,
  tools: TextTools,
): SetText {
  const items: BreakItem[] = [];
  const pieces: (Piece | undefined)[] = [];
  for (const span of spans) addSpan(span, style, tools, items, pieces);
  const isJustified = style.align === "justify";
  const broken = style.isBalanced
    ? breakBalanced(items, widthPt)
    : breakLines(items, { widthPt, isJustified });
  const lines = broken.map((line, index) =>
    setLine(line, items, pieces, tools.fonts, {
      widthPt,
      isJustified,
      isLast: index === broken.length - 1,
    }),
  );
  const overfull = broken.flatMap((line, index) =>
    line.isOverfull ? [(lines[index]?.parts ?? []).map((part) => part.text).join("")] : [],
  );
  return { lines, style, widthPt, overfull };
}

/** The narrowest measure that needs no more lines: a title doesn't end with one short word. */
function breakBalanced(items: readonly BreakItem[], widthPt: number): readonly BrokenLine[] {
  let best = breakLines(items, { widthPt, isJustified: false });
  if (best.length < 2) return best;
  for (let narrower = widthPt * 0.97; narrower > widthPt * 0.5; narrower *= 0.97) {
    const lines = breakLines(items, { widthPt: narrower, isJustified: false });
    if (lines.length > best.length || lines.some((line) => line.isOverfull)) break;
    best = lines;
  }
  return best;
}

export function textHeightPt(text: SetText): number {
  return text.lines.length * text.style.leadingPt;
}

/** For a text that is read on in another one: a number before its caption. */
export function withSpaceAtEnd(text: SetText): SetText {
  const lines = text.lines.map((line, index) =>
    index === text.lines.length - 1 ? { ...line, lineEnd: "space" as const } : line,
  );
  return { ...text, lines };
}

function addSpan(
  span: Span,
  style: TextStyle,
  tools: TextTools,
  items: BreakItem[],
  pieces: (Piece | undefined)[],
): void {
  const width = (text: string) => tools.fonts[span.face].widthPt(text, span.sizePt);
  for (const match of span.text.matchAll(word)) {
    const from = match.index;
    const text = match[0];
    if (text === "\n") {
      items.push({ kind: "newline" });
      pieces.push(undefined);
    } else if (text.startsWith(" ")) {
      items.push({ kind: "glue", widthPt: width(text) });
      pieces.push({ span, from, to: from + text.length });
    } else {
      addWord(text, from, span, style, tools, items, pieces);
    }
  }
}

function addWord(
  text: string,
  from: number,
  span: Span,
  style: TextStyle,
  tools: TextTools,
  items: BreakItem[],
  pieces: (Piece | undefined)[],
): void {
  const width = (part: string) => tools.fonts[span.face].widthPt(part, span.sizePt);
  let done = 0;
  let doneWidth = 0;
  for (const { offset, isSoft } of breakOffsets(text, span, style, tools.hyphenate)) {
    // Differences of growing prefixes add up to the whole word's width, kerning included.
    const prefixWidth = width(text.slice(0, offset));
    items.push({ kind: "box", widthPt: prefixWidth - doneWidth });
    pieces.push({ span, from: from + done, to: from + offset });
    const cost = isSoft
      ? softHyphenCost[style.align === "justify" ? "justified" : "ragged"]
      : style.isBalanced
        ? writtenHyphenInTitleCost
        : writtenHyphenCost;
    items.push({
      kind: "penalty",
      widthPt: isSoft ? width("-") : 0,
      cost,
      isSoftHyphen: isSoft,
    });
    pieces.push(undefined);
    done = offset;
    doneWidth = prefixWidth;
  }
  items.push({ kind: "box", widthPt: width(text) - doneWidth });
  pieces.push({ span, from: from + done, to: from + text.length });
}

function breakOffsets(
  text: string,
  span: Span,
  style: TextStyle,
  hyphenate: Hyphenate,
): readonly { readonly offset: number; readonly isSoft: boolean }[] {
  const offsets: { offset: number; isSoft: boolean }[] = [];
  for (const match of text.matchAll(writtenBreak)) {
    const around = text.slice(match.index - 1, match.index + 2);
    if (!betweenDigits.test(around)) offsets.push({ offset: match.index + 1, isSoft: false });
  }
  if (style.isHyphenated && span.language !== "de" && !/\p{N}/u.test(text)) {
    for (const match of text.matchAll(letters)) {
      for (const inside of hyphenate(match[0], span.language)) {
        offsets.push({ offset: match.index + inside, isSoft: true });
      }
    }
  }
  return offsets.sort((a, b) => a.offset - b.offset);
}

function setLine(
  line: BrokenLine,
  items: readonly BreakItem[],
  pieces: readonly (Piece | undefined)[],
  fonts: FontBook,
  how: { readonly widthPt: number; readonly isJustified: boolean; readonly isLast: boolean },
): SetLine {
  const ends: Piece[] = [];
  for (let index = line.start; index < line.end; index++) {
    const piece = pieces[index];
    const last = ends.at(-1);
    if (!piece) continue;
    if (last?.span === piece.span) ends[ends.length - 1] = { ...last, to: piece.to };
    else ends.push(piece);
  }
  const parts = ends.map((piece) => {
    const text = piece.span.text.slice(piece.from, piece.to);
    return {
      span: piece.span,
      text,
      widthPt: fonts[piece.span.face].widthPt(text, piece.span.sizePt),
      spaces: countSpaces(text),
    };
  });
  const lastSpan = ends.at(-1)?.span;
  const hyphen =
    line.endsWithSoftHyphen && lastSpan ? fonts[lastSpan.face].widthPt("-", lastSpan.sizePt) : 0;
  const natural = parts.reduce((sum, part) => sum + part.widthPt, 0) + hyphen;
  const spaces = parts.reduce((sum, part) => sum + part.spaces, 0);
  const room = how.widthPt - natural;
  const isStretched = how.isJustified && !line.isOverfull && spaces > 0;
  const endsParagraph = how.isLast || items[line.end]?.kind === "newline";
  const extra = !isStretched || (endsParagraph && room > 0) ? 0 : room / spaces;
  const end = items[line.end];
  return {
    parts: parts.map(({ span, text, widthPt, spaces: own }) => ({
      span,
      text,
      widthPt: widthPt + own * extra,
      extraSpacePt: own > 0 ? extra : 0,
    })),
    widthPt: natural - hyphen + spaces * extra,
    ...(line.endsWithSoftHyphen
      ? { lineEnd: "soft-hyphen" as const }
      : end?.kind === "glue" || end?.kind === "newline"
        ? { lineEnd: "space" as const }
        : {}),
    endsInsideWord: end?.kind === "penalty",
  };
}

function countSpaces(text: string): number {
  let count = 0;
  for (const character of text) if (character === " ") count++;
  return count;
}
