import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/edition.ts";
import { parseRegister } from "../../src/edition/parse-register.ts";
import { provinces, regions } from "../../src/edition/register.ts";

const file = "data/register/municipalities-2018.csv";
const text = readFileSync(file, "utf8");

it("the register of 2018 has the numbers of municipalities that Statbel gives", () => {
  const { value, diagnostics } = parseRegister({ file, text });
  const all = value?.municipalities ?? [];
  expect(diagnostics).toEqual([]);
  expect(all.length).toBe(589);
  expect(regions.map((key) => all.filter(({ region }) => region === key).length)).toEqual([
    308, 262, 19,
  ]);
  expect(provinces.map((key) => all.filter(({ province }) => province === key).length)).toEqual([
    70, 44, 65, 65, 64, 27, 69, 84, 44, 38, 19,
  ]);
  // 1 January 2018, Statbel.
  expect(all.reduce((sum, { population }) => sum + population, 0)).toBe(11_376_070);
  expect(value?.byNis.get("62063")).toEqual({
    nis: "62063",
    names: { fr: "Liège", nl: "Luik", de: "Lüttich" },
    officialLanguages: ["fr"],
    region: "wallonia",
    province: "liege",
    nature: "urban",
    population: 197_355,
    longitude: 5.5908,
    latitude: 50.6318,
  });
});

it("a code twice, a region that isn't one and a number that isn't one are errors on their line", () => {
  const [heading = "", antwerp = "", second = "", third = ""] = text.split("\n");
  const lines = [
    heading,
    antwerp,
    antwerp,
    second.replace("Flanders", "Flandres"),
    third.replace("13120", "13 120"),
  ];
  const { value, diagnostics } = parseRegister({ file, text: lines.join("\n") });
  expect(value?.municipalities.length).toBe(1);
  expect(
    diagnostics.map(({ code, place }) => [code, place?.kind === "file" ? place.line : 0]),
  ).toEqual([
    [catalogue.duplicateMunicipality.code, 3],
    [catalogue.wrongTableValue.code, 4],
    [catalogue.wrongTableValue.code, 5],
  ]);
  expect(diagnostics[1]?.hints).toEqual(['Did you mean "flanders"?']);
});

it("of two languages in a register, the one in brackets is not the official one", () => {
  const { value } = parseRegister({ file, text });
  const speaking = (language: string) =>
    (value?.municipalities ?? []).filter(({ officialLanguages }) =>
      officialLanguages.includes(language),
    );
  // The nine of the German-speaking Community, and the nineteen of Brussels, which have two.
  expect(speaking("de").map(({ names }) => names.de)).toEqual([
    "Amel",
    "Büllingen",
    "Bütgenbach",
    "Eupen",
    "Kelmis",
    "Lontzen",
    "Raeren",
    "Sankt Vith",
    "Burg-Reuland",
  ]);
  const both = speaking("fr").filter(({ officialLanguages }) => officialLanguages.includes("nl"));
  expect(both.map(({ region }) => region)).toEqual(Array.from({ length: 19 }, () => "brussels"));
});
