import type { Language, PerLanguage } from "../edition/language.ts";

/** First words of labels that keep their capital in running text, besides acronyms and names of several words. */
const properNames: PerLanguage<RegExp> = {
  fr: /^(?:Belgique|Bruxelles|Europe|Flandre|Wallonie)(?!\p{L})/u,
  nl: /^(?:Belg|Brussel|Europ|Europees|Vlaams|Vlaanderen|Waals|Wallonië)/u,
  en: /^(?:Belgian|Belgium|Brussels|Europe|European|Flemish|Flanders|Walloon|Wallonia)(?!\p{L})/u,
};

/**
 * A label as it stands in running text: "Optimisation énergétique" → "optimisation énergétique". An acronym (LED)
 * and a name of several capitalised words (Smart Living) keep their capital.
 */
export function lowerFirst(label: string, language: Language): string {
  const isAcronym = /^\p{Lu}(?:\p{Lu}|\p{N})/u.test(label);
  const isName = /^\p{Lu}\p{Ll}*[ -]\p{Lu}/u.test(label);
  if (isAcronym || isName || properNames[language].test(label)) return label;
  return label.charAt(0).toLowerCase() + label.slice(1);
}
