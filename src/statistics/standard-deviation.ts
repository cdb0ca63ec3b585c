import { mean } from "./mean.ts";

/**
 * Standard deviation of a sample, with n − 1 in the denominator, in the unit of the values.
 * Undefined below two values.
 *
 * Source: two passes, deviations from the mean first (Chan, Golub and LeVeque 1983, The American Statistician 37).
 */
export function standardDeviation(values: readonly number[]): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) return undefined;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
