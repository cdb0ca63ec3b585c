import type { Note } from "../diagnostics/diagnostic.ts";
import type { Question, Questionnaire } from "../edition/questionnaire.ts";
import { maximumRank } from "./question-parts.ts";

/** A note that points at a question's row of the questionnaire and says what it accepts. */
export function describeQuestion(questionnaire: Questionnaire, question: Question): Note {
  return {
    place: {
      kind: "cell",
      file: questionnaire.file,
      sheet: "survey",
      cell: `row ${question.row}`,
    },
    message: `${question.name} is ${accepts(question)}`,
  };
}

function accepts(question: Question): string {
  const { scale } = question;
  const limits = scale === undefined ? "" : ` from ${scale.minimum} to ${scale.maximum}`;
  const other = question.hasOther ? " or one’s own words" : "";
  switch (question.kind) {
    case "select-one":
      return `one of ${question.choices.length} choices${other}`;
    case "select-multiple":
      return `any of ${question.choices.length} choices${other}`;
    case "rank":
      return `a ranking of ${maximumRank(question)} of ${question.choices.length} choices`;
    case "range":
      return `a score${limits}`;
    case "integer":
      return `a whole number${limits}${question.unit === undefined ? "" : ` (${question.unit})`}`;
    case "decimal":
      return `a number${limits}${question.unit === undefined ? "" : ` (${question.unit})`}`;
    case "text":
      return "a text";
  }
}
