import { readFileSync } from "node:fs";
import type { SourceFile } from "../../src/edition/checked-yaml.ts";
import type { Language, PerLanguage } from "../../src/edition/language.ts";
import { parseStrings, type Strings } from "../../src/wording/strings.ts";

/** templates/wording as it is shipped. */
export function readShippedFiles(): PerLanguage<SourceFile> {
  const read = (language: Language): SourceFile => {
    const file = `templates/wording/${language}.yaml`;
    return { file, text: readFileSync(file, "utf8") };
  };
  return { fr: read("fr"), nl: read("nl"), en: read("en") };
}

export function shippedStrings(): PerLanguage<Strings> {
  const { value, diagnostics } = parseStrings(readShippedFiles());
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return value;
}

/** No-break spaces made visible: ~ for U+00A0, ⍽ for U+202F. */
export function visible(text: string): string {
  return text.replaceAll("\u00A0", "~").replaceAll("\u202F", "⍽");
}
