import { ledgerExcludedTwice, ledgerStale } from "../diagnostics/catalogue/data.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Ledger, LedgerLine } from "../edition/edition.ts";
import type { Questionnaire } from "../edition/questionnaire.ts";
import type { CellValue } from "../workbook/workbook.ts";
import { findLedgerPart, findLedgerRow, ledgerPlace } from "./ledger-target.ts";
import type { ColumnMap } from "./map-columns.ts";
import { parseNumber } from "./parse-number.ts";
import { cellText, type SurveyRow, type SurveySheet, surveyPlace } from "./survey-sheet.ts";

/** The sheet with the ledger's changes made, and what else the ledger decided. */
export interface CorrectedSurvey {
  readonly sheet: SurveySheet;
  /** Line that excludes a row, by row number. */
  readonly excluded: ReadonlyMap<number, LedgerLine>;
  /** Lines that fitted, with the row each was applied to. */
  readonly applied: readonly { readonly line: LedgerLine; readonly row: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies the ledger to the raw cells, line by line in file order, so that `was` is the cell after the lines before.
 * A line that does not fit changes nothing and is an error that shows the line and the cell.
 */
export function applyLedger(
  ledger: Ledger,
  questionnaire: Questionnaire,
  sheet: SurveySheet,
  columns: ColumnMap,
): CorrectedSurvey {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  const excluded = new Map<number, LedgerLine>();
  const applied: { line: LedgerLine; row: number }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const line of ledger.lines) {
    const target = findLedgerRow(ledger, line, sheet);
    diagnostics.push(...target.diagnostics);
    const row = target.value === undefined ? undefined : rows.get(target.value);
    if (row === undefined) continue;
    const result =
      line.action === "exclude"
        ? exclude(ledger, line, row, excluded)
        : change({ ledger, line, row, questionnaire, sheet, columns });
    diagnostics.push(...result.diagnostics);
    if (result.value === undefined) continue;
    if (line.action === "exclude") excluded.set(row.row, line);
    rows.set(row.row, result.value);
    applied.push({ line, row: row.row });
  }
  return { sheet: { ...sheet, rows: [...rows.values()] }, excluded, applied, diagnostics };
}

interface LineOutcome {
  /** The row as it is afterwards; undefined where the line was not applied. */
  readonly value: SurveyRow | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function exclude(
  ledger: Ledger,
  line: LedgerLine,
  row: SurveyRow,
  excluded: ReadonlyMap<number, LedgerLine>,
): LineOutcome {
  const earlier = excluded.get(row.row);
  if (earlier === undefined) return { value: row, diagnostics: [] };
  const place = ledgerPlace(ledger, line, line.response);
  const details = { response: line.response, line: earlier.line };
  const hints = ["Remove this line."];
  return { value: undefined, diagnostics: [ledgerExcludedTwice(details, { place, hints })] };
}

function change(request: {
  readonly ledger: Ledger;
  readonly line: LedgerLine;
  readonly row: SurveyRow;
  readonly questionnaire: Questionnaire;
  readonly sheet: SurveySheet;
  readonly columns: ColumnMap;
}): LineOutcome {
  const { ledger, line, row, sheet } = request;
  const part = findLedgerPart(ledger, line, request.questionnaire);
  if (part.value === undefined) return { value: undefined, diagnostics: part.diagnostics };
  const column = request.columns.get(part.value.name);
  /** The survey lacks the column: said already, where the columns were mapped. */
  if (column === undefined) return { value: undefined, diagnostics: [] };
  const found = row.cells.get(column);
  if (!readsAs(found, line.was)) {
    const stale = staleLine(ledger, line, cellText(found));
    const note = { place: surveyPlace(sheet, row, column), message: "the cell as it is now" };
    return { value: undefined, diagnostics: [stale(note)] };
  }
  return { value: withCell(row, column, line.now), diagnostics: [] };
}

function staleLine(ledger: Ledger, line: LedgerLine, found: string) {
  return (note: { readonly place: ReturnType<typeof surveyPlace>; readonly message: string }) =>
    ledgerStale(
      { question: line.question, response: line.response, was: line.was, found },
      {
        place: ledgerPlace(ledger, line, line.was),
        notes: [note],
        hints: [
          sameText(found, line.now)
            ? "The cell says already what the line asks for: remove the line."
            : "Correct “was” if the line is still right, or remove the line if the survey was corrected at its source.",
        ],
      },
    );
}

/** Whether a cell is what a field of the ledger says: numbers compare as numbers, an empty field is an empty cell. */
function readsAs(cell: CellValue | undefined, field: string): boolean {
  return sameText(cellText(cell), field);
}

function sameText(cell: string, field: string): boolean {
  const wanted = field.normalize("NFC").trim();
  if (cell === wanted) return true;
  const [left, right] = [parseNumber(cell), parseNumber(wanted)];
  return left !== undefined && left === right;
}

function withCell(row: SurveyRow, column: number, now: string): SurveyRow {
  const cells = new Map(row.cells);
  const value = now.normalize("NFC").trim();
  if (value === "") cells.delete(column);
  else cells.set(column, value);
  return { ...row, cells };
}
