import { geoMercator } from "d3-geo";
import type { Municipality } from "../edition/register.ts";
import type { Point } from "./place-map-labels.ts";

/** Where municipalities lie on a map, in points from its upper left corner. */
export interface MapField {
  readonly heightPt: number;
  readonly place: (municipality: Municipality) => Point;
}

/** Around the municipalities' middles, at least as wide as the dots' outer halves. */
export interface MapMargins {
  readonly sidePt: number;
  readonly topPt: number;
  readonly bottomPt: number;
}

/** Mercator, fitted to the municipalities' middles between the margins. */
export function fitMapField(
  municipalities: readonly Municipality[],
  widthPt: number,
  { sidePt, topPt, bottomPt }: MapMargins,
): MapField {
  const points = {
    type: "MultiPoint" as const,
    coordinates: municipalities.map(({ longitude, latitude }) => [longitude, latitude]),
  };
  const projection = geoMercator().fitWidth(widthPt - 2 * sidePt, points);
  const place = ({ longitude, latitude }: Municipality): Point => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    return { x: x + sidePt, y: y + topPt };
  };
  const lowest = Math.max(...municipalities.map((municipality) => place(municipality).y));
  return { heightPt: lowest + bottomPt, place };
}

/** Radius in points whose area grows with the number of inhabitants. */
export function dotRadius(
  municipality: Municipality,
  most: number,
  size: { readonly leastPt: number; readonly mostPt: number },
): number {
  return size.leastPt + (size.mostPt - size.leastPt) * Math.sqrt(municipality.population / most);
}
