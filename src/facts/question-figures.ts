import { choiceNames } from "../edition/choice-names.ts";
import type { Question } from "../edition/questionnaire.ts";
import type { FactUnit, Statistic } from "./fact.ts";
import type { SegmentId } from "./segment.ts";

/** One figure that a question gives in every segment. */
export interface Figure {
  readonly question: string;
  readonly choice: string | null;
  readonly statistic: Statistic;
  readonly unit: FactUnit;
  /** Decimals at printing; of the percentage for shares. */
  readonly decimals: number;
  readonly measure: Measure;
}

/** How a figure is computed from the answers of its base. */
export type Measure =
  | { readonly kind: "base" }
  | { readonly kind: "chosen"; readonly choice: string }
  | { readonly kind: "ranked"; readonly choice: string; readonly atMost: number }
  | { readonly kind: "points"; readonly choice: string; readonly ranks: number }
  | { readonly kind: "mean" }
  | { readonly kind: "quantile"; readonly probability: number }
  | { readonly kind: "at-least"; readonly score: number }
  | { readonly kind: "at"; readonly score: number };

/** The figures of a question, in the order in which they are listed. Texts give none. */
export function questionFigures(question: Question): readonly Figure[] {
  if (question.kind === "text") return [];
  const base = figure(question, null, "count", { kind: "base" }, "count", 0);
  switch (question.kind) {
    case "select-one":
    case "select-multiple":
      return [base, ...choiceNames(question).map((choice) => shareOf(question, choice))];
    case "rank":
      return [base, ...rankFigures(question)];
    case "range":
      return [base, ...centreFigures(question), ...scoreFigures(question)];
    default:
      return [base, ...centreFigures(question)];
  }
}

/** Id of a figure in a segment: `progress.mean`, `areas.energy.share@region:flanders`. */
export function factId(
  { question, choice, statistic }: Pick<Figure, "question" | "choice" | "statistic">,
  segment: SegmentId,
): string {
  const name = choice === null ? question : `${question}.${choice}`;
  return segment === "all" ? `${name}.${statistic}` : `${name}.${statistic}@${segment}`;
}

function shareOf(question: Question, choice: string): Figure {
  return figure(question, choice, "share", { kind: "chosen", choice }, "share", 0);
}

/** Share that ranked a choice first, share that ranked it at all, and its mean points: 3-2-1 where three are ranked. */
function rankFigures(question: Question): readonly Figure[] {
  const ranks = question.maximumRank ?? question.choices.length;
  const cuts = ranks > 1 ? [1, ranks] : [1];
  return question.choices.flatMap(({ name: choice }) => [
    ...cuts.map((atMost) =>
      figure(question, choice, `rank-${atMost}`, { kind: "ranked", choice, atMost }, "share", 0),
    ),
    figure(question, choice, "points", { kind: "points", choice, ranks }, "points", 2),
  ]);
}

/** Mean, median and quartiles. An amount's mean is computed for the analyst; what is printed is its median. */
function centreFigures(question: Question): readonly Figure[] {
  const isScore = question.kind === "range";
  const amount = question.unit ?? "number";
  const quantileUnit = isScore ? "score" : amount;
  const quantile = (statistic: "median" | "q1" | "q3", probability: number) =>
    figure(question, null, statistic, { kind: "quantile", probability }, quantileUnit, 1);
  return [
    figure(question, null, "mean", { kind: "mean" }, isScore ? "mean" : amount, isScore ? 2 : 1),
    quantile("median", 0.5),
    quantile("q1", 0.25),
    quantile("q3", 0.75),
  ];
}

/** For each score how many gave it, and for each above the lowest which share gave it or more. */
function scoreFigures(question: Question): readonly Figure[] {
  const scores = scoresOf(question);
  return [
    ...scores
      .slice(1)
      .map((score) =>
        figure(question, null, `share-at-least-${score}`, { kind: "at-least", score }, "share", 0),
      ),
    ...scores.map((score) =>
      figure(question, null, `count-${score}`, { kind: "at", score }, "count", 0),
    ),
  ];
}

/** Every score of a question's scale, ascending. */
export function scoresOf({ scale }: Question): readonly number[] {
  if (scale === undefined) return [];
  const steps = Math.floor((scale.maximum - scale.minimum) / scale.step + 1e-9);
  /** Multiples of 0.1 carry binary dust, which twelve digits wipe away. */
  return Array.from({ length: steps + 1 }, (_, step) =>
    Number((scale.minimum + step * scale.step).toPrecision(12)),
  );
}

function figure(
  { name }: Question,
  choice: string | null,
  statistic: Statistic,
  measure: Measure,
  unit: FactUnit,
  decimals: number,
): Figure {
  return { question: name, choice, statistic, unit, decimals, measure };
}
