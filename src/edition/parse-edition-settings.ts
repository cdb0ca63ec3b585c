import * as z from "zod";
import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, FilePlace, Outcome } from "../diagnostics/diagnostic.ts";
import { type Path, parseCheckedYaml, type SourceFile } from "./checked-yaml.ts";
import type { EditionSettings, Territory } from "./edition.ts";
import { isIsoDate } from "./is-iso-date.ts";
import { type Language, languages } from "./language.ts";
import { publicationNames } from "./publication-name.ts";
import { provinces, regions } from "./register.ts";

/** Names of the edition's files as edition.yaml gives them, relative to the edition's folder. */
export interface EditionFiles {
  readonly survey: string;
  readonly questionnaire: string;
  readonly register: string;
  /** Undefined where the edition has none. */
  readonly corrections: string | undefined;
  readonly published: string | undefined;
  /** Undefined where the register's own map will do. */
  readonly map: string | undefined;
}

const text = z.string().trim().min(1, { error: "it must not be empty" });
const perLanguage = z.strictObject({ fr: text, nl: text, en: text });
/** A real name is the same everywhere; only stand-ins differ by language. */
const personName = z.union([text, perLanguage], {
  error: "a name is expected, or one per language (fr, nl, en)",
});
const specimen = z.boolean().default(false);
const date = z
  .string({ error: "a date is written year-month-day: 2018-04-30" })
  .refine(isIsoDate, { error: "a date is written year-month-day: 2018-04-30" });
const file = z.union([z.string().min(1), z.strictObject({ file: z.string().min(1) })], {
  error: 'a file\'s name is expected, such as "survey.xlsx" or "../2018/survey.xlsx"',
});
const count = z.int({ error: "a whole number is expected" }).min(0, { error: "it is below 0" });

/** What edition.yaml can say about its territory. */
export const territories: readonly string[] = [
  "belgium",
  ...regions.map((region) => `region:${region}`),
  ...provinces.map((province) => `province:${province}`),
];

const editionSchema = z.strictObject({
  year: z.int({ error: "a year is expected, such as 2018" }).min(1900).max(2999),
  title: perLanguage,
  subtitle: perLanguage,
  institute: z.strictObject({ name: perLanguage, specimen }),
  authors: z
    .array(z.strictObject({ name: personName, specimen }))
    .min(1, { error: "it names nobody" }),
  contact: z.strictObject({ text: perLanguage, specimen }),
  licence: text,
  languages: z
    .array(z.enum(languages))
    .min(1, { error: "at least one of fr, nl, en is expected" })
    .default([...languages]),
  territory: z.enum(territories),
  fieldwork: z.strictObject({ from: date, to: date }),
  closing: date,
  date,
  smallBase: count.default(30),
  hiddenBase: count.default(3),
  reconstruction: z.boolean().default(false),
  survey: file,
  questionnaire: file,
  register: file.optional(),
  corrections: file.optional(),
  published: file.optional(),
  map: file.optional(),
  publications: z
    .array(z.enum(publicationNames))
    .min(1, { error: "at least one publication is expected" }),
});

/** Parses edition.yaml; every unknown key, missing key and wrong value is said at its line. */
export function parseEditionSettings(
  source: SourceFile,
): Outcome<{ readonly settings: EditionSettings; readonly files: EditionFiles }> {
  const checked = parseCheckedYaml(source, editionSchema, {
    notReadable: catalogue.settingsNotReadable,
    unknownKey: catalogue.settingsUnknownKey,
    missingKey: catalogue.settingsMissingKey,
    wrongValue: catalogue.settingsWrongValue,
  });
  const { value } = checked;
  if (!value) return { value, diagnostics: checked.diagnostics };
  const wrong = (key: string, problem: string) =>
    catalogue.settingsWrongValue({ key, problem }, { place: checked.placeOf(key.split(".")) });
  const diagnostics = [
    ...checkDates(value, checked.placeOf),
    ...(value.hiddenBase > value.smallBase
      ? [wrong("hiddenBase", "it is above smallBase, so that no figure would ever be marked")]
      : []),
  ];
  const fileName = (given: z.infer<typeof file>): string =>
    typeof given === "string" ? given : given.file;
  return {
    value: {
      settings: {
        year: value.year,
        title: value.title,
        subtitle: value.subtitle,
        institute: { name: value.institute.name, isSpecimen: value.institute.specimen },
        authors: value.authors.map(({ name, specimen }) => ({
          name: typeof name === "string" ? { fr: name, nl: name, en: name } : name,
          isSpecimen: specimen,
        })),
        contact: { text: value.contact.text, isSpecimen: value.contact.specimen },
        licence: value.licence,
        languages: languages.filter((language: Language) => value.languages.includes(language)),
        territory: parseTerritory(value.territory),
        fieldwork: value.fieldwork,
        closing: value.closing,
        date: value.date,
        smallBase: value.smallBase,
        hiddenBase: value.hiddenBase,
        isReconstruction: value.reconstruction,
        publications: value.publications,
      },
      files: {
        survey: fileName(value.survey),
        questionnaire: fileName(value.questionnaire),
        register: value.register
          ? fileName(value.register)
          : `../register/municipalities-${value.year}.csv`,
        corrections: value.corrections && fileName(value.corrections),
        published: value.published && fileName(value.published),
        map: value.map && fileName(value.map),
      },
    },
    diagnostics,
  };
}

/** The fieldwork, closing and the publication's date follow each other, in or near the edition's year. */
function checkDates(
  settings: Pick<EditionSettings, "year" | "fieldwork" | "closing" | "date">,
  placeOf: (path: Path) => FilePlace,
): readonly Diagnostic[] {
  const { year, fieldwork, closing, date } = settings;
  type Dated = "fieldwork.from" | "fieldwork.to" | "closing" | "date";
  const dates: readonly (readonly [Dated, string])[] = [
    ["fieldwork.from", fieldwork.from],
    ["fieldwork.to", fieldwork.to],
    ["closing", closing],
    ["date", date],
  ];
  const saidAt = (key: Dated) => ({ place: placeOf(key.split(".")) });
  const wrong = (isWrong: boolean, key: Dated, problem: string) =>
    isWrong ? [catalogue.settingsWrongValue({ key, problem }, saidAt(key))] : [];
  const lateHints = [`Answers after closing don't count: closing is ${closing}.`];
  const contradictions = [
    ...wrong(fieldwork.to < fieldwork.from, "fieldwork.to", "the fieldwork ends before it begins"),
    ...wrong(closing < fieldwork.from, "closing", "the survey closes before the fieldwork begins"),
    ...wrong(date < closing, "date", `the publication's date lies before closing, ${closing}`),
  ];
  if (contradictions.length > 0) return contradictions;
  return [
    ...(fieldwork.to > closing
      ? [
          catalogue.fieldworkAfterClosing(
            { to: fieldwork.to, closing },
            { ...saidAt("fieldwork.to"), hints: lateHints },
          ),
        ]
      : []),
    ...dates
      .filter(([, written]) => Math.abs(Number(written.slice(0, 4)) - year) > 1)
      .map(([key, written]) =>
        catalogue.dateFarFromYear(
          { key, date: written, year },
          { ...saidAt(key), hints: [`Check it, and year: ${year}.`] },
        ),
      ),
  ];
}

/** "belgium", "region:wallonia" or "province:liege"; the schema has refused anything else. */
function parseTerritory(written: string): Territory {
  const [kind, key] = written.split(":");
  const region = regions.find((each) => kind === "region" && each === key);
  const province = provinces.find((each) => kind === "province" && each === key);
  if (region) return { region };
  return province ? { province } : "belgium";
}
