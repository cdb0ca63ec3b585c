import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { type FormRow, type FormSheet, labelKey } from "./form-sheet.ts";
import { type Language, languages, type PerLanguage } from "./language.ts";
import { dataEntryColumns, unsupportedColumns } from "./xlsform-vocabulary.ts";

/** Languages in diagnostics, which are in English. */
export const languageNames: PerLanguage<string> = { fr: "French", nl: "Dutch", en: "English" };

/** How a heading names a language's labels. */
const labelHeadings: PerLanguage<string> = {
  fr: "label::Français (fr)",
  nl: "label::Nederlands (nl)",
  en: "label::English (en)",
};

/**
 * Checks a sheet's columns: those that it must have, labels in every language, and what is not read, once a column.
 *
 * @param known columns that are read
 * @param required columns without which nothing can be read
 */
export function checkColumns(
  sheet: FormSheet,
  known: readonly string[],
  required: readonly string[],
): readonly Diagnostic[] {
  const missing = required
    .filter((column) => !sheet.columns.has(column))
    .map((column) => {
      const near = suggest(column, sheet.headings.values());
      const hints = near.map((heading) => `Rename "${heading}" to "${column}"?`);
      const place = sheet.placeOfHeading(column);
      return catalogue.missingFormColumn({ column, sheet: sheet.name }, { place, hints });
    });
  const withoutLabels = languages
    .filter((language) => !sheet.columns.has(labelKey(language)))
    .map((language) =>
      catalogue.missingLanguage(
        { language: languageNames[language], sheet: sheet.name },
        {
          place: sheet.placeOfHeading(""),
          hints: [`Add a column "${labelHeadings[language]}" and fill it in.`],
        },
      ),
    );
  const labels = languages.map(labelKey);
  const others = [...sheet.columns.keys()]
    .filter((key) => !known.includes(key) && !labels.includes(key))
    .flatMap((key) => checkOtherColumn(sheet, key, known));
  return [...missing, ...withoutLabels, ...others];
}

function checkOtherColumn(
  sheet: FormSheet,
  key: string,
  known: readonly string[],
): readonly Diagnostic[] {
  // An empty column says nothing.
  if (!sheet.rows.some((row) => row.text(key) !== "")) return [];
  const heading = sheet.headings.get(sheet.columns.get(key) ?? 0) ?? key;
  const details = { column: heading, sheet: sheet.name };
  const place = sheet.placeOfHeading(key);
  const plain = key.replace(/::?[^:]*\)$|::.*$/, "");
  if (unsupportedColumns.includes(key)) {
    const hints = ["Ask without it, or say through relevant who was asked."];
    return [catalogue.unsupportedColumn(details, { place, hints })];
  }
  if (dataEntryColumns.includes(key) || (plain !== "label" && dataEntryColumns.includes(plain))) {
    const hints = key === "label" ? [`Labels need a language: ${labelHeadings.nl}.`] : [];
    return [catalogue.dataEntryColumn(details, { place, hints })];
  }
  const near = suggest(heading, [...known, ...Object.values(labelHeadings)]);
  const hints = near.map((name) => `Did you mean "${name}"?`);
  return [catalogue.unknownFormColumn(details, { place, hints })];
}

/** A row's labels; an empty cell is an error, unless the whole language is missing, which has been said. */
export function readLabels(
  sheet: FormSheet,
  row: FormRow,
  name: string,
): { readonly labels: PerLanguage<string>; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics = languages
    .filter(
      (language) => sheet.columns.has(labelKey(language)) && row.text(labelKey(language)) === "",
    )
    .map((language) =>
      catalogue.missingLabel(
        { name, language: languageNames[language] },
        {
          place: row.placeOf(labelKey(language)),
          hints: [`Write the ${languageNames[language]} label in this cell.`],
        },
      ),
    );
  // The name stands in for a label that is missing, so that the rest can be checked.
  const label = (language: Language): string => row.text(labelKey(language)) || name;
  return { labels: { fr: label("fr"), nl: label("nl"), en: label("en") }, diagnostics };
}

/** Whether a name can be part of a fact's id, `<question>.<choice>.<statistic>@<segment>`. */
export function checkName(
  row: FormRow,
  name: string,
  kind: "question" | "choice",
): readonly Diagnostic[] {
  const place = row.placeOf("name");
  if (name === "") {
    return [catalogue.invalidName({ name, problem: `every ${kind} has one` }, { place })];
  }
  const pattern = kind === "question" ? /^[A-Za-z_][\w-]*$/ : /^\w[\w-]*$/;
  if (!pattern.test(name)) {
    const first = kind === "question" ? "a letter" : "a letter or a digit";
    const problem = `it begins with ${first} and holds letters without accents, digits, _ and - only`;
    return [catalogue.invalidName({ name, problem }, { place })];
  }
  if (kind === "question" && name === "sample") {
    const problem = "figures about the sample itself are called so";
    return [catalogue.invalidName({ name, problem }, { place })];
  }
  return [];
}
