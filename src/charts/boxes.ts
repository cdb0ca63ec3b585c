import type { Point } from "./map-field.ts";

/** An upright rectangle by its middle, in points. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A straight line from one point to another. */
export type Segment = readonly [Point, Point];

/** Whether two boxes overlap, or come nearer to each other than `gapPt`. */
export function boxesMeet(first: Box, second: Box, gapPt = 0): boolean {
  return (
    Math.abs(first.x - second.x) < (first.width + second.width) / 2 + gapPt &&
    Math.abs(first.y - second.y) < (first.height + second.height) / 2 + gapPt
  );
}

/** Whether a line runs through a box, or comes nearer to it than `gapPt`: what is left of it after clipping. */
export function lineMeetsBox([from, to]: Segment, box: Box, gapPt = 0): boolean {
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
