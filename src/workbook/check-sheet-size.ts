import { columnNumber } from "./cell-address.ts";
import type { Package } from "./open-package.ts";
import { WorkbookFailure } from "./workbook-failure.ts";
import { formatLimits, workbookLimits } from "./workbook-limits.ts";

export interface SheetSize {
  /** Row elements, empty ones included. */
  readonly rows: number;
  readonly cells: number;
}

/**
 * Counts the rows and cells of all sheets before anything is built from them.
 *
 * @throws WorkbookFailure too-large above our limits, damaged for rows or columns that no spreadsheet can have
 */
export function checkSheetSize(opened: Package): SheetSize {
  const sizes = opened.sheets.map(({ name, xml }) => {
    const rows = countRows(name, xml);
    const cells = countCells(name, xml);
    return { rows, cells };
  });
  const size = {
    rows: sizes.reduce((sum, { rows }) => sum + rows, 0),
    cells: sizes.reduce((sum, { cells }) => sum + cells, 0),
  };
  if (size.rows > workbookLimits.rows) {
    throw new WorkbookFailure(
      "too-large",
      `it has ${size.rows} rows; ${workbookLimits.rows} can be read`,
    );
  }
  if (size.cells > workbookLimits.cells) {
    throw new WorkbookFailure(
      "too-large",
      `it has ${size.cells} cells; ${workbookLimits.cells} can be read`,
    );
  }
  return size;
}

function countRows(sheet: string, xml: string): number {
  let count = 0;
  for (const match of xml.matchAll(/<(?:[\w.-]+:)?row(?=[\s/>])(?:[^>]*?\sr=["'](\d+)["'])?/g)) {
    count += 1;
    if (match[1] !== undefined && Number(match[1]) > formatLimits.rows) {
      throw new WorkbookFailure("damaged", `sheet "${sheet}" has a row ${match[1]}`);
    }
  }
  return count;
}

function countCells(sheet: string, xml: string): number {
  let count = 0;
  for (const match of xml.matchAll(
    /<(?:[\w.-]+:)?c(?=[\s/>])(?:[^>]*?\sr=["']([A-Za-z]+)\d+["'])?/g,
  )) {
    count += 1;
    const column = match[1] === undefined ? 0 : (columnNumber(match[1]) ?? 0);
    if (column > formatLimits.columns) {
      throw new WorkbookFailure("damaged", `sheet "${sheet}" has a column ${match[1]}`);
    }
    if (column > workbookLimits.columns) {
      throw new WorkbookFailure(
        "too-large",
        `sheet "${sheet}" has a column ${match[1]}; ${workbookLimits.columns} can be read`,
      );
    }
  }
  return count;
}
