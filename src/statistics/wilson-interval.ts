import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { type Interval, upperTail } from "./interval.ts";

const z = normalQuantile(upperTail, 0, 1);

/**
 * 95 % score interval of a share `count / base` drawn without replacement from `population` units.
 *
 * Bounds run from 0 to 1. Undefined when the base is 0, and when the base is the population: the value is then exact.
 *
 * Source: Wilson (1927), JASA 22, 209–212; with the finite population correction that replaces n by
 * n·(N−1)/(N−n) (Lohr, Sampling: Design and Analysis, on the variance of a proportion).
 */
export function wilsonInterval(
  count: number,
  base: number,
  population: number,
): Interval | undefined {
  if (base <= 0 || base >= population) return undefined;
  const share = count / base;
  const effectiveBase = (base * (population - 1)) / (population - base);
  const weight = (z * z) / effectiveBase;
  const centre = (share + weight / 2) / (1 + weight);
  const reach =
    (z / (1 + weight)) *
    Math.sqrt((share * (1 - share)) / effectiveBase + weight / (4 * effectiveBase));
  return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) };
}
