/** A workbook as plain cells: no library's types, no formulas, no styles. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  /** Rows in sheet order, without those that hold nothing. */
  readonly rows: readonly Row[];
}

export interface Row {
  /** As the spreadsheet shows it, from 1. */
  readonly number: number;
  /** By column number from 1 (A = 1); empty cells are absent. */
  readonly cells: ReadonlyMap<number, CellValue>;
}

/** Dates are ISO text ("2018-04-30 16:07:52"); an error is its own text ("#DIV/0!") inside an object. */
export type CellValue = string | number | boolean | { readonly error: string };

/** Why bytes are not a workbook that can be read. */
export type WorkbookProblem =
  | "empty-file"
  | "not-a-workbook"
  | "html"
  | "old-excel"
  | "password-protected"
  | "damaged"
  | "too-large"
  | "too-slow";

export type WorkbookResult =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly problem: WorkbookProblem; readonly detail: string };
