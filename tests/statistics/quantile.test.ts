import { expect, test } from "vitest";
import { quantile } from "../../src/statistics/quantile.ts";

test("quantiles are of type 7, R's default", () => {
  // R 4: quantile(c(1, 2, 3, 4), c(0.25, 0.5, 0.75)); quantile(c(0, 1, 3, 8, 10), 0.25)
  expect([0.25, 0.5, 0.75].map((p) => quantile([1, 2, 3, 4], p))).toEqual([1.75, 2.5, 3.25]);
  expect(quantile([0, 1, 3, 8, 10], 0.25)).toBe(1);
  expect(quantile([0, 10, 20, 30, 100, 200], 0.75)).toBe(82.5);
});

test("one value is every quantile of itself, and no value has none", () => {
  expect(quantile([7], 0.25)).toBe(7);
  expect(quantile([], 0.5)).toBeUndefined();
});
