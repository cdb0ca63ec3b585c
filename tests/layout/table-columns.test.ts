import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnWidths } from "../../src/layout/table-columns.ts";

const text = (leastPt: number, naturalPt: number) => ({ leastPt, naturalPt, isText: true });
const figures = (naturalPt: number) => ({ leastPt: naturalPt, naturalPt, isText: false });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("columnWidths", () => {
  it("gives every column its widest cell, and the text column what is left", () => {
    expect(columnWidths([text(40, 80), figures(92), figures(92)], 400, 10)).toEqual([196, 92, 92]);
  });

  it("wraps text before figures", () => {
    expect(columnWidths([text(40, 300), figures(50), figures(50)], 240, 10)).toEqual([120, 50, 50]);
  });

  it("is undefined where the widest words don't fit beside each other", () => {
    expect(columnWidths([text(80, 90), figures(70)], 150, 10)).toBeUndefined();
  });

  it("uses the whole width and gives no column less than its widest word", () => {
    const need = fc
      .record({
        leastPt: fc.integer({ min: 5, max: 60 }),
        more: fc.integer({ min: 0, max: 200 }),
        isText: fc.boolean(),
      })
      .map(({ leastPt, more, isText }) => ({ leastPt, naturalPt: leastPt + more, isText }));
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 8 }), (needs) => {
        const widths = columnWidths(needs, 491, 12);
        if (!widths) return;
        expect(sum(widths) + 12 * (needs.length - 1)).toBeCloseTo(491, 6);
        widths.forEach((width, index) => {
          expect(width).toBeGreaterThanOrEqual((needs[index]?.leastPt ?? 0) - 1e-9);
        });
      }),
    );
  });
});
