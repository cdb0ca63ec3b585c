import { factWithoutValue, unknownStatistic } from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Fact } from "../../facts/fact.ts";
import { isHidden } from "../../facts/is-hidden.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import { locales, noBreakSpace } from "../locale.ts";
import type { Printed } from "../printed.ts";
import { hiddenSign } from "../words.ts";
import type { ArgumentKind } from "./argument-kind.ts";
import { checkStatistic, nameFact, subjectOf } from "./fact-name.ts";
import { findFact, findPrintableFact } from "./find-fact.ts";
import type { Helpers, Signature, TextHelper, Values } from "./helper.ts";
import { findReference, isDiagnostic, type Knowledge, type Reference } from "./knowledge.ts";
import { fail, markPrinted, type Scene } from "./scene.ts";

/** A helper that prints one figure, in running text or large. */
export interface FigureHelper extends Signature {
  /** The printed figure and, where it is a number of things, that number: it decides between `one` and `other`. */
  readonly figure: (values: Values, scene: Scene) => Printed & { readonly number?: number };
}

const inSegment = { in: "segment" } as const;
const counted: Readonly<Record<string, ArgumentKind>> = {
  ...inSegment,
  one: "words",
  other: "words",
};

/** share, mean, median, q1, q3, count, base, sample, population, response-rate, interval. */
export const figures: Readonly<Record<string, FigureHelper>> = {
  share: {
    ...ofReference({ ...inSegment, "at-least": "number" }, shareStatistic),
    figure: (values, scene) => scene.words.fact(factOf(values, scene, shareStatistic)),
  },
  "rank-1": statistic("rank-1"),
  "rank-3": statistic("rank-3"),
  mean: statistic("mean"),
  median: statistic("median"),
  q1: statistic("q1"),
  q3: statistic("q3"),
  count: {
    ...ofReference({ ...counted, at: "number" }, countStatistic),
    figure: (values, scene) =>
      printNumber(factOf(values, scene, countStatistic), (fact) => fact.count, "count", scene),
  },
  base: {
    takes: ["reference"],
    options: counted,
    figure: (values, scene) => {
      const [question = ""] = values.text(0).split(".");
      const fact = findFact(nameFact(question, "count", segmentOf(values)), scene);
      return { ...printPlain(fact, fact.base, "base", scene), number: fact.base };
    },
  },
  sample: {
    takes: [],
    options: counted,
    figure: (values, scene) =>
      printNumber(sampleFact("count", values, scene), (fact) => fact.count, "count", scene),
  },
  population: {
    takes: [],
    options: counted,
    figure: (values, scene) => {
      const fact = sampleFact("count", values, scene);
      return { ...printPlain(fact, fact.population, "count", scene), number: fact.population };
    },
  },
  "response-rate": {
    takes: [],
    options: inSegment,
    figure: (values, scene) => scene.words.fact(sampleFact("response-rate", values, scene)),
  },
  interval: {
    ...ofReference({ ...inSegment, "at-least": "number" }, intervalStatistic),
    figure: (values, scene) => {
      const fact = factOf(values, scene, intervalStatistic);
      if (fact.lower === null && !isHidden(fact)) {
        fail(
          factWithoutValue,
          { id: fact.id, problem: "has no interval" },
          fact.base === fact.population ? ["Everyone answered, so the value is exact."] : [],
        );
      }
      return scene.words.interval(fact);
    },
  },
};

/** The same in running text. */
export const figureHelpers: Helpers = Object.fromEntries(
  Object.entries(figures).map(([name, helper]): [string, TextHelper] => [
    name,
    {
      kind: "text",
      takes: helper.takes,
      ...(helper.options ? { options: helper.options } : {}),
      ...(helper.check ? { check: helper.check } : {}),
      print: (values, scene) => {
        const { number, ...printed } = helper.figure(values, scene);
        return markPrinted(printed, scene) + countedNoun(number, values, scene);
      },
    },
  ]),
);

/**
 * " communes" after a number, where the template says `one=` and `other=`; a hidden number takes `other`. No line
 * ends between the two.
 */
export function countedNoun(number: number | undefined, values: Values, { words }: Scene): string {
  const isSingular = number !== undefined && locales[words.language].isSingular(number);
  const noun = values.textOption(isSingular ? "one" : "other");
  return noun === undefined ? "" : `${noBreakSpace}${escapeMarkdown(noun)}`;
}

export function segmentOf(values: Values): string {
  return values.textOption("in") ?? "all";
}

function statistic(name: string): FigureHelper {
  const of = () => name;
  return {
    ...ofReference(inSegment, of),
    figure: (values, scene) => scene.words.fact(factOf(values, scene, of)),
  };
}

type ChooseStatistic = (reference: Reference, values: Values) => string;

function shareStatistic(_: Reference, values: Values): string {
  const atLeast = values.numberOption("at-least");
  return atLeast === undefined ? "share" : `share-at-least-${atLeast}`;
}

/** How many chose an answer is counted by the fact of its share. */
function countStatistic({ choice }: Reference, values: Values): string {
  const at = values.numberOption("at");
  if (at !== undefined) return `count-${at}`;
  return choice === null ? "count" : "share";
}

function intervalStatistic(reference: Reference, values: Values): string {
  const isOfShare = reference.choice !== null || values.numberOption("at-least") !== undefined;
  return isOfShare ? shareStatistic(reference, values) : "mean";
}

function ofReference(
  options: Readonly<Record<string, ArgumentKind>>,
  choose: ChooseStatistic,
): Signature {
  return {
    takes: ["reference"],
    options,
    check: (values, { edition }: Knowledge): Diagnostic | undefined => {
      const reference = findReference(values.text(0), edition);
      if (isDiagnostic(reference)) return reference;
      const name = choose(reference, values);
      if (reference.choice === null && name === "share" && reference.question.choices.length > 0) {
        return unknownStatistic(
          { reference: reference.question.name, problem: "needs a choice" },
          { hints: [`Write ${reference.question.name}.${reference.question.choices[0]?.name}.`] },
        );
      }
      return checkStatistic(reference, name);
    },
  };
}

function factOf(values: Values, scene: Scene, choose: ChooseStatistic): Fact {
  const reference = findReference(values.text(0), scene.edition);
  if (isDiagnostic(reference)) throw new Error(`unchecked reference ${values.text(0)}`);
  const id = nameFact(subjectOf(reference), choose(reference, values), segmentOf(values));
  return findPrintableFact(id, scene);
}

function sampleFact(name: "count" | "response-rate", values: Values, scene: Scene): Fact {
  return findPrintableFact(nameFact("sample", name, segmentOf(values)), scene);
}

function printNumber(
  fact: Fact,
  read: (fact: Fact) => number | null,
  kind: "count" | "base",
  scene: Scene,
): Printed & { readonly number?: number } {
  const number = read(fact);
  if (number === null) return { text: hiddenSign, facts: [fact.id], kind };
  return { ...printPlain(fact, number, kind, scene), number };
}

function printPlain(fact: Fact, number: number, kind: "count" | "base", scene: Scene): Printed {
  return { text: scene.words.number(number, 0), facts: [fact.id], kind };
}
