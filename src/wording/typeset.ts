import type { Language } from "../edition/language.ts";
import { typographyRules } from "./typography-rules.ts";

/**
 * Gives text the typography of its language: quotes, dashes, ellipses, apostrophes, and the spaces at which no
 * line ends. `before` is the character that precedes the text in its paragraph, "" at its start; it is looked at
 * and never changed. Applying it to its own result changes nothing.
 */
export function typeset(text: string, language: Language, before: string): string {
  let set = before + text;
  for (const { find, set: replacement } of typographyRules[language]) {
    set = set.replace(find, (match: string, ...rest: readonly unknown[]) => {
      const offset = rest.find((value) => typeof value === "number");
      // A match that begins with the character before the text isn't this text's to change.
      return offset === 0 && before !== "" && match !== "" ? match : replacement;
    });
  }
  return set.slice(before.length);
}
