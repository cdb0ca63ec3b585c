import {
  betweenSteps,
  errorInCell,
  outOfRange,
  rankGap,
  repeatedRank,
  strayOtherText,
  textForNumber,
  unknownChoice,
} from "../diagnostics/catalogue/data.ts";
import type { Context, Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Question } from "../edition/questionnaire.ts";
import type { CellValue } from "../workbook/workbook.ts";
import { describeCellError } from "./describe-cell-error.ts";
import { parseNumber } from "./parse-number.ts";
import type { QuestionPart } from "./question-parts.ts";
import type { AnswerValue } from "./response.ts";
import { cellText } from "./survey-sheet.ts";

/** The name under which an answer in one's own words is counted. */
export const otherChoice = "other";
/** What LimeSurvey writes where "other" was chosen, and where a box was ticked. */
const otherCode = "-oth-";
const tickedCode = "Y";

/** The cells of one question, read. */
export interface ParsedAnswer {
  /** Parts whose cell is not empty. */
  readonly filled: readonly QuestionPart[];
  /** Undefined where nothing was answered, and where a problem leaves no answer. */
  readonly value: AnswerValue | undefined;
  readonly problems: readonly AnswerProblem[];
}

export interface AnswerProblem {
  /** The part whose cell is to blame. */
  readonly part: QuestionPart;
  readonly describe: (context: Context) => Diagnostic;
  /** What the ledger should say instead, for a hint: "<0 to 10>"; absent where no correction is needed. */
  readonly wanted?: string;
  readonly suggestions?: readonly string[];
  /** The next step, where it is not a correction in the ledger. */
  readonly hint?: string;
}

/** A part with its text, which is never empty. */
interface Filled {
  readonly part: QuestionPart;
  readonly text: string;
}

/**
 * Types the cells of one question. Texts stay as written; codes become the names of the questionnaire; numbers keep
 * their limits; `parts` are the question's. A multi-select always has a value: boxes left empty are an answer of those who were asked.
 */
export function parseAnswer(
  question: Question,
  parts: readonly QuestionPart[],
  cellOf: (part: QuestionPart) => CellValue | undefined,
): ParsedAnswer {
  const cells = parts.map((part) => ({ part, cell: cellOf(part) }));
  const filled = cells
    .map(({ part, cell }) => ({ part, text: cellText(cell) }))
    .filter(({ text }) => text !== "");
  const errors = cells.flatMap(({ part, cell }) => spreadsheetError(question, part, cell));
  const parsed = errors.length > 0 ? { problems: errors } : parseFilled(question, filled);
  return {
    filled: filled.map(({ part }) => part),
    value: "value" in parsed ? parsed.value : undefined,
    problems: parsed.problems,
  };
}

interface Parsed {
  readonly value?: AnswerValue;
  readonly problems: readonly AnswerProblem[];
}

function spreadsheetError(
  question: Question,
  part: QuestionPart,
  cell: CellValue | undefined,
): readonly AnswerProblem[] {
  if (typeof cell !== "object") return [];
  const { error, hint } = describeCellError(cell.error);
  const details = { error, question: question.name };
  const describe = (context: Context) => errorInCell(details, context);
  return [{ part, wanted: "<answer>", describe, ...(hint === undefined ? {} : { hint }) }];
}

function parseFilled(question: Question, filled: readonly Filled[]): Parsed {
  const [first] = filled;
  switch (question.kind) {
    case "select-multiple":
      return parseBoxes(question, filled);
    case "rank":
      return first === undefined ? { problems: [] } : parseRanking(question, filled);
    case "select-one":
      return parseChoice(question, filled);
    case "text":
      return first === undefined
        ? { problems: [] }
        : { value: { kind: "text", text: first.text }, problems: [] };
    default:
      return first === undefined ? { problems: [] } : parseNumberAnswer(question, first);
  }
}

function parseChoice(question: Question, filled: readonly Filled[]): Parsed {
  const answer = filled.find(({ part }) => part.role.kind === "answer");
  const other = filled.find(({ part }) => part.role.kind === "other");
  const isOther = question.hasOther && answer?.text === otherCode;
  const stray = other === undefined || isOther ? [] : [strayText(question, other.part)];
  if (answer === undefined) return { problems: stray };
  if (isOther)
    return {
      value: {
        kind: "choice",
        choice: otherChoice,
        ...(other === undefined ? {} : { other: other.text }),
      },
      problems: [],
    };
  const choice = question.choices.find(({ code }) => code === answer.text);
  if (choice === undefined) return { problems: [...stray, notAChoice(question, answer)] };
  return { value: { kind: "choice", choice: choice.name }, problems: stray };
}

