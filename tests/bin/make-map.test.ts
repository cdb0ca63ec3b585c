import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoContains } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import { makeMap } from "../../bin/make-map.js";
import { parseRegister } from "../../src/edition/parse-register.ts";

const folder = "data/register";
const readRegister = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
const world = createRequire(import.meta.url).resolve("world-atlas/countries-10m.json");
const sources = {
  register: readRegister("municipalities-2018.csv"),
  divisions: readRegister("divisions-2018.csv"),
  world: readFileSync(world, "utf8"),
};
const text = readRegister("map.topo.json");

type Area = Polygon | MultiPolygon;
type Areas = Omit<GeometryCollection, "geometries"> & { geometries: Area[] };
type Level = "municipalities" | "provinces" | "regions" | "country";
const map: Topology<Readonly<Record<Level, Areas>>> = JSON.parse(text);
const squareKilometres = (geometry: Area) => geoArea(feature(map, geometry)) * 6371 ** 2;
const polygonCount = (geometry: Area) => (geometry.type === "Polygon" ? 1 : geometry.arcs.length);
const idsOf = (level: Level) => map.objects[level].geometries.map(({ id }) => id);

const { value: register } = parseRegister({ file: "r", text: sources.register });
const municipalities = register?.municipalities ?? [];

describe("data/register/map.topo.json", () => {
  it("is what the script makes of the register and the outline, to the byte", () => {
    expect(makeMap(sources)).toBe(text);
  });

  it("is small enough to be read at every build", () => {
    expect(text.length).toBeLessThan(200_000);
  });

  it("has a shape for every municipality, province, region and the country, by NIS code", () => {
    expect(idsOf("municipalities")).toEqual(municipalities.map(({ nis }) => nis));
    const codes = sources.divisions.split("\n").map((line) => line.split(","));
    const codesOf = (level: string) =>
      codes.flatMap(([kind, nis]) => (kind === level && nis ? [nis] : []));
    expect(idsOf("regions")).toEqual(codesOf("region"));
    expect(idsOf("provinces")).toEqual(["04000", ...codesOf("province")].toSorted());
    expect(idsOf("country")).toEqual(["01000"]);
  });

  it("gives each municipality one polygon of some size, round its centre unless that lies abroad", () => {
    const { geometries } = map.objects.municipalities;
    expect(geometries.filter((geometry) => polygonCount(geometry) !== 1)).toEqual([]);
    expect(Math.min(...geometries.map(squareKilometres))).toBeGreaterThan(3);
    const elsewhere = municipalities.filter(({ longitude, latitude }, index) => {
      const geometry = geometries[index];
      return !geometry || !geoContains(feature(map, geometry), [longitude, latitude]);
    });
    expect(elsewhere.map(({ names }) => names.nl)).toEqual([
      "Baarle-Hertog",
      "Kelmis",
      "Martelange",
    ]);
  });

  it("leaves provinces whole but for the two that have an exclave in truth", () => {
    const split = map.objects.provinces.geometries.filter((each) => polygonCount(each) > 1);
    // Comines-Warneton of Hainaut, Voeren of Limburg.
    expect(split.map(({ id }) => id)).toEqual(["50000", "70000"]);
    expect(map.objects.country.geometries.map(polygonCount)).toEqual([1]);
  });

  it("fills the country once: no gap, no overlap, every border shared", () => {
    const sum = (level: Level) =>
      map.objects[level].geometries.reduce((total, each) => total + squareKilometres(each), 0);
    for (const level of ["municipalities", "provinces", "regions"] as const) {
      expect(sum(level)).toBeCloseTo(sum("country"), 6);
    }
    // Official maps give 30 528 km².
    expect(sum("country")).toBeGreaterThan(30_200);
    expect(sum("country")).toBeLessThan(30_900);
    const outer = mesh(map, map.objects.municipalities, (a, b) => a === b);
    expect(outer.coordinates).toHaveLength(1);
  });
});

describe("makeMap", () => {
  it("refuses a municipality that has no part of the country", () => {
    const abroad = sources.register.replace("4.3825,51.1319", "4.3825,53.1319");
    expect(() => makeMap({ ...sources, register: abroad })).toThrow(/^11001 has no part/);
  });

  it("refuses a province that the divisions don't know", () => {
    const misspelt = sources.register.replace(",Antwerp,", ",Antwrep,");
    expect(() => makeMap({ ...sources, register: misspelt })).toThrow('"Antwrep"');
  });
});
