import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { choiceNames } from "./choice-names.ts";
import type { Question } from "./questionnaire.ts";
import type { Condition } from "./relevant-condition.ts";

/**
 * Checks that a condition asks about questions that are asked before, and about choices that they have.
 *
 * @param place the cell of the condition
 * @param row the row in sheet "survey" that the condition stands in
 */
export function checkCondition(
  condition: Condition,
  byName: ReadonlyMap<string, Question>,
  place: Place,
  row: number,
): readonly Diagnostic[] {
  if (condition.kind === "all" || condition.kind === "any") {
    return condition.conditions.flatMap((each) => checkCondition(each, byName, place, row));
  }
  if (condition.kind === "not") return checkCondition(condition.condition, byName, place, row);
  const question = byName.get(condition.question);
  if (!question) {
    const near = suggest(condition.question, byName.keys());
    const hints = near.map((name) => `Did you mean "${name}"?`);
    const details = { question: condition.question };
    return [catalogue.relevantUnknownQuestion(details, { place, hints })];
  }
  if (question.row >= row) {
    const hints = ["A condition can only depend on an answer that has been given already."];
    return [catalogue.relevantLaterQuestion({ question: question.name }, { place, hints })];
  }
  return condition.kind === "selected"
    ? checkChoice(question, condition.choice, place)
    : checkComparison(question, condition, place);
}

function checkChoice(question: Question, choice: string, place: Place): readonly Diagnostic[] {
  const known = choiceNames(question);
  if (known.length === 0) {
    const problem = `selected() needs a question with choices; this is one of type ${question.kind}`;
    return [catalogue.relevantWrongComparison({ question: question.name, problem }, { place })];
  }
  if (known.includes(choice)) return [];
  const near = suggest(choice, known);
  const hints =
    near.length > 0
      ? near.map((name) => `Did you mean "${name}"?`)
      : [`Its choices are: ${known.join(", ")}.`];
  return [catalogue.relevantUnknownChoice({ question: question.name, choice }, { place, hints })];
}

function checkComparison(
  question: Question,
  condition: Condition & { readonly kind: "compare" },
  place: Place,
): readonly Diagnostic[] {
  const { operator, value } = condition;
  const wrong = (problem: string): readonly Diagnostic[] => [
    catalogue.relevantWrongComparison({ question: question.name, problem }, { place }),
  ];
  // An empty text asks whether there is an answer at all, which any question can be asked.
  if (value === "" && (operator === "=" || operator === "!=")) return [];
  switch (question.kind) {
    case "select-one":
      if (operator === "=" || operator === "!=") return checkChoice(question, String(value), place);
      return wrong("choices have no order; use = and !=");
    case "select-multiple":
    case "rank":
      return wrong("it has several answers; use selected()");
    case "range":
    case "integer":
    case "decimal":
      return typeof value === "number" || isNumber(value)
        ? []
        : wrong(`"${value}" is not a number`);
    case "text":
      return operator === "=" || operator === "!="
        ? []
        : wrong("texts have no order; use = and !=");
  }
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
