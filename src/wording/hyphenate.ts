import createHyphenator from "hyphen/hyphen.js";
import type { Language } from "../edition/language.ts";

const softHyphen = "\u00AD";
const leastLettersOfWord = 5;
const leastLettersBefore = 2;
const leastLettersAfter = 3;

interface Hyphenator {
  readonly mark: (word: string) => string;
  readonly known: Map<string, readonly number[]>;
}

const hyphenators = new Map<Language, Hyphenator>();

/** Loads the patterns of the languages that will be set; `hyphenate` needs them. Loading twice costs nothing. */
export async function loadHyphenation(languages: readonly Language[]): Promise<void> {
  await Promise.all(
    languages
      .filter((language) => !hyphenators.has(language))
      .map(async (language) => {
        const mark = createHyphenator(await loadPatterns(language), {
          hyphenChar: softHyphen,
          html: false,
          minWordLength: leastLettersOfWord,
        });
        hyphenators.set(language, { mark, known: new Map() });
      }),
  );
}

async function loadPatterns(language: Language): Promise<readonly unknown[]> {
  switch (language) {
    case "fr":
      return (await import("hyphen/patterns/fr.js")).default;
    case "nl":
      return (await import("hyphen/patterns/nl.js")).default;
    case "en":
      return (await import("hyphen/patterns/en-gb.js")).default;
  }
}

/**
 * Offsets in a word (UTF-16 units, ascending) at which it may be broken with a hyphen: 2 letters at least stand
 * before, 3 after. None in capitals or words with digits; in Dutch none beside ä ë ï ö ü, whose dots fall away
 * at a break, and none that parts a single letter. Breaks after a written hyphen are not among them.
 *
 * Source: Liang's patterns of the TeX hyphenation project (package hyphen).
 */
export function hyphenate(word: string, language: Language): readonly number[] {
  const hyphenator = hyphenators.get(language);
  if (!hyphenator) throw new Error(`hyphenation patterns of ${language} are not loaded`);
  const known = hyphenator.known.get(word);
  if (known) return known;
  const breaks = findBreaks(word, language, hyphenator.mark);
  hyphenator.known.set(word, breaks);
  return breaks;
}

function findBreaks(
  word: string,
  language: Language,
  mark: (word: string) => string,
): readonly number[] {
  if (/\p{N}/u.test(word) || word.includes(softHyphen)) return [];
  return [...word.matchAll(/\p{L}+/gu)].flatMap(({ 0: part, index }) =>
    breaksOfPart(part, language, mark).map((offset) => index + offset),
  );
}

/** Breaks of a piece of a word that holds letters only. */
function breaksOfPart(
  part: string,
  language: Language,
  mark: (word: string) => string,
): readonly number[] {
  if (part.length < leastLettersOfWord || /\p{Lu}.*\p{Lu}/u.test(part)) return [];
  const lower = part.toLowerCase();
  if (lower.length !== part.length) return [];
  const pieces = mark(lower).split(softHyphen);
  const breaks: number[] = [];
  let offset = 0;
  for (const piece of pieces.slice(0, -1)) {
    offset += piece.length;
    const isInside = offset >= leastLettersBefore && part.length - offset >= leastLettersAfter;
    const wouldPartOneLetter = offset - (breaks.at(-1) ?? 0) < leastLettersBefore;
    if (isInside && !wouldPartOneLetter && !(language === "nl" && isBesideTrema(lower, offset))) {
      breaks.push(offset);
    }
  }
  return breaks;
}

function isBesideTrema(word: string, offset: number): boolean {
  return /[äëïöü]/.test(word.slice(offset - 1, offset + 1));
}
