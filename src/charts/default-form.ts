import type { Question } from "../edition/questionnaire.ts";
import type { Statistic } from "../facts/fact.ts";
import type { Cut } from "../facts/segment.ts";
import type { ChartForm } from "./chart.ts";

/** The form that a question is drawn in where its specification names none; undefined where none fits. */
export function defaultForm(question: Question, cut: Cut | null): ChartForm | undefined {
  switch (question.kind) {
    case "select-one":
    case "select-multiple":
    case "rank":
      return cut ? "grouped-bars" : "sorted-bars";
    case "range":
      return cut ? "dots-with-intervals" : "distribution";
    // Amounts are told by median and quartiles, in tables; free text is never printed.
    case "integer":
    case "decimal":
    case "text":
      return undefined;
  }
}

/** What the bars of a question with choices show: of a ranking, who put the choice first. */
export function shareStatistic(question: Question): Statistic {
  return question.kind === "rank" ? "rank-1" : "share";
}
