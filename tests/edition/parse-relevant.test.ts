// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a form writes its questions
import { describe, expect, it } from "vitest";
import { parseRelevant } from "../../src/edition/parse-relevant.ts";
import type { Condition } from "../../src/edition/relevant-condition.ts";

function compare(
  question: string,
  operator: (Condition & { kind: "compare" })["operator"],
  value: string | number,
): Condition {
  return { kind: "compare", question, operator, value };
}

describe("a condition is read as XPath has it", () => {
  const cases: Readonly<Record<string, Condition>> = {
    "${engagement} != 'none'": compare("engagement", "!=", "none"),
    '${ engagement } = "none"': compare("engagement", "=", "none"),
    "${progress}>=5": compare("progress", ">=", 5),
    "${change} < -2.5": compare("change", "<", -2.5),
    "3 < ${progress}": compare("progress", ">", 3),
    "${remark} = ''": compare("remark", "=", ""),
    "${q-1} = ‘yes’": compare("q-1", "=", "yes"),
    "selected(${areas}, 'energy')": { kind: "selected", question: "areas", choice: "energy" },
    "selected(${scale}, 3)": { kind: "selected", question: "scale", choice: "3" },
    "not(selected(${areas}, 'energy'))": {
      kind: "not",
      condition: { kind: "selected", question: "areas", choice: "energy" },
    },
    "${a} = 'x' and ${b} = 'y' and ${c} = 'z'": {
      kind: "all",
      conditions: [compare("a", "=", "x"), compare("b", "=", "y"), compare("c", "=", "z")],
    },
    "${a} = 'x' or ${b} = 'y' and ${c} = 'z'": {
      kind: "any",
      conditions: [
        compare("a", "=", "x"),
        { kind: "all", conditions: [compare("b", "=", "y"), compare("c", "=", "z")] },
      ],
    },
    "(${a} = 'x' or ${b} = 'y') and ${c} = 'z'": {
      kind: "all",
      conditions: [
        { kind: "any", conditions: [compare("a", "=", "x"), compare("b", "=", "y")] },
        compare("c", "=", "z"),
      ],
    },
    "${android} = 'and' or ${order} = 'or'": {
      kind: "any",
      conditions: [compare("android", "=", "and"), compare("order", "=", "or")],
    },
  };
  it.each(Object.entries(cases))("%s", (text, condition) => {
    expect(parseRelevant(text)).toEqual({ condition });
  });
});

describe("what is not a condition has a problem and never throws", () => {
  it.each([
    "",
    "${a}",
    "${a} =",
    "${a} == 'x'",
    "${a} = 'x",
    "${a} = ${b}",
    "a = 'x'",
    "'x' = 'y'",
    "${a} + 1 = 2",
    "${a} = 'x' && ${b} = 'y'",
    "count-selected(${a}) > 2",
    "not(${a})",
    "selected(${a})",
    "selected('a', 'b')",
    "true()",
    "${a} = 'x' ${b} = 'y'",
    "[1, 2]",
    "a.b.c('x')",
  ])("%s", (text) => {
    const parsed = parseRelevant(text);
    expect(parsed.problem).toMatch(/\w/);
  });
});
