import { segmentColourOf } from "../charts/segment-colour.ts";
import type { KeyFigures } from "../document/document.ts";
import { inlineText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { StructureChild } from "./page.ts";
import { placeRectangle, placeText } from "./page-draft.ts";
import type { SetBlock } from "./set-block.ts";
import type { Column } from "./set-flowing-text.ts";
import { type SetText, setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element } from "./structure-tree.ts";
import { unit, withSpace } from "./unit.ts";

const gutterPt = 20;
const barHeightPt = 2;
const barToValuePt = 6;
const leastCellWidthPt = 150;

interface Cell {
  readonly texts: readonly SetText[];
  readonly noteIds: readonly string[];
  readonly heightPt: number;
  readonly colour: string;
}

/** Large values in a grid, each under a coloured bar, with what it means and what it rests on. */
export function setKeyFigures(
  keyFigures: KeyFigures,
  column: Column,
  context: LayoutContext,
): SetBlock {
  const count = columnCount(keyFigures.items.length, column.widthPt);
  const widthPt = (column.widthPt - (count - 1) * gutterPt) / count;
  const cells: Cell[] = [];
  const children: StructureChild[] = [];
  for (const item of keyFigures.items) {
    const { cell, child } = setCell(item, widthPt, context);
    cells.push(cell);
    children.push(child);
  }
  const units = [];
  for (let first = 0; first < cells.length; first += count) {
    const row = cells.slice(first, first + count);
    units.push(
      unit({
        heightPt: Math.max(...row.map((cell) => cell.heightPt)),
        spaceBeforePt: context.grid.baselinePt * 2,
        spaceAfterPt: context.grid.baselinePt,
        isOnGrid: true,
        // What is said of them stands with them.
        keepsWithNext: true,
        noteIds: row.flatMap((cell) => cell.noteIds),
        place: (draft, topPt) => {
          row.forEach((cell, index) => {
            const xPt = column.xPt + index * (widthPt + gutterPt);
            const bar = { xPt, yPt: topPt, widthPt, heightPt: barHeightPt };
            placeRectangle(draft, bar, cell.colour);
            let y = topPt + barHeightPt + barToValuePt;
            for (const text of cell.texts) {
              placeText(draft, text, xPt, y);
              y += textHeightPt(text);
            }
          });
        },
      }),
    );
  }
  return {
    units: withSpace(units, context.grid.baselinePt, context.grid.baselinePt * 2),
    children,
  };
}

/** Two or three beside each other, so that the last row is as full as can be. */
function columnCount(items: number, widthPt: number): number {
  const most = Math.max(1, Math.min(3, Math.floor((widthPt + gutterPt) / leastCellWidthPt)));
  if (items <= most) return Math.max(1, items === 1 ? Math.min(2, most) : items);
  return most === 3 && items % 3 === 1 && items % 2 === 0 ? 2 : most;
}

function setCell(
  item: KeyFigures["items"][number],
  widthPt: number,
  context: LayoutContext,
): { readonly cell: Cell; readonly child: StructureChild } {
  const { styles, ids } = context;
  const colour = colourOf(item.value.facts, context);
  const valueRun = { text: item.value.text, style: "plain", printed: item.value } as const;
  const parts = [
    { runs: [valueRun], style: { ...styles.keyFigure, colour } },
    { runs: item.label, style: styles.keyFigureLabel },
    { runs: item.note, style: styles.note },
  ].flatMap(({ runs, style }) => {
    const inline = inlineText(runs, style, context);
    if (inline.spans.length === 0) return [];
    const text = setText(inline.spans, style, widthPt, context);
    // Value, label and note are read as one paragraph.
    return [{ inline, text: withSpaceAtEnd(text) }];
  });
  const texts = parts.map((part) => part.text);
  const child = element(
    ids,
    "P",
    parts.map(({ inline }) => element(ids, "Span", inline.children)),
  );
  const heightPt =
    barHeightPt + barToValuePt + texts.reduce((sum, text) => sum + textHeightPt(text), 0);
  const noteIds = parts.flatMap(({ inline }) => inline.noteIds);
  return { cell: { texts, noteIds, heightPt, colour }, child };
}

/** A figure about one region, province or nature has its colour, wherever it stands. */
function colourOf(facts: readonly string[], { house }: LayoutContext): string {
  const ids = new Set(facts.map((fact) => fact.split("@")[1] ?? "all"));
  const [segment] = ids.size === 1 ? ids : [];
  return segment === undefined ? house.colours.primary : segmentColourOf(segment, house);
}
