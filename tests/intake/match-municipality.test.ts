import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexMunicipalities, matchMunicipality } from "../../src/intake/match-municipality.ts";
import { register } from "./made-up-edition.ts";

const names = indexMunicipalities(register);

function nisOf(typed: string): string | readonly string[] {
  const match = matchMunicipality(names, typed);
  if (match.kind === "one") return match.municipality.nis;
  return match.kind === "several" ? match.municipalities.map(({ nis }) => nis) : match.suggestions;
}

describe("a name is matched", () => {
  test.each([
    ["Gent", "44021"],
    ["GAND", "44021"],
    ["  gent ", "44021"],
    ["Lüttich", "62063"],
    ["Sankt Vith", "63067"],
    ["St. Vith", "63067"],
    ["Ville de Saint-Vith", "63067"],
    ["liege", "62063"],
    ["Braine-l’Alleud", "25014"],
    ["braine l'alleud", "25014"],
    ["Braine lAlleud", "25014"],
    ["Commune du Roeulx", "55035"],
    ["Le Rœulx", "55035"],
    ["Administration communale d'Ixelles", "21009"],
    ["Administration communale de la Ville de Ciney", "91030"],
    ["Commune des Bons Villers", "52075"],
    ["Commune de La Hulpe", "25050"],
    ["Gemeente De Pinte", "44012"],
    ["Gemeentebestuur van Zwijndrecht", "11056"],
    ["Stadsbestuur Oudenaarde", "45035"],
    ["Stad Sint-Niklaas", "46021"],
    ["St.-Niklaas", "46021"],
    ["Ste-Ode", "82038"],
    ["Sainte-Ode", "82038"],
    ["Stadt Eupen", "63023"],
    ["Ixelles / Elsene", "21009"],
    ["Ville de Bruxelles - Stad Brussel", "21004"],
    ["Heist op den Berg", "12014"],
    ["44021", "44021"],
  ])("%s", (typed, nis) => {
    expect(nisOf(typed)).toBe(nis);
  });
});

describe("a name that two municipalities bear", () => {
  test("is never guessed", () => {
    expect(nisOf("Saint-Nicolas")).toEqual(["46021", "62093"]);
    expect(nisOf("ville de st nicolas")).toEqual(["46021", "62093"]);
  });

  test.each([
    ["Saint-Nicolas (Liège)", "62093"],
    ["Saint-Nicolas, province de Liège", "62093"],
    ["St-Nicolas - Luik", "62093"],
    ["Saint-Nicolas (Flandre orientale)", "46021"],
    ["Saint-Nicolas / Sint-Niklaas", "46021"],
    ["Saint-Nicolas (Wallonie)", "62093"],
    ["62093", "62093"],
    ["62093 Saint-Nicolas", "62093"],
    ["Saint-Nicolas (46021)", "46021"],
  ])("is told by its qualifier: %s", (typed, nis) => {
    expect(nisOf(typed)).toBe(nis);
  });

  test("stays open where the qualifier fits neither", () => {
    expect(nisOf("Saint-Nicolas (Namur)")).toEqual([
      "Sint-Niklaas / Saint-Nicolas (46021, Oost-Vlaanderen)",
      "Saint-Nicolas (62093, Liège)",
    ]);
  });
});

describe("what is not certain is refused", () => {
  test.each([
    ["9000", []],
    ["Administration communale (Luxembourg)", []],
    ["Administration communale (Namur)", []],
    ["Gemeente", []],
    ["", []],
    ["99999", []],
    ["Aalst (Limburg)", ["Aalst / Alost (41002, Oost-Vlaanderen)"]],
    ["Gent / Brugge", ["Gent / Gand (44021, Oost-Vlaanderen)"]],
  ])("%s", (typed, suggestions) => {
    expect(nisOf(typed)).toEqual(suggestions);
  });

  test("with the names spelt alike, best first", () => {
    expect(nisOf("Charlroi")).toEqual(["Charleroi (52011, Hainaut)"]);
    expect(nisOf("Gemeente Oudenarde")).toEqual([
      "Oudenaarde / Audenarde (45035, Oost-Vlaanderen)",
    ]);
  });
});

test("only Saint-Nicolas is the name of two municipalities, accents, spaces and languages set aside", () => {
  const shared = [...names.byKey].filter(([, municipalities]) => municipalities.size > 1);
  expect(shared.map(([key]) => key)).toEqual(["stnicolas"]);
});

const disguises: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.normalize("NFD").replace(/\p{M}/gu, ""),
  (name) => name.normalize("NFD"),
  (name) => name.replaceAll("-", " "),
  (name) => name.replaceAll(" ", "-"),
  (name) => name.replaceAll("'", "’"),
  (name) => name.replaceAll("oe", "œ"),
  (name) => name.replace(/^Sint-/, "St.-").replace(/^Saint-/, "St "),
  (name) => `  ${name} `,
];
const prefixes = ["", "Gemeente ", "Stad ", "Ville de ", "Commune de ", "Commune d'", "Stadt "];

test("every municipality is found in each language, case and spelling, behind each prefix", () => {
  const typed = fc.record({
    municipality: fc.constantFrom(...register.municipalities),
    language: fc.constantFrom("fr" as const, "nl" as const, "de" as const),
    first: fc.constantFrom(...disguises),
    second: fc.constantFrom(...disguises),
    prefix: fc.constantFrom(...prefixes),
  });
  fc.assert(
    fc.property(typed, ({ municipality, language, first, second, prefix }) => {
      const name = municipality.names[language];
      fc.pre(name !== "Saint-Nicolas");
      expect(nisOf(prefix + second(first(name)))).toBe(municipality.nis);
    }),
    { numRuns: 3000 },
  );
});
