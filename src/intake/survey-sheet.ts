import type { CellPlace } from "../diagnostics/diagnostic.ts";
import { columnLetters } from "../workbook/cell-address.ts";
import type { CellValue } from "../workbook/workbook.ts";

/** The sheet of responses, without the columns that name or locate a person. */
export interface SurveySheet {
  /** Relative to the project. */
  readonly file: string;
  readonly name: string;
  readonly headerRow: number;
  /** Column numbers, from 1, and their headings. */
  readonly headings: ReadonlyMap<number, string>;
  /** Columns by which a person recognises a row: response id and municipality, where they are there. */
  readonly keyColumns: readonly number[];
  readonly rows: readonly SurveyRow[];
}

export interface SurveyRow {
  /** The platform's response id, or "row:57" where it gives none. */
  readonly id: string;
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellValue>;
}

/** A cell as text, without spaces around it; an empty cell is "". */
export function cellText(value: CellValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value).normalize("NFC").trim();
}

/** The place of a cell, framed by the row's id and municipality. */
export function surveyPlace(sheet: SurveySheet, row: SurveyRow, column: number): CellPlace {
  const shown = [...sheet.keyColumns.filter((key) => key !== column), column];
  return {
    kind: "cell",
    file: sheet.file,
    sheet: sheet.name,
    cell: `${columnLetters(column)}${row.row}`,
    frame: shown.map((number) => ({
      column: columnLetters(number),
      heading: sheet.headings.get(number) ?? "",
      value: cellText(row.cells.get(number)),
    })),
  };
}

/** The place of a heading. */
export function headingPlace(sheet: SurveySheet, column: number): CellPlace {
  const letters = columnLetters(column);
  return {
    kind: "cell",
    file: sheet.file,
    sheet: sheet.name,
    cell: `${letters}${sheet.headerRow}`,
    frame: [{ column: letters, heading: "", value: sheet.headings.get(column) ?? "" }],
  };
}
