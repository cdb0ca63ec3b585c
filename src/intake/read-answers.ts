import { answerNotAsked } from "../diagnostics/catalogue/data.ts";
import type { Context, Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import type { Question } from "../edition/questionnaire.ts";
import type { Municipality } from "../edition/register.ts";
import { type CorrectedSurvey, cellKey } from "./apply-ledger.ts";
import { blameCell } from "./blame-cell.ts";
import { describeQuestion } from "./describe-question.ts";
import type { ColumnMap } from "./map-columns.ts";
import { type AnswerProblem, type ParsedAnswer, parseAnswer } from "./parse-answer.ts";
import type { QuestionPart } from "./question-parts.ts";
import { describeCondition, holds, type Known } from "./relevance.ts";
import type { Answer, Response } from "./response.ts";
import type { KeptRow } from "./select-responses.ts";
import { cellText } from "./survey-sheet.ts";

/** Ids of the facts that rest on a municipality's answer to a question. */
export type FactsAffected = (question: Question, municipality: Municipality) => readonly string[];

export interface AnswerContext {
  readonly edition: Edition;
  readonly corrected: CorrectedSurvey;
  readonly columns: ColumnMap;
  /** By question name. */
  readonly parts: ReadonlyMap<string, readonly QuestionPart[]>;
  readonly factsAffected: FactsAffected;
}

/** A fault of one cell. */
export interface AnswerFault {
  readonly question: Question;
  readonly part: QuestionPart;
  /** What the cell holds. */
  readonly text: string;
  readonly diagnostic: Diagnostic;
}

/**
 * Types all answers of one kept row and tells not asked from not answered. A cell that cannot be read is an error and
 * leaves no answer; so does an answer to a question whose condition was false. A cell about which a line of the ledger
 * is an error already is not said again.
 */
export function readAnswers(
  context: AnswerContext,
  kept: KeptRow,
): { readonly response: Response; readonly faults: readonly AnswerFault[] } {
  const { edition, corrected, columns, parts } = context;
  const { row, municipality } = kept;
  const cellOf = (part: QuestionPart) => row.cells.get(columns.get(part.name) ?? 0);
  const parsed = new Map(
    edition.questionnaire.questions.map((question) => [
      question.name,
      parseAnswer(question, parts.get(question.name) ?? [], cellOf),
    ]),
  );
  const isAsked = askedIn(edition, parsed);
  const answers = new Map<string, Answer>();
  const faults: AnswerFault[] = [];
  for (const question of edition.questionnaire.questions) {
    const answer = parsed.get(question.name) ?? nothing;
    const asked = isAsked(question.name);
    answers.set(question.name, stateOf(answer, asked));
    for (const problem of problemsOf(question, answer, asked)) {
      const { part } = problem;
      if (corrected.disputed.has(cellKey(row.row, columns.get(part.name) ?? 0))) continue;
      const diagnostic = place(context, kept, question, problem);
      faults.push({ question, part, text: cellText(cellOf(part)), diagnostic });
    }
  }
  return { response: { id: row.id, row: row.row, municipality, answers }, faults };
}

const nothing: ParsedAnswer = { filled: [], value: undefined, problems: [] };

function stateOf(answer: ParsedAnswer, asked: boolean | undefined): Answer {
  if (asked === false) return { state: "not-asked" };
  /** Whether it was asked rests on a cell that cannot be read: an error already; empty boxes say nothing then. */
  if (asked === undefined && answer.filled.length === 0) return { state: "not-asked" };
  return answer.value === undefined
    ? { state: "no-answer" }
    : { state: "answered", value: answer.value };
}

/** Where the question was not asked, the answer is the problem, whatever it says. */
function problemsOf(
  question: Question,
  answer: ParsedAnswer,
  asked: boolean | undefined,
): readonly AnswerProblem[] {
  const { relevant } = question;
  if (asked !== false || relevant === undefined) return answer.problems;
  const details = { question: question.name, condition: describeCondition(relevant) };
  return answer.filled.map((part) => ({
    part,
    wanted: "",
    describe: (context: Context) => answerNotAsked(details, context),
  }));
}

/** Whether each question was asked: conditions see no answer where the question they name was not asked itself. */
function askedIn(
  edition: Edition,
  parsed: ReadonlyMap<string, ParsedAnswer>,
): (question: string) => boolean | undefined {
  const known = new Map<string, boolean | undefined>();
  const answerTo = (name: string): Known => {
    const asked = isAsked(name);
    const answer = parsed.get(name);
    if (asked === false || answer === undefined) return "empty";
    if (asked === undefined) return "unreadable";
    return answer.value ?? (answer.problems.some(isFatal) ? "unreadable" : "empty");
  };
  const isAsked = (name: string): boolean | undefined => {
    if (known.has(name)) return known.get(name);
    /** Seen while it is being worked out, a question of a circle of conditions counts as asked. */
    known.set(name, true);
    const relevant = edition.questionnaire.byName.get(name)?.relevant;
    const asked = relevant === undefined ? true : holds(relevant, answerTo);
    known.set(name, asked);
    return asked;
  };
  return isAsked;
}

function isFatal({ wanted }: AnswerProblem): boolean {
  return wanted !== undefined;
}

function place(
  { edition, corrected, columns, factsAffected }: AnswerContext,
  { row, municipality }: KeptRow,
  question: Question,
  { part, describe, wanted, suggestions = [], hint }: AnswerProblem,
): Diagnostic {
  const column = columns.get(part.name) ?? 0;
  const fault = { question: part.name, wanted: wanted ?? "" };
  const blame = blameCell(edition, corrected, row, column, fault);
  return describe({
    place: blame.place,
    notes: [...blame.notes, describeQuestion(edition.questionnaire, question)],
    hints: [
      ...(suggestions.length === 0 ? [] : [`Did you mean ${suggestions.join(", ")}?`]),
      hint ?? blame.hint,
    ],
    affects: wanted === undefined ? [] : factsAffected(question, municipality),
  });
}
