import * as z from "zod";
import * as catalogue from "../diagnostics/catalogue/plan.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { parseCheckedYaml, type SourceFile } from "../edition/checked-yaml.ts";
import type { Language, PerLanguage } from "../edition/language.ts";

/** A work that texts cite. */
export interface BibliographyEntry {
  readonly id: string;
  /** Empty where an organisation stands for them. */
  readonly authors: readonly { readonly family: string; readonly given: string }[];
  readonly organisation?: PerLanguage<string>;
  readonly year: number;
  readonly title: PerLanguage<string>;
  /** Of the title, where it is the same in every language. */
  readonly language?: Language | "de";
  /** The journal or book that it stands in. */
  readonly container?: string;
  /** Volume, pages: "18(2), 65–82". */
  readonly details?: string;
  readonly publisher?: string;
  readonly doi?: string;
}

/** templates/report/bibliography.yaml by id. */
export type Bibliography = ReadonlyMap<string, BibliographyEntry>;

export const emptyBibliography: Bibliography = new Map();

const text = z.string().trim().min(1);
const perLanguage = z.strictObject({ fr: text, nl: text, en: text });
const spoken = z.union(
  [text.transform((same) => ({ fr: same, nl: same, en: same })), perLanguage],
  {
    error: "a text, or one for each of fr, nl and en, is expected",
  },
);
const schema = z.array(
  z
    .strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/, {
        error: "an id is made of small letters, digits and hyphens",
      }),
      authors: z.array(z.strictObject({ family: text, given: text })).optional(),
      organisation: spoken.optional(),
      year: z.int(),
      title: spoken,
      language: z.enum(["fr", "nl", "en", "de"]).optional(),
      in: text.optional(),
      details: text.optional(),
      publisher: text.optional(),
      doi: z.string().regex(/^10\./, { error: 'a DOI begins with "10."' }).optional(),
    })
    .refine(({ authors = [], organisation }) => authors.length > 0 || organisation !== undefined, {
      error: "authors or an organisation are expected",
    }),
);

/** Parses the list of works that texts may cite. */
export function parseBibliography(source: SourceFile): Outcome<Bibliography> {
  const { value, diagnostics, placeOf } = parseCheckedYaml(source, schema, {
    notReadable: catalogue.bibliographyNotReadable,
    unknownKey: catalogue.bibliographyUnknownKey,
    missingKey: catalogue.bibliographyMissingKey,
    wrongValue: catalogue.bibliographyWrongValue,
  });
  if (!value) return { value: undefined, diagnostics };
  const entries = new Map<string, BibliographyEntry>();
  const repeated: Diagnostic[] = [];
  for (const [index, { in: container, authors = [], organisation, ...entry }] of value.entries()) {
    if (entries.has(entry.id)) {
      const place = placeOf([index, "id"]);
      repeated.push(catalogue.bibliographyEntryTwice({ id: entry.id }, { place }));
    }
    const { language, details, publisher, doi } = entry;
    entries.set(entry.id, {
      id: entry.id,
      year: entry.year,
      title: entry.title,
      authors,
      ...(organisation ? { organisation } : {}),
      ...(language ? { language } : {}),
      ...(container ? { container } : {}),
      ...(details ? { details } : {}),
      ...(publisher ? { publisher } : {}),
      ...(doi ? { doi } : {}),
    });
  }
  const all = [...diagnostics, ...repeated];
  return { value: repeated.length > 0 ? undefined : entries, diagnostics: all };
}
