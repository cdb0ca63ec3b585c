import type { MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { Province } from "./register.ts";

export type Area = Polygon | MultiPolygon;

/** The boundaries that maps are drawn from: shapes in degrees that share their borders. */
export interface BoundaryMap {
  /** Relative to the project. */
  readonly file: string;
  readonly topology: Topology;
  /** What each province of the territory is made of: itself, or its municipalities. */
  readonly areas: ReadonlyMap<Province, readonly Area[]>;
}
