import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundHalfAway } from "../../src/statistics/round-half-away.ts";
import { roundRatioHalfAway } from "../../src/statistics/round-ratio-half-away.ts";

describe("a value", () => {
  test("halves go away from zero", () => {
    expect([62.5, 34.5, 0.5, 2.5, -62.5, -0.5].map((value) => roundHalfAway(value, 0))).toEqual([
      63, 35, 1, 3, -63, -1,
    ]);
    expect(roundHalfAway(3.645, 2)).toBe(3.65);
    expect(roundHalfAway(1.005, 2)).toBe(1.01);
  });

  test("a share becomes a percentage without the dust of 0.345 × 100", () => {
    expect(roundHalfAway(0.345, 0, 2)).toBe(35);
    expect(roundHalfAway(0.285, 0, 2)).toBe(29);
    expect(roundHalfAway(0.29, 0, 2)).toBe(29);
    expect(roundHalfAway(43 / 123, 0, 2)).toBe(35);
    expect(roundHalfAway(0.12345, 2, 2)).toBe(12.35);
  });

  test("what is small becomes a plain zero, what is large stays", () => {
    expect(Object.is(roundHalfAway(-0.4, 0), 0)).toBe(true);
    expect(roundHalfAway(0, 2)).toBe(0);
    expect(roundHalfAway(1e-20, 2)).toBe(0);
    expect(roundHalfAway(11376070, 0)).toBe(11376070);
    expect(roundHalfAway(11376070, -3)).toBe(11376000);
    expect(roundHalfAway(1.5e21, 0)).toBe(1.5e21);
  });

  test("what is not finite is a bug", () => {
    expect(() => roundHalfAway(Number.NaN, 0)).toThrow(RangeError);
  });
});

describe("a ratio", () => {
  test("is rounded from whole numbers", () => {
    expect(roundRatioHalfAway(5, 8, 0, 2)).toBe(63);
    expect(roundRatioHalfAway(-5, 8, 0, 2)).toBe(-63);
    expect(roundRatioHalfAway(1, 3, 2)).toBe(0.33);
    expect(roundRatioHalfAway(448, 123, 2)).toBe(3.64);
    expect(roundRatioHalfAway(12550, 1, -2)).toBe(12600);
  });

  test("of anything but counts is a bug", () => {
    expect(() => roundRatioHalfAway(1, 0, 0)).toThrow(RangeError);
    expect(() => roundRatioHalfAway(0.5, 2, 0)).toThrow(RangeError);
  });
});

const ratio = fc
  .tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }))
  .map(([numerator, denominator]) => ({ numerator, denominator }));
const decimals = fc.integer({ min: 0, max: 3 });

test("the rounded value of a quotient of counts is the rounded ratio of the counts", () => {
  fc.assert(
    fc.property(ratio, decimals, ({ numerator, denominator }, places) => {
      expect(roundHalfAway(numerator / denominator, places, 2)).toBe(
        roundRatioHalfAway(numerator, denominator, places, 2),
      );
    }),
    { numRuns: 2000 },
  );
});

test("every exact half goes up, whatever the tie", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), decimals, (whole, places) => {
      // (2·whole + 1) / (2·10^places) lies exactly between two roundings.
      const tie = (2 * whole + 1) / (2 * 10 ** places);
      expect(roundHalfAway(tie, places)).toBe(Number(`${whole + 1}e-${places}`));
      expect(roundHalfAway(-tie, places)).toBe(-Number(`${whole + 1}e-${places}`));
    }),
  );
});

test("a rounded value is at most half a unit away, and rounds to itself", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), decimals, (value, places) => {
      const rounded = roundHalfAway(value, places);
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-9);
      expect(roundHalfAway(rounded, places)).toBe(rounded);
    }),
  );
});
