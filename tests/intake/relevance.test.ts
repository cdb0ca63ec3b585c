import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/edition/relevant-condition.ts";
import { describeCondition, holds, type Known } from "../../src/intake/relevance.ts";

const known: Readonly<Record<string, Known>> = {
  stage: { kind: "choice", choice: "running" },
  tools: { kind: "choices", choices: new Set(["report", "survey"]) },
  progress: { kind: "number", number: 0 },
  nothing: "empty",
  broken: "unreadable",
};
const result = (condition: Condition) => holds(condition, (name) => known[name] ?? "empty");

type Compare = Extract<Condition, { readonly kind: "compare" }>;
const compare = (
  question: string,
  operator: Compare["operator"],
  value: Compare["value"],
): Condition => ({ kind: "compare", question, operator, value });
const selected = (choice: string): Condition => ({ kind: "selected", question: "tools", choice });

const yes = compare("stage", "=", "running");
const no = compare("stage", "!=", "running");
const open = compare("broken", "=", "x");

describe("a condition holds as XPath computes it", () => {
  test.each<[string, Condition, boolean | undefined]>([
    ["equal texts", yes, true],
    ["unequal texts", no, false],
    ["an empty answer is the empty text", compare("nothing", "=", ""), true],
    ["an empty answer differs from every choice", compare("nothing", "!=", "running"), true],
    ["a ticked box is selected", selected("survey"), true],
    ["another box is not", selected("audit"), false],
    ["0 is a number like others", compare("progress", "<=", 0), true],
    ["0 is not above 0", compare("progress", ">", 0), false],
    ["0 equals 0", compare("progress", "=", 0), true],
    ["an empty answer is not below a number", compare("nothing", "<", 5), false],
    ["nor at least it", compare("nothing", ">=", 5), false],
    ["a number written as text is compared as one", compare("progress", "<", "5"), true],
    ["both", { kind: "all", conditions: [yes, selected("report")] }, true],
    ["both, one of them false", { kind: "all", conditions: [yes, no] }, false],
    ["either", { kind: "any", conditions: [no, yes] }, true],
    ["either, none of them true", { kind: "any", conditions: [no, no] }, false],
    ["not", { kind: "not", condition: no }, true],
  ])("%s", (_, condition, wanted) => {
    expect(result(condition)).toBe(wanted);
  });
});

describe("what rests on a cell that cannot be read is not known", () => {
  test.each<[string, Condition, boolean | undefined]>([
    ["the comparison itself", open, undefined],
    ["its opposite", { kind: "not", condition: open }, undefined],
    ["with something false, both are false", { kind: "all", conditions: [open, no] }, false],
    [
      "with something true, both are not known",
      { kind: "all", conditions: [open, yes] },
      undefined,
    ],
    ["with something true, either is true", { kind: "any", conditions: [open, yes] }, true],
    [
      "with something false, either is not known",
      { kind: "any", conditions: [open, no] },
      undefined,
    ],
  ])("%s", (_, condition, wanted) => {
    expect(result(condition)).toBe(wanted);
  });
});

test("a condition is said in words, with brackets where they matter", () => {
  const condition: Condition = {
    kind: "all",
    conditions: [
      compare("stage", "!=", "none"),
      { kind: "any", conditions: [selected("report"), compare("progress", ">=", 5)] },
      { kind: "not", condition: compare("nothing", "=", "") },
    ],
  };
  expect(describeCondition(condition)).toBe(
    "stage is not none and (report is ticked in tools or progress is at least 5) and not (nothing is empty)",
  );
});
