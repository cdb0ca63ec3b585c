import type { Note, Place } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import { type CorrectedSurvey, cellKey } from "./apply-ledger.ts";
import { ledgerHint } from "./ledger-hint.ts";
import { ledgerPlace } from "./ledger-target.ts";
import { cellText, type SurveyRow, surveyPlace } from "./survey-sheet.ts";

/** Where a fault in a cell comes from, and how it is mended. */
export interface Blame {
  readonly place: Place;
  readonly notes: readonly Note[];
  readonly hint: string;
}

/**
 * Points at what wrote a faulty cell: the survey, or the line of the ledger that changed the cell, which is then the
 * one to correct.
 *
 * @param fault the question's part, and what should stand there: "<0 to 10>", or nothing where that cannot be told
 */
export function blameCell(
  edition: Edition,
  { sheet, changedBy }: CorrectedSurvey,
  row: SurveyRow,
  column: number,
  fault: { readonly question: string; readonly wanted: string },
): Blame {
  const { ledger } = edition;
  const cell = surveyPlace(sheet, row, column);
  const { question, wanted } = fault;
  const line = changedBy.get(cellKey(row.row, column));
  if (line === undefined) {
    const was = cellText(row.cells.get(column));
    const hint = ledgerHint(edition, { response: row.id, question, was, now: wanted });
    return { place: cell, notes: [], hint };
  }
  const expected = wanted === "" ? "" : `: ${wanted}`;
  return {
    place: ledgerPlace(ledger, line, "now"),
    notes: [{ place: cell, message: "the cell that the line changes" }],
    hint: `Correct “now” in ${ledger.file}:${line.line}${expected}.`,
  };
}
