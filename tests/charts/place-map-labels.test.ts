import { describe, expect, it } from "vitest";
import { type MapLabel, type Point, placeMapLabels } from "../../src/charts/place-map-labels.ts";

const field = { width: 300, height: 200 };

/** A block of dots with its upper left corner at x, y. */
function area(x: number, y: number, columns: number, rows: number): readonly Point[] {
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: x + (index % columns) * 8,
    y: y + Math.floor(index / columns) * 8,
  }));
}

const label = (points: readonly Point[]): MapLabel => ({ width: 50, height: 20, area: points });

describe("placeMapLabels", () => {
  it("writes over the middle of a wide area, without a line", () => {
    const [placed] = placeMapLabels([label(area(100, 60, 12, 8))], field);
    expect(placed).toEqual({ x: 144, y: 88, width: 50, height: 20 });
  });

  it("stands aside with a line where it would hide its neighbours", () => {
    const small = label(area(146, 96, 2, 2));
    const around = label([...area(100, 60, 13, 4), ...area(100, 108, 13, 4)]);
    const [placed] = placeMapLabels([small, around], field);
    expect(placed?.leader?.[1]).toEqual({ x: 150, y: 100 });
    expect(Math.hypot((placed?.x ?? 0) - 150, (placed?.y ?? 0) - 100)).toBeGreaterThan(20);
  });

  it("keeps labels inside the field and apart, in the order given", () => {
    const labels = [area(2, 2, 2, 2), area(6, 10, 2, 2), area(290, 190, 2, 2)].map(label);
    const placed = placeMapLabels(labels, field);
    expect(placed).toHaveLength(3);
    for (const { x, y, width, height } of placed) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0);
      expect(x + width / 2).toBeLessThanOrEqual(field.width);
      expect(y - height / 2).toBeGreaterThanOrEqual(0);
      expect(y + height / 2).toBeLessThanOrEqual(field.height);
    }
    const [first, second] = placed;
    const apart =
      Math.abs((first?.x ?? 0) - (second?.x ?? 0)) >= 50 ||
      Math.abs((first?.y ?? 0) - (second?.y ?? 0)) >= 20;
    expect(apart).toBe(true);
    expect(placed[2]?.x).toBeGreaterThan(200);
  });
});
