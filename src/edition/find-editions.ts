import { join } from "node:path";
import { parse } from "yaml";
import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Platform } from "../platform/platform.ts";
import { territories } from "./parse-edition-settings.ts";

/** An edition of the project, as far as it is known before it is read. */
export interface FoundEdition {
  /** Its folder's name under data/. */
  readonly id: string;
  /** Undefined where the year or the territory cannot be made out; reading the edition says how. */
  readonly year: number | undefined;
  readonly isWholeCountry: boolean;
}

/** The editions of a project: folders under data/ that hold an edition.yaml, by name. */
export async function findEditions(
  project: string,
  platform: Platform,
): Promise<readonly FoundEdition[]> {
  const data = join(project, "data");
  const folders = (await platform.files.list(data)).filter((entry) => entry.isDirectory);
  const found = await Promise.all(
    folders.map(async ({ name }): Promise<FoundEdition | undefined> => {
      const file = join(data, name, "edition.yaml");
      if (!(await platform.files.exists(file))) return undefined;
      // A file that another program holds is an edition all the same.
      const text = await platform.files.readText(file).catch(() => "");
      return { id: name, ...peek(text ?? "") };
    }),
  );
  return found.filter((edition) => edition !== undefined);
}

/** Year and territory without any check: another edition's mistakes must not stop this one. */
function peek(text: string): Omit<FoundEdition, "id"> {
  const settings = parseLeniently(text);
  const year: unknown = Reflect.get(settings, "year");
  const territory: unknown = Reflect.get(settings, "territory");
  const isKnown = typeof year === "number" && territories.some((each) => each === territory);
  return { year: isKnown ? year : undefined, isWholeCountry: territory === "belgium" };
}

function parseLeniently(text: string): object {
  try {
    const settings: unknown = parse(text, { logLevel: "silent" });
    return typeof settings === "object" && settings !== null ? settings : {};
  } catch {
    return {};
  }
}

/**
 * Chooses one edition: by name, by year (that year's edition of the whole country), or the newest year's.
 * Never a guess: a name that doesn't exist is an error with the nearest ones as hints.
 */
export function chooseEdition(
  editions: readonly FoundEdition[],
  wanted: { readonly year?: number | undefined; readonly edition?: string | undefined },
): Outcome<FoundEdition> {
  if (editions.length === 0) {
    const hints = ["Go to the project's folder, or name it with --project."];
    return failed(catalogue.noEditions({ folder: "data/" }, { hints }));
  }
  const { year, edition: id } = wanted;
  if (id !== undefined) return chooseById(editions, id, year);
  if (year !== undefined) {
    const found =
      editions.find((edition) => edition.year === year && edition.isWholeCountry) ??
      editions.find((edition) => edition.year === undefined && edition.id === String(year));
    if (found) return { value: found, diagnostics: [] };
    return failed(catalogue.noEditionOfYear({ year }, { hints: hintsForYear(editions, year) }));
  }
  return chooseNewest(editions);
}

function chooseById(
  editions: readonly FoundEdition[],
  id: string,
  year: number | undefined,
): Outcome<FoundEdition> {
  const found = editions.find((edition) => edition.id === id);
  if (!found) return failed(catalogue.unknownEdition({ id }, { hints: hintsFor(editions, id) }));
  if (year !== undefined && found.year !== undefined && found.year !== year) {
    const hints = ["Leave out --year or --edition."];
    const details = { year, id, editionYear: found.year };
    return failed(catalogue.yearContradictsEdition(details, { hints }));
  }
  return { value: found, diagnostics: [] };
}

function chooseNewest(editions: readonly FoundEdition[]): Outcome<FoundEdition> {
  const newest = Math.max(...editions.map(({ year }) => year ?? 0));
  const candidates = editions.filter(({ year }) => (year ?? 0) === newest);
  const whole = candidates.filter(({ isWholeCountry }) => isWholeCountry);
  const [only, ...others] = whole.length > 0 ? whole : candidates;
  if (only && others.length === 0) return { value: only, diagnostics: [] };
  const hints = candidates.map(({ id }) => `Choose it with --edition ${id}.`);
  return failed(catalogue.severalEditions({ year: newest, count: candidates.length }, { hints }));
}

function hintsFor(editions: readonly FoundEdition[], typed: string): readonly string[] {
  const ids = editions.map(({ id }) => id);
  const near = suggest(typed, ids);
  return near.length > 0
    ? [`Did you mean ${near.map((id) => `--edition ${id}`).join(" or ")}?`]
    : [`There are: ${ids.join(", ")}.`];
}

/** What was typed as a year is corrected as a year, where an edition of that year is meant. */
function hintsForYear(editions: readonly FoundEdition[], year: number): readonly string[] {
  const years = editions.flatMap((edition) =>
    edition.isWholeCountry && edition.year !== undefined ? [String(edition.year)] : [],
  );
  const near = suggest(String(year), years);
  return near.length > 0
    ? [`Did you mean ${near.map((each) => `--year ${each}`).join(" or ")}?`]
    : hintsFor(editions, String(year));
}

function failed(diagnostic: Diagnostic): Outcome<FoundEdition> {
  return { value: undefined, diagnostics: [diagnostic] };
}
