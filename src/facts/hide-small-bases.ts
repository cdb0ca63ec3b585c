import type { FactFlag } from "./fact.ts";
import type { Segment } from "./segment.ts";

/** How many answered a question in a segment. */
export interface SegmentBase {
  readonly segment: Segment;
  readonly base: number;
}

export type Hiding = Extract<FactFlag, "hidden" | "hiddenComplement">;

/**
 * Which segments of one question show no figure, by segment id.
 *
 * Bases above 0 and below `hiddenBase` are hidden. Where such a base is 1, the sibling of the same cut with the smallest
 * base (the first in order, where several) is hidden too, so that a subtraction from the smallest whole that is shown
 * (a province's region, else the territory) does not give the one answer away; the whole is never hidden for that. A segment that is the same municipalities as a hidden one under
 * another name (Brussels is a region and counts as a province) shares its fate.
 */
export function hideSmallBases(
  segments: readonly SegmentBase[],
  hiddenBase: number,
): ReadonlyMap<Segment["id"], Hiding> {
  const hidden = new Map<Segment["id"], Hiding>();
  for (const { segment, base } of segments)
    if (base > 0 && base < hiddenBase) hidden.set(segment.id, "hidden");
  for (const alone of segments) {
    if (alone.base !== 1 || !hidden.has(alone.segment.id)) continue;
    const shown = segments.filter(({ segment }) => !hidden.has(segment.id));
    const complement =
      smallestSibling(segments, alone, smallestWhole(shown, alone)) ??
      smallestSibling(segments, alone, undefined);
    if (complement === undefined || hidden.has(complement.segment.id)) continue;
    hidden.set(complement.segment.id, "hiddenComplement");
  }
  for (const { segment } of segments) {
    const twin = segments.find(
      (other) => hidden.has(other.segment.id) && isSamePart(other.segment, segment),
    );
    if (twin !== undefined && !hidden.has(segment.id)) hidden.set(segment.id, "hiddenComplement");
  }
  return hidden;
}

/** The smallest of these segments that holds another with more besides. */
function smallestWhole(
  segments: readonly SegmentBase[],
  { segment: part }: SegmentBase,
): Segment | undefined {
  return segments
    .map(({ segment }) => segment)
    .filter((whole) => whole.municipalities.length > part.municipalities.length)
    .filter((whole) => isPartOf(part, whole))
    .reduce<Segment | undefined>(
      (smallest, whole) =>
        smallest && smallest.municipalities.length <= whole.municipalities.length
          ? smallest
          : whole,
      undefined,
    );
}

function smallestSibling(
  segments: readonly SegmentBase[],
  { segment: alone }: SegmentBase,
  whole: Segment | undefined,
): SegmentBase | undefined {
  return segments
    .filter(({ segment, base }) => segment.cut === alone.cut && segment !== alone && base > 0)
    .filter(({ segment }) => whole === undefined || isPartOf(segment, whole))
    .reduce<SegmentBase | undefined>(
      (smallest, sibling) =>
        smallest === undefined || sibling.base < smallest.base ? sibling : smallest,
      undefined,
    );
}

function isPartOf(part: Segment, whole: Segment): boolean {
  const codes = new Set(whole.municipalities.map(({ nis }) => nis));
  return part.municipalities.every(({ nis }) => codes.has(nis));
}

/** Whether two segments of different cuts hold the same municipalities. */
function isSamePart(one: Segment, other: Segment): boolean {
  if (one.cut === null || other.cut === null || one.cut === other.cut) return false;
  return one.municipalities.length === other.municipalities.length && isPartOf(one, other);
}
