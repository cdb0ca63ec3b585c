/** Saint, Sint, Sankt and their abbreviations, so that "St-Nicolas" and "Saint-Nicolas" are one. */
const saints: ReadonlyMap<string, string> = new Map([
  ["saint", "st"],
  ["sint", "st"],
  ["sankt", "st"],
  ["sainte", "ste"],
]);

const ligatures: ReadonlyMap<string, string> = new Map([
  ["œ", "oe"],
  ["æ", "ae"],
  ["ß", "ss"],
]);

/** The words of a name in lower case, without accents; hyphens, apostrophes and points part words. */
export function nameWords(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replace(/[œæß]/g, (ligature) => ligatures.get(ligature) ?? ligature)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => saints.get(word) ?? word);
}

/** What two spellings of one name have in common: its words without what parts them. */
export function nameKey(words: readonly string[]): string {
  return words.join("");
}

/** Words that people write before the name: whose administration it is, or what sort of place. */
const forewords: readonly (readonly string[])[] = [
  ["administration", "communale"],
  ["college", "communal"],
  ["commune"],
  ["ville"],
  ["cpas"],
  ["gemeentebestuur"],
  ["stadsbestuur"],
  ["gemeente"],
  ["stad"],
  ["ocmw"],
  ["gemeindeverwaltung"],
  ["stadtverwaltung"],
  ["gemeinde"],
  ["stadt"],
  ["municipality"],
  ["city"],
  ["town"],
];

/** Words between a foreword and the name, with the article that French contracts into them. */
const links: ReadonlyMap<string, readonly string[]> = new Map([
  ["de", []],
  ["d", []],
  ["du", ["le"]],
  ["des", ["les"]],
  ["van", []],
  ["of", []],
  ["der", []],
]);

const articles = new Set(["la", "le", "l", "de", "het", "die", "the"]);

/**
 * Every way to read the words as a name: as they stand, and without what people write before it
 * ("Ville de …", "Administration communale du …", "Stad …"). A foreword without a name gives none.
 */
export function nameReadings(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length === 0) return [];
  const [first = ""] = words;
  const plain = articles.has(first) ? [words, words.slice(1)] : [words];
  const inner = plain.flatMap((candidate) =>
    forewords
      .filter((foreword) => foreword.every((word, index) => candidate[index] === word))
      .flatMap((foreword) => afterLink(candidate.slice(foreword.length)))
      .flatMap(nameReadings),
  );
  return [words, ...inner];
}

function afterLink(rest: readonly string[]): readonly (readonly string[])[] {
  const [first = "", ...others] = rest;
  const article = links.get(first);
  if (article === undefined) return [rest];
  /** "Gemeente De Pinte": the link may be the name's own first word. */
  return article.length === 0 ? [rest, others] : [rest, [...article, ...others], others];
}
