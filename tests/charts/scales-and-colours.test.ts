import { describe, expect, it } from "vitest";
import { chooseTicks } from "../../src/charts/choose-ticks.ts";
import { composeDescription } from "../../src/charts/describe.ts";
import { rateClass, rateClassLimits } from "../../src/charts/rate-classes.ts";
import { lightestVisibleTint, mix } from "../../src/charts/tint.ts";
import { contrast } from "../../src/edition/contrast.ts";
import { words } from "./shipped-look.ts";

describe("chooseTicks", () => {
  it("ends on both limits of the scale, with round steps", () => {
    expect(chooseTicks(0, 10)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(chooseTicks(1, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(chooseTicks(0, 100)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(chooseTicks(0, 13)).toEqual([0, 13]);
  });
});

describe("rateClassLimits", () => {
  it("takes round percentages and at most three limits", () => {
    expect(rateClassLimits([0.17, 0.18, 0.26])).toEqual([0.2, 0.25]);
    expect(rateClassLimits([0.14, 0.42])).toEqual([0.2, 0.3, 0.4]);
    expect(rateClassLimits([0.2, 0.2])).toEqual([]);
  });

  it("puts a rate into the class of what is printed beside it", () => {
    expect(rateClass(0.196, [0.2])).toBe(1);
    expect(rateClass(0.194, [0.2])).toBe(0);
    expect(rateClass(0.45, [0.2, 0.3, 0.4])).toBe(3);
  });
});

describe("lightestVisibleTint", () => {
  it("is as light as shapes may be, and no lighter", () => {
    const tint = lightestVisibleTint("#0F4C5C", "#FFFFFF");
    expect(contrast(tint, "#FFFFFF")).toBeGreaterThanOrEqual(3);
    expect(contrast(tint, "#FFFFFF")).toBeLessThan(3.3);
  });

  it("mixes from the first colour to the second", () => {
    expect([0, 0.5, 1].map((part) => mix("#000000", "#ff8040", part))).toEqual([
      "#000000",
      "#804020",
      "#ff8040",
    ]);
  });
});

describe("composeDescription", () => {
  it("drops the last details first, never the message, and stays within 300 characters", () => {
    const details = Array.from({ length: 30 }, (_, index) => `Gemeente ${index} heeft 12%`);
    const text = composeDescription("Hoofdzaak.", details, words.nl, "chart.describeDetails");
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/^Hoofdzaak\. Gemeente 0 heeft 12%; .*; Gemeente 12 heeft 12%\.$/);
    const long = "x".repeat(300);
    expect(composeDescription(long, details, words.nl, "chart.describeDetails")).toBe(long);
  });
});
