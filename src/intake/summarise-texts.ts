import { group } from "d3-array";
import { strayOtherText, textsForCodes, unknownChoice } from "../diagnostics/catalogue/data.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Questionnaire } from "../edition/questionnaire.ts";
import { describeQuestion } from "./describe-question.ts";
import type { ColumnMap } from "./map-columns.ts";
import { questionParts } from "./question-parts.ts";
import type { AnswerFault } from "./read-answers.ts";
import { cellText, headingPlace, type SurveyRow, type SurveySheet } from "./survey-sheet.ts";

/** Fewer strange codes in a column may each be a slip of its own. */
const fewestTexts = 3;

interface Survey {
  readonly questionnaire: Questionnaire;
  readonly sheet: SurveySheet;
  readonly columns: ColumnMap;
  /** The rows that count. */
  readonly rows: readonly SurveyRow[];
}

/**
 * The diagnostics of all faults; a question whose columns hold texts where codes are expected, as in an export of full
 * answers, is one of them instead of one a cell. `columns` are the numbers of the columns of these questions.
 */
export function summariseTexts(
  survey: Survey,
  faults: readonly AnswerFault[],
): { readonly diagnostics: readonly Diagnostic[]; readonly columns: ReadonlySet<number> } {
  const byQuestion = group(faults, ({ question }) => question.name);
  const summaries = new Map(
    [...byQuestion].flatMap(([name, own]): [string, Diagnostic][] => {
      const summary = summarise(survey, own);
      return summary === undefined ? [] : [[name, summary]];
    }),
  );
  const replaced: readonly string[] = [unknownChoice.code, strayOtherText.code];
  const others = faults.filter(
    ({ question, diagnostic }) =>
      !summaries.has(question.name) || !replaced.includes(diagnostic.code),
  );
  const columns = survey.questionnaire.questions
    .filter(({ name }) => summaries.has(name))
    .flatMap(questionParts)
    .flatMap(({ name }) => survey.columns.get(name) ?? []);
  return {
    diagnostics: [...summaries.values(), ...others.map(({ diagnostic }) => diagnostic)],
    columns: new Set(columns),
  };
}

/** Undefined where no column of the question holds mostly texts. */
function summarise(survey: Survey, faults: readonly AnswerFault[]): Diagnostic | undefined {
  const { questionnaire, sheet, columns, rows } = survey;
  const unknown = faults.filter(({ diagnostic }) => diagnostic.code === unknownChoice.code);
  const byPart = group(unknown, ({ part }) => part.name);
  const [fault] = unknown;
  if (fault === undefined) return undefined;
  const textual = questionParts(fault.question).flatMap((part) => {
    const column = columns.get(part.name);
    const texts = byPart.get(part.name) ?? [];
    if (column === undefined || texts.length < fewestTexts) return [];
    const filled = rows.filter((row) => cellText(row.cells.get(column)) !== "").length;
    return texts.length * 2 > filled ? [{ part, column, example: texts[0]?.text ?? "" }] : [];
  });
  const [first] = textual;
  if (first === undefined) return undefined;
  return textsForCodes(
    {
      question: fault.question.name,
      headings: textual.map(({ part }) => part.code),
      example: first.example,
    },
    {
      place: headingPlace(sheet, first.column),
      notes: [describeQuestion(questionnaire, fault.question)],
      hints: ["In LimeSurvey, export the responses again with “Answer codes”."],
      affects: [...new Set(unknown.flatMap(({ diagnostic }) => diagnostic.affects))],
    },
  );
}
