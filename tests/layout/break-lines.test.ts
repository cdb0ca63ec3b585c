import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BreakItem, breakLines } from "../../src/layout/break-lines.ts";

const box = (widthPt: number): BreakItem => ({ kind: "box", widthPt });
const glue: BreakItem = { kind: "glue", widthPt: 2 };
const hyphen: BreakItem = { kind: "penalty", widthPt: 1, cost: 60, isSoftHyphen: true };

const spaced = (widths: readonly number[]) =>
  widths.flatMap((width, index) => (index === 0 ? [box(width)] : [glue, box(width)]));

const natural = (items: readonly BreakItem[], start: number, end: number) =>
  items
    .slice(start, end)
    .reduce(
      (sum, item) => sum + (item.kind === "box" || item.kind === "glue" ? item.widthPt : 0),
      0,
    );

/** Faults of ragged lines by the rules of Knuth and Plass; undefined where a line doesn't fit or is too loose. */
function faultsOf(lines: readonly (readonly number[])[], measure: number, tolerance: number) {
  let faults = 0;
  let before = 1;
  for (const [index, line] of lines.entries()) {
    const width = line.reduce((sum, one) => sum + one, 2 * (line.length - 1));
    const isLast = index === lines.length - 1;
    const ratio = isLast ? 0 : (measure - width) / (0.12 * measure);
    if (width > measure || ratio > tolerance) return undefined;
    const fitness = ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    faults +=
      (1 + 100 * ratio ** 3) ** 2 + (fitness - before > 1 || before - fitness > 1 ? 3000 : 0);
    if (isLast && lines.length > 1 && width < 0.1 * measure) faults += 4000;
    before = fitness;
  }
  return faults;
}

/** The fewest faults among all ways to break the words, the strictest tolerance that allows any first. */
function leastFaults(widths: readonly number[], measure: number): number {
  for (const tolerance of [4, 1e6]) {
    let best = Number.POSITIVE_INFINITY;
    for (let breaks = 0; breaks < 2 ** (widths.length - 1); breaks++) {
      const lines: number[][] = [[]];
      widths.forEach((width, index) => {
        if (index > 0 && (breaks >> (index - 1)) & 1) lines.push([]);
        lines.at(-1)?.push(width);
      });
      best = Math.min(best, faultsOf(lines, measure, tolerance) ?? best);
    }
    if (best < Number.POSITIVE_INFINITY) return best;
  }
  throw new Error("nothing fits");
}

const word = fc.record({
  parts: fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 1, maxLength: 4 }),
});
const paragraph = fc.array(word, { minLength: 1, maxLength: 60 });
const itemsOf = (words: readonly { readonly parts: readonly number[] }[]) =>
  words.flatMap(({ parts }, index) => [
    ...(index === 0 ? [] : [glue]),
    ...parts.flatMap((part, place) => (place === 0 ? [box(part)] : [hyphen, box(part)])),
  ]);

describe("breakLines", () => {
  it("keeps a paragraph that fits on one line", () => {
    expect(breakLines(spaced([10, 10]), { widthPt: 30, isJustified: true })).toEqual([
      { start: 0, end: 3, endsWithSoftHyphen: false, isOverfull: false },
    ]);
  });

  it("breaks at spaces, which belong to no line", () => {
    const lines = breakLines(spaced([10, 10, 10, 10]), { widthPt: 22, isJustified: true });
    expect(lines.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 7],
    ]);
  });

  it("finds the breaks with the fewest faults that a search through all breaks finds", () => {
    const cases = fc.array(fc.integer({ min: 3, max: 24 }), { minLength: 2, maxLength: 11 });
    fc.assert(
      fc.property(cases, (widths) => {
        const items = spaced(widths);
        const lines = breakLines(items, { widthPt: 50, isJustified: false });
        const set = lines.map(({ start, end }) => widths.slice(start / 2, (end + 1) / 2));
        expect(faultsOf(set, 50, 1e6)).toBeCloseTo(leastFaults(widths, 50), 6);
      }),
    );
  });

  it("sets every box once and in order, and fits every line whose boxes fit", () => {
    fc.assert(
      fc.property(
        paragraph,
        fc.integer({ min: 40, max: 120 }),
        fc.boolean(),
        (words, widthPt, isJustified) => {
          const items = itemsOf(words);
          const lines = breakLines(items, { widthPt, isJustified });
          const set = lines.flatMap(({ start, end }) =>
            items
              .slice(start, end)
              .flatMap((item, index) => (item.kind === "box" ? [start + index] : [])),
          );
          expect(set).toEqual(items.flatMap((item, index) => (item.kind === "box" ? [index] : [])));
          for (const line of lines) {
            const shrink = isJustified ? 0.2 * spacesIn(items, line) * 2 : 0;
            const width = natural(items, line.start, line.end) + (line.endsWithSoftHyphen ? 1 : 0);
            expect(line.isOverfull).toBe(false);
            expect(width - shrink).toBeLessThanOrEqual(widthPt + 0.011);
          }
        },
      ),
    );
  });

  it("ends at most two lines in a row with a hyphen", () => {
    fc.assert(
      fc.property(paragraph, (words) => {
        const lines = breakLines(itemsOf(words), { widthPt: 45, isJustified: true });
        const row = lines.map((line) => (line.endsWithSoftHyphen ? "-" : " ")).join("");
        expect(row).not.toContain("---");
      }),
    );
  });

  it("doesn't end the last but one line with a hyphen where the paragraph can be set otherwise", () => {
    const items = [...spaced([20, 20]), glue, box(14), hyphen, box(8)];
    const lines = breakLines(items, { widthPt: 60, isJustified: true });
    expect(lines.map((line) => line.endsWithSoftHyphen)).toEqual([false, false]);
  });

  it("breaks at a newline and nowhere else when the lines fit", () => {
    const items: BreakItem[] = [box(10), { kind: "newline" }, box(12)];
    const lines = breakLines(items, { widthPt: 100, isJustified: true });
    expect(lines.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it("marks the line of a box that is wider than the measure, and only that one", () => {
    const lines = breakLines(spaced([10, 50, 10]), { widthPt: 30, isJustified: true });
    expect(lines.map((line) => line.isOverfull)).toEqual([false, true, false]);
  });
});

function spacesIn(
  items: readonly BreakItem[],
  line: { readonly start: number; readonly end: number },
) {
  return items.slice(line.start, line.end).filter((item) => item.kind === "glue").length;
}
