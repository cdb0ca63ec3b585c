import * as z from "zod";
import { captionLacksLanguage, missingKey } from "../diagnostics/catalogue/charts.ts";
import type { Diagnostic, FilePlace } from "../diagnostics/diagnostic.ts";
import type { Path, SourceFile } from "../edition/checked-yaml.ts";
import { type Language, languages, type PerLanguage } from "../edition/language.ts";
import type { CaptionOrigin } from "./chart.ts";

const text = z.string().trim().min(1, { error: "the caption is empty" });

/** What to see in a figure or table, as a template, in every language. */
export const captionSchema = z.strictObject({ fr: text, nl: text, en: text });

/** A language that a caption lacks is a fault of its own, not just any missing key. */
export function readCaptionIssues(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    if (diagnostic.code !== missingKey.code) return diagnostic;
    const language = languages.find(
      (each) => diagnostic.message === missingKey({ key: each, within: '"caption"' }).message,
    );
    if (!language) return diagnostic;
    return captionLacksLanguage(
      { language },
      { place: diagnostic.place, hints: [`Write the caption in ${language} too.`] },
    );
  });
}

/** Where captions begin in their file, so that what is wrong with a helper is said at its place. */
export function captionOrigins(
  source: SourceFile,
  caption: PerLanguage<string>,
  placeOf: (path: Path) => FilePlace,
): PerLanguage<CaptionOrigin> {
  const lines = source.text.split(/\r?\n/);
  const originOf = (language: Language): CaptionOrigin => {
    const place = placeOf(["caption", language]);
    const first = place.line ?? 1;
    // A block scalar's place is its sign, ">-"; its text begins on a line below.
    const written = lines.slice(first - 1).findIndex((line) => line.includes(caption[language]));
    if (written < 0) return { line: first, column: place.column ?? 1, text: place.text ?? "" };
    const text = lines[first - 1 + written] ?? "";
    return { line: first + written, column: text.indexOf(caption[language]) + 1, text };
  };
  return { fr: originOf("fr"), nl: originOf("nl"), en: originOf("en") };
}
