import { describe, expect, it } from "vitest";
import {
  type Box,
  type Circle,
  distanceTo,
  type MapLabel,
  placeMapLabels,
} from "../../src/charts/place-map-labels.ts";

const field = { width: 300, height: 200, taken: [] };

/** A block of dots with its upper left corner at x, y. */
function area(x: number, y: number, columns: number, rows: number): readonly Circle[] {
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: x + (index % columns) * 8,
    y: y + Math.floor(index / columns) * 8,
    radius: 2,
  }));
}

const label = (points: readonly Circle[]): MapLabel => ({ width: 50, height: 20, area: points });

/** From a label to the edge of the nearest dot. */
function nearest(box: Box | undefined, dots: readonly Circle[]): number {
  return box ? Math.min(...dots.map((dot) => distanceTo(box, dot))) : Number.NaN;
}

describe("placeMapLabels", () => {
  it("writes beside an area where there is room, without a line", () => {
    const dots = area(100, 60, 12, 8);
    const [placed] = placeMapLabels([label(dots)], field);
    expect(placed).toEqual({ x: 144, y: 130, width: 50, height: 20 });
    expect(nearest(placed, dots)).toBeLessThan(7);
    expect(nearest(placed, dots)).toBeGreaterThan(0);
  });

  it("writes over the middle of an area that fills the map", () => {
    const [placed] = placeMapLabels([label(area(2, 2, 38, 25))], field);
    expect([placed?.leader, placed?.x, placed?.y]).toEqual([undefined, 150, 98]);
  });

  it("stands aside with a line to its nearest dot where its neighbours take the room beside it", () => {
    const dots = area(2, 90, 1, 2);
    const dense = [2, 6].flatMap((x) => [50, 54].flatMap((y) => area(x, y, 4, 12)));
    const around = dense.filter((dot) =>
      dots.every(({ x, y }) => Math.hypot(dot.x - x, dot.y - y) > 10),
    );
    const [placed] = placeMapLabels([dots, around].map(label), field);
    const [from, to] = placed?.leader ?? [];
    expect(nearest(placed, dots)).toBeGreaterThan(7);
    expect(nearest(placed, around)).toBeGreaterThan(0);
    expect(nearest(placed, from ? [{ ...from, radius: 0 }] : [])).toBeCloseTo(0);
    expect(dots.map(({ x, y }) => Math.hypot(x - (to?.x ?? 0), y - (to?.y ?? 0)))).toContainEqual(
      expect.closeTo(2),
    );
  });

  it("hides dots of an ample area rather than those of a small one", () => {
    const small = area(122, 90, 4, 3);
    const isSmall = (dot: Circle) => small.some(({ x, y }) => x === dot.x && y === dot.y);
    const ample = area(2, 2, 38, 25).filter((dot) => !isSmall(dot));
    const [placed] = placeMapLabels([small, ample].map(label), field);
    expect(nearest(placed, small)).toBeGreaterThan(0);
    expect(nearest(placed, small)).toBeLessThan(7);
    expect(nearest(placed, ample)).toBeLessThan(0);
  });

  it("keeps off what stands there already", () => {
    const taken = [{ x: 144, y: 130, width: 60, height: 24 }];
    const [placed] = placeMapLabels([label(area(100, 60, 12, 8))], { ...field, taken });
    const apart = Math.abs((placed?.x ?? 0) - 144) >= 55 || Math.abs((placed?.y ?? 0) - 130) >= 22;
    expect(apart).toBe(true);
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
