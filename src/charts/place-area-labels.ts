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
  /** From the label's edge into its area, where it stands aside. */
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
const stepPt = { inside: 1.5, aside: 6 };
/** Room around a label in its area, the best first; more lines are better than less room than in one group. */
const leastClearancePt = 1;
const clearancesPt = [[7, 4.5], [2.5], [leastClearancePt]];
/** What letters fill of their size, so that lines come as near to borders as they seem to. */
const letterPart = 0.8;
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
  const reach = Math.max(area.bounds.width, area.bounds.height);
  const find = (lineWidths: LineWidths, clearance: number): Point | undefined => {
    for (const point of around(area.middle, reach, stepPt.inside)) {
      const lines = lineBoxes(lineWidths, point, space);
      const isFree =
        lines.every((line) => !edgeMeetsBox(area, line, clearance)) &&
        lines.every((line) => isInArea(line, area)) &&
        !space.taken.some((other) => lines.some((line) => boxesMeet(line, other, gapPt)));
      if (isFree) return point;
    }
    return undefined;
  };
  const possible = settings.flatMap((lineWidths, setting) =>
    find(lineWidths, leastClearancePt) ? [{ lineWidths, setting }] : [],
  );
  for (const clearances of clearancesPt) {
    for (const { lineWidths, setting } of possible) {
      for (const clearance of clearances) {
        const point = find(lineWidths, clearance);
        if (point) return { ...boxOf(lineWidths, point, space), setting };
      }
    }
  }
  return undefined;
}

/** The place outside all areas that is nearest to the label's own. */
function placeAside(
  label: AreaLabel,
  areas: readonly Area[],
  others: readonly PlacedAreaLabel[],
  space: LabelSpace,
): PlacedAreaLabel | undefined {
  const [lineWidths = []] = label.settings;
  const { width, height } = boxOf(lineWidths, { x: 0, y: 0 }, space);
  const anchor = anchorOf(label.area);
  const taken = [...space.taken, ...others];
  const isInSpace = ({ x, y }: Point) =>
    x >= width / 2 &&
    x <= space.width - width / 2 &&
    y >= height / 2 &&
    y <= space.height - height / 2;
  for (const point of around(anchor, Math.max(space.width, space.height), stepPt.aside)) {
    if (!isInSpace(point)) continue;
    const box = { ...boxOf(lineWidths, point, space), setting: 0 };
    if (areas.some((area) => edgeMeetsBox(area, box, gapPt) || isInArea(point, area))) continue;
    const leader = leaderOf(box, anchor);
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
  const ends = [...space.taken, ...others].map((other) => other.y + other.height / 2);
  const lowest = Math.max(space.height, ...ends);
  const anchor = anchorOf(label.area);
  const x = Math.min(Math.max(anchor.x, width / 2), space.width - width / 2);
  const box = { x, y: lowest + gapPt + height / 2, width, height, setting: 0 };
  return { ...box, leader: leaderOf(box, anchor) };
}

/** Where a line to an area ends: near its middle, but not in a hole of it. */
function anchorOf(area: Area): Point {
  const reach = Math.max(area.bounds.width, area.bounds.height);
  for (const point of around(area.middle, reach, stepPt.inside)) {
    const spot = { ...point, width: 0, height: 0 };
    if (isInArea(point, area) && !edgeMeetsBox(area, spot, leastClearancePt)) return point;
  }
  return area.middle;
}

/** Points in widening squares around a middle. */
function* around({ x, y }: Point, reach: number, step: number): Generator<Point> {
  yield { x, y };
  for (let ring = 1; ring * step <= reach; ring += 1) {
    for (let along = -ring; along < ring; along += 1) {
      const [far, near] = [ring * step, along * step];
      yield { x: x + near, y: y - far };
      yield { x: x + far, y: y + near };
      yield { x: x - near, y: y + far };
      yield { x: x - far, y: y - near };
    }
  }
}

function boxOf(lineWidths: LineWidths, { x, y }: Point, { type }: LabelSpace): Box {
  const height = (lineWidths.length - 1) * type.leadingPt + type.sizePt;
  return { x, y, width: Math.max(...lineWidths), height };
}

/** A box for each line, which a short one leaves more room beside. */
function lineBoxes(lineWidths: LineWidths, { x, y }: Point, { type }: LabelSpace) {
  return lineWidths.map((width, index): Box => {
    const shift = (index - (lineWidths.length - 1) / 2) * type.leadingPt;
    return { x, y: y + shift, width, height: type.sizePt * letterPart };
  });
}

/** From the edge of a box towards a point outside it. */
function leaderOf(box: Box, to: Point): Segment {
  const [dx, dy] = [to.x - box.x, to.y - box.y];
  const reach = Math.max(Math.abs(dx) / (box.width / 2 + 1), Math.abs(dy) / (box.height / 2 + 1));
  return [{ x: box.x + dx / reach, y: box.y + dy / reach }, to];
}
