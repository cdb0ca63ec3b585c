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
  /** What its letters fill, line by line: beside a short line there is room. */
  readonly lines: readonly Box[];
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
const stepPt = { inside: 1.5, aside: 4 };
/** Room around a label in its area, the best first; more lines are better than less room than in one group. */
const roomyClearancePt = 2.5;
const leastClearancePt = 1;
const clearancesPt = [[7, 4.5], [roomyClearancePt], [leastClearancePt]];
/** What letters fill of their size, so that lines come as near to borders as they seem to. */
const letterPart = 0.8;
/** Room around a label that stands aside. */
const gapPt = 4;
/** Between a label and another's line. */
const leaderGapPt = 2;

/**
 * Places the labels of a map: inside their area with as much room as there is; where an area is too small, aside where
 * no area is, with a line to it; where there is no room at all, beneath the map. Labels keep apart from each other,
 * off each other's lines and off the borders.
 *
 * @returns One placed label per label, in the same order.
 */
export function placeAreaLabels(
  labels: readonly AreaLabel[],
  space: LabelSpace,
): readonly PlacedAreaLabel[] {
  const areas = labels.map(({ area }) => area);
  const placed = new Map<AreaLabel, PlacedAreaLabel>();
  for (const label of leastChoiceFirst(labels, space)) {
    const others = [...placed.values()];
    const found =
      placeInside(label, others, space) ??
      placeAside(label, areas, others, space) ??
      placeBeneath(label, others, space);
    placed.set(label, found);
  }
  return labels.flatMap((label) => placed.get(label) ?? []);
}

/**
 * First labels that just fit into their area; then those that don't, whose lines should be short; last those with room
 * to give way. Small areas before large ones.
 */
function leastChoiceFirst(labels: readonly AreaLabel[], space: LabelSpace): readonly AreaLabel[] {
  const rank = (label: AreaLabel) => {
    if (placeInside(label, [], space, roomyClearancePt)) return 2;
    return placeInside(label, [], space) ? 0 : 1;
  };
  return labels
    .map((label) => ({ label, rank: rank(label) }))
    .toSorted((a, b) => a.rank - b.rank || a.label.area.surface - b.label.area.surface)
    .map(({ label }) => label);
}

function placeInside(
  label: AreaLabel,
  others: readonly PlacedAreaLabel[],
  space: LabelSpace,
  leastPt = leastClearancePt,
): PlacedAreaLabel | undefined {
  const { area, settings } = label;
  const reach = Math.max(area.bounds.width, area.bounds.height);
  const leaders = others.flatMap(({ leader }) => (leader ? [leader] : []));
  const isFree = (line: Box, clearance: number) =>
    !edgeMeetsBox(area, line, clearance) &&
    isInArea(line, area) &&
    !space.taken.some((other) => boxesMeet(line, other, gapPt)) &&
    !leaders.some((leader) => lineMeetsBox(leader, line, leaderGapPt));
  const find = (lineWidths: LineWidths, clearance: number): Point | undefined => {
    for (const point of around(area.middle, reach, stepPt.inside)) {
      const lines = lineBoxes(lineWidths, point, space);
      if (lines.every((line) => isFree(line, clearance))) return point;
    }
    return undefined;
  };
  const possible = settings.flatMap((lineWidths, setting) =>
    find(lineWidths, leastPt) ? [{ lineWidths, setting }] : [],
  );
  for (const clearances of clearancesPt) {
    for (const { lineWidths, setting } of possible) {
      for (const clearance of clearances.filter((each) => each >= leastPt)) {
        const point = find(lineWidths, clearance);
        if (point) return place(label, setting, point, space);
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
  const { width, height } = place(label, 0, { x: 0, y: 0 }, space);
  const anchor = anchorOf(label.area);
  const taken = [...space.taken, ...others.flatMap(({ lines }) => lines)];
  const isInSpace = ({ x, y }: Point) =>
    x >= width / 2 &&
    x <= space.width - width / 2 &&
    y >= height / 2 &&
    y <= space.height - height / 2;
  for (const point of around(anchor, Math.max(space.width, space.height), stepPt.aside)) {
    if (!isInSpace(point)) continue;
    const box = place(label, 0, point, space);
    if (areas.some((area) => edgeMeetsBox(area, box, gapPt) || isInArea(point, area))) continue;
    const leader = leaderOf(box, anchor);
    const meets = taken.some(
      (other) => boxesMeet(box, other, gapPt) || lineMeetsBox(leader, other, leaderGapPt),
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
  const { width, height } = place(label, 0, { x: 0, y: 0 }, space);
  const ends = [...space.taken, ...others].map((other) => other.y + other.height / 2);
  const lowest = Math.max(space.height, ...ends);
  const anchor = anchorOf(label.area);
  const x = Math.min(Math.max(anchor.x, width / 2), space.width - width / 2);
  const box = place(label, 0, { x, y: lowest + gapPt + height / 2 }, space);
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

function place(
  { settings }: AreaLabel,
  setting: number,
  point: Point,
  space: LabelSpace,
): PlacedAreaLabel {
  const lineWidths = settings[setting] ?? [];
  const { sizePt, leadingPt } = space.type;
  const width = Math.max(...lineWidths);
  const height = (lineWidths.length - 1) * leadingPt + sizePt;
  const { x, y } = point;
  return { x, y, width, height, setting, lines: lineBoxes(lineWidths, point, space) };
}

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
