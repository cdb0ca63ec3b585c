import { ledgerExcludedTwice, ledgerStale } from "../diagnostics/catalogue/data.ts";
import type { Diagnostic, Note } from "../diagnostics/diagnostic.ts";
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
  /** The last line that changed a cell, by `cellKey`. */
  readonly changedBy: ReadonlyMap<string, LedgerLine>;
  /**
   * What was said of the line that should have changed a cell but did not fit, by `cellKey`: what these cells hold is
   * not judged further.
   */
  readonly disputed: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A cell's key among the ledger's traces. */
export function cellKey(row: number, column: number): string {
  return `${row}:${column}`;
}

/** The number of a cell's column, by its key. */
export function columnOfCell(key: string): number {
  return Number(key.slice(key.indexOf(":") + 1));
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
  const changedBy = new Map<string, LedgerLine>();
  const disputed = new Map<string, readonly Diagnostic[]>();
  const diagnostics: Diagnostic[] = [];
  for (const line of ledger.lines) {
    const target = findLedgerRow(ledger, line, sheet);
    diagnostics.push(...target.diagnostics);
    const row = target.value === undefined ? undefined : rows.get(target.value);
    if (row === undefined) continue;
    const result =
      line.action === "exclude"
        ? exclude(ledger, line, row, excluded)
        : change({ ledger, line, row, questionnaire, sheet, columns, changedBy });
    diagnostics.push(...result.diagnostics);
    if (result.value === undefined) {
      if (result.cell !== undefined) disputed.set(result.cell, result.diagnostics);
      continue;
    }
    if (result.cell !== undefined) {
      changedBy.set(result.cell, line);
      disputed.delete(result.cell);
    }
    if (line.action === "exclude") excluded.set(row.row, line);
    rows.set(row.row, result.value);
    applied.push({ line, row: row.row });
  }
  const corrected = { ...sheet, rows: [...rows.values()] };
  return { sheet: corrected, excluded, applied, changedBy, disputed, diagnostics };
}

interface LineOutcome {
  /** The row as it is afterwards; undefined where the line was not applied. */
  readonly value: SurveyRow | undefined;
  /** The cell that the line is about, where there is one. */
  readonly cell?: string;
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
  const place = ledgerPlace(ledger, line, "response");
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
  readonly changedBy: ReadonlyMap<string, LedgerLine>;
}): LineOutcome {
  const { ledger, line, row, sheet } = request;
  const part = findLedgerPart(ledger, line, request.questionnaire);
  if (part.value === undefined) return { value: undefined, diagnostics: part.diagnostics };
  const column = request.columns.get(part.value.name);
  /** The survey lacks the column: said already, where the columns were mapped. */
  if (column === undefined) return { value: undefined, diagnostics: [] };
  const found = row.cells.get(column);
  const cell = cellKey(row.row, column);
  if (readsAs(found, line.was)) {
    return { value: withCell(row, column, line.now), cell, diagnostics: [] };
  }
  const earlier = request.changedBy.get(cell);
  const note = { place: surveyPlace(sheet, row, column), message: "the cell as it is now" };
  const stale = staleLine(ledger, line, cellText(found), note, earlier);
  return { value: undefined, cell, diagnostics: [stale] };
}

function staleLine(
  ledger: Ledger,
  line: LedgerLine,
  found: string,
  cell: Note,
  earlier: LedgerLine | undefined,
): Diagnostic {
  const changed = earlier && {
    place: ledgerPlace(ledger, earlier, "now"),
    message: "the earlier line that changed the cell",
  };
  return ledgerStale(
    { question: line.question, response: line.response, was: line.was, found },
    {
      place: ledgerPlace(ledger, line, "was"),
      notes: [changed ?? cell],
      hints: [staleHint(line, found, earlier)],
    },
  );
}

function staleHint(line: LedgerLine, found: string, earlier: LedgerLine | undefined): string {
  if (sameText(found, line.now)) {
    return "The cell says already what the line asks for: remove the line.";
  }
  return earlier
    ? `Correct “was” to what line ${earlier.line} leaves in the cell, or remove one of the two lines.`
    : "Correct “was” if the line is still right, or remove the line if the survey was corrected at its source.";
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
