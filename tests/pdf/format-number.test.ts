import { expect, it } from "vitest";
import { formatNumber } from "../../src/pdf/format-number.ts";

it.each([
  [0, "0"],
  [-0.004, "0"],
  [1 / 3, "0.33"],
  [-2 / 3, "-0.67"],
  [0.999, "1"],
  [7.1, "7.1"],
  [7.05, "7.05"],
  [1234.5, "1234.5"],
  [-12.5, "-12.5"],
  [1e-9, "0"],
  [841.89, "841.89"],
])("writes %d as %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it("keeps as many decimals as asked for", () => {
  expect(formatNumber(0.123456789, 6)).toBe("0.123457");
  expect(formatNumber(0.16, 1)).toBe("0.2");
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %d", (value) => {
  expect(() => formatNumber(value)).toThrow();
});
