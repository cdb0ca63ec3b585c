import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { SourceFile } from "./checked-yaml.ts";
import { parseTable, type TableLine } from "./parse-table.ts";
import { type Municipality, natures, provinces, type Register, regions } from "./register.ts";

const columns = [
  "nis",
  "name_fr",
  "name_nl",
  "name_de",
  "region",
  "province",
  "population",
  "nature",
  "longitude",
  "latitude",
  "languages",
] as const;
type Column = (typeof columns)[number];
type Line = TableLine<Column>;

const ignored = ["arrondissement_nis", "area_km2", "density"];

/** Parses municipalities-<year>.csv: the population frame. Lines with errors are left out. */
export function parseRegister(source: SourceFile): Outcome<Register> {
  const { value: table, diagnostics: problems } = parseTable(source, columns, ignored, [
    "languages",
  ]);
  if (!table) return { value: undefined, diagnostics: problems };
  const diagnostics: Diagnostic[] = [...problems];
  const byNis = new Map<string, Municipality>();
  const lineOf = new Map<string, number>();
  for (const line of table.lines) {
    const parsed = parseMunicipality(line);
    diagnostics.push(...parsed.diagnostics);
    if (!parsed.value) continue;
    const { nis } = parsed.value;
    const earlier = lineOf.get(nis);
    if (earlier === undefined) {
      byNis.set(nis, parsed.value);
      lineOf.set(nis, line.line);
    } else {
      const place = line.placeOf("nis");
      diagnostics.push(catalogue.duplicateMunicipality({ nis, line: earlier }, { place }));
    }
  }
  return { value: { municipalities: [...byNis.values()], byNis }, diagnostics };
}

function parseMunicipality(line: Line): Outcome<Municipality> {
  const diagnostics: Diagnostic[] = [];
  const refuse = (column: Column, expected: string, near: readonly string[] = []): undefined => {
    const details = { column, value: line.values[column], expected };
    const hints = near.map((name) => `Did you mean "${name}"?`);
    diagnostics.push(catalogue.wrongTableValue(details, { place: line.placeOf(column), hints }));
    return undefined;
  };
  const oneOf = <Key extends string>(column: Column, keys: readonly Key[]): Key | undefined => {
    const written = slug(line.values[column]);
    const found = keys.find((key) => key === written);
    return found ?? refuse(column, `one of ${keys.join(", ")}`, suggest(written, keys));
  };
  const number = (column: Column, minimum: number, maximum: number): number | undefined => {
    const written = line.values[column];
    const value = /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    return refuse(column, `a number from ${minimum} to ${maximum}`);
  };
  const name = (column: Column): string | undefined =>
    line.values[column] === "" ? refuse(column, "a name") : line.values[column];

  const nis = /^\d{5}$/.test(line.values.nis)
    ? line.values.nis
    : refuse("nis", "a NIS code of five digits");
  const [fr, nl, de] = [name("name_fr"), name("name_nl"), name("name_de")];
  const region = oneOf("region", regions);
  // Brussels lies in no province and is listed as the eleventh.
  const province =
    region === "brussels" && line.values.province === ""
      ? "brussels"
      : oneOf("province", provinces);
  const nature = oneOf("nature", natures);
  const population = number("population", 1, 10_000_000);
  const longitude = number("longitude", 2, 7);
  const latitude = number("latitude", 49, 52);
  if (
    nis === undefined ||
    fr === undefined ||
    nl === undefined ||
    de === undefined ||
    region === undefined ||
    province === undefined ||
    nature === undefined ||
    population === undefined ||
    longitude === undefined ||
    latitude === undefined
  ) {
    return { value: undefined, diagnostics };
  }
  const names = { fr, nl, de };
  const officialLanguages = parseLanguages(line.values.languages);
  const place = { region, province, nature, population, longitude, latitude };
  return { value: { nis, names, ...place, officialLanguages }, diagnostics };
}

/** "fr+nl" → both; of "de(fr)", the language in brackets is one in which citizens are helped, not the official one. */
function parseLanguages(written: string): readonly string[] {
  return written
    .replace(/\(.*\)/, "")
    .split("+")
    .filter((language) => language !== "");
}

/** "Flemish Brabant" → "flemish-brabant", "Liège" → "liege". */
function slug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}
