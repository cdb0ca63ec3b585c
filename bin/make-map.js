import { parse } from "csv-parse/sync";
import { feature, merge, mergeArcs } from "topojson-client";
import { topology } from "topojson-server";
import { divideCountry } from "./divide-country.js";

/** Steps between the westernmost and the easternmost point of the file: about 28 m. */
const quantisation = 10_000;
const belgium = { nis: "01000", countryCode: "056" };
const brussels = "Brussels";

/**
 * A schematic map of Belgium as TopoJSON text: objects `municipalities`, `provinces` (Brussels as the eleventh),
 * `regions` and `country`, in WGS 84, whose ids are NIS codes and which share their arcs. The same inputs give the
 * same bytes.
 *
 * @param {{ register: string, divisions: string, world: string }} sources municipalities-<year>.csv,
 *   divisions-<year>.csv and world-atlas's countries-10m.json
 */
export function makeMap({ register, divisions, world }) {
  const municipalities = readTable(register);
  const atlas = JSON.parse(world);
  const outline = atlas.objects.countries.geometries.find(({ id }) => id === belgium.countryCode);
  const cells = divideCountry(
    municipalities.map(({ nis, longitude, latitude }) => ({
      id: nis,
      place: [Number(longitude), Number(latitude)],
    })),
    merge(atlas, [outline]),
  );
  const map = topology({ municipalities: collect(cells) }, quantisation);
  const { geometries } = map.objects.municipalities;
  const codeOf = codesByName(readTable(divisions));
  const partsOf = new Map(municipalities.map((line) => [line.nis, line]));
  const dissolve = (nameOf) => {
    const ids = new Map();
    for (const geometry of geometries) {
      const id = nameOf(partsOf.get(geometry.id));
      ids.set(id, [...(ids.get(id) ?? []), geometry]);
    }
    return {
      type: "GeometryCollection",
      geometries: [...ids.keys()].sort().map((id) => ({ ...mergeArcs(map, ids.get(id)), id })),
    };
  };
  map.objects = {
    municipalities: {
      type: "GeometryCollection",
      geometries: geometries.map(({ type, id, arcs }) => ({ type, id, arcs })),
    },
    provinces: dissolve(({ province }) => codeOf(province === "" ? brussels : province)),
    regions: dissolve(({ region }) => codeOf(region)),
    country: dissolve(() => belgium.nis),
  };
  checkWhole(map);
  return `${JSON.stringify(map)}\n`;
}

function readTable(text) {
  return parse(text, { columns: true, bom: true });
}

/** NIS codes of regions and provinces by the name that the register gives them. */
function codesByName(divisions) {
  const codes = new Map(
    divisions
      .filter(({ level }) => level === "region" || level === "province")
      .map(({ key, nis }) => [key, nis]),
  );
  return (name) => {
    const code = codes.get(name);
    if (code === undefined) throw new Error(`no division of the country is called "${name}"`);
    return code;
  };
}

function collect(cells) {
  return {
    type: "FeatureCollection",
    features: cells.map(({ id, polygon }) => ({
      type: "Feature",
      id,
      properties: {},
      geometry: { type: "Polygon", coordinates: polygon },
    })),
  };
}

/** Cells whose borders don't coincide leave gaps, which are holes in the whole. */
function checkWhole(map) {
  const [country] = map.objects.country.geometries;
  const { coordinates } = feature(map, country).geometry;
  if (coordinates.length === 1 && coordinates[0].length === 1) return;
  throw new Error("the municipalities don't fill the country: their borders don't coincide");
}
