import studentQuantile from "@stdlib/stats-base-dists-t-quantile";
import { type Interval, upperTail } from "./interval.ts";
import { mean } from "./mean.ts";
import { standardDeviation } from "./standard-deviation.ts";

/**
 * 95 % interval of the mean of `values`, a simple random sample of `population` units, in the unit of the values.
 *
 * Undefined below two values, and when every unit answered: the mean is then exact.
 *
 * Source: Cochran, Sampling Techniques (3rd edition, 1977), 2.6–2.8: standard error s/√n·√(1−n/N), Student's t with
 * n − 1 degrees of freedom; the same as `svymean` of R's survey package with fpc.
 */
export function meanInterval(values: readonly number[], population: number): Interval | undefined {
  const centre = mean(values);
  const deviation = standardDeviation(values);
  const base = values.length;
  if (centre === undefined || deviation === undefined || base >= population) return undefined;
  const standardError = (deviation / Math.sqrt(base)) * Math.sqrt(1 - base / population);
  const reach = studentFactor(base - 1) * standardError;
  return { lower: centre - reach, upper: centre + reach };
}

/** By degrees of freedom: an edition asks for the same few again and again, and each takes a search for a root. */
const studentFactors = new Map<number, number>();

function studentFactor(degreesOfFreedom: number): number {
  const known = studentFactors.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const factor = studentQuantile(upperTail, degreesOfFreedom);
  studentFactors.set(degreesOfFreedom, factor);
  return factor;
}
