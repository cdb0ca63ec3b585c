import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArea } from "../../src/charts/area.ts";
import { fitProvinceShapes } from "../../src/charts/province-shapes.ts";
import type { BoundaryMap } from "../../src/edition/boundary-map.ts";
import { parseMap } from "../../src/edition/parse-map.ts";
import { parseRegister } from "../../src/edition/parse-register.ts";
import { type Province, provinces } from "../../src/edition/register.ts";

const folder = "data/register";
const text = readFileSync(`${folder}/map.topo.json`, "utf8");
const register = readFileSync(`${folder}/municipalities-2018.csv`, "utf8");
const municipalities = parseRegister({ file: "r", text: register }).value?.municipalities ?? [];
const margins = { sidePt: 1, topPt: 1, bottomPt: 1 };
const size = { widthPt: 361.3 };

function read(source: string): BoundaryMap {
  const { value } = parseMap({ file: "m", text: source }, municipalities);
  if (!value) throw new Error("the map cannot be read");
  return value;
}

const map = read(text);

function regionsOf(wanted: readonly Province[]): ReadonlyMap<Province, string> {
  return new Map(
    wanted.flatMap((province): [Province, string][] => {
      const found = municipalities.find((municipality) => municipality.province === province);
      return found ? [[province, found.region]] : [];
    }),
  );
}

const whole = fitProvinceShapes(map, regionsOf(provinces), size, margins);
const lengthOf = (lines: readonly (readonly (readonly number[])[])[]) =>
  lines.reduce((sum, line) => sum + line.length, 0);

describe("fitProvinceShapes", () => {
  it("has a shape for every province of any territory, on the chart and as wide as it", () => {
    fc.assert(
      fc.property(fc.subarray([...provinces], { minLength: 1 }), (wanted) => {
        const { shapes, heightPt } = fitProvinceShapes(map, regionsOf(wanted), size, margins);
        expect(shapes.map(({ province }) => province)).toEqual(wanted);
        const points = shapes.flatMap(({ polygons }) => polygons.flat(2));
        const xs = points.map(([x]) => x ?? Number.NaN);
        const ys = points.map(([, y]) => y ?? Number.NaN);
        expect([Math.min(...xs), Math.max(...xs)]).toEqual([1, expect.closeTo(360.3, 1)]);
        expect(Math.min(...ys)).toBeCloseTo(1, 1);
        expect(Math.max(...ys)).toBeCloseTo(heightPt - 1, 0);
        const surfaces = shapes.map(({ polygons }) => makeArea(polygons).surface);
        expect(Math.min(...surfaces)).toBeGreaterThan(100);
      }),
      { numRuns: 40 },
    );
  });

  it("puts every point on tenths of a point, none twice in a row but where a ring closes", () => {
    const rings = whole.shapes.flatMap(({ polygons }) => polygons.flat());
    const isTenth = (length: number) => Math.abs(length * 10 - Math.round(length * 10)) < 1e-9;
    expect(rings.flat(2).filter((length) => !isTenth(length))).toEqual([]);
    const doubled = rings.flatMap((ring) =>
      ring.slice(1, -1).filter((point, index) => point.join() === ring[index]?.join()),
    );
    expect(doubled).toEqual([]);
  });

  it("draws each border once: between provinces, between regions, around the country", () => {
    const { province, region, outline } = whole.borders;
    expect([province, region, outline].map((lines) => lines.length > 0)).toEqual([
      true,
      true,
      true,
    ]);
    const wallonia = ["walloon-brabant", "hainaut", "liege", "luxembourg", "namur"] as const;
    const part = fitProvinceShapes(map, regionsOf(wallonia), size, margins);
    expect(part.borders.region).toEqual([]);
    expect(lengthOf(part.borders.province)).toBeGreaterThan(50);
    // The country alone: one line around it, however many exclaves provinces have.
    expect(outline).toHaveLength(1);
  });

  it("makes the same shapes of municipalities as of provinces", () => {
    const only = JSON.parse(text);
    delete only.objects.provinces;
    const made = fitProvinceShapes(read(JSON.stringify(only)), regionsOf(provinces), size, margins);
    const measure = ({ shapes }: typeof made) =>
      shapes.map(({ province, polygons }) => [
        province,
        Math.round(makeArea(polygons).surface * 10),
      ]);
    expect(measure(made)).toEqual(measure(whole));
    expect(lengthOf(made.borders.province)).toBe(lengthOf(whole.borders.province));
  });
});
