import { z } from "zod";
import { captionLacksLanguage, missingKey } from "../diagnostics/catalogue/charts.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { languages } from "../edition/language.ts";

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
