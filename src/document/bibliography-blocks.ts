import type { Bibliography, BibliographyEntry } from "../wording/bibliography.ts";
import type { Words } from "../wording/words.ts";
import type { Block, Run } from "./document.ts";

/** What a link to an entry of the bibliography aims at. */
export const referencePrefix = "reference-";

/** The entries that texts cite, by author and year, one paragraph each. */
export function bibliographyBlocks(
  bibliography: Bibliography,
  texts: readonly string[],
  words: Words,
): readonly Block[] {
  const cited = [...bibliography.values()].filter(({ id }) =>
    texts.some((text) => text.includes(`(#${referencePrefix}${id})`)),
  );
  const named = cited.map((entry) => ({ entry, name: sortName(entry, words) }));
  named.sort((a, b) =>
    a.name === b.name ? a.entry.year - b.entry.year : a.name < b.name ? -1 : 1,
  );
  return named.map(({ entry }) => ({
    kind: "paragraph",
    role: "entry",
    id: `${referencePrefix}${entry.id}`,
    runs: writeEntry(entry, words),
  }));
}

/** Letters without their accents, so that É stands at E in every language. */
function sortName(entry: BibliographyEntry, words: Words): string {
  const names = entry.authors.map(({ family, given }) => `${family} ${given}`);
  const name = names.length > 0 ? names.join(" ") : (entry.organisation?.[words.language] ?? "");
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** "Caragliu, A., Del Bo, C. and Nijkamp, P. (2011). Smart Cities in Europe. *Journal …*, 18(2), 65–82." */
function writeEntry(entry: BibliographyEntry, words: Words): readonly Run[] {
  const { language } = words;
  const authors = entry.authors.map(({ family, given }) => `${family}, ${initials(given)}`);
  const names = authors.length > 0 ? words.list(authors) : (entry.organisation?.[language] ?? "");
  const spoken = entry.language && entry.language !== language ? { language: entry.language } : {};
  const title = entry.title[language];
  const titleRun: Run = {
    text: title,
    style: entry.container === undefined ? "emphasis" : "plain",
    ...spoken,
  };
  const doi = entry.doi === undefined ? undefined : `https://doi.org/${entry.doi}`;
  const containerRuns: readonly Run[] =
    entry.container === undefined
      ? []
      : [{ text: entry.container, style: "emphasis", ...spoken }, ...literal(entry.details, ", ")];
  const publisherRuns = literal(entry.publisher, "");
  return [
    plain(`${names} (`),
    ...literal(String(entry.year), ""),
    plain("). "),
    titleRun,
    ...[containerRuns, publisherRuns]
      .filter((runs) => runs.length > 0)
      .flatMap((runs) => [
        plain(/[.?!]$/.test(title) && runs === containerRuns ? " " : ". "),
        ...runs,
      ]),
    plain(". "),
    ...(doi === undefined
      ? []
      : [{ text: doi, style: "plain", link: { kind: "web", url: doi } } as const]),
  ];
}

/** "Theresa A." → "T. A.", "Jean-Paul" → "J.-P.". */
function initials(given: string): string {
  return given
    .split(" ")
    .map((name) =>
      name
        .split("-")
        .map((part) => `${part.charAt(0)}.`)
        .join("-"),
    )
    .join("\u00a0");
}

function literal(text: string | undefined, before: string): readonly Run[] {
  if (text === undefined) return [];
  const printed = { text, facts: [], kind: "literal" } as const;
  return [...(before === "" ? [] : [plain(before)]), { text, style: "plain", printed }];
}

function plain(text: string): Run {
  return { text, style: "plain" };
}
