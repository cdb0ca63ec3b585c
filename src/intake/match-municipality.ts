import { distance } from "fastest-levenshtein";
import { suggest } from "../diagnostics/suggest.ts";
import type { Municipality, Register } from "../edition/register.ts";
import { provinceNames, regionNames } from "./division-names.ts";
import { nameKey, nameReadings, nameWords } from "./name-words.ts";

export type MunicipalityMatch =
  | { readonly kind: "one"; readonly municipality: Municipality }
  | { readonly kind: "several"; readonly municipalities: readonly Municipality[] }
  | { readonly kind: "none"; readonly suggestions: readonly string[] };

/** A register prepared for looking up typed names. */
export interface MunicipalityNames {
  readonly register: Register;
  /** By key: every municipality with that name in some language, and the name as the register spells it. */
  readonly byKey: ReadonlyMap<string, ReadonlyMap<string, Municipality>>;
  readonly spellings: ReadonlyMap<string, string>;
  /** Municipalities of a province or region, by key of its name. */
  readonly divisions: ReadonlyMap<string, ReadonlyMap<string, Municipality>>;
}

export function indexMunicipalities(register: Register): MunicipalityNames {
  const byKey = new Map<string, Map<string, Municipality>>();
  const spellings = new Map<string, string>();
  const divisions = new Map<string, Map<string, Municipality>>();
  const add = (
    index: Map<string, Map<string, Municipality>>,
    name: string,
    municipality: Municipality,
  ) => {
    const key = nameKey(nameWords(name));
    const known = index.get(key) ?? new Map<string, Municipality>();
    index.set(key, known.set(municipality.nis, municipality));
    return key;
  };
  for (const municipality of register.municipalities) {
    for (const name of Object.values(municipality.names)) {
      const key = add(byKey, name, municipality);
      if (!spellings.has(key)) spellings.set(key, name);
    }
    for (const name of provinceNames[municipality.province]) add(divisions, name, municipality);
    for (const name of regionNames[municipality.region]) add(divisions, name, municipality);
  }
  return { register, byKey, spellings, divisions };
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

/** Names spelt alike, best first; where only the qualifier did not fit, the names it was meant to qualify. */
function suggestNames(
  names: MunicipalityNames,
  part: string,
  named: readonly Municipality[],
): readonly string[] {
  if (named.length > 0) return named.map(describeMunicipality);
  const readings = nameReadings(nameWords(part)).map(nameKey);
  const near = readings.flatMap((key) =>
    suggest(key, names.spellings.keys()).map((found) => ({ found, edits: distance(key, found) })),
  );
  const best = [...near].sort((a, b) => a.edits - b.edits).map(({ found }) => found);
  return [...new Set(best)].slice(0, 3).flatMap((key) => names.spellings.get(key) ?? []);
}

/** A municipality told from its namesakes: "Sint-Niklaas / Saint-Nicolas (46021, east-flanders)". */
export function describeMunicipality(municipality: Municipality): string {
  const { names, nis, province, region } = municipality;
  const [own, other] = region === "flanders" ? [names.nl, names.fr] : [names.fr, names.nl];
  return `${own === other ? own : `${own} / ${other}`} (${nis}, ${province})`;
}
