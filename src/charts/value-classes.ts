import { roundHalfAway } from "../statistics/round-half-away.ts";

/** Steps between classes, in hundredths: percentage points of shares, hundredths of scores. */
const steps = {
  share: [1, 2, 5, 10, 20, 25, 50],
  mean: [10, 20, 50, 100, 200, 500],
} as const;
const mostLimits = 3;

/**
 * Limits between classes at round values, at most three: [0.2, 0.3] makes "under 20 %", "20 to 30 %" and "30 % or
 * more" of shares. None where all values are alike.
 *
 * @param values Shares from 0 to 1, or means of scores.
 */
export function classLimits(
  values: readonly number[],
  unit: keyof typeof steps,
): readonly number[] {
  const printed = values.map(inHundredths);
  const [least, most] = [Math.min(...printed), Math.max(...printed)];
  for (const step of steps[unit]) {
    const limits: number[] = [];
    for (let limit = Math.floor(least / step) * step + step; limit <= most; limit += step) {
      limits.push(limit / 100);
    }
    if (limits.length <= mostLimits) return limits;
  }
  return [];
}

/** 0 for values under the first limit. A value is in the class that its printed value is in. */
export function classOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => inHundredths(value) >= inHundredths(limit)).length;
}

/** The class of 19.6 % is that of the "20 %" which stands beside the map. */
function inHundredths(value: number): number {
  return roundHalfAway(value, 0, 2);
}
