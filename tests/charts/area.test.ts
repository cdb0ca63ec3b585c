import { describe, expect, it } from "vitest";
import { edgeMeetsBox, isInArea, makeArea } from "../../src/charts/area.ts";
import { boxesMeet, lineMeetsBox } from "../../src/charts/boxes.ts";

function square(x: number, y: number, size: number): number[][] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}

/** A square with a hole in it, and a small square beside it. */
const area = makeArea([[square(0, 0, 100), square(40, 40, 20)], [square(120, 10, 10)]]);

describe("makeArea", () => {
  it("knows the middle of its largest polygon, the bounds and the surface of all", () => {
    expect(area.middle).toEqual({ x: 50, y: 50 });
    expect(area.bounds).toEqual({ x: 65, y: 50, width: 130, height: 100 });
    expect(area.surface).toBe(10_100);
  });

  it("weighs a polygon's surface, whichever way its ring runs", () => {
    const triangle = [
      [0, 0],
      [30, 0],
      [0, 30],
      [0, 0],
    ];
    const both = [triangle, triangle.toReversed()].map((ring) => makeArea([[ring]]));
    expect(both.map(({ surface }) => surface)).toEqual([450, 450]);
    expect(both.map(({ middle }) => middle)).toEqual([
      { x: 10, y: 10 },
      { x: 10, y: 10 },
    ]);
  });
});

describe("isInArea", () => {
  it("counts all polygons and leaves out holes", () => {
    const inside = [
      { x: 10, y: 10 },
      { x: 125, y: 15 },
    ];
    const outside = [
      { x: 50, y: 50 },
      { x: 110, y: 15 },
      { x: -1, y: 10 },
    ];
    expect(inside.map((point) => isInArea(point, area))).toEqual([true, true]);
    expect(outside.map((point) => isInArea(point, area))).toEqual([false, false, false]);
  });
});

describe("edgeMeetsBox", () => {
  const box = { x: 20, y: 20, width: 20, height: 10 };

  it("is true where an edge runs through a box or nearer to it than the gap", () => {
    expect(edgeMeetsBox(area, box, 0)).toBe(false);
    expect(edgeMeetsBox(area, box, 9)).toBe(false);
    expect(edgeMeetsBox(area, box, 11)).toBe(true);
    expect(edgeMeetsBox(area, { ...box, x: 5 }, 0)).toBe(true);
  });

  it("sees the edges of holes", () => {
    expect(edgeMeetsBox(area, { ...box, x: 35, y: 50 }, 0)).toBe(true);
    expect(edgeMeetsBox(area, { x: 50, y: 50, width: 10, height: 10 }, 0)).toBe(false);
  });
});

describe("boxes", () => {
  const box = { x: 10, y: 10, width: 10, height: 4 };

  it("meet where they overlap or come nearer than the gap", () => {
    expect(boxesMeet(box, { ...box, x: 21 })).toBe(false);
    expect(boxesMeet(box, { ...box, x: 21 }, 2)).toBe(true);
    expect(boxesMeet(box, { ...box, x: 19 })).toBe(true);
  });

  it("are met by lines that cross them, not by those that end before", () => {
    const from = { x: 0, y: 10 };
    expect(lineMeetsBox([from, { x: 30, y: 10 }], box)).toBe(true);
    expect(lineMeetsBox([from, { x: 4, y: 10 }], box)).toBe(false);
    expect(lineMeetsBox([from, { x: 4, y: 10 }], box, 2)).toBe(true);
    expect(lineMeetsBox([from, { x: 30, y: 40 }], box)).toBe(false);
  });
});
