import jsep from "jsep";
import type { Condition } from "./relevant-condition.ts";

/** What a `relevant` says: a condition, or why it cannot be read. */
export type ParsedRelevant =
  | { readonly condition: Condition; readonly problem?: undefined }
  | { readonly problem: string };

class RelevantProblem extends Error {}

// The parser speaks JavaScript; here it learns the operators of XPath that forms use, and no others.
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.addUnaryOp("-");
jsep.addBinaryOp("or", 1);
jsep.addBinaryOp("and", 2);
for (const operator of ["=", "!="]) jsep.addBinaryOp(operator, 3);
for (const operator of ["<", "<=", ">", ">="]) jsep.addBinaryOp(operator, 4);

const comparisons = ["=", "!=", "<", "<=", ">", ">="] as const;
type Comparison = (typeof comparisons)[number];
/** `3 < ${q}` is read as `${q} > 3`. */
const turned: Readonly<Record<Comparison, Comparison>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/**
 * Parses a condition of the form: `${q} = 'x'`, `!=`, `<`, `<=`, `>`, `>=`, `selected(${q}, 'x')`, `and`, `or`,
 * `not(…)`, brackets. Whether the questions and choices exist is checked elsewhere.
 */
export function parseRelevant(text: string): ParsedRelevant {
  const questions: string[] = [];
  // A question becomes an identifier that the parser accepts: $0, $1 …
  const expression = text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\$\{\s*([^}]*?)\s*\}/g, (_, name: string) => `$${questions.push(name) - 1}`);
  try {
    return { condition: toCondition(parseExpression(expression), questions) };
  } catch (error) {
    if (error instanceof RelevantProblem) return { problem: error.message };
    throw error;
  }
}

function parseExpression(expression: string): jsep.CoreExpression {
  try {
    // The library's type is the union's base; every node it makes belongs to the union.
    return jsep(expression) as jsep.CoreExpression;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RelevantProblem(reason.replace(/ at character \d+$/, "").toLowerCase());
  }
}

function toCondition(node: jsep.CoreExpression, questions: readonly string[]): Condition {
  if (node.type === "CallExpression")
    return callToCondition(node as jsep.CallExpression, questions);
  if (node.type !== "BinaryExpression") {
    throw new RelevantProblem("a comparison of a question with a choice or a number is expected");
  }
  const { operator, left, right } = node as jsep.BinaryExpression;
  if (operator === "and" || operator === "or") {
    const kind = operator === "and" ? "all" : "any";
    const conditions = [left, right]
      .map((side) => toCondition(side as jsep.CoreExpression, questions))
      .flatMap((side) => (side.kind === kind ? side.conditions : [side]));
    return { kind, conditions };
  }
  const comparison = comparisons.find((each) => each === operator);
  if (!comparison) throw new RelevantProblem(`"${operator}" is not supported`);
  const [first, second] = [questionOf(left, questions), questionOf(right, questions)];
  if (first !== undefined && second === undefined) {
    return { kind: "compare", question: first, operator: comparison, value: literalOf(right) };
  }
  if (second !== undefined && first === undefined) {
    return {
      kind: "compare",
      question: second,
      operator: turned[comparison],
      value: literalOf(left),
    };
  }
  throw new RelevantProblem("a question is compared with a choice or a number, nothing else");
}

function callToCondition(node: jsep.CallExpression, questions: readonly string[]): Condition {
  const { callee, arguments: given } = node;
  const name = callee.type === "Identifier" ? String(callee.name) : "";
  const [first, second] = given;
  if (name === "not" && first && given.length === 1) {
    return { kind: "not", condition: toCondition(first as jsep.CoreExpression, questions) };
  }
  if (name === "selected" && first && second && given.length === 2) {
    const question = questionOf(first, questions);
    if (question === undefined)
      throw new RelevantProblem(`selected() begins with a question, such as selected(\${areas}, …`);
    return { kind: "selected", question, choice: String(literalOf(second)) };
  }
  throw new RelevantProblem(`${name}() is not supported; use selected() and not()`);
}

function questionOf(node: jsep.Expression, questions: readonly string[]): string | undefined {
  const index = node.type === "Identifier" ? /^\$(\d+)$/.exec(String(node.name)) : undefined;
  return index ? questions[Number(index[1])] : undefined;
}

function literalOf(node: jsep.Expression): string | number {
  const { value } = node;
  if (node.type === "Literal" && (typeof value === "string" || typeof value === "number")) {
    return value;
  }
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const number = literalOf(node.argument as jsep.Expression);
    if (typeof number === "number") return -number;
  }
  throw new RelevantProblem("a choice between quotes or a number is expected");
}
