import type { Run } from "../document/document.ts";
import { type InlineText, inlineText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import { placeLine } from "./page-draft.ts";
import { type SetLine, type SetText, setText } from "./set-text.ts";
import type { TextStyle } from "./text-style.ts";
import { neverBreak, type Unit, unit } from "./unit.ts";

/** A column in which text is set. */
export interface Column {
  readonly xPt: number;
  readonly widthPt: number;
}

/** A figure stays near its sentence. */
const passingLineCost = 0.5;
/** A page that starts inside a paragraph is allowed, but a paragraph's start is better. */
const insideCost = 6;

/**
 * Runs as one unit a line. Pages neither start with a paragraph's last line, nor end with its first, nor with a
 * line that ends inside a word.
 */
export function flowingText(
  runs: readonly Run[],
  style: TextStyle,
  column: Column,
  context: LayoutContext,
): { readonly units: readonly Unit[]; readonly children: InlineText["children"] } {
  const inline = inlineText(runs, style, context);
  const text = setText(inline.spans, style, column.widthPt, context);
  const { stepPt } = context.grid;
  return { units: lineUnits(text, column, stepPt), children: inline.children };
}

/** Only text whose lines keep to the grid starts on it: others would stand unevenly apart. */
export function lineUnits(text: SetText, column: Column, stepPt: number): readonly Unit[] {
  const { lines, style } = text;
  return lines.map((line, index) =>
    unit({
      heightPt: style.leadingPt,
      breakCost: lineBreakCost(lines, index),
      isOnGrid: index === 0 && style.leadingPt % stepPt === 0,
      passingCost: passingLineCost,
      noteIds: line.parts.flatMap((part) => part.span.noteId ?? []),
      place: (draft, topPt) => placeLine(draft, line, text, column.xPt, topPt),
    }),
  );
}

function lineBreakCost(lines: readonly SetLine[], index: number): number {
  if (index === 0) return 0;
  if (index === 1 || index === lines.length - 1) return neverBreak;
  return lines[index - 1]?.endsInsideWord ? neverBreak : insideCost;
}
