import { describe, expect, it } from "vitest";
import { chooseRoundTicks, chooseTicks } from "../../src/charts/choose-ticks.ts";
import { classColours, labelColour } from "../../src/charts/class-colours.ts";
import { composeDescription } from "../../src/charts/describe.ts";
import { openScale } from "../../src/charts/open-scale.ts";
import { likertColours, mostParts, stackColours } from "../../src/charts/part-colours.ts";
import { spreadLabels } from "../../src/charts/spread-labels.ts";
import { lightestVisibleTint, mix } from "../../src/charts/tint.ts";
import { classLimits, classOf } from "../../src/charts/value-classes.ts";
import { contrast } from "../../src/edition/contrast.ts";
import { house, words } from "./shipped-look.ts";

describe("chooseTicks", () => {
  it("ends on both limits of the scale, with round steps", () => {
    expect(chooseTicks(0, 10)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(chooseTicks(1, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(chooseTicks(0, 100)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(chooseTicks(0, 13)).toEqual([0, 13]);
  });
});

describe("chooseRoundTicks", () => {
  it("takes round values up to the greatest, at most five above 0", () => {
    expect(chooseRoundTicks(0, 83)).toEqual([0, 20, 40, 60, 80]);
    expect(chooseRoundTicks(0, 50)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(chooseRoundTicks(0, 0.3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(chooseRoundTicks(5, 1234)).toEqual([0, 500, 1000]);
    expect(chooseRoundTicks(0, 0)).toEqual([0]);
  });

  it("begins below 0 where amounts do", () => {
    expect(chooseRoundTicks(-12, 40)).toEqual([-20, 0, 20, 40]);
  });
});

describe("openScale", () => {
  it("spreads values between two edges, and stands still where all values are one", () => {
    const scale = openScale({ least: 0, greatest: 4, left: 100, right: 300 });
    expect([0, 1, 4].map(scale)).toEqual([100, 150, 300]);
    expect(openScale({ least: 3, greatest: 3, left: 100, right: 300 })(3)).toBe(100);
  });
});

describe("spreadLabels", () => {
  const room = { left: 0, right: 100, gapPt: 5 };
  const labels = (...wishes: readonly number[]) => wishes.map((wish) => ({ wish, widthPt: 10 }));

  it("leaves labels where they wish to stand", () => {
    expect(spreadLabels(labels(10, 40, 90), room)).toEqual([10, 40, 90]);
  });

  it("puts labels that would touch around the middle of their wishes", () => {
    expect(spreadLabels(labels(50, 50), room)).toEqual([42.5, 57.5]);
    expect(spreadLabels(labels(40, 50, 60, 90), room)).toEqual([35, 50, 65, 90]);
  });

  it("keeps all inside the chart, in their order", () => {
    expect(spreadLabels(labels(0, 2), room)).toEqual([5, 20]);
    expect(spreadLabels(labels(98, 99), room)).toEqual([80, 95]);
  });
});

describe("the colours of parts", () => {
  const { colours } = house;
  const counts = Array.from({ length: mostParts - 1 }, (_, index) => index + 2);

  it.each(counts)("of %i parts carry readable values and are seen as shapes", (count) => {
    for (const parts of [stackColours(count, house), likertColours(count, house)]) {
      expect(new Set(parts.map(({ fill }) => fill)).size).toBe(count);
      for (const { fill, edge, text } of parts) {
        expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(edge, colours.paper)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(counts)("of %i parts of a whole get ever paler, also in grey", (count) => {
    const grounds = stackColours(count, house).map(({ fill }) => contrast(fill, colours.paper));
    const steps = grounds.slice(1).map((ground, index) => (grounds[index] ?? 0) / ground);
    expect(Math.min(...steps)).toBeGreaterThan(1.1);
  });

  it("on a scale are darkest at its ends and palest in its middle", () => {
    const grounds = likertColours(5, house).map(({ fill }) => contrast(fill, colours.paper));
    expect(grounds[0]).toBeGreaterThan((grounds[1] ?? 0) * 1.5);
    expect(grounds[4]).toBeGreaterThan((grounds[3] ?? 0) * 1.5);
    expect(Math.min(...grounds)).toBe(grounds[2]);
  });

  it("on a scale without a middle have none of its colour", () => {
    const fills = likertColours(4, house).map(({ fill }) => fill);
    expect(fills).not.toContain(colours.likert[2]?.toLowerCase());
  });

  it("get lighter where neither dark nor light text could be read on them", () => {
    const odd = { ...house, colours: { ...colours, stack: ["#7a7a7a", "#7a7a7a"] } };
    for (const { fill, text } of stackColours(2, odd)) {
      expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("classLimits", () => {
  it("takes round percentages and at most three limits", () => {
    expect(classLimits([0.17, 0.18, 0.26], "share")).toEqual([0.2, 0.25]);
    expect(classLimits([0.14, 0.42], "share")).toEqual([0.2, 0.3, 0.4]);
    expect(classLimits([0, 1], "share")).toEqual([0.5, 1]);
  });

  it("takes round scores for means", () => {
    expect(classLimits([2.68, 4.8], "mean")).toEqual([3, 4]);
    expect(classLimits([3.12, 3.94], "mean")).toEqual([3.5]);
    expect(classLimits([3.41, 3.62], "mean")).toEqual([3.5, 3.6]);
    expect(classLimits([0, 10], "mean")).toEqual([5, 10]);
  });

  it("needs no limit where all values are printed alike", () => {
    expect(classLimits([0.2, 0.2], "share")).toEqual([]);
    expect(classLimits([0.201, 0.199], "share")).toEqual([]);
  });

  it("puts a value into the class of what is printed beside it", () => {
    expect(classOf(0.196, [0.2])).toBe(1);
    expect(classOf(0.194, [0.2])).toBe(0);
    expect(classOf(0.145, [0.15])).toBe(1);
    expect(classOf(0.45, [0.2, 0.3, 0.4])).toBe(3);
    expect(classOf(3.996, [3, 4])).toBe(2);
    expect(classOf(3.994, [3, 4])).toBe(1);
  });
});

describe("classColours", () => {
  const { colours } = house;

  it.each([1, 2, 3, 4])(
    "makes %i colours, ever darker, on each of which a label reads",
    (count) => {
      const ramp = classColours(colours, count);
      const grounds = ramp.map((colour) => contrast(colour, colours.paper));
      expect(grounds).toEqual(grounds.toSorted((a, b) => a - b));
      expect(new Set(ramp).size).toBe(count);
      const labels = ramp.map((colour) => contrast(labelColour(colours, colour), colour));
      expect(Math.min(...labels)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("keeps neighbouring classes apart", () => {
    const ramp = classColours(colours, 4);
    const steps = ramp.slice(1).map((colour, index) => contrast(colour, ramp[index] ?? colour));
    expect(Math.min(...steps)).toBeGreaterThan(1.4);
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
