import { Delaunay } from "d3-delaunay";
import { geoConicConformal, geoContains } from "d3-geo";
import { intersection } from "polyclip-ts";
import { merge } from "topojson-client";
import { topology } from "topojson-server";

/** Kilometres on the plane that official maps of Belgium use (Lambert 1972), around the country's middle. */
const plane = geoConicConformal()
  .parallels([49 + 50 / 60, 51 + 10 / 60])
  .rotate([-4.3675, 0])
  .center([0, 50.6])
  .scale(6371)
  .translate([0, 0]);
/** Beyond the country on all sides. */
const frame = [-400, -400, 400, 400];
/** Ten metres: what two clips of one line may differ by is far below. */
const stepsPerKilometre = 100;

/**
 * Divides a country among places: to each belongs what is nearer to it than to any other. A piece that the outline
 * cuts off from its place's cell goes to the neighbour with whom it has the longest border, so that every cell is
 * one polygon.
 *
 * @param {readonly { id: string, place: readonly [number, number] }[]} places in degrees
 * @param {{ coordinates: number[][][][] }} outline in degrees
 * @returns {{ id: string, polygon: number[][][] }[]} in degrees, outer rings clockwise as d3 expects
 */
export function divideCountry(places, outline) {
  const country = outline.coordinates.map((polygon) => mapPoints(polygon, plane));
  const sites = places.map(({ place }) => plane(place));
  const cells = Delaunay.from(sites).voronoi(frame);
  const clip = (cell, place) => {
    if (touches(cell, country)) return intersection([cell], country);
    return geoContains(outline, place) ? [[cell]] : [];
  };
  const pieces = places.flatMap(({ id, place }, index) => {
    const clipped = clip(cells.cellPolygon(index), place);
    const polygons = clipped.map((polygon) => mapPoints(polygon, snap)).filter(hasArea);
    if (polygons.length === 0) {
      throw new Error(`${id} has no part of the country: its centre lies too far outside`);
    }
    const largest = polygons.reduce((a, b) => (ringArea(b[0]) > ringArea(a[0]) ? b : a));
    return polygons.map((polygon) => ({ id, polygon, isHome: polygon === largest }));
  });
  return joinPieces(pieces).map(({ id, polygon }) => ({
    id,
    polygon: mapPoints(polygon, (point) => plane.invert(point)).map(rewind),
  }));
}

/** Gives every stray piece to the home with which it has the longest border, and joins each place's pieces. */
function joinPieces(pieces) {
  const map = topology({
    pieces: {
      type: "GeometryCollection",
      geometries: pieces.map(({ polygon }) => ({ type: "Polygon", coordinates: polygon })),
    },
  });
  const { geometries } = map.objects.pieces;
  const arcsOf = geometries.map(({ arcs }) => arcs.flat().map((arc) => (arc < 0 ? ~arc : arc)));
  const owners = new Map();
  for (const [index, { id, isHome }] of pieces.entries()) if (isHome) owners.set(index, id);
  const neighbours = neighboursByArc(arcsOf);
  for (const [index, { id, isHome }] of pieces.entries()) {
    if (isHome) continue;
    const borders = new Map();
    for (const arc of arcsOf[index]) {
      for (const other of neighbours.get(arc)) {
        if (!pieces[other].isHome) continue;
        const owner = owners.get(other);
        borders.set(owner, (borders.get(owner) ?? 0) + lineLength(map.arcs[arc]));
      }
    }
    const [longest] = [...borders].sort((a, b) => b[1] - a[1]);
    if (!longest) throw new Error(`a piece of ${id} borders on no municipality`);
    owners.set(index, longest[0]);
  }
  const ids = pieces.filter(({ isHome }) => isHome).map(({ id }) => id);
  return ids.map((id) => {
    const own = geometries.filter((_, index) => owners.get(index) === id);
    const { coordinates } = merge(map, own);
    if (coordinates.length !== 1) throw new Error(`${id} lies in ${coordinates.length} pieces`);
    return { id, polygon: coordinates[0] };
  });
}

/** The pieces on both sides of each arc. */
function neighboursByArc(arcsOf) {
  const found = new Map();
  for (const [index, arcs] of arcsOf.entries()) {
    for (const arc of arcs) found.set(arc, [...(found.get(arc) ?? []), index]);
  }
  return found;
}

/** Whether the outline comes near a cell; one that it doesn't touch lies inside or outside as a whole. */
function touches(cell, country) {
  const [left, top, right, bottom] = boundsOf(cell);
  return country.flat().some((ring) =>
    ring.some((point, index) => {
      const [x1, y1, x2, y2] = boundsOf([point, ring[index + 1] ?? point]);
      return x1 <= right && x2 >= left && y1 <= bottom && y2 >= top;
    }),
  );
}

function boundsOf(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function mapPoints(polygon, change) {
  return polygon.map((ring) => ring.map(change));
}

function snap([x, y]) {
  return [Math.round(x * stepsPerKilometre), Math.round(y * stepsPerKilometre)].map(
    (steps) => steps / stepsPerKilometre,
  );
}

function hasArea([outer]) {
  return ringArea(outer) > 0;
}

/** Unsigned, in the unit of its points squared. */
function ringArea(ring) {
  return Math.abs(signedArea(ring));
}

/** Positive where a ring with its y axis upwards runs counterclockwise. */
function signedArea(ring) {
  let twice = 0;
  for (const [index, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(index + 1) % ring.length];
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

/** Outer rings clockwise, holes the other way. */
function rewind(ring, index) {
  const isClockwise = signedArea(ring) < 0;
  return isClockwise === (index === 0) ? ring : ring.toReversed();
}

function lineLength(points) {
  return points
    .slice(1)
    .reduce(
      (sum, [x, y], index) => sum + Math.hypot(x - points[index][0], y - points[index][1]),
      0,
    );
}
