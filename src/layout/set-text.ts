import type { FontBook } from "../fonts/font-book.ts";
import { breakItems, type Piece, type TextTools } from "./break-items.ts";
import { type BreakItem, type BrokenLine, breakLines } from "./break-lines.ts";
import type { Span } from "./span.ts";
import type { TextStyle } from "./text-style.ts";

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
  /** Wider than the measure: nothing in it may be broken. Whoever places it remembers that. */
  readonly isOverfull: boolean;
}

/** A paragraph in lines. */
export interface SetText {
  readonly lines: readonly SetLine[];
  readonly style: TextStyle;
  readonly widthPt: number;
  /** What holds it is too wide as a whole, and says so itself. */
  readonly isPartOfOverflow?: boolean;
}

/** Breaks spans into lines no wider than the measure; every character but the spaces at line ends is kept. */
export function setText(
  spans: readonly Span[],
  style: TextStyle,
  widthPt: number,
  tools: TextTools,
): SetText {
  const { items, pieces } = breakItems(spans, style, tools);
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
  return { lines, style, widthPt };
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
    isOverfull: line.isOverfull,
  };
}

function countSpaces(text: string): number {
  let count = 0;
  for (const character of text) if (character === " ") count++;
  return count;
}
