import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Area, edgeMeetsBox, isInArea, makeArea } from "../../src/charts/area.ts";
import { boxesMeet, lineMeetsBox } from "../../src/charts/boxes.ts";
import {
  type AreaLabel,
  type PlacedAreaLabel,
  placeAreaLabels,
} from "../../src/charts/place-area-labels.ts";

const space = { width: 300, height: 200, type: { sizePt: 8, leadingPt: 10 }, taken: [] };

function ring(x: number, y: number, width: number, height: number): number[][] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
}

function rectangle(x: number, y: number, width: number, height: number): Area {
  return makeArea([[ring(x, y, width, height)]]);
}

const label = (area: Area, ...settings: number[][]): AreaLabel => ({
  area,
  settings: settings.length > 0 ? settings : [[50, 20]],
});

describe("placeAreaLabels", () => {
  it("writes in the middle of an area that is large enough, without a line", () => {
    const [placed] = placeAreaLabels([label(rectangle(100, 50, 100, 80))], space);
    expect(placed).toEqual({
      ...{ x: 150, y: 90, width: 50, height: 18, setting: 0 },
      lines: [
        { x: 150, y: 85, width: 50, height: 6.4 },
        { x: 150, y: 95, width: 20, height: 6.4 },
      ],
    });
  });

  it("writes beside a hole in the middle, not over it", () => {
    const area = makeArea([[ring(50, 40, 200, 120), ring(120, 70, 60, 60)]]);
    const [placed] = placeAreaLabels([label(area)], space);
    expect(placed && [placed.leader, edgeMeetsBox(area, placed, 0)]).toEqual([undefined, false]);
    expect(placed && isInArea(placed, area)).toBe(true);
  });

  it("takes more lines where one line finds hardly any room", () => {
    const narrow = rectangle(100, 50, 54, 80);
    const [placed] = placeAreaLabels([label(narrow, [50, 20], [26, 24, 20])], space);
    expect(placed).toMatchObject({ setting: 1, height: 28 });
    const [first] = placeAreaLabels([label(narrow, [50, 20])], space);
    expect(first).toMatchObject({ setting: 0 });
    expect(first?.leader).toBeUndefined();
  });

  it("keeps off what stands there already", () => {
    const taken = [{ x: 150, y: 90, width: 40, height: 20 }];
    const [placed] = placeAreaLabels([label(rectangle(100, 40, 100, 100))], { ...space, taken });
    expect(placed?.leader).toBeUndefined();
    expect(placed && boxesMeet(placed, taken[0] ?? placed, 3)).toBe(false);
  });

  it("stands aside where no area is, with a line that ends in its own", () => {
    const small = rectangle(140, 90, 20, 12);
    const [placed] = placeAreaLabels([label(small)], space);
    const [from, to] = placed?.leader ?? [];
    expect(placed && edgeMeetsBox(small, placed, 3)).toBe(false);
    expect(to && isInArea(to, small)).toBe(true);
    expect(from && placed && boxesMeet({ ...from, width: 0, height: 0 }, placed, 1.1)).toBe(true);
  });

  it("points into a small area that has a hole in its middle, not into the hole", () => {
    const flat = makeArea([[ring(100, 90, 60, 12), ring(120, 92, 20, 8)]]);
    const [placed] = placeAreaLabels([label(flat, [80, 20])], space);
    const to = placed?.leader?.[1];
    expect(to && isInArea(to, flat)).toBe(true);
  });

  it("stands beneath the map where areas and what stands there already leave no room", () => {
    const small = rectangle(140, 90, 20, 12);
    const around = makeArea([[ring(1, 1, 298, 198), ring(138, 88, 24, 16)]]);
    const taken = [{ x: 40, y: 210, width: 80, height: 10 }];
    const placed = placeAreaLabels([label(small), label(around)], { ...space, taken });
    expect(placed[0]?.y).toBeGreaterThan(215 + 9);
    expect(placed[0]?.leader?.[1]).toEqual({ x: 150, y: 96 });
    expect(placed[1]?.leader).toBeUndefined();
  });

  it("keeps any labels apart, off each other's lines and off the borders", () => {
    const cell = fc.record({ width: fc.integer({ min: 5, max: 66 }), lines: fc.boolean() });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const labels = cells.map(({ width, lines }, index) => {
          const [column, row] = [index % 4, Math.floor(index / 4)];
          const area = rectangle(column * 70 + 10, row * 80 + 30, width, 40);
          return label(
            area,
            ...(lines
              ? [
                  [55, 20],
                  [30, 28, 20],
                ]
              : [[55, 20]]),
          );
        });
        const placed = placeAreaLabels(labels, space);
        expect(placed).toHaveLength(labels.length);
        expect(placed.flatMap((each, index) => faultsOf(each, index, placed, labels))).toEqual([]);
      }),
    );
  });
});

function faultsOf(
  placed: PlacedAreaLabel,
  index: number,
  all: readonly PlacedAreaLabel[],
  labels: readonly AreaLabel[],
): readonly string[] {
  const others = all.filter((other) => other !== placed).flatMap(({ lines }) => lines);
  const own = labels[index]?.area;
  const isOwn = own !== undefined && placed.lines.every((line) => isInArea(line, own));
  const meets = (find: (line: PlacedAreaLabel["lines"][number]) => boolean, fault: string) =>
    placed.lines.some(find) ? [`${index} ${fault}`] : [];
  const { leader } = placed;
  return [
    ...meets((line) => others.some((other) => boxesMeet(line, other)), "overlaps"),
    ...meets((line) => labels.some(({ area }) => edgeMeetsBox(area, line, 0)), "is on a border"),
    ...(isOwn === (leader !== undefined) ? [`${index} is inside with a line`] : []),
    ...(leader && others.some((other) => lineMeetsBox(leader, other))
      ? [`${index} has a line through another`]
      : []),
  ];
}