function strayText(question: Question, part: QuestionPart): AnswerProblem {
  return { part, describe: (context) => strayOtherText({ question: question.name }, context) };
}

function notAChoice(question: Question, { part, text }: Filled): AnswerProblem {
  const codes =
    part.role.kind === "box"
      ? [tickedCode]
      : [...question.choices.map(({ code }) => code), ...(question.hasOther ? [otherCode] : [])];
  const details = { question: part.name, code: text, known: codes };
  return {
    part,
    wanted: part.role.kind === "box" ? "<Y or empty>" : `<${codes.join(" or ")}>`,
    suggestions: suggest(text, codes, 1),
    describe: (context) => unknownChoice(details, context),
  };
}

function parseBoxes(question: Question, filled: readonly Filled[]): Parsed {
  const ticked = filled.flatMap(({ part, text }) =>
    part.role.kind === "box" && text === tickedCode ? [part.role.choice.name] : [],
  );
  const problems = filled
    .filter(({ part, text }) => part.role.kind === "box" && text !== tickedCode)
    .map((box) => notAChoice(question, box));
  if (problems.length > 0) return { problems };
  const other = filled.find(({ part }) => part.role.kind === "other");
  const choices = new Set(other === undefined ? ticked : [...ticked, otherChoice]);
  const value = { kind: "choices", choices, ...(other ? { other: other.text } : {}) } as const;
  return { value, problems: [] };
}

function parseRanking(question: Question, filled: readonly Filled[]): Parsed {
  const problems: AnswerProblem[] = [];
  const ranks = new Map<string, number>();
  filled.forEach((cell, index) => {
    const { part, text } = cell;
    if (part.role.kind !== "rank") return;
    const { rank } = part.role;
    const choice = question.choices.find(({ code }) => code === text)?.name;
    if (choice === undefined) {
      problems.push(notAChoice(question, cell));
      return;
    }
    const missing = index + 1;
    if (rank > missing && problems.length === 0)
      problems.push({
        part,
        describe: (context) => rankGap({ question: question.name, missing }, context),
        wanted: "<empty>",
      });
    const earlier = ranks.get(choice);
    if (earlier === undefined) ranks.set(choice, rank);
    else
      problems.push({
        part,
        describe: (context) =>
          repeatedRank({ question: question.name, choice, ranks: [earlier, rank] }, context),
        wanted: "<another choice's code or empty>",
      });
  });
  if (problems.length > 0) return { problems };
  return { value: { kind: "ranking", choices: [...ranks.keys()] }, problems };
}

function parseNumberAnswer(question: Question, { part, text }: Filled): Parsed {
  const { kind, name, scale } = question;
  const number = parseNumber(text);
  const limits = scale === undefined ? undefined : `<${scale.minimum} to ${scale.maximum}>`;
  const problem = (describe: AnswerProblem["describe"]): Parsed => ({
    problems: [{ part, describe, wanted: limits ?? "<number>" }],
  });
  if (number === undefined) {
    const expected = kind === "range" ? "score" : kind === "integer" ? "whole number" : "number";
    return problem((context) => textForNumber({ expected }, context));
  }
  if (scale !== undefined && (number < scale.minimum || number > scale.maximum)) {
    const { minimum, maximum } = scale;
    return problem((context) =>
      outOfRange({ question: name, value: number, minimum, maximum }, context),
    );
  }
  const step = kind === "integer" ? 1 : kind === "range" ? scale?.step : undefined;
  if (step !== undefined && !isOnStep(number, scale?.minimum ?? 0, step))
    return problem((context) => betweenSteps({ question: name, value: number, step }, context));
  return { value: { kind: "number", number }, problems: [] };
}

/** Steps such as 0.1 have no exact binary form: a billionth of a step is tolerated. */
function isOnStep(number: number, minimum: number, step: number): boolean {
  const steps = (number - minimum) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}
