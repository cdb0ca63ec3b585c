import type { Condition } from "../edition/relevant-condition.ts";
import type { AnswerValue } from "./response.ts";

/** What a condition can know about a question: its answer, that there is none, or that its cell cannot be read. */
export type Known = AnswerValue | "empty" | "unreadable";

/**
 * Whether a condition of the form holds, as XPath in an XLSForm computes it: an empty answer is the text "", a text
 * that is no number is less, equal or greater than none. Undefined where it rests on an answer that cannot be read.
 */
export function holds(
  condition: Condition,
  answerTo: (question: string) => Known,
): boolean | undefined {
  switch (condition.kind) {
    case "all":
      return junction(condition.conditions, answerTo, false);
    case "any":
      return junction(condition.conditions, answerTo, true);
    case "not": {
      const inner = holds(condition.condition, answerTo);
      return inner === undefined ? undefined : !inner;
    }
    case "selected": {
      const known = answerTo(condition.question);
      return known === "unreadable" ? undefined : names(known).includes(condition.choice);
    }
    case "compare": {
      const known = answerTo(condition.question);
      return known === "unreadable" ? undefined : compares(known, condition);
    }
  }
}

/** One condition that equals `decisive` decides; else one that cannot be told leaves all open. */
function junction(
  conditions: readonly Condition[],
  answerTo: (question: string) => Known,
  decisive: boolean,
): boolean | undefined {
  const results = conditions.map((condition) => holds(condition, answerTo));
  if (results.includes(decisive)) return decisive;
  return results.includes(undefined) ? undefined : !decisive;
}

function compares(
  known: Exclude<Known, "unreadable">,
  { operator, value }: Extract<Condition, { readonly kind: "compare" }>,
): boolean {
  const text = names(known).join(" ");
  const number = text === "" ? Number.NaN : Number(text);
  switch (operator) {
    case "=":
      return typeof value === "number" ? number === value : text === value;
    case "!=":
      return typeof value === "number" ? number !== value : text !== value;
    case "<":
      return number < Number(value);
    case "<=":
      return number <= Number(value);
    case ">":
      return number > Number(value);
    case ">=":
      return number >= Number(value);
  }
}

function names(known: Exclude<Known, "unreadable">): readonly string[] {
  if (known === "empty") return [];
  switch (known.kind) {
    case "choice":
      return [known.choice];
    case "choices":
      return [...known.choices];
    case "ranking":
      return known.choices;
    case "number":
      return [String(known.number)];
    case "text":
      return [known.text];
  }
}

/** Names of the questions on which a condition rests. */
export function questionsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.conditions.flatMap(questionsOf);
    case "not":
      return questionsOf(condition.condition);
    case "selected":
    case "compare":
      return [condition.question];
  }
}

/** A condition for people: "engagement is not none and monitoring is not no". */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case "all":
      return condition.conditions.map(bracketed).join(" and ");
    case "any":
      return condition.conditions.map(bracketed).join(" or ");
    case "not":
      return `not (${describeCondition(condition.condition)})`;
    case "selected":
      return `${condition.choice} is ticked in ${condition.question}`;
    case "compare":
      return `${condition.question} ${operatorWords[condition.operator]} ${condition.value === "" ? "empty" : condition.value}`;
  }
}

const operatorWords = {
  "=": "is",
  "!=": "is not",
  "<": "is below",
  "<=": "is at most",
  ">": "is above",
  ">=": "is at least",
} as const;

function bracketed(condition: Condition): string {
  const text = describeCondition(condition);
  return condition.kind === "any" ? `(${text})` : text;
}
