export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A dot of a map, in points. */
export interface Circle extends Point {
  readonly radius: number;
}

/** An upright rectangle by its middle, in points. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A label of a map: its size, and the dots of the area that it names. In points. */
export interface MapLabel {
  readonly width: number;
  readonly height: number;
  readonly area: readonly Circle[];
}

export interface PlacedMapLabel extends Box {
  /** From the label's edge to the edge of its area's nearest dot, where it stands aside. */
  readonly leader?: readonly [Point, Point];
}

/** What labels may use: from 0 to `width` and `height`, and what stands there already. */
export interface MapSpace {
  readonly width: number;
  readonly height: number;
  readonly taken: readonly Box[];
}

/** Kept free around labels, in points. */
const gapPt = 2;
/** A label that is nearer to a dot of its area needs no line to it. */
const besidePt = 7;
/** What a place costs, measured in points of distance from the area's middle. */
const costs = { ownDot: 11, foreignDot: 22, crossedDot: 22, leaderPt: 4 };
/** In an area of fewer dots each costs more, so that its colour stays in sight. */
const ampleDots = 40;

/** A dot with what hiding it costs beside one of an ample area. */
interface WeighedCircle extends Circle {
  readonly weight: number;
}

/**
 * Places the labels of a map where they hide few dots: beside their area if there is room, else over it; where that
 * would hide its neighbours, aside with a line to it. Labels stay inside the space, apart from each other and off
 * each other's lines. Small areas choose first.
 *
 * @returns One placed label per label, in the same order.
 */
export function placeMapLabels(
  labels: readonly MapLabel[],
  space: MapSpace,
): readonly PlacedMapLabel[] {
  const order = labels
    .map((label, index) => ({ label, index, extent: extentOf(label.area) }))
    .toSorted((a, b) => a.extent - b.extent || a.index - b.index);
  const placed = new Map<number, PlacedMapLabel>();
  for (const { label, index } of order) {
    const others = topDown(labels.filter((other) => other !== label).flatMap(weigh));
    const taken = [...space.taken, ...placed.values()];
    placed.set(index, choosePlace(label, others, taken, space));
  }
  return labels.flatMap((_, index) => placed.get(index) ?? []);
}

function choosePlace(
  label: MapLabel,
  others: readonly WeighedCircle[],
  taken: readonly PlacedMapLabel[],
  space: MapSpace,
): PlacedMapLabel {
  const middle = middleOf(label.area);
  const own = topDown(weigh(label));
  const [first, ...rest] = candidates(label, middle, space);
  let best: PlacedMapLabel = first;
  let leastCost = Infinity;
  for (const box of [first, ...rest]) {
    const distance = Math.hypot(box.x - middle.x, box.y - middle.y);
    // Counting dots and drawing lines is dear; what costs more than the best without is worse already.
    if (distance >= leastCost) continue;
    let cost =
      distance +
      weighCovered(box, own) * costs.ownDot +
      weighCovered(box, others) * costs.foreignDot;
    if (cost >= leastCost) continue;
    const leader = leaderOf(box, label.area);
    if (leader) {
      cost += lengthOf(leader) * costs.leaderPt;
      if (cost >= leastCost) continue;
      cost += others.filter((dot) => isCrossed(dot, leader)).length * costs.crossedDot;
    }
    const candidate = leader ? { ...box, leader } : box;
    if (cost >= leastCost || taken.some((other) => collide(candidate, other))) continue;
    [best, leastCost] = [candidate, cost];
  }
  return best;
}

/** @param dots From top to bottom. */
function weighCovered(box: Box, dots: readonly WeighedCircle[]): number {
  const top = box.y - box.height / 2 - gapPt;
  const bottom = box.y + box.height / 2 + gapPt;
  let [low, high] = [0, dots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dots[middle]?.y ?? top) < top) low = middle + 1;
    else high = middle;
  }
  let sum = 0;
  for (let index = low; index < dots.length; index += 1) {
    const dot = dots[index];
    if (!dot || dot.y >= bottom) break;
    if (Math.abs(dot.x - box.x) < box.width / 2 + gapPt) sum += dot.weight;
  }
  return sum;
}

function weigh({ area }: MapLabel): readonly WeighedCircle[] {
  const weight = Math.max(1, ampleDots / area.length);
  return area.map((dot) => ({ ...dot, weight }));
}

