import type { DataRow } from "../charts/chart.ts";
import { splitAtDecimal } from "./align-decimals.ts";
import { artifactSpans, inlineText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import {
  cellText,
  type MeasuredColumn,
  rowStyle,
  type TableMeasure,
  width,
} from "./measure-table.ts";
import type { StructureChild } from "./page.ts";
import { type PageDraft, placeText } from "./page-draft.ts";
import { type SetText, setText, textHeightPt } from "./set-text.ts";
import type { Span } from "./span.ts";
import type { TextStyle } from "./text-style.ts";

/** A cell in lines, and where it stands from the table's left edge. */
export interface SetCell {
  readonly text: SetText;
  readonly xPt: number;
  /** Empty where the cell is. */
  readonly children: readonly StructureChild[];
}

export interface SetRow {
  readonly cells: readonly SetCell[];
  readonly heightPt: number;
}

export function setBodyRow(
  row: DataRow,
  { columns, widthPt, styles }: TableMeasure,
  context: LayoutContext,
): SetRow {
  const style = rowStyle(row, styles);
  if (row.isGroup) {
    const [first = ""] = row.cells;
    const whole = { xPt: 0, widthPt, align: "left", restWidthPt: 0, isSqueezed: false } as const;
    const cell = setCell(first, whole, style, context);
    return rowOf([cell]);
  }
  return rowOf(
    columns.map((column, index) => setCell(row.cells[index] ?? "", column, style, context)),
  );
}

export function setHeadRow(
  headings: readonly string[],
  { columns, styles }: TableMeasure,
  context: LayoutContext,
): SetRow {
  const style = styles.head;
  return rowOf(
    columns.map((column, index) =>
      setCell(headings[index] ?? "", headColumn(column, index), style, context),
    ),
  );
}

/** The same head once more, on a page where its table goes on: seen, not read again. */
export function setRepeatedHead(
  headings: readonly string[],
  { columns, styles }: TableMeasure,
  context: LayoutContext,
): SetRow {
  return rowOf(
    columns.map((column, index) => {
      const head = headColumn(column, index);
      const style = aligned(styles.head, head.align);
      const spans = artifactSpans(headings[index] ?? "", style, context);
      return { text: setInColumn(spans, style, head, context), xPt: head.xPt, children: [] };
    }),
  );
}

/** Headings of figures stand over their right edge. */
function headColumn(column: MeasuredColumn, index: number): MeasuredColumn {
  const align = index === 0 || column.align === "left" ? "left" : "right";
  return { ...column, align };
}

function aligned(style: TextStyle, align: MeasuredColumn["align"]): TextStyle {
  return { ...style, align: align === "left" ? "left" : "right" };
}

function setCell(
  cell: DataRow["cells"][number],
  column: MeasuredColumn,
  style: TextStyle,
  context: LayoutContext,
): SetCell {
  const run =
    typeof cell === "string"
      ? ({ text: cell, style: "plain" } as const)
      : ({ text: cell.text, style: "plain", printed: cell } as const);
  const own = aligned(style, column.align);
  const inline = inlineText([run], own, context);
  const text = setInColumn(inline.spans, own, column, context);
  return {
    text,
    xPt: column.xPt + decimalShift(cellText(cell), column, style, context),
    children: inline.children,
  };
}

/** A squeezed column says nothing of its words: the table says that it is too wide. */
function setInColumn(
  spans: readonly Span[],
  style: TextStyle,
  { widthPt, isSqueezed }: MeasuredColumn,
  context: LayoutContext,
): SetText {
  return { ...setText(spans, style, widthPt, context), isPartOfOverflow: isSqueezed };
}

/** How far left of its column's right edge a figure's end stands, so that the digits of a column align. */
function decimalShift(
  text: string,
  column: MeasuredColumn,
  style: TextStyle,
  context: LayoutContext,
): number {
  if (column.align !== "decimal") return 0;
  const { rest } = splitAtDecimal(text, context.words.numberSymbols.decimal);
  return width(rest, style, context) - column.restWidthPt;
}

function rowOf(cells: readonly SetCell[]): SetRow {
  return { cells, heightPt: Math.max(0, ...cells.map((cell) => textHeightPt(cell.text))) };
}

/** Places the cells of a row; those of a head stand on its foot, the others hang from its top. */
export function placeRow(
  draft: PageDraft,
  row: SetRow,
  xPt: number,
  topPt: number,
  where: string,
  stand: "top" | "foot" = "top",
): void {
  for (const cell of row.cells) {
    const drop = stand === "foot" ? row.heightPt - textHeightPt(cell.text) : 0;
    placeText(draft, cell.text, xPt + cell.xPt, topPt + drop, where);
  }
}
