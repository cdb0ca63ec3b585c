import type { Segment } from "./segment.ts";

export type Statistic =
  | "share"
  | "mean"
  | "median"
  | "q1"
  | "q3"
  | "count"
  | "response-rate"
  /** `progress.share-at-least-5` */
  | `share-at-least-${number}`
  /** `progress.count-9` */
  | `count-${number}`
  /** `dimensions.environment.rank-1`: share that put it first; `rank-3`: among their first three. */
  | `rank-${number}`
  | "points";

export type FactUnit = "share" | "mean" | "count" | "points" | "score" | (string & {});

export type FactFlag = "smallBase" | "hidden" | "hiddenComplement" | "weighted";

/** One computed, printable value. Never rounded: rounding happens once, at printing. */
export interface Fact {
  /** `<question>[.<choice>].<statistic>[@<segment>]` */
  readonly id: string;
  readonly question: string;
  readonly choice: string | null;
  readonly statistic: Statistic;
  readonly segment: Segment["id"];
  /** Null where the base is 0 or the figure is hidden. Shares run from 0 to 1. */
  readonly value: number | null;
  /** How many municipalities the figure rests on. */
  readonly base: number;
  /** The segment's own population. */
  readonly population: number;
  /** How many of the base; null for means and quantiles, and where hidden. */
  readonly count: number | null;
  /** 95 % interval; null where there is none. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: FactUnit;
  readonly flags: readonly FactFlag[];
  /** Decimals at printing: 0 for shares (of the percentage) and counts, 2 for means of scores, 1 for amounts. */
  readonly decimals: number;
  /** Where the answers stand: the sheet's columns, and the rows of the responses in the base. */
  readonly cells: { readonly columns: readonly string[]; readonly rows: readonly number[] };
}

/** All facts of an edition, and how to ask for one. */
export interface Facts {
  readonly edition: string;
  readonly all: readonly Fact[];
  readonly byId: ReadonlyMap<string, Fact>;
  readonly segments: readonly Segment[];
}