function topDown(dots: readonly WeighedCircle[]): readonly WeighedCircle[] {
  return dots.toSorted((a, b) => a.y - b.y);
}

function middleOf(area: readonly Point[]): Point {
  const mean = (axis: "x" | "y") => area.reduce((sum, point) => sum + point[axis], 0) / area.length;
  return { x: mean("x"), y: mean("y") };
}

function extentOf(area: readonly Point[]): number {
  const span = (axis: "x" | "y") => {
    const values = area.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return span("x") * span("y");
}

/** The middle of the area, then widening rings around it. */
function candidates(
  { width, height }: MapLabel,
  middle: Point,
  space: MapSpace,
): readonly [Box, ...Box[]] {
  const clamp = (value: number, half: number, most: number) =>
    Math.min(Math.max(value, half), most - half);
  const at = (x: number, y: number): Box => ({
    x: clamp(x, width / 2, space.width),
    y: clamp(y, height / 2, space.height),
    width,
    height,
  });
  const rings = Array.from({ length: 24 }, (_, index) => (index + 1) * 6);
  const turns = Array.from({ length: 24 }, (_, index) => (index * Math.PI) / 12);
  return [
    at(middle.x, middle.y),
    ...rings.flatMap((distance) =>
      turns.map((angle) =>
        at(middle.x + Math.cos(angle) * distance, middle.y + Math.sin(angle) * distance),
      ),
    ),
  ];
}

/** How far a dot's edge is from a box; negative where they overlap. */
export function distanceTo(box: Box, dot: Circle): number {
  const beside = Math.max(0, Math.abs(dot.x - box.x) - box.width / 2);
  const above = Math.max(0, Math.abs(dot.y - box.y) - box.height / 2);
  return Math.hypot(beside, above) - dot.radius;
}

function leaderOf(box: Box, area: readonly Circle[]): readonly [Point, Point] | undefined {
  let nearest: Circle | undefined;
  let least = Infinity;
  for (const dot of area) {
    const distance = distanceTo(box, dot);
    if (distance < least) [nearest, least] = [dot, distance];
  }
  if (!nearest || least < besidePt) return undefined;
  const [dx, dy] = [nearest.x - box.x, nearest.y - box.y];
  const reach = Math.max((2 * Math.abs(dx)) / box.width, (2 * Math.abs(dy)) / box.height);
  const stop = 1 - nearest.radius / Math.hypot(dx, dy);
  return [
    { x: box.x + dx / reach, y: box.y + dy / reach },
    { x: box.x + dx * stop, y: box.y + dy * stop },
  ];
}

function lengthOf([from, to]: readonly [Point, Point]): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

function isCrossed({ x, y, radius }: Circle, [from, to]: readonly [Point, Point]): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const nearest = Math.min(Math.max(along, 0), 1);
  return Math.hypot(from.x + dx * nearest - x, from.y + dy * nearest - y) < radius + 0.5;
}

function collide(first: PlacedMapLabel, second: PlacedMapLabel): boolean {
  const overlap =
    Math.abs(first.x - second.x) < (first.width + second.width) / 2 + gapPt &&
    Math.abs(first.y - second.y) < (first.height + second.height) / 2 + gapPt;
  return overlap || crosses(first, second) || crosses(second, first);
}

/** Whether the line of one label runs through the other: what is left of it after clipping to the box. */
function crosses({ leader }: PlacedMapLabel, box: Box): boolean {
  if (!leader) return false;
  const [from, to] = leader;
  const reachX = box.width / 2 + gapPt;
  const reachY = box.height / 2 + gapPt;
  const [enterX, leaveX] = clip(from.x - box.x, to.x - box.x, reachX);
  const [enterY, leaveY] = clip(from.y - box.y, to.y - box.y, reachY);
  return Math.max(0, enterX, enterY) < Math.min(1, leaveX, leaveY);
}

/** Which part of the way from one place to another lies between -reach and reach. */
function clip(from: number, to: number, reach: number): readonly [number, number] {
  if (from === to) return Math.abs(from) < reach ? [0, 1] : [1, 0];
  const [one, other] = [(-reach - from) / (to - from), (reach - from) / (to - from)];
  return one < other ? [one, other] : [other, one];
}
