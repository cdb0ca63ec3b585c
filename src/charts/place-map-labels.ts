export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A label of a map: its size, and the points of the area that it names. In points. */
export interface MapLabel {
  readonly width: number;
  readonly height: number;
  readonly area: readonly Point[];
}

export interface PlacedMapLabel {
  /** Middle of the label. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From the label's edge to the middle of its area, where it stands aside. */
  readonly leader?: readonly [Point, Point];
}

/** Kept free around labels, in points. */
const gapPt = 2;
/** What covering a dot costs, measured in points of distance from the area's middle. */
const ownDotCost = 2;
const foreignDotCost = 8;

/**
 * Places the labels of a map: over the middle of their area where that hides little, else aside with a line to it.
 * Labels stay inside the field, apart from each other and off each other's lines. Small areas choose first.
 *
 * @returns One placed label per label, in the same order.
 */
export function placeMapLabels(
  labels: readonly MapLabel[],
  field: { readonly width: number; readonly height: number },
): readonly PlacedMapLabel[] {
  const order = labels
    .map((label, index) => ({ label, index, extent: extentOf(label.area) }))
    .toSorted((a, b) => a.extent - b.extent || a.index - b.index);
  const placed = new Map<number, PlacedMapLabel>();
  for (const { label, index } of order) {
    const others = topDown(labels.filter((other) => other !== label).flatMap(({ area }) => area));
    placed.set(index, choosePlace(label, others, [...placed.values()], field));
  }
  return labels.flatMap((_, index) => placed.get(index) ?? []);
}

function choosePlace(
  label: MapLabel,
  others: readonly Point[],
  taken: readonly PlacedMapLabel[],
  field: { readonly width: number; readonly height: number },
): PlacedMapLabel {
  const middle = middleOf(label.area);
  const own = topDown(label.area);
  const [first, ...rest] = candidates(label, middle, field);
  let best = first;
  let leastCost = Infinity;
  for (const candidate of [first, ...rest]) {
    const distance = Math.hypot(candidate.x - middle.x, candidate.y - middle.y);
    // Counting dots is dear; what lies farther off than the best is worse already.
    if (distance >= leastCost) continue;
    const cost =
      distance +
      countCovered(candidate, own) * ownDotCost +
      countCovered(candidate, others) * foreignDotCost;
    if (cost >= leastCost || taken.some((other) => collide(candidate, other))) continue;
    [best, leastCost] = [candidate, cost];
  }
  return best;
}

/** @param points From top to bottom. */
function countCovered(box: Box, points: readonly Point[]): number {
  const top = box.y - box.height / 2 - gapPt;
  const bottom = box.y + box.height / 2 + gapPt;
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.y ?? top) < top) low = middle + 1;
    else high = middle;
  }
  let count = 0;
  for (let index = low; index < points.length; index += 1) {
    const point = points[index];
    if (!point || point.y >= bottom) break;
    if (Math.abs(point.x - box.x) < box.width / 2 + gapPt) count += 1;
  }
  return count;
}

function topDown(points: readonly Point[]): readonly Point[] {
  return points.toSorted((a, b) => a.y - b.y);
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
  field: { readonly width: number; readonly height: number },
): readonly [PlacedMapLabel, ...PlacedMapLabel[]] {
  const clamp = (value: number, half: number, most: number) =>
    Math.min(Math.max(value, half), most - half);
  const at = (x: number, y: number): PlacedMapLabel => {
    const box = {
      x: clamp(x, width / 2, field.width),
      y: clamp(y, height / 2, field.height),
      width,
      height,
    };
    const leader = leaderOf(box, middle);
    return leader ? { ...box, leader } : box;
  };
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

type Box = Pick<PlacedMapLabel, "x" | "y" | "width" | "height">;

function leaderOf(box: Box, middle: Point): readonly [Point, Point] | undefined {
  const [dx, dy] = [middle.x - box.x, middle.y - box.y];
  const reach = Math.max((2 * Math.abs(dx)) / box.width, (2 * Math.abs(dy)) / box.height);
  // Within the label, or so near that a line would only be a smear.
  if (reach < 1 || Math.hypot(dx, dy) * (1 - 1 / reach) < 6) return undefined;
  return [{ x: box.x + dx / reach, y: box.y + dy / reach }, middle];
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
