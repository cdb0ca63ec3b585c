import { type Area, edgeMeetsBox, isInArea } from "./area.ts";
import { type Box, boxesMeet, lineMeetsBox, type Segment } from "./boxes.ts";
import type { Point } from "./map-field.ts";

/** What is written on an area, or beside it. */
export interface AreaLabel {
  readonly area: Area;
  /** Ways to break it into lines, the best first: the widths of its centred lines from top to bottom. */
  readonly settings: readonly LineWidths[];
}
type LineWidths = readonly number[];

export interface PlacedAreaLabel extends Box {
  /** Which of the label's settings it is. */
  readonly setting: number;
  /** From the label's edge to the middle of its area, where it stands aside. */
  readonly leader?: Segment;
}

/** What labels may use: from 0 to `width` and `height`, and what stands there already. */
export interface LabelSpace {
  readonly width: number;
  readonly height: number;
  readonly type: { readonly sizePt: number; readonly leadingPt: number };
  readonly taken: readonly Box[];
}

/** Between candidates, in points. */
const stepPt = { inside: 3, aside: 6 };
/** Room around a label in its area, the best first. */
const clearancesPt = [7, 4.5, 2.5, 1.5];
/** Room around a label that stands aside. */
const gapPt = 4;

/**
 * Places the labels of a map: inside their area with as much room as there is, else aside where no area is, with a
 * line to it; where there is no room at all, beneath the map. Labels keep apart from each other and off each other's
 * lines and the borders.
 *
 * @returns One placed label per label, in the same order.
 */
export function placeAreaLabels(
  labels: readonly AreaLabel[],
  space: LabelSpace,
): readonly PlacedAreaLabel[] {
  const inside = labels.map((label) => placeInside(label, space));
  const placed = [...inside];
  const areas = labels.map(({ area }) => area);
  const order = labels
    .map((label, index) => ({ label, index }))
    .filter(({ index }) => !placed[index])
    .toSorted((a, b) => a.label.area.surface - b.label.area.surface);
  for (const { label, index } of order) {
    const others = placed.filter((other) => other !== undefined);
    placed[index] = placeAside(label, areas, others, space) ?? placeBeneath(label, others, space);
  }
  return placed.filter((label) => label !== undefined);
}

function placeInside(label: AreaLabel, space: LabelSpace): PlacedAreaLabel | undefined {
  const { area, settings } = label;
  const { bounds, middle } = area;
  const points = grid(
    { from: bounds.x - bounds.width / 2, to: bounds.x + bounds.width / 2 },
    { from: bounds.y - bounds.height / 2, to: bounds.y + bounds.height / 2 },
    stepPt.inside,
  ).toSorted((a, b) => distance(a, middle) - distance(b, middle));
  for (const [setting, lineWidths] of settings.entries()) {
    for (const clearance of clearancesPt) {
      const found = [middle, ...points].find((point) => {
        const lines = lineBoxes(lineWidths, point, space);
        return (
          lines.every((line) => !edgeMeetsBox(area, line, clearance)) &&
          isInArea(point, area) &&
          !space.taken.some((other) => lines.some((line) => boxesMeet(line, other, gapPt)))
        );
      });
      if (found) return { ...boxOf(lineWidths, found, space), setting };
    }
  }
  return undefined;
}

/** The place outside all areas from which the line to the area's middle is the shortest. */
function placeAside(
  label: AreaLabel,
  areas: readonly Area[],
  others: readonly PlacedAreaLabel[],
  space: LabelSpace,
): PlacedAreaLabel | undefined {
  const [lineWidths = []] = label.settings;
  const { width, height } = boxOf(lineWidths, { x: 0, y: 0 }, space);
  const { middle } = label.area;
  const points = grid(
    { from: width / 2, to: space.width - width / 2 },
    { from: height / 2, to: space.height - height / 2 },
    stepPt.aside,
  ).toSorted((a, b) => distance(a, middle) - distance(b, middle));
  const taken = [...space.taken, ...others];
  for (const point of points) {
    const box = { ...boxOf(lineWidths, point, space), setting: 0 };
    if (areas.some((area) => edgeMeetsBox(area, box, gapPt) || isInArea(point, area))) continue;
    const leader = leaderOf(box, middle);
    const meets = taken.some(
      (other) => boxesMeet(box, other, gapPt) || lineMeetsBox(leader, other, gapPt / 2),
    );
    const isCrossed = others.some(
      (other) => other.leader && lineMeetsBox(other.leader, box, gapPt),
    );
    if (!meets && !isCrossed) return { ...box, leader };
  }
  return undefined;
}

/** A row of its own under everything else. */
function placeBeneath(
  label: AreaLabel,
  others: readonly PlacedAreaLabel[],
  space: LabelSpace,
): PlacedAreaLabel {
  const [lineWidths = []] = label.settings;
  const { width, height } = boxOf(lineWidths, { x: 0, y: 0 }, space);
  const lowest = Math.max(space.height, ...others.map((other) => other.y + other.height / 2));
  const { middle } = label.area;
  const x = Math.min(Math.max(middle.x, width / 2), space.width - width / 2);
  const box = { x, y: lowest + gapPt + height / 2, width, height, setting: 0 };
  return { ...box, leader: leaderOf(box, middle) };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function grid(across: Range, down: Range, step: number): readonly Point[] {
  const steps = ({ from, to }: Range) =>
    Array.from(
      { length: Math.max(0, Math.floor((to - from) / step) + 1) },
      (_, index) => from + index * step,
    );
  const columns = steps(across);
  return steps(down).flatMap((y) => columns.map((x) => ({ x, y })));
}

function boxOf(lineWidths: LineWidths, { x, y }: Point, { type }: LabelSpace): Box {
  const height = (lineWidths.length - 1) * type.leadingPt + type.sizePt;
  return { x, y, width: Math.max(...lineWidths), height };
}

/** A box for each line, which a short one leaves more room beside. */
function lineBoxes(lineWidths: LineWidths, { x, y }: Point, { type }: LabelSpace) {
  return lineWidths.map((width, index): Box => {
    const shift = (index - (lineWidths.length - 1) / 2) * type.leadingPt;
    return { x, y: y + shift, width, height: type.sizePt };
  });
}

/** From the edge of a box towards a point outside it. */
function leaderOf(box: Box, to: Point): Segment {
  const [dx, dy] = [to.x - box.x, to.y - box.y];
  const reach = Math.max(Math.abs(dx) / (box.width / 2 + 1), Math.abs(dy) / (box.height / 2 + 1));
  return [{ x: box.x + dx / reach, y: box.y + dy / reach }, to];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
