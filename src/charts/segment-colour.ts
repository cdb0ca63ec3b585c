import type { HouseStyle } from "../edition/house-style.ts";
import type { Segment } from "../facts/segment.ts";

/** Regions and natures keep their colour through all publications; provinces take their region's. */
export function segmentColour(segment: Segment, house: HouseStyle): string {
  const first = segment.municipalities[0];
  if (segment.cut === null || !first) return house.colours.primary;
  if (segment.cut === "nature") return house.colours.natures[first.nature];
  return house.colours.regions[first.region];
}
