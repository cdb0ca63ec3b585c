import type { Language, PerLanguage } from "../edition/language.ts";
import { locales, narrowNoBreakSpace, noBreakSpace } from "./locale.ts";

/**
 * One rule of typography. `find` looks at what stands left through a lookbehind, so that a match never holds
 * the character before the text; what a rule writes must not be changed by it again.
 */
export interface TypographyRule {
  readonly name: string;
  readonly find: RegExp;
  readonly set: string;
}

/** A space typed or already set: the rules normalise all three. */
const space = "[ \u00A0\u202F]";
const wordEnd = "(?![\\p{L}\\p{N}])";
const wordStart = "(?<![\\p{L}\\p{N}])";
/** What may stand for a number: a digit, the end of a string's {value}, or its start. */
const numberBefore = "(?<=[\\d}])";
const numberAfter = "(?=[\\d{]|$)";

/** Words that stay with the number before them, months apart. */
const units: PerLanguage<readonly string[]> = {
  fr: [
    "euros?",
    "milliers",
    "millions?",
    "milliards?",
    "communes?",
    "habitants?",
    "réponses?",
    "points?",
    "provinces?",
    "régions?",
    "ans?",
    "mois",
    "jours?",
  ],
  nl: [
    "euro",
    "duizend",
    "miljoen",
    "miljard",
    "gemeenten?",
    "inwoners?",
    "antwoorden",
    "punten",
    "procentpunten?",
    "provincies?",
    "gewesten",
    "jaar",
    "maanden",
    "dagen",
  ],
  en: [
    "euros?",
    "thousand",
    "million",
    "billion",
    "municipalit(?:y|ies)",
    "inhabitants?",
    "responses?",
    "points?",
    "provinces?",
    "regions?",
    "years?",
    "months?",
    "days?",
  ],
};
const signs = ["€", "km²?", "m²"];

/** Words that stay with the number after them. */
const numbered: PerLanguage<readonly string[]> = {
  fr: ["pp?\\.", "n°", "pages?", "figures?", "tableaux?", "chapitres?", "annexes?"],
  nl: ["pp?\\.", "nr\\.", "blz\\.", "pagina", "figuur", "tabel", "hoofdstuk", "bijlage"],
  en: ["pp?\\.", "no\\.", "pages?", "figures?", "tables?", "chapters?", "annex(?:es)?"],
};

/** Forms of address that stay with the name after them. */
const titles: PerLanguage<readonly string[]> = {
  fr: ["MM?\\.", "Mmes?", "Mlles?", "Dr", "Pr"],
  nl: ["dhr\\.", "mevr\\.", "dr\\.", "prof\\.", "ir\\."],
  en: ["Mr", "Mrs", "Ms", "Dr", "Prof\\.?"],
};

/** Signs that later rules look at. */
const typedSigns: readonly TypographyRule[] = [
  rule("ellipsis", "(?<!\\.)\\.{3}(?!\\.)", "…"),
  rule("em dash typed as three hyphens", "(?<!-)---(?!-)", "—"),
  rule("en dash typed as two hyphens", "(?<!-)--(?!-)", "–"),
];

/** Signs that need the spaces which quotes and punctuation bring. */
const spacedSigns: readonly TypographyRule[] = [
  // Before ranges: a number after a typed x may begin one.
  rule(
    "multiplication sign",
    `(?<=\\d)${space}?[x×]${space}?(?=\\d)`,
    `${noBreakSpace}×${noBreakSpace}`,
  ),
  rule(
    "range of numbers",
    "(?<=(?<![\\p{L}\\p{N}\\-–.,/])\\d{1,4})-(?=\\d{1,4}(?![\\p{L}\\p{N}\\-–/]))",
    "–",
  ),
  rule("dash typed as a spaced hyphen", `(?<=\\S)${space}-(?=${space})`, `${noBreakSpace}–`),
  rule("dash stays with the word before it", `(?<=\\S)${space}–(?=${space}|$)`, `${noBreakSpace}–`),
  rule("minus sign", "(?<=^|[\\s(])-(?=\\d)", "−"),
  rule(
    "n = 123",
    `${wordStart}n${space}?=${space}?${numberAfter}`,
    `n${noBreakSpace}=${noBreakSpace}`,
  ),
  rule("0 = not started", `(?<=\\d)${space}=${space}(?=\\S)`, `${noBreakSpace}=${noBreakSpace}`),
];

