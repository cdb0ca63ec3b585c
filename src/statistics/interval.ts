/** Lower and upper bound of a 95 % interval, in the unit of the estimate. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The confidence of every interval. */
export const confidence = 0.95;

/** Cumulative probability at the upper bound of a two-sided interval: 0.975. */
export const upperTail = 1 - (1 - confidence) / 2;
