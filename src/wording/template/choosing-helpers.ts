import { tooFew } from "../../diagnostics/catalogue/text.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Cut } from "../../facts/segment.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import { lowerFirst } from "../lower-first.ts";
import { nameFact } from "./fact-name.ts";
import { segmentOf } from "./figure-helpers.ts";
import { findFact } from "./find-fact.ts";
import type { Helpers, Values } from "./helper.ts";
import { labelOf } from "./name-helpers.ts";
import { sayShare } from "./say-share.ts";
import { fail, markPrinted, type Scene } from "./scene.ts";

/** Something that can be put in order by a fact. */
interface Candidate {
  readonly name: string;
  readonly fact: Fact;
}

const cuts: readonly Cut[] = ["region", "province", "nature"];

/** Helpers that let the data choose what a sentence is about. */
export const choosingHelpers: Helpers = {
  "nth-segment": {
    kind: "value",
    takes: ["reference"],
    options: { cut: { oneOf: cuts }, n: "number" },
    value: (values, scene) => {
      const reference = values.text(0);
      const statistic = reference.includes(".") ? "share" : "mean";
      const candidates = scene.facts.segments
        .filter(({ cut }) => cut === values.textOption("cut"))
        .map(({ id }) => ({ name: id, fact: findFact(nameFact(reference, statistic, id), scene) }));
      return nth("nth-segment", "segments", candidates, values);
    },
  },
  "nth-choice": {
    kind: "value",
    takes: ["choices"],
    options: { n: "number", in: "segment" },
    value: (values, scene) =>
      nth("nth-choice", "choices", choicesOf(values.text(0), values, scene), values),
  },
  "nth-question": {
    kind: "value",
    takes: ["scores-matrix"],
    options: { n: "number", in: "segment" },
    value: (values, scene) =>
      nth("nth-question", "questions", rowsOf(values.text(0), values, scene), values),
  },
  "most-named": {
    kind: "text",
    takes: ["choices"],
    options: { in: "segment", n: "number" },
    print: (values, scene) => {
      const name = values.text(0);
      const ranked = rank(choicesOf(name, values, scene).filter((one) => !isOther(one)));
      const places = firstPlaces(placesOf(ranked), values.numberOption("n") ?? 1);
      if (places.length === 0) {
        fail(tooFew, { helper: "most-named", problem: `has no figure of ${name} to print` });
      }
      return scene.words.list(places.map((place) => printPlace(place, scene)));
    },
  },
  top: {
    kind: "text",
    takes: ["choices-or-scores-matrix", "number"],
    options: { in: "segment" },
    print: (values, scene) => {
      const name = values.text(0);
      const isMatrix = scene.edition.questionnaire.matrices.has(name);
      const candidates = isMatrix
        ? rowsOf(name, values, scene)
        : choicesOf(name, values, scene).filter((candidate) => !isOther(candidate));
      const ranked = rank(candidates).slice(0, values.number(1));
      if (ranked.length < values.number(1)) {
        fail(tooFew, {
          helper: "top",
          problem: `wants ${values.number(1)} answers of ${name}, there are ${ranked.length}`,
        });
      }
      const { words } = scene;
      return words.list(
        ranked.map((candidate) =>
          words.string("text.valueInList", {
            label: escapeMarkdown(lowerFirst(labelOf(candidate.name, scene), words.language)),
            value: markPrinted(words.fact(candidate.fact), scene),
          }),
        ),
      );
    },
  },
};

/** Those that share a figure share a place. */
function placesOf(ranked: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const places: Candidate[][] = [];
  for (const candidate of ranked) {
    const last = places.at(-1);
    if (last?.[0]?.fact.value === candidate.fact.value) last.push(candidate);
    else places.push([candidate]);
  }
  return places;
}

/** As many places as it takes to name so many; all that share the last place are named. */
function firstPlaces(
  places: readonly (readonly Candidate[])[],
  wanted: number,
): readonly (readonly Candidate[])[] {
  let named = 0;
  const taken: (readonly Candidate[])[] = [];
  for (const place of places) {
    if (named >= wanted) break;
    taken.push(place);
    named += place.length;
  }
  return taken;
}

/** "‘Energy optimisation’ and ‘Mobility’ (47% each)", or "(3 of 7 municipalities each)". */
function printPlace(place: readonly Candidate[], scene: Scene): string {
  const { words } = scene;
  const labels = place.map(({ name }) =>
    words.string("text.quoted", { label: escapeMarkdown(labelOf(name, scene)) }),
  );
  const printed = place.map(({ fact }) => fact.id);
  const [first] = place;
  if (!first) throw new Error("a place that nobody holds");
  const value = { ...sayShare(first.fact, words), facts: printed };
  return words.string(place.length > 1 ? "text.mostNamedShared" : "text.mostNamed", {
    labels: words.list(labels),
    value: markPrinted(value, scene),
  });
}

/** "Other" gathers what has no common name: it is never among the first. */
function isOther({ fact }: Candidate): boolean {
  return fact.choice === "other";
}

function choicesOf(question: string, values: Values, scene: Scene): readonly Candidate[] {
  const found = scene.edition.questionnaire.byName.get(question);
  // A ranking is ordered by first places.
  const statistic = found?.kind === "rank" ? "rank-1" : "share";
  return (found?.choices ?? []).map((choice) => {
    const name = `${question}.${choice.name}`;
    return { name, fact: findFact(nameFact(name, statistic, segmentOf(values)), scene) };
  });
}

function rowsOf(matrix: string, values: Values, scene: Scene): readonly Candidate[] {
  const rows = scene.edition.questionnaire.matrices.get(matrix)?.questions ?? [];
  return rows.map((name) => ({
    name,
    fact: findFact(nameFact(name, "mean", segmentOf(values)), scene),
  }));
}

/** Highest first; ties in the order given; hidden and empty ones left out. */
function rank(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .filter(({ fact }) => fact.value !== null)
    .sort((a, b) => (b.fact.value ?? 0) - (a.fact.value ?? 0));
}

/** n counts from 1 at the highest, from −1 at the lowest. */
function nth(
  helper: string,
  what: string,
  candidates: readonly Candidate[],
  values: Values,
): string {
  const ranked = rank(candidates);
  const n = values.numberOption("n") ?? 1;
  const found = ranked.at(n > 0 ? n - 1 : n);
  if (n === 0 || !Number.isInteger(n) || !found) {
    fail(tooFew, { helper, problem: `has no n=${n}: ${ranked.length} ${what} with a value` }, [
      "n=1 is the highest, n=-1 the lowest.",
    ]);
  }
  return found.name;
}
