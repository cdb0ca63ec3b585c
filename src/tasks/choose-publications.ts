import { unknownLanguage, unknownPublication } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { didYouMean, suggest } from "../diagnostics/suggest.ts";
import type { Edition } from "../edition/edition.ts";
import { type Language, languages } from "../edition/language.ts";
import type { PublicationName } from "../edition/publication-name.ts";

export interface Selection {
  readonly languages: readonly Language[];
  readonly publications: readonly PublicationName[];
}

/** What of an edition is to be made: what was asked for, among what the edition has; all of it where nothing was. */
export function choosePublications(
  edition: Edition,
  wanted: {
    readonly languages: readonly Language[] | undefined;
    readonly only: readonly string[] | undefined;
  },
): Outcome<Selection> {
  const { settings } = edition;
  const diagnostics: Diagnostic[] = [];
  for (const name of wanted.only ?? []) {
    if (settings.publications.some((known) => known === name)) continue;
    const hint =
      didYouMean(suggest(name, settings.publications)) ??
      `This edition has: ${settings.publications.join(", ")}.`;
    diagnostics.push(unknownPublication({ typed: name }, { hints: [hint] }));
  }
  for (const language of wanted.languages ?? []) {
    if (settings.languages.includes(language)) continue;
    const hints = [`This edition has: ${settings.languages.join(", ")}.`];
    diagnostics.push(unknownLanguage({ typed: language }, { hints }));
  }
  const value: Selection = {
    languages: languages.filter((language) =>
      (wanted.languages ?? settings.languages).includes(language),
    ),
    publications: settings.publications.filter((name) => wanted.only?.includes(name) ?? true),
  };
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics };
}
