import { distance } from "fastest-levenshtein";
import { suggest } from "../diagnostics/suggest.ts";
import { type Municipality, provinces, type Register, regions } from "../edition/register.ts";
import { provinceNames, regionNames } from "./division-names.ts";
import { nameKey, nameReadings, nameWords } from "./name-words.ts";

export type MunicipalityMatch =
  | { readonly kind: "one"; readonly municipality: Municipality }
  | { readonly kind: "several"; readonly municipalities: readonly Municipality[] }
  | { readonly kind: "none"; readonly suggestions: readonly string[] };

/** A register prepared for looking up typed names. */
export interface MunicipalityNames {
  readonly register: Register;
  /** By key of a name in any language: the municipalities that bear it, by NIS code. */
  readonly byKey: ReadonlyMap<string, ReadonlyMap<string, Municipality>>;
  /** Municipalities of a province or region, by key of its name. */
  readonly divisions: ReadonlyMap<string, ReadonlyMap<string, Municipality>>;
}

export function indexMunicipalities(register: Register): MunicipalityNames {
  const byKey: NameIndex = new Map();
  for (const municipality of register.municipalities)
    for (const name of new Set(Object.values(municipality.names)))
      addTo(byKey, nameKey(nameWords(name)), municipality);
  return { register, byKey, divisions: indexDivisions(register) };
}

type NameIndex = Map<string, Map<string, Municipality>>;

/** A province and a region may bear one name: "Bruxelles". */
function indexDivisions({ municipalities }: Register): NameIndex {
  const divisions: NameIndex = new Map();
  for (const province of provinces)
    for (const key of provinceNames[province].map(nameWords).map(nameKey))
      for (const municipality of municipalities)
        if (municipality.province === province) addTo(divisions, key, municipality);
  for (const region of regions)
    for (const key of regionNames[region].map(nameWords).map(nameKey))
      for (const municipality of municipalities)
        if (municipality.region === region) addTo(divisions, key, municipality);
  return divisions;
}

function addTo(index: NameIndex, key: string, municipality: Municipality): void {
  const known = index.get(key) ?? new Map<string, Municipality>();
  index.set(key, known.set(municipality.nis, municipality));
}

/**
 * Which municipality a typed name means, in any language, case, accent, apostrophe or hyphen, with or without
 * "Ville de …", "Gemeente …". A name that two bear needs a qualifier: "Saint-Nicolas (Liège)", "46021".
 * Several parts ("Ixelles / Elsene") must mean one municipality. What is not certain is never matched.
 */
export function matchMunicipality(names: MunicipalityNames, typed: string): MunicipalityMatch {
  const [first, ...qualifiers] = nameParts(typed);
  if (first === undefined) return { kind: "none", suggestions: [] };
  const named = lookUp(names, first);
  const remaining = qualifiers.reduce<readonly Municipality[]>(
    (candidates, qualifier) => narrow(names, candidates, qualifier),
    named,
  );
  const [only] = remaining;
  if (only !== undefined && remaining.length === 1) return { kind: "one", municipality: only };
  if (remaining.length > 1) return { kind: "several", municipalities: remaining };
  return { kind: "none", suggestions: suggestNames(names, first, named) };
}

/** "Saint-Nicolas (Liège)", "Ixelles / Elsene", "62093 Saint-Nicolas": a name, then what qualifies it. */
function nameParts(typed: string): readonly string[] {
  const [first = "", ...others] = typed
    .replace(/(?<!\d)(\d{5})(?!\d)/g, "/$1/")
    .replace(/^\s*\//, "")
    .split(/[()[\]/,;|]|\s[-–—]\s/)
    .map((part) => part.trim());
  /** A foreword alone ("Administration communale (Luxembourg)") leaves the name open. */
  return first === "" ? [] : [first, ...others.filter((part) => part !== "")];
}

function lookUp(names: MunicipalityNames, part: string): readonly Municipality[] {
  const coded = names.register.byNis.get(part);
  if (coded !== undefined) return [coded];
  const found = new Map<string, Municipality>();
  for (const words of nameReadings(nameWords(part)))
    for (const [nis, municipality] of names.byKey.get(nameKey(words)) ?? [])
      found.set(nis, municipality);
  return [...found.values()];
}

/** Those candidates that the qualifier fits: another of their names, a code, their province or region. */
function narrow(
  names: MunicipalityNames,
  candidates: readonly Municipality[],
  qualifier: string,
): readonly Municipality[] {
  const words = nameWords(qualifier).filter((word) => !divisionWords.has(word));
  const members = names.divisions.get(nameKey(words));
  const same = new Set(lookUp(names, qualifier).map(({ nis }) => nis));
  return candidates.filter(({ nis }) => same.has(nis) || members?.has(nis) === true);
}

const divisionWords = new Set([
  "province",
  "provincie",
  "provinz",
  "prov",
  "region",
  "gewest",
  "de",
  "du",
  "d",
]);

/** Municipalities spelt alike, best first; where only the qualifier did not fit, those it was meant to qualify. */
function suggestNames(
  names: MunicipalityNames,
  part: string,
  named: readonly Municipality[],
): readonly string[] {
  if (named.length > 0) return named.map(describeMunicipality);
  const near = nameReadings(nameWords(part))
    .map(nameKey)
    .flatMap((key) =>
      suggest(key, names.byKey.keys()).map((found) => ({ found, edits: distance(key, found) })),
    );
  const best = [...near].sort((a, b) => a.edits - b.edits);
  const described = best.flatMap(({ found }) =>
    [...(names.byKey.get(found)?.values() ?? [])].map(describeMunicipality),
  );
  return [...new Set(described)].slice(0, 3);
}

/** A municipality told from its namesakes: "Sint-Niklaas / Saint-Nicolas (46021, Oost-Vlaanderen)". */
export function describeMunicipality(municipality: Municipality): string {
  const { names, nis, province, region } = municipality;
  const [dutch, french] = provinceNames[province];
  const isDutch = region === "flanders";
  const [own, other] = isDutch ? [names.nl, names.fr] : [names.fr, names.nl];
  const division = isDutch ? dutch : french;
  return `${own === other ? own : `${own} / ${other}`} (${nis}, ${division})`;
}
