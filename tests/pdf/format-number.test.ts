import { expect, it } from "vitest";
import { formatNumber } from "../../src/pdf/format-number.ts";

it.each([
  [0, "0"],
  [-0.0001, "0"],
  [1 / 3, "0.333"],
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
