import { expect, test } from "vitest";
import { mean } from "../../src/statistics/mean.ts";
import { meanInterval } from "../../src/statistics/mean-interval.ts";
import { standardDeviation } from "../../src/statistics/standard-deviation.ts";

const scores = [2, 4, 4, 4, 5, 5, 7, 9];

test("the mean is the sum over the number of values", () => {
  expect(mean(scores)).toBe(5);
  expect(mean([])).toBeUndefined();
});

test("the standard deviation divides by one less than the number of values", () => {
  expect(standardDeviation(scores)).toBeCloseTo(2.13808993529939, 12);
  expect(standardDeviation([3])).toBeUndefined();
  expect(standardDeviation([3, 3, 3])).toBe(0);
});

test("the interval takes Student's t and the finite population correction", () => {
  // By hand: 5 ± 2.36462425159278 (t at 0.975 with 7 degrees of freedom) × 2.13808993529939 / √8 × √(1 − 8/40)
  const interval = meanInterval(scores, 40);
  const reach = 2.36462425159278 * (2.13808993529939 / Math.sqrt(8)) * Math.sqrt(0.8);
  expect(interval?.lower).toBeCloseTo(5 - reach, 9);
  expect(interval?.upper).toBeCloseTo(5 + reach, 9);
});

test("there is no interval of one value, nor when everybody answered", () => {
  expect(meanInterval([3], 40)).toBeUndefined();
  expect(meanInterval(scores, 8)).toBeUndefined();
});
