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
const stepPt = { inside: 2, aside: 4 };
/** Room around a label in its area: hardly any, some, enough. More lines are better than less room. */
const clearancesPt = [1, 2.5, 5];
const leastClearancePt = 1;
const roomyClearancePt = 2.5;
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
  for (const { label, inside } of leastChoiceFirst(labels, space)) {
    const others = [...placed.values()];
    const found =
      (inside && placeInside(label, inside, others, space)) ??
      placeAside(label, areas, others, space) ??
      placeBeneath(label, others, space);
    placed.set(label, found);
  }
  return labels.flatMap((label) => placed.get(label) ?? []);
}

/** A label inside its area, and how much room it has there. */
interface InsidePlace {
  readonly placed: PlacedAreaLabel;
  readonly clearancePt: number;
}

/**
 * First labels that just fit into their area; then those that don't, whose lines should be short; last those with room
 * to give way. Small areas before large ones.
 */
function leastChoiceFirst(labels: readonly AreaLabel[], space: LabelSpace) {
  const rank = (inside: InsidePlace | undefined) => {
    if (!inside) return 1;
    return inside.clearancePt < roomyClearancePt ? 0 : 2;
  };
  return labels
    .map((label) => ({ label, inside: findInside(label, [], space) }))
    .toSorted(
      (a, b) => rank(a.inside) - rank(b.inside) || a.label.area.surface - b.label.area.surface,
    );
}

/** Where it would be without the others, unless one of their lines runs there. */
function placeInside(
  label: AreaLabel,
  { placed }: InsidePlace,
  others: readonly PlacedAreaLabel[],
  space: LabelSpace,
): PlacedAreaLabel | undefined {
  const leaders = others.flatMap(({ leader }) => (leader ? [leader] : []));
  const isCrossed = placed.lines.some((line) => crosses(leaders, line));
  return isCrossed ? findInside(label, leaders, space)?.placed : placed;
}

function crosses(leaders: readonly Segment[], line: Box): boolean {
  return leaders.some((leader) => lineMeetsBox(leader, line, leaderGapPt));
}

/** The best setting in the best place: with as much room as there is, and as near to the middle as that allows. */
function findInside(
  label: AreaLabel,
  leaders: readonly Segment[],
  space: LabelSpace,
): InsidePlace | undefined {
  const { area, settings } = label;
  const areFree = (lines: readonly Box[], clearance: number) =>
    lines.every(
      (line) =>
        !edgeMeetsBox(area, line, clearance) &&
        isInArea(line, area) &&
        !space.taken.some((other) => boxesMeet(line, other, gapPt)) &&
        !crosses(leaders, line),
    );
  /** For each setting the first place with each of the clearances. */
  const found = settings.map((): Point[] => []);
  for (const point of around(area.middle, area.bounds, stepPt.inside)) {
    // Of most labels a line runs through its middle, or close by: most points outside needn't be looked at twice.
    if (!isNearArea(point, area, space)) continue;
    for (const [setting, places] of found.entries()) {
      const lines = lineBoxes(settings[setting] ?? [], point, space);
      let next = clearancesPt[places.length];
      while (next !== undefined && areFree(lines, next)) {
        places.push(point);
        next = clearancesPt[places.length];
      }
    }
    // There is nothing better than the first setting with all the room.
    if (found[0]?.length === clearancesPt.length) break;
  }
  for (const clearancePt of clearancesPt.toReversed()) {
    for (const [setting, places] of found.entries()) {
      const point = places[clearancesPt.indexOf(clearancePt)];
      if (point) return { placed: place(label, setting, point, space), clearancePt };
    }
  }
  return undefined;
}

/** Whether lines that are centred about a point can lie inside an area: one of them is within half a line of it. */
function isNearArea({ x, y }: Point, area: Area, { type }: LabelSpace): boolean {
  const half = type.leadingPt / 2;
  return isInArea({ x, y }, area) || isInArea({ x, y: y - half }, area);
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
  const room = {
    x: space.width / 2,
    y: space.height / 2,
    width: space.width - width,
    height: space.height - height,
  };
  for (const point of around(anchor, room, stepPt.aside)) {
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
  for (const point of around(area.middle, area.bounds, stepPt.inside)) {
    const spot = { ...point, width: 0, height: 0 };
    if (isInArea(point, area) && !edgeMeetsBox(area, spot, leastClearancePt)) return point;
  }
  return area.middle;
}

/** Points in widening squares around a middle, as far as they lie in the bounds. */
function* around(middle: Point, bounds: Box, step: number): Generator<Point> {
  const [reachX, reachY] = [bounds.width / 2, bounds.height / 2];
  const isWithin = ({ x, y }: Point) =>
    Math.abs(x - bounds.x) <= reachX && Math.abs(y - bounds.y) <= reachY;
  yield middle;
  const { x, y } = middle;
  const farthest = Math.max(
    Math.abs(x - bounds.x) + bounds.width / 2,
    Math.abs(y - bounds.y) + bounds.height / 2,
  );
  for (let far = step; far <= farthest; far += step) {
    for (let near = -far; near < far; near += step) {
      const above = { x: x + near, y: y - far };
      const right = { x: x + far, y: y + near };
      const below = { x: x - near, y: y + far };
      const left = { x: x - far, y: y - near };
      if (isWithin(above)) yield above;
      if (isWithin(right)) yield right;
      if (isWithin(below)) yield below;
      if (isWithin(left)) yield left;
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
