import { quantileSorted } from "d3-array";

/**
 * Quantile of values in ascending order, in their unit; `probability` from 0 to 1. Undefined without values.
 *
 * Source: Hyndman and Fan (1996), The American Statistician 50, type 7: R's default.
 */
export function quantile(ascending: readonly number[], probability: number): number | undefined {
  return quantileSorted([...ascending], probability);
}
