import type { DataRow, DataTable } from "../charts/chart.ts";
import type { TableBlock } from "../document/document.ts";
import { splitAtDecimal } from "./align-decimals.ts";
import type { LayoutContext } from "./layout-context.ts";
import { type ColumnNeed, columnWidths } from "./table-columns.ts";
import type { TextStyle } from "./text-style.ts";

/** Where the columns of a table stand, in points from its left edge. */
export interface MeasuredColumn {
  readonly xPt: number;
  readonly widthPt: number;
  readonly align: DataTable["columns"][number]["align"];
  /** What stands to the right of the whole units in the longest of its cells. */
  readonly restWidthPt: number;
  /** Narrower than its widest word, since the table as a whole is too wide. */
  readonly isSqueezed: boolean;
}

const columnGapPt = 12;
/** Columns of figures that are given less than this stand too close. */
const comfortableFigureColumnPt = 64;

/** Where a table stands, and its columns in it. */
export interface TableMeasure {
  readonly xPt: number;
  readonly widthPt: number;
  readonly styles: TableStyles;
  readonly columns: readonly MeasuredColumn[];
  /** Where not even the widest words fit beside each other: what they need and what there is. */
  readonly lack?: { readonly neededPt: number; readonly roomPt: number };
}

export function cellText(cell: DataRow["cells"][number]): string {
  return typeof cell === "string" ? cell : cell.text;
}

/** How the cells of a table are set: small in an annex. */
export interface TableStyles {
  readonly cell: TextStyle;
  readonly head: TextStyle;
  readonly group: TextStyle;
}

export function tableStyles({ isSmall }: TableBlock, { styles }: LayoutContext): TableStyles {
  return isSmall
    ? { cell: styles.smallTableCell, head: styles.smallTableHead, group: styles.smallTableGroup }
    : { cell: styles.tableCell, head: styles.tableHead, group: styles.tableGroup };
}

export function rowStyle(row: DataRow, styles: TableStyles): TextStyle {
  if (row.isGroup) return styles.group;
  return row.isTotal ? { ...styles.cell, faces: styles.head.faces } : styles.cell;
}

/**
 * Widths from what the columns hold: a table with few and narrow columns stands in the main column, another over
 * both.
 */
export function measureTable(block: TableBlock, context: LayoutContext): TableMeasure {
  const { grid } = context;
  const styles = tableStyles(block, context);
  const needs = block.table.columns.map((_, index) =>
    columnNeed(block.table, index, styles, context),
  );
  const comfortable = needs.reduce(
    (sum, { isText, naturalPt }) =>
      sum + (isText ? naturalPt : Math.max(naturalPt, comfortableFigureColumnPt)),
    columnGapPt * (needs.length - 1),
  );
  const isNarrow = comfortable <= grid.mainWidthPt;
  const xPt = isNarrow ? grid.mainXPt : grid.marginXPt;
  const widthPt = isNarrow ? grid.mainWidthPt : grid.fullWidthPt;
  const roomPt = widthPt - columnGapPt * (needs.length - 1);
  const neededPt = needs.reduce((total, need) => total + need.leastPt, 0);
  const fitting = columnWidths(needs, widthPt, columnGapPt);
  const widths = fitting ?? needs.map((need) => (need.leastPt * roomPt) / neededPt);
  const columns = placeColumns(block, widths, !fitting, styles, context);
  return { xPt, widthPt, styles, columns, ...(fitting ? {} : { lack: { neededPt, roomPt } }) };
}

function placeColumns(
  block: TableBlock,
  widths: readonly number[],
  isSqueezed: boolean,
  styles: TableStyles,
  context: LayoutContext,
): readonly MeasuredColumn[] {
  const { table } = block;
  const rests = table.columns.map((_, index) => widestRest(table, index, styles, context));
  let x = 0;
  return table.columns.map((column, index) => {
    const width = widths[index] ?? 0;
    const measured = {
      xPt: x,
      widthPt: width,
      align: column.align,
      restWidthPt: rests[index] ?? 0,
      isSqueezed,
    };
    x += width + columnGapPt;
    return measured;
  });
}

function columnNeed(
  table: DataTable,
  index: number,
  styles: TableStyles,
  context: LayoutContext,
): ColumnNeed {
  const column = table.columns[index];
  const isText = index === 0 || column?.align === "left";
  const heading = column?.heading ?? "";
  const widest = (text: string, style: TextStyle) =>
    Math.max(0, ...text.split(/[ \n]+/u).map((word) => width(word, style, context)));
  let leastPt = widest(heading, styles.head);
  // A heading may take two or three lines; it doesn't ask for a column of its whole width.
  let naturalPt = Math.max(leastPt, isText ? width(heading, styles.head, context) : 0);
  let wholePt = 0;
  let restPt = 0;
  for (const row of table.rows) {
    const text = cellText(row.cells[index] ?? "");
    if (text === "" || row.isGroup) continue;
    const style = rowStyle(row, styles);
    if (column?.align === "decimal") {
      const { whole, rest } = splitAtDecimal(text, context.words.numberSymbols.decimal);
      wholePt = Math.max(wholePt, width(whole, style, context));
      restPt = Math.max(restPt, width(rest, style, context));
    } else {
      leastPt = Math.max(leastPt, isText ? widest(text, style) : width(text, style, context));
      naturalPt = Math.max(naturalPt, width(text, style, context));
    }
  }
  return {
    leastPt: Math.max(leastPt, wholePt + restPt),
    naturalPt: Math.max(naturalPt, wholePt + restPt),
    isText,
  };
}

function widestRest(
  table: DataTable,
  index: number,
  styles: TableStyles,
  context: LayoutContext,
): number {
  if (table.columns[index]?.align !== "decimal") return 0;
  const rests = table.rows.map((row) => {
    if (row.isGroup) return 0;
    const text = cellText(row.cells[index] ?? "");
    const { rest } = splitAtDecimal(text, context.words.numberSymbols.decimal);
    return width(rest, rowStyle(row, styles), context);
  });
  return Math.max(0, ...rests);
}

export function width(text: string, style: TextStyle, context: LayoutContext): number {
  return context.fonts[style.faces.plain].widthPt(text, style.sizePt);
}
