import { geoMercator, geoPath } from "d3-geo";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Longitude and latitude in degrees. */
export type Degrees = readonly [number, number];

/** Where places lie on a map, in points from its upper left corner. */
export interface MapField {
  readonly heightPt: number;
  readonly place: (degrees: Degrees) => Point;
}

/** Around the outermost places, at least as wide as what is drawn beyond them. */
export interface MapMargins {
  readonly sidePt: number;
  readonly topPt: number;
  readonly bottomPt: number;
}

/** How large a map is: as wide as said, unless it would be too high. */
export interface MapSize {
  readonly widthPt: number;
  readonly mostHeightPt?: number;
}

/** Mercator, fitted to places between the margins, and in the middle where it is narrower than the chart. */
export function fitMapField(
  places: readonly Degrees[],
  { widthPt, mostHeightPt = Infinity }: MapSize,
  { sidePt, topPt, bottomPt }: MapMargins,
): MapField {
  const points = { type: "MultiPoint" as const, coordinates: places.map(([x, y]) => [x, y]) };
  const width = widthPt - 2 * sidePt;
  const projection = geoMercator().fitWidth(width, points);
  const [[, top], [, bottom]] = geoPath(projection).bounds(points);
  const mostHeight = mostHeightPt - topPt - bottomPt;
  if (bottom - top > mostHeight) projection.fitSize([width, mostHeight], points);
  const place = ([longitude, latitude]: Degrees): Point => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    return { x: x + sidePt, y: y + topPt };
  };
  const lowest = Math.max(...places.map((each) => place(each).y));
  return { heightPt: lowest + bottomPt, place };
}
