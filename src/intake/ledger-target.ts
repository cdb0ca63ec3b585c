import { ledgerUnknownQuestion, ledgerUnknownResponse } from "../diagnostics/catalogue/data.ts";
import type { FilePlace, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Ledger, LedgerLine } from "../edition/edition.ts";
import type { Questionnaire } from "../edition/questionnaire.ts";
import { fieldPlace } from "./field-place.ts";
import { type QuestionPart, questionParts } from "./question-parts.ts";
import type { SurveySheet } from "./survey-sheet.ts";

/** Row number of the response that a line of the ledger means: a response id, or "row:57". */
export function findLedgerRow(
  ledger: Ledger,
  line: LedgerLine,
  sheet: SurveySheet,
): Outcome<number> {
  const wanted = line.response.trim();
  const row = sheet.rows.find(({ id, row }) => id === wanted || `row:${row}` === wanted);
  if (row !== undefined) return { value: row.row, diagnostics: [] };
  const place = ledgerPlace(ledger, line, "response");
  const nearest = suggest(
    wanted,
    sheet.rows.map(({ id }) => id),
  );
  const hints = [
    ...(nearest.length === 0 ? [] : [`Did you mean ${nearest.join(", ")}?`]),
    "Write the platform's response id, or “row:57” (the sheet's row) where the platform gives none.",
  ];
  return {
    value: undefined,
    diagnostics: [ledgerUnknownResponse({ response: wanted }, { place, hints })],
  };
}

/** The part of a question that a line of the ledger means. */
export function findLedgerPart(
  ledger: Ledger,
  line: LedgerLine,
  questionnaire: Questionnaire,
): Outcome<QuestionPart> {
  const wanted = line.question.trim();
  const parts = questionnaire.questions.flatMap(questionParts);
  const part = parts.find(({ name }) => name === wanted);
  if (part !== undefined) return { value: part, diagnostics: [] };
  const nearest = nearestParts(wanted, questionnaire, parts);
  const place = ledgerPlace(ledger, line, "question");
  const hints = nearest.length === 0 ? [] : [`Did you mean ${nearest.join(", ")}?`];
  return {
    value: undefined,
    diagnostics: [
      ledgerUnknownQuestion(
        { question: wanted },
        {
          place,
          hints: [
            ...hints,
            "Name a question, or a part of one: areas.energy (a box), dimensions.1 (a rank), role.other (a text).",
          ],
        },
      ),
    ],
  };
}

/** All parts of a question that has several; the row of a matrix named after its matrix; else what is spelt alike. */
function nearestParts(
  wanted: string,
  questionnaire: Questionnaire,
  parts: readonly QuestionPart[],
): readonly string[] {
  const question = questionnaire.byName.get(wanted);
  if (question !== undefined) return questionParts(question).map(({ name }) => name);
  const matrix = questionnaire.matrices.get(wanted);
  if (matrix !== undefined) return matrix.questions;
  const names = parts.map(({ name }) => name);
  const last = wanted.split(".").at(-1) ?? wanted;
  return names.includes(last) ? [last] : suggest(wanted, names);
}

const columns = ["response", "action", "question", "was", "now"] as const;

/** The place of a field of a line, marked where it stands in the file's own text. */
export function ledgerPlace(
  ledger: Ledger,
  line: LedgerLine,
  column: (typeof columns)[number],
): FilePlace {
  const before = columns.slice(0, columns.indexOf(column)).map((each) => line[each]);
  return fieldPlace({ file: ledger.file, line: line.line, text: line.text }, line[column], before);
}
