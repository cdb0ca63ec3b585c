import { feature, mergeArcs, mesh } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import type { BoundaryMap } from "../edition/boundary-map.ts";
import type { Province } from "../edition/register.ts";
import { fitMapField, type MapField, type MapMargins, type MapSize } from "./map-field.ts";

/** x and y, in points of the chart or in degrees. */
type Position = readonly number[];
/** Each a line, or a closed ring. */
export type Lines = readonly (readonly Position[])[];

export interface ProvinceShape {
  readonly province: Province;
  /** Polygons by their rings, the outer one first. */
  readonly polygons: readonly Lines[];
}

/** What a map of provinces is drawn of, in points. */
export interface ProvinceShapes {
  readonly heightPt: number;
  readonly shapes: readonly ProvinceShape[];
  readonly borders: {
    /** Between provinces of one region. */
    readonly province: Lines;
    /** Between regions. */
    readonly region: Lines;
    readonly outline: Lines;
  };
}

/**
 * Shapes of provinces and their borders on a chart of some size. Rounded to tenths of a point before they are put
 * together, so that files stay small and borders coincide.
 *
 * @param regions The region of each province that is drawn.
 */
export function fitProvinceShapes(
  map: BoundaryMap,
  regions: ReadonlyMap<Province, string>,
  size: MapSize,
  margins: MapMargins,
): ProvinceShapes {
  const known = fitted.get(map) ?? new Map<string, ProvinceShapes>();
  fitted.set(map, known);
  const key = JSON.stringify([[...regions], size, margins]);
  const shapes = known.get(key) ?? fitShapes(map, regions, size, margins);
  known.set(key, shapes);
  return shapes;
}

/** All maps of a build are drawn alike but for their colours and labels. */
const fitted = new WeakMap<BoundaryMap, Map<string, ProvinceShapes>>();

function fitShapes(
  { topology, areas }: BoundaryMap,
  regions: ReadonlyMap<Province, string>,
  size: MapSize,
  margins: MapMargins,
): ProvinceShapes {
  const drawn = [...regions].flatMap(([province, region]) => {
    const parts = areas.get(province) ?? [];
    return parts.length > 0 ? [{ province, region, area: mergeArcs(topology, [...parts]) }] : [];
  });
  const arcs = decodeArcs(topology);
  const used = new Set(drawn.flatMap(({ area }) => area.arcs.flat(2).map(indexOf)));
  const places = [...used].flatMap((index) => arcs[index] ?? []);
  const field = fitMapField(places.map(degrees), size, margins);
  const placed: Topology = {
    type: "Topology",
    objects: {},
    arcs: arcs.map((arc, index) => (used.has(index) ? placeArc(arc, field) : [])),
  };

  const regionOf = new Map<GeometryObject, string>(drawn.map(({ area, region }) => [area, region]));
  const all = { type: "GeometryCollection" as const, geometries: drawn.map(({ area }) => area) };
  const borders = (isWanted: (a: GeometryObject, b: GeometryObject) => boolean): Lines =>
    mesh(placed, all, isWanted).coordinates;
  const isOneRegion = (a: GeometryObject, b: GeometryObject) => regionOf.get(a) === regionOf.get(b);
  return {
    heightPt: field.heightPt,
    shapes: drawn.map(({ province, area }) => ({
      province,
      polygons: feature(placed, area).geometry.coordinates,
    })),
    borders: {
      province: borders((a, b) => a !== b && isOneRegion(a, b)),
      region: borders((a, b) => !isOneRegion(a, b)),
      outline: borders((a, b) => a === b),
    },
  };
}

/** A negative number is the arc backwards: ~0 is the first. */
function indexOf(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

/** The arcs in degrees: those of a quantised file are steps from point to point. */
function decodeArcs({ arcs, transform }: Topology): readonly (readonly Position[])[] {
  if (!transform) return arcs;
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([stepX = 0, stepY = 0]) => {
      [x, y] = [x + stepX, y + stepY];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** Without the points that fall on the one before. */
function placeArc(arc: readonly Position[], field: MapField): number[][] {
  const points = arc.map((position) => {
    const { x, y } = field.place(degrees(position));
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  });
  const kept = points.filter(([x, y], index) => {
    const before = points[index - 1];
    return x !== before?.[0] || y !== before?.[1];
  });
  // An arc has two ends, even one that is too short to be seen.
  return kept.length > 1 ? kept : [...kept, ...points.slice(-1)];
}

function degrees([longitude = 0, latitude = 0]: Position): readonly [number, number] {
  return [longitude, latitude];
}
