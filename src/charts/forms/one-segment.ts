import type { ChartSetting } from "../form.ts";
import { segmentColour } from "../segment-colour.ts";

/** The colour of the one segment that a chart is drawn for; undefined where it shows the whole territory. */
export function segmentColourOf({ specification, facts, house }: ChartSetting): string | undefined {
  if (specification.segment === null) return undefined;
  const found = facts.segments.find(({ id }) => id === specification.segment);
  return found ? segmentColour(found, house) : house.colours.primary;
}
