import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/edition.ts";
import { parseMap } from "../../src/edition/parse-map.ts";
import { parseRegister } from "../../src/edition/parse-register.ts";
import { type Municipality, provinceCodes, provinces } from "../../src/edition/register.ts";

const folder = "data/register";
const register = readFileSync(`${folder}/municipalities-2018.csv`, "utf8");
const municipalities = parseRegister({ file: "r", text: register }).value?.municipalities ?? [];
const shipped = readFileSync(`${folder}/map.topo.json`, "utf8");

/** A map of two rectangles, the provinces of Namur and Luxembourg. */
const small = {
  type: "Topology",
  arcs: [
    [
      [5, 50],
      [5, 50.5],
    ],
    [
      [5, 50.5],
      [4.5, 50.5],
      [4.5, 50],
      [5, 50],
    ],
    [
      [5, 50],
      [5.5, 50],
      [5.5, 50.5],
      [5, 50.5],
    ],
  ],
  objects: {
    provinces: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "90000", arcs: [[0, 1]] },
        { type: "MultiPolygon", id: 80000, arcs: [[[~0, 2]]] },
      ],
    },
  },
};
const inNamur = municipalities.filter(({ province }) => province === "namur");

const parseText = (text: string, population: readonly Municipality[] = inNamur) =>
  parseMap({ file: "data/2018/boundaries.topo.json", text }, population);
const parse = (content: unknown, population: readonly Municipality[] = inNamur) =>
  parseText(JSON.stringify(content), population);

function diagnose({ value, diagnostics }: ReturnType<typeof parse>) {
  expect(value).toBeUndefined();
  return diagnostics.map(({ code, message, hints, place }) => {
    expect(place).toEqual({ kind: "file", file: "data/2018/boundaries.topo.json" });
    return [code, message, hints.join(" ")];
  });
}

describe("parseMap", () => {
  it("reads the shipped map: every province of the country, as one area each", () => {
    const { value, diagnostics } = parseText(shipped, municipalities);
    expect(diagnostics).toEqual([]);
    expect([...(value?.areas.keys() ?? [])]).toEqual(provinces);
    expect([...(value?.areas.values() ?? [])].map((areas) => areas.length)).toEqual(
      provinces.map(() => 1),
    );
  });

  it("knows the provinces by the codes of the register's divisions", () => {
    const lines = readFileSync(`${folder}/divisions-2018.csv`, "utf8").split("\n");
    const codes = lines.flatMap((line) => {
      const [level, nis, key = ""] = line.split(",");
      const isProvince = level === "province" || (level === "region" && key === "Brussels");
      const slug = key.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(" ", "-");
      return isProvince ? [[slug, nis]] : [];
    });
    expect(Object.fromEntries(codes)).toEqual(provinceCodes);
  });

  it("puts provinces together from municipalities where it has no provinces", () => {
    const { objects, ...rest } = JSON.parse(shipped);
    const made = parse({ ...rest, objects: { municipalities: objects.municipalities } });
    expect(made.diagnostics).toEqual([]);
    expect(made.value?.areas.get("namur")?.length).toBe(38);
    expect([...(made.value?.areas.keys() ?? [])]).toEqual(["namur"]);
  });

  it("reads codes that are numbers, short ones too, and a file that begins with a BOM", () => {
    const inLuxembourg = municipalities.filter(({ province }) => province === "luxembourg");
    expect(parse(small, inLuxembourg).value?.areas.size).toBe(1);
    const inBrussels = municipalities.filter(({ province }) => province === "brussels");
    const brussels = JSON.stringify(small).replace("80000", "4000");
    expect(parseText(brussels, inBrussels).value?.areas.size).toBe(1);
    expect(parseText(`\uFEFF${JSON.stringify(small)}`).value?.areas.size).toBe(1);
  });

  it.each([
    ["not JSON", "{", "it is no TopoJSON"],
    ["empty", "", "it is no TopoJSON"],
    ["GeoJSON", '{"type":"FeatureCollection","features":[]}', "it is no TopoJSON (type)"],
    ["a list", "[]", "it is no TopoJSON"],
    ["without arcs", JSON.stringify({ ...small, arcs: undefined }), "it is no TopoJSON (arcs)"],
    [
      "with a point that is none",
      JSON.stringify({
        ...small,
        arcs: [
          [
            [5, "50"],
            [5, 51],
          ],
        ],
      }),
      "it is no TopoJSON (arcs.0.0.1)",
    ],
    [
      "with lines for provinces",
      JSON.stringify(small).replace('"Polygon"', '"LineString"'),
      "provinces are not all areas (geometries.0.type)",
    ],
    [
      "with provinces without an id",
      JSON.stringify(small).replace('"id":"90000",', ""),
      "provinces are not all areas (geometries.0.id)",
    ],
    [
      "with an arc that it doesn't have",
      JSON.stringify(small).replace("[[0,1]]", "[[0,7]]"),
      "it has no arc 7",
    ],
    [
      "with such an arc backwards",
      JSON.stringify(small).replace("[[0,1]]", "[[0,-8]]"),
      "it has no arc 7",
    ],
  ])("refuses a file that is %s, and says how to make one", (_, text, problem) => {
    expect(diagnose(parseText(text))).toEqual([
      [
        catalogue.mapNotReadable.code,
        `this map cannot be read: ${problem}`,
        expect.stringContaining("mapshaper"),
      ],
    ]);
  });

  it("refuses a file without provinces and municipalities, naming what it has", () => {
    const { provinces: areas } = small.objects;
    expect(diagnose(parse({ ...small, objects: { communes: areas } }))).toEqual([
      [
        catalogue.mapLacksObject.code,
        "this map has no object provinces or municipalities",
        "Its objects are communes.",
      ],
    ]);
    expect(diagnose(parse({ ...small, objects: { Provinces: areas } }))[0]?.[2]).toBe(
      "Rename its object Provinces.",
    );
    expect(diagnose(parse({ ...small, objects: {} }))[0]?.[2]).toBe("");
  });

  it("refuses a map that lacks a province of the territory, and only of the territory", () => {
    const { diagnostics } = parse(small, municipalities);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "this map's provinces lack 10000, 70000, 40000 and 6 more",
    ]);
    const { objects, ...rest } = JSON.parse(shipped);
    const { municipalities: all } = objects;
    const some = {
      ...all,
      geometries: all.geometries.filter((each: { id: string }) => each.id !== "91005"),
    };
    expect(diagnose(parse({ ...rest, objects: { municipalities: some } }))).toEqual([
      [
        catalogue.mapLacksAreas.code,
        "this map's municipalities lack 91005",
        'The ids of its municipalities have to be NIS codes, such as "91005".',
      ],
    ]);
  });

  it("refuses a map in another measure than degrees, or of another country", () => {
    const metres = JSON.stringify(small).replace("[5.5,50.5]", "[215000,120000]");
    expect(diagnose(parseText(metres))).toEqual([
      [
        catalogue.mapNotInDegrees.code,
        "this map has a point at 215000, 120000, which are no degrees of longitude and latitude in Belgium",
        expect.stringContaining("-proj wgs84"),
      ],
    ]);
    const shifted = {
      ...JSON.parse(shipped),
      transform: { scale: [1e-4, 1e-4], translate: [9, 50] },
    };
    expect(diagnose(parse(shifted))[0]?.[0]).toBe(catalogue.mapNotInDegrees.code);
  });
});
