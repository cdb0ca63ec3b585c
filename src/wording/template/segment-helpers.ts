import type { Fact, Facts } from "../../facts/fact.ts";
import { isHidden } from "../../facts/is-hidden.ts";
import type { Cut, Segment } from "../../facts/segment.ts";
import { nameFact, subjectOf } from "./fact-name.ts";
import { figures, segmentOf } from "./figure-helpers.ts";
import { findFact, findPrintableFact } from "./find-fact.ts";
import type { Helpers, Values } from "./helper.ts";
import { findReference, isDiagnostic } from "./knowledge.ts";
import { sayShare } from "./say-share.ts";
import { markPrinted, type Scene } from "./scene.ts";

const cuts: readonly Cut[] = ["region", "province", "nature"];

/** Helpers for texts that are written once and said of every segment. */
export const segmentHelpers: Helpers = {
  "each-segment": {
    kind: "block",
    takes: [],
    options: { cut: { oneOf: cuts } },
    rounds: (values, { facts }) =>
      listDistinct(facts, values.textOption("cut")).map(({ id }) => ({
        values: new Map([["here", id]]),
      })),
  },
  fact: {
    kind: "value",
    takes: ["fact"],
    options: { in: "segment" },
    value: (values) => {
      const segment = segmentOf(values);
      return segment === "all" ? values.text(0) : `${values.text(0)}@${segment}`;
    },
  },
  "has-base": {
    kind: "value",
    takes: ["question"],
    options: { in: "segment", least: "number" },
    value: (values, scene) =>
      baseOf(values.text(0), values, scene) >= (values.numberOption("least") ?? 1),
  },
  "is-shown": {
    kind: "value",
    takes: ["fact"],
    options: { in: "segment" },
    value: (values, scene) => {
      const segment = segmentOf(values);
      const id = segment === "all" ? values.text(0) : `${values.text(0)}@${segment}`;
      const fact = findFact(id, scene);
      return fact.value !== null && !isHidden(fact);
    },
  },
  "is-in": {
    kind: "value",
    takes: ["segment", "segment-perhaps"],
    value: (values, { facts }) => {
      const [inner, outer] = [values.text(0), values.text(1)].map((id) =>
        facts.segments.find((segment) => segment.id === id),
      );
      return inner !== undefined && outer !== undefined && liesIn(inner, outer);
    },
  },
  portion: {
    kind: "text",
    takes: ["reference"],
    options: { in: "segment", "at-least": "number" },
    ...(figures.share?.check ? { check: figures.share.check } : {}),
    print: (values, scene) => markPrinted(sayShare(shareFact(values, scene), scene.words), scene),
  },
};

/** The segments of a cut, without those that are a segment of a coarser cut as well: Brussels is no province. */
export function listDistinct(facts: Facts, cut: string | undefined): readonly Segment[] {
  const coarser = facts.segments.filter((segment) => segment.cut === "region");
  return facts.segments.filter(
    (segment) =>
      segment.cut === cut &&
      (cut !== "province" ||
        !coarser.some(
          (region) =>
            region.municipalities.length === segment.municipalities.length &&
            liesIn(segment, region),
        )),
  );
}

function liesIn(inner: Segment, outer: Segment): boolean {
  const members = new Set(outer.municipalities);
  return inner.municipalities.every((municipality) => members.has(municipality));
}

/** How many answered a question, or the first row of a matrix. */
function baseOf(name: string, values: Values, scene: Scene): number {
  const matrix = scene.edition.questionnaire.matrices.get(name);
  const question = matrix?.questions[0] ?? name;
  return findFact(nameFact(question, "count", segmentOf(values)), scene).base;
}

function shareFact(values: Values, scene: Scene): Fact {
  const reference = findReference(values.text(0), scene.edition);
  if (isDiagnostic(reference)) throw new Error(`unchecked reference ${values.text(0)}`);
  const atLeast = values.numberOption("at-least");
  const statistic = atLeast === undefined ? "share" : `share-at-least-${atLeast}`;
  return findPrintableFact(nameFact(subjectOf(reference), statistic, segmentOf(values)), scene);
}
