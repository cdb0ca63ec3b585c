import type { HouseStyle } from "../edition/house-style.ts";
import { type Province, provinces, type Region } from "../edition/register.ts";
import type { Segment } from "../facts/segment.ts";

const regionOf: Readonly<Record<Province, Region>> = {
  antwerp: "flanders",
  limburg: "flanders",
  "east-flanders": "flanders",
  "flemish-brabant": "flanders",
  "west-flanders": "flanders",
  "walloon-brabant": "wallonia",
  hainaut: "wallonia",
  liege: "wallonia",
  luxembourg: "wallonia",
  namur: "wallonia",
  brussels: "brussels",
};

/** Regions and natures keep their colour through all publications; provinces take their region's. */
export function segmentColour({ id }: Pick<Segment, "id">, house: HouseStyle): string {
  return segmentColourOf(id, house);
}

/** The same where only the segment's id is known, such as "province:hainaut". */
export function segmentColourOf(segment: string, { colours }: HouseStyle): string {
  const key = segment.slice(segment.indexOf(":") + 1);
  const natures: Readonly<Record<string, string>> = colours.natures;
  const regions: Readonly<Record<string, string>> = colours.regions;
  const province = provinces.find((name) => name === key);
  const region = segment.startsWith("province:") && province ? regionOf[province] : key;
  return natures[key] ?? regions[region] ?? colours.primary;
}
