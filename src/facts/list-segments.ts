import { type Municipality, natures, provinces, regions } from "../edition/register.ts";
import type { Cut, Segment } from "./segment.ts";

/**
 * The segments of a territory: `all`, then regions, provinces and natures in the register's order. A cut is there only
 * if it divides the territory: within one region there is no cut by region.
 */
export function listSegments(population: readonly Municipality[]): readonly Segment[] {
  const whole: Segment = { id: "all", cut: null, key: "all", municipalities: population };
  const cuts: readonly (readonly Segment[])[] = [
    regions.map((key) => ({
      id: `region:${key}` as const,
      ...part(population, "region", key),
    })),
    provinces.map((key) => ({
      id: `province:${key}` as const,
      ...part(population, "province", key),
    })),
    natures.map((key) => ({
      id: `nature:${key}` as const,
      ...part(population, "nature", key),
    })),
  ];
  const dividing = cuts
    .map((segments) => segments.filter(({ municipalities }) => municipalities.length > 0))
    .filter((segments) => segments.length > 1);
  return [whole, ...dividing.flat()];
}

function part(population: readonly Municipality[], cut: Cut, key: string): Omit<Segment, "id"> {
  return {
    cut,
    key,
    municipalities: population.filter((municipality) => municipality[cut] === key),
  };
}

/** Whether a municipality belongs to a segment. */
export function isInSegment(municipality: Municipality, segment: Segment): boolean {
  return segment.cut === null || municipality[segment.cut] === segment.key;
}
