import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import { columnLetters } from "../workbook/cell-address.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { applyLedger, type CorrectedSurvey, columnOfCell } from "./apply-ledger.ts";
import { type ColumnMap, mapColumns } from "./map-columns.ts";
import { missingPlatformColumns } from "./missing-platform-columns.ts";
import { municipalityQuestionName } from "./municipality-question.ts";
import { dialect, openSurvey } from "./open-survey.ts";
import { platformColumns } from "./platform-columns.ts";
import { type QuestionPart, questionParts } from "./question-parts.ts";
import { type AnswerContext, type FactsAffected, readAnswers } from "./read-answers.ts";
import type { Intake, Response } from "./response.ts";
import { type Selection, selectResponses } from "./select-responses.ts";
import { summariseTexts } from "./summarise-texts.ts";
import { cellText, type SurveySheet } from "./survey-sheet.ts";

export interface IntakeRequest {
  readonly edition: Edition;
  readonly workbook: Workbook;
  /** Names the facts that an unreadable answer touches, for the diagnostic's `affects`; none unless given. */
  readonly factsAffected?: FactsAffected;
}

/**
 * Takes in one survey: from raw cells to the typed answers of the sample.
 *
 *   header → columns → ledger → territory, closing, latest → answers
 *
 * There is a value as soon as it is certain which responses count. A cell that cannot be read is an error beside that
 * value and holds no answer. Only rows that count are checked cell by cell.
 */
export function takeIn({
  edition,
  workbook,
  factsAffected = () => [],
}: IntakeRequest): Outcome<Intake> {
  const opened = openSurvey(edition, workbook);
  if (opened.value === undefined) return { value: undefined, diagnostics: opened.diagnostics };
  const mapped = mapColumns(edition.questionnaire, opened.value);
  const columns = mapped.value ?? new Map<string, number>();
  const missing = missingPlatformColumns(edition.ledger, opened.value);
  if (missing.length > 0) {
    const diagnostics = [...opened.diagnostics, ...missing, ...mapped.diagnostics];
    return { value: undefined, diagnostics };
  }
  const corrected = applyLedger(edition.ledger, edition.questionnaire, opened.value, columns);
  const before = [...opened.diagnostics, ...mapped.diagnostics];
  const municipality = columns.get(municipalityQuestionName);
  const submitted = columnOf(opened.value, platformColumns.submitted);
  if (municipality === undefined || submitted === undefined)
    return { value: undefined, diagnostics: [...before, ...corrected.diagnostics] };
  const selection = selectResponses(edition, corrected, { municipality, submitted });
  const { responses, diagnostics } = readSample(
    { edition, corrected, columns, factsAffected },
    selection,
  );
  const value = selection.isCertain
    ? describeIntake({ edition, columns, corrected, selection, responses })
    : undefined;
  return { value, diagnostics: [...before, ...diagnostics] };
}

/** The answers of the rows that count, and all that is wrong with corrections, choice of rows and cells. */
function readSample(
  context: Omit<AnswerContext, "parts">,
  selection: Selection,
): { readonly responses: readonly Response[]; readonly diagnostics: readonly Diagnostic[] } {
  const { edition, corrected, columns } = context;
  const { questionnaire } = edition;
  const { sheet } = corrected;
  const parts = new Map(
    questionnaire.questions.map((question) => [question.name, questionParts(question)]),
  );
  const read = selection.kept.map((kept) => readAnswers({ ...context, parts }, kept));
  const texts = summariseTexts(
    { questionnaire, sheet, columns, rows: selection.kept.map(({ row }) => row) },
    read.flatMap(({ faults }) => faults),
  );
  return {
    responses: read.map(({ response }) => response),
    diagnostics: [
      ...withoutDisputes(corrected, texts.columns),
      ...selection.diagnostics,
      ...texts.diagnostics,
    ],
  };
}

/** What the ledger's lines gave to say, except where a column that holds texts fits none of them. */
function withoutDisputes(
  { diagnostics, disputed }: CorrectedSurvey,
  columns: ReadonlySet<number>,
): readonly Diagnostic[] {
  const said = new Set(
    [...disputed].flatMap(([cell, about]) => (columns.has(columnOfCell(cell)) ? about : [])),
  );
  return diagnostics.filter((diagnostic) => !said.has(diagnostic));
}

function columnOf(sheet: SurveySheet, wanted: string): number | undefined {
  return [...sheet.headings].find(([, heading]) => heading === wanted)?.[0];
}

function describeIntake(parts: {
  readonly edition: Edition;
  readonly columns: ColumnMap;
  readonly corrected: CorrectedSurvey;
  readonly selection: Selection;
  readonly responses: readonly Response[];
}): Intake {
  const { columns, corrected, selection } = parts;
  return {
    responses: parts.responses,
    counts: selection.counts,
    dialect,
    sheet: corrected.sheet.name,
    columns: new Map([...columns].map(([part, column]) => [part, columnLetters(column)])),
    correctionsApplied: correctionsByReason(corrected, selection),
    otherTexts: collectOtherTexts(parts.edition, columns, selection),
  };
}

/** Corrections of responses that count, and exclusions of responses that otherwise could. */
function correctionsByReason(
  corrected: CorrectedSurvey,
  selection: Selection,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { line, row } of corrected.applied)
    if (selection.concerns.has(row)) counts.set(line.reason, (counts.get(line.reason) ?? 0) + 1);
  return counts;
}

/** Texts under "other", and remarks; the name of the municipality is none. */
function collectOtherTexts(
  edition: Edition,
  columns: ColumnMap,
  selection: Selection,
): Intake["otherTexts"] {
  const parts = edition.questionnaire.questions.flatMap((question) =>
    questionParts(question)
      .filter(
        (part) => isOwnWords(question.kind, part) && question.name !== municipalityQuestionName,
      )
      .map((part) => ({ question: question.name, column: columns.get(part.name) ?? 0 })),
  );
  return selection.kept.flatMap(({ row }) =>
    parts.flatMap(({ question, column }) => {
      const text = cellText(row.cells.get(column));
      const cell = `${columnLetters(column)}${row.row}`;
      return text === "" ? [] : [{ question, response: row.id, cell, text }];
    }),
  );
}

function isOwnWords(kind: string, part: QuestionPart): boolean {
  return part.role.kind === "other" || kind === "text";
}
