import type { SegmentId } from "../facts/segment.ts";
import type { Words } from "../wording/words.ts";

/** A segment's name where it stands alone, as a row's label or a heading: "Communes rurales". */
export function segmentLabel(segment: SegmentId, words: Words): string {
  const name = words.segmentName(segment);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
