import type { Question } from "../edition/questionnaire.ts";
import type { Statistic } from "../facts/fact.ts";
import type { Cut } from "../facts/segment.ts";
import type { ChartForm } from "./chart.ts";
import { checkForm } from "./check-form.ts";

/** Best first: the first that can show the questions is taken. */
const wishes = {
  choices: ["sorted-bars"],
  "choices by segment": ["stacked-bars", "small-multiples"],
  "choices of a matrix": ["stacked-bars"],
  scale: ["diverging-bars", "stacked-bars", "sorted-bars", "small-multiples"],
  "several choices": ["sorted-bars", "small-multiples"],
  rank: ["ranking", "small-multiples"],
  score: ["distribution", "dots-with-intervals"],
  scores: ["dots-with-intervals"],
  amount: ["quartiles"],
  text: [],
} as const satisfies Readonly<Record<string, readonly ChartForm[]>>;

/**
 * The form that a question, or the rows of a matrix, are drawn in where their specification names none; undefined
 * where none fits. Free text is never printed.
 */
export function defaultForm(
  questions: readonly Question[],
  cuts: readonly Cut[],
): ChartForm | undefined {
  const wished: readonly ChartForm[] = wishes[subjectOf(questions, cuts)];
  return wished.find((form) => checkForm({ form, questions, cuts }).length === 0);
}

function subjectOf(questions: readonly Question[], cuts: readonly Cut[]): keyof typeof wishes {
  const [question] = questions;
  switch (question?.kind) {
    case "select-one":
      if (question.isLikert) return "scale";
      if (questions.length > 1) return "choices of a matrix";
      return cuts.length > 0 ? "choices by segment" : "choices";
    case "select-multiple":
      return "several choices";
    case "rank":
      return "rank";
    case "range":
      return questions.length > 1 ? "scores" : "score";
    case "integer":
    case "decimal":
      return "amount";
    default:
      return "text";
  }
}

/** What the bars of a question with choices show: of a ranking, who put the choice first. */
export function shareStatistic(question: Question): Statistic {
  return question.kind === "rank" ? "rank-1" : "share";
}
