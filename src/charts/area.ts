import { type Box, boxesMeet, lineMeetsBox, type Segment } from "./boxes.ts";
import type { Point } from "./map-field.ts";
import type { Lines } from "./province-shapes.ts";

/** A part of a map by the straight lines around it, in points. */
export interface Area {
  /** The edges that reach into each strip across its bounds, from top to bottom; a long edge lies in several. */
  readonly strips: readonly (readonly Segment[])[];
  /** The middle of its largest polygon's surface. */
  readonly middle: Point;
  readonly bounds: Box;
  /** Of all its polygons, in square points. */
  readonly surface: number;
}

/** @param polygons Polygons by their rings, the outer one first. */
export function makeArea(polygons: readonly Lines[]): Area {
  const edges = polygons.flat().flatMap(edgesOf);
  const outer = polygons.map(([ring = []]) => weigh(edgesOf(ring)));
  const largest = outer.reduce((a, b) => (b.surface > a.surface ? b : a));
  const [xs, ys] = [edges.map(([{ x }]) => x), edges.map(([{ y }]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return {
    strips: sortIntoStrips(edges, top, bottom),
    middle: largest.middle,
    bounds: {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      width: right - left,
      height: bottom - top,
    },
    surface: outer.reduce((sum, { surface }) => sum + surface, 0),
  };
}

/** Whether a point lies in an area and not in a hole of it. */
export function isInArea({ x, y }: Point, { strips, bounds }: Area): boolean {
  if (!boxesMeet({ x, y, width: 0, height: 0 }, bounds)) return false;
  let isInside = false;
  for (const [a, b] of strips[stripOf(y, bounds)] ?? []) {
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) {
      isInside = !isInside;
    }
  }
  return isInside;
}

/** Whether an edge of the area runs through a box, or comes nearer to it than `gapPt`. */
export function edgeMeetsBox({ strips, bounds }: Area, box: Box, gapPt: number): boolean {
  if (!boxesMeet(box, bounds, gapPt)) return false;
  const [reachX, reachY] = [box.width / 2 + gapPt, box.height / 2 + gapPt];
  const [left, right, top, bottom] = [
    box.x - reachX,
    box.x + reachX,
    box.y - reachY,
    box.y + reachY,
  ];
  const isMet = (edge: Segment): boolean => {
    const [a, b] = edge;
    // Nearly all edges are short and lie elsewhere; clipping them would be dear.
    const isElsewhere =
      (a.x < left && b.x < left) ||
      (a.x > right && b.x > right) ||
      (a.y < top && b.y < top) ||
      (a.y > bottom && b.y > bottom);
    return !isElsewhere && lineMeetsBox(edge, box, gapPt);
  };
  const [first, last] = [Math.max(0, stripOf(top, bounds)), stripOf(bottom, bounds)];
  for (let index = first; index <= last && index < strips.length; index += 1) {
    if (strips[index]?.some(isMet)) return true;
  }
  return false;
}

/** Height of the strips that edges are found by, in points: about the length of an edge. */
const stripPt = 4;

function stripOf(y: number, bounds: Box): number {
  return Math.floor((y - (bounds.y - bounds.height / 2)) / stripPt);
}

function sortIntoStrips(
  edges: readonly Segment[],
  top: number,
  bottom: number,
): readonly (readonly Segment[])[] {
  const strips = Array.from(
    { length: Math.floor((bottom - top) / stripPt) + 1 },
    (): Segment[] => [],
  );
  for (const edge of edges) {
    const ys = edge.map(({ y }) => Math.floor((y - top) / stripPt));
    for (let index = Math.min(...ys); index <= Math.max(...ys); index += 1) {
      strips[index]?.push(edge);
    }
  }
  return strips;
}

function edgesOf(ring: Lines[number]): readonly Segment[] {
  const points = ring.map(([x = 0, y = 0]): Point => ({ x, y }));
  return points.slice(1).flatMap((point, index): Segment[] => {
    const before = points[index];
    return before ? [[before, point]] : [];
  });
}

/** Surface and its middle, by the trapezoids under the edges of a ring. */
function weigh(edges: readonly Segment[]): { readonly surface: number; readonly middle: Point } {
  let [twice, x, y] = [0, 0, 0];
  for (const [a, b] of edges) {
    const cross = a.x * b.y - b.x * a.y;
    twice += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  const first = edges[0]?.[0] ?? { x: 0, y: 0 };
  const middle = twice === 0 ? first : { x: x / (3 * twice), y: y / (3 * twice) };
  return { surface: Math.abs(twice) / 2, middle };
}
