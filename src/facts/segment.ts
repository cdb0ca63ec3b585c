import type { Municipality, Nature, Province, Region } from "../edition/register.ts";

export type SegmentId = "all" | `region:${Region}` | `province:${Province}` | `nature:${Nature}`;
export type Cut = "region" | "province" | "nature";

/** A part of the population by which figures are given; `all` is the whole territory. */
export interface Segment {
  readonly id: SegmentId;
  /** Null for `all`. */
  readonly cut: Cut | null;
  /** "flanders", "hainaut", "rural"; "all" for the whole territory. */
  readonly key: string;
  readonly municipalities: readonly Municipality[];
}
