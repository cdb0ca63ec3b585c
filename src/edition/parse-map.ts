import type { Topology } from "topojson-specification";
import * as z from "zod";
import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Area, BoundaryMap } from "./boundary-map.ts";
import type { SourceFile } from "./checked-yaml.ts";
import { type Municipality, type Province, provinceCodes, provinces } from "./register.ts";

const arcs = z.array(z.int());
const area = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), id: z.union([z.string(), z.int()]), arcs: z.array(arcs) }),
  z.object({
    type: z.literal("MultiPolygon"),
    id: z.union([z.string(), z.int()]),
    arcs: z.array(z.array(arcs)),
  }),
]);
const areas = z.object({ type: z.literal("GeometryCollection"), geometries: z.array(area) });
const pair = z.tuple([z.number(), z.number()]);
const topologySchema = z.object({
  type: z.literal("Topology"),
  arcs: z.array(z.array(z.tuple([z.number(), z.number()], z.number())).min(2)),
  transform: z.object({ scale: pair, translate: pair }).optional(),
  objects: z.record(z.string(), z.unknown()),
});
type Areas = z.infer<typeof areas>["geometries"];
type Read = z.infer<typeof topologySchema>;

/** Objects that a map can be drawn from, the first that it has. */
const usable = ["provinces", "municipalities"] as const;
type Usable = (typeof usable)[number];
/** As the register's: Belgium, with some sea and neighbours. */
const bounds = { west: 2, east: 7, south: 49, north: 52 };
const makeTopoJson =
  "Make it TopoJSON in degrees, for instance with mapshaper: -proj wgs84 -o format=topojson.";

/**
 * Parses a TopoJSON of boundaries whose ids are NIS codes, with an object `provinces`, or else `municipalities`, from
 * which provinces are put together.
 *
 * @param population the territory's municipalities: all of its provinces must be in the map
 */
export function parseMap(
  source: SourceFile,
  population: readonly Municipality[],
): Outcome<BoundaryMap> {
  const { file } = source;
  const place = { kind: "file", file } as const;
  const fail = (diagnostic: Diagnostic) => ({ value: undefined, diagnostics: [diagnostic] });
  const unreadable = (problem: string) =>
    fail(catalogue.mapNotReadable({ problem }, { place, hints: [makeTopoJson] }));

  const read = topologySchema.safeParse(parseJson(source.text));
  if (!read.success) return unreadable(explain(read.error, "it is no TopoJSON"));
  const name = usable.find((each) => each in read.data.objects);
  if (!name) {
    const context = { place, hints: hintsForObjects(Object.keys(read.data.objects)) };
    return fail(catalogue.mapLacksObject({ wanted: usable.join(" or ") }, context));
  }
  const object = areas.safeParse(read.data.objects[name]);
  if (!object.success) return unreadable(explain(object.error, `${name} are not all areas`));
  const { geometries } = object.data;
  const missingArc = findMissingArc(geometries, read.data.arcs.length);
  if (missingArc !== undefined) return unreadable(`it has no arc ${missingArc}`);
  const abroad = findPointAbroad(read.data);
  if (abroad) {
    const point = abroad.join(", ");
    return fail(catalogue.mapNotInDegrees({ point }, { place, hints: [makeTopoJson] }));
  }
  const { parts, missing } = collectParts(geometries, name, population);
  if (missing.length > 0) {
    const hints = [`The ids of its ${name} have to be NIS codes, such as "${missing[0]}".`];
    return fail(catalogue.mapLacksAreas({ object: name, codes: missing }, { place, hints }));
  }
  return { value: { file, topology: topologyOf(read.data), areas: parts }, diagnostics: [] };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return value;
  } catch {
    return undefined;
  }
}

/** The first thing that is wrong, with where it stands: "it is no TopoJSON (arcs.3.0)". */
function explain({ issues: [first] }: z.ZodError, problem: string): string {
  const path = first?.path.join(".") ?? "";
  return path === "" ? problem : `${problem} (${path})`;
}

function hintsForObjects(names: readonly string[]): readonly string[] {
  const near = usable.flatMap((each) => suggest(each, names));
  if (near.length > 0) return [`Rename its object ${near[0]}.`];
  return names.length > 0 ? [`Its objects are ${names.join(", ")}.`] : [];
}

function findMissingArc(geometries: Areas, count: number): number | undefined {
  const used = geometries.flatMap((each) => [each.arcs].flat(3));
  // A negative number is the arc backwards: ~0 is the first.
  return used.map((arc) => (arc < 0 ? ~arc : arc)).find((arc) => arc >= count);
}

function findPointAbroad({ arcs: lines, transform }: Read): readonly number[] | undefined {
  for (const line of lines) {
    let [x, y] = [0, 0];
    for (const [first, second] of line) {
      // Quantised points are steps from the one before.
      [x, y] = transform ? [x + first, y + second] : [first, second];
      const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
      const [longitude, latitude] = [x * scale[0] + translate[0], y * scale[1] + translate[1]];
      const { west, east, south, north } = bounds;
      if (longitude < west || longitude > east || latitude < south || latitude > north) {
        return [longitude, latitude];
      }
    }
  }
  return undefined;
}

/** What each of the territory's provinces is made of, and the codes that the map lacks for it. */
function collectParts(geometries: Areas, object: Usable, population: readonly Municipality[]) {
  const byCode = new Map(
    geometries.map((each): [string, Area] => [String(each.id).padStart(5, "0"), each]),
  );
  const parts = new Map<Province, readonly Area[]>();
  const missing: string[] = [];
  for (const province of provinces) {
    const own = population.filter((municipality) => municipality.province === province);
    if (own.length === 0) continue;
    const codes = object === "provinces" ? [provinceCodes[province]] : own.map(({ nis }) => nis);
    missing.push(...codes.filter((code) => !byCode.has(code)));
    parts.set(
      province,
      codes.flatMap((code) => byCode.get(code) ?? []),
    );
  }
  return { parts, missing };
}

function topologyOf({ arcs: lines, transform }: Read): Topology {
  return { type: "Topology", objects: {}, arcs: lines, ...(transform ? { transform } : {}) };
}
