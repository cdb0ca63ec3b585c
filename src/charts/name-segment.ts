import type { SegmentId } from "../facts/segment.ts";
import type { Words } from "../wording/words.ts";

/** A segment's name where it stands alone, as a row's label or a heading: "Communes rurales". */
export function segmentLabel(segment: SegmentId, words: Words): string {
  const name = words.segmentName(segment);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What is said of one segment only begins with its name: "Hainaut: …". */
export function nameSegment(
  message: string,
  about: { readonly words: Words; readonly specification: { readonly segment: SegmentId | null } },
): string {
  const { words, specification } = about;
  if (specification.segment === null) return message;
  const label = segmentLabel(specification.segment, words);
  return words.string("chart.pair", { label, value: message });
}