const opening = "(?<=^|[\\s(\\[«“‘—–])";
/** Dutch words that begin with an apostrophe, and years: ’s, ’t, ’90. */
const dutchElision = "(?=(?:s|t|n|m|k|r|d|ns)(?!\\p{L})|\\d)";
const englishElision = "(?=(?:tis|twas|em|cause|til)(?!\\p{L})|\\d)";

const quotes: PerLanguage<readonly TypographyRule[]> = {
  fr: [
    rule("opening guillemet", `${opening}"`, `«${narrowNoBreakSpace}`),
    rule("closing guillemet", `${space}?"`, `${narrowNoBreakSpace}»`),
    rule("apostrophe", "'", "’"),
    rule("space after «", `«${space}*`, `«${narrowNoBreakSpace}`),
    rule("space before »", `${space}*»`, `${narrowNoBreakSpace}»`),
  ],
  nl: [
    rule("opening double quote", `${opening}"`, "“"),
    rule("closing double quote", '"', "”"),
    rule("apostrophe that opens a word", `'${dutchElision}`, "’"),
    rule("opening quote", `${opening}'(?=\\S|$)`, "‘"),
    rule("apostrophe or closing quote", "'", "’"),
  ],
  en: [
    rule("opening double quote", `${opening}"`, "“"),
    rule("closing double quote", '"', "”"),
    rule("apostrophe that opens a word", `'${englishElision}`, "’"),
    rule("opening quote", `${opening}'(?=\\S|$)`, "‘"),
    rule("apostrophe or closing quote", "'", "’"),
  ],
};

/** Typed without a space, a sign counts as punctuation only before a space, a closing sign or the end: not in "https://a?b". */
const french: readonly TypographyRule[] = [
  rule("space before ; ! ?", `(?<=[^\\s;!?(\\[«])${space}+(?=[;!?])`, narrowNoBreakSpace),
  rule(
    "missing space before ; ! ?",
    "(?<=[\\p{L}\\p{N}»”)\\]%’…}])(?=[;!?](?:[\\s;!?»”)\\]]|$))",
    narrowNoBreakSpace,
  ),
  rule("space before :", `(?<=[^\\s:(\\[«])${space}+(?=:)`, noBreakSpace),
  rule("missing space before :", "(?<=[\\p{L}\\p{N}»”)\\]%’…}])(?=:(?:\\s|$))", noBreakSpace),
];

/** The rules of each language in the order in which they apply. */
export const typographyRules: PerLanguage<readonly TypographyRule[]> = {
  fr: [
    ...typedSigns,
    ...quotes.fr,
    ...french,
    ...spacedSigns,
    ...bindings("fr"),
    rule("space before %", `${numberBefore}${space}*%`, `${narrowNoBreakSpace}%`),
  ],
  nl: [
    ...typedSigns,
    ...quotes.nl,
    ...spacedSigns,
    ...bindings("nl"),
    rule("no space before %", `${numberBefore}${space}+%`, "%"),
  ],
  en: [
    ...typedSigns,
    ...quotes.en,
    ...spacedSigns,
    ...bindings("en"),
    rule("no space before %", `${numberBefore}${space}+%`, "%"),
  ],
};

/** Spaces at which a line never ends: number and unit, page and number, title and name. */
function bindings(language: Language): readonly TypographyRule[] {
  const after = [...units[language], ...locales[language].months, ...signs].join("|");
  return [
    rule(
      "number stays with its unit",
      `${numberBefore}${space}(?=(?:${after})${wordEnd})`,
      noBreakSpace,
    ),
    rule(
      "reference stays with its number",
      `(?<=${wordStart}(?:${startsLarge(numbered[language])}))${space}${numberAfter}`,
      noBreakSpace,
    ),
    rule(
      "title stays with the name",
      `(?<=${wordStart}(?:${titles[language].join("|")}))${space}(?=\\p{Lu}|$)`,
      noBreakSpace,
    ),
  ];
}

/** The words as they stand in a sentence and at its start. */
function startsLarge(words: readonly string[]): string {
  return words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]).join("|");
}

function rule(name: string, find: string, set: string): TypographyRule {
  return { name, find: new RegExp(find, "gu"), set };
}
