import type { AnswerValue } from "../intake/response.ts";
import { mean } from "../statistics/mean.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { quantile } from "../statistics/quantile.ts";
import { wilsonInterval } from "../statistics/wilson-interval.ts";
import type { FactUnit } from "./fact.ts";
import type { Figure } from "./question-figures.ts";

/** The answers of a question's base in one segment. */
export interface Answers {
  readonly values: readonly AnswerValue[];
  /** How many chose each choice. */
  readonly chosen: ReadonlyMap<string, number>;
  /** The numbers among the values, ascending. */
  readonly ascending: readonly number[];
  /** The segment's own population. */
  readonly population: number;
}

/** A figure's value with what belongs to it; null where there is none. */
export interface Measured {
  readonly value: number | null;
  readonly count: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export const nothingMeasured: Measured = { value: null, count: null, lower: null, upper: null };

/** Computes one figure from a base of at least one answer, never rounded. */
export function measureFigure({ measure, unit }: Figure, answers: Answers): Measured {
  const { values, chosen, ascending, population } = answers;
  switch (measure.kind) {
    case "base":
      return { ...nothingMeasured, value: values.length, count: values.length };
    case "chosen":
      return counted(chosen.get(measure.choice) ?? 0, unit, answers);
    case "ranked":
      return counted(
        values.filter((value) => rankOf(value, measure.choice) <= measure.atMost).length,
        unit,
        answers,
      );
    case "at-least":
      return counted(ascending.filter((score) => score >= measure.score).length, unit, answers);
    case "at":
      return counted(ascending.filter((score) => score === measure.score).length, unit, answers);
    case "points":
      return averaged(
        values.map((value) => Math.max(0, measure.ranks + 1 - rankOf(value, measure.choice))),
        population,
      );
    case "mean":
      return averaged(ascending, population);
    case "quantile":
      return { ...nothingMeasured, value: quantile(ascending, measure.probability) ?? null };
  }
}

/** How many chose each choice, in answers to a question of one or of several choices. */
export function tallyChoices(values: readonly AnswerValue[]): ReadonlyMap<string, number> {
  const tally = new Map<string, number>();
  const add = (choice: string) => tally.set(choice, (tally.get(choice) ?? 0) + 1);
  for (const value of values) {
    if (value.kind === "choice") add(value.choice);
    if (value.kind === "choices") value.choices.forEach(add);
  }
  return tally;
}

/** A share with its interval, or a plain count. */
function counted(count: number, unit: FactUnit, { values, population }: Answers): Measured {
  if (unit !== "share") return { ...nothingMeasured, value: count, count };
  const interval = wilsonInterval(count, values.length, population);
  return {
    value: count / values.length,
    count,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  };
}

function averaged(numbers: readonly number[], population: number): Measured {
  const interval = meanInterval(numbers, population);
  return {
    value: mean(numbers) ?? null,
    count: null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  };
}

/** From 1; infinite where the choice was not ranked. */
function rankOf(value: AnswerValue, choice: string): number {
  const index = value.kind === "ranking" ? value.choices.indexOf(choice) : -1;
  return index === -1 ? Number.POSITIVE_INFINITY : index + 1;
}
