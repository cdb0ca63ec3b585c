import { uncalculated } from "../workbook/normalise-cell.ts";

/**
 * What to say of a cell's error: the spreadsheet's own text, such as "#DIV/0!"; a formula that was never calculated has
 * none, and a next step instead of a correction.
 */
export function describeCellError(text: string): {
  readonly error: string | undefined;
  readonly hint: string | undefined;
} {
  if (text !== uncalculated) return { error: text, hint: undefined };
  return { error: undefined, hint: "Open the file in Excel and save it, or export it again." };
}
