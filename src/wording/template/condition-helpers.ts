import { findFact } from "./find-fact.ts";
import { type Helpers, never, once } from "./helper.ts";
import { findQuestion, isDiagnostic, segmentIds } from "./knowledge.ts";
import type { Scene } from "./scene.ts";
import type { Value } from "./template.ts";

/** Helpers that decide whether a part of a text is printed. */
export const conditionHelpers: Helpers = {
  asked: {
    kind: "block",
    takes: ["question-perhaps"],
    isPossible: (values, { edition }) => !isDiagnostic(findQuestion(values.text(0), edition)),
    rounds: (values, { edition }) =>
      isDiagnostic(findQuestion(values.text(0), edition)) ? never : once,
  },
  "has-segment": {
    kind: "block",
    takes: ["segment-perhaps"],
    isPossible: (values, { edition }) => segmentIds(edition).includes(values.text(0)),
    rounds: (values, { edition }) => (segmentIds(edition).includes(values.text(0)) ? once : never),
  },
  exceeds: {
    kind: "value",
    takes: ["fact", "fact-or-number"],
    value: (values, scene) => {
      const left = amount(values.positional[0] ?? "", scene);
      const right = amount(values.positional[1] ?? "", scene);
      return left !== null && right !== null && left > right;
    },
  },
  "equals-printed": {
    kind: "value",
    takes: ["fact", "fact"],
    value: (values, scene) => {
      const print = (index: number) => scene.words.fact(findFact(values.text(index), scene)).text;
      return print(0) === print(1);
    },
  },
};

/** Null where a fact is hidden or empty: nothing exceeds it, and it exceeds nothing. */
function amount(value: Value, scene: Scene): number | null {
  return typeof value === "number" ? value : findFact(String(value), scene).value;
}
