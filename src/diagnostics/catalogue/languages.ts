import { define } from "../diagnostic.ts";

/** L: what differs between the three languages. */

export const stringMissing = define<{ key: string; language: string }>({
  code: "L001",
  severity: "error",
  message: ({ key, language }) => `string ${key} is missing in ${language}`,
});

export const stringEmpty = define<{ key: string }>({
  code: "L002",
  severity: "error",
  message: ({ key }) => `string ${key} is empty`,
});

export const stringValuesDiffer = define<{ key: string; expected: string; found: string }>({
  code: "L003",
  severity: "error",
  message: ({ key, expected, found }) =>
    `string ${key} takes ${found}, in the other languages it takes ${expected}`,
});

export const sectionMissing = define<{ section: string; language: string }>({
  code: "L004",
  severity: "error",
  message: ({ section, language }) => `text ${section} is missing in ${language}`,
});

/** Charts, tables or other parts: which are missing here, which in the other language; where none is, their order differs. */
export const blocksDiffer = define<{
  kind: string;
  missing: readonly string[];
  extra: readonly string[];
  language: string;
}>({
  code: "L005",
  severity: "error",
  message: ({ kind, missing, extra, language }) => {
    const clauses = [
      ...(missing.length > 0 ? [`lacks ${count(kind, missing)}, which ${language} has`] : []),
      ...(extra.length > 0 ? [`has ${count(kind, extra)}, which ${language} lacks`] : []),
    ];
    return clauses.join("; ") || `${kind}s stand in another order than in ${language}`;
  },
});

export const factsDiffer = define<{ missing: readonly string[]; language: string }>({
  code: "L006",
  severity: "warning",
  message: ({ missing, language }) =>
    `${missing.length === 1 ? "a fact" : `${missing.length} facts`} printed in ${language} but not here: ${missing.join(", ")}`,
});

export const headingsDiffer = define<{
  here: readonly string[];
  there: readonly string[];
  language: string;
}>({
  code: "L007",
  severity: "error",
  message: ({ here, there, language }) =>
    `the headings differ from those in ${language}: here ${quoteAll(here)}, in ${language} ${quoteAll(there)}`,
});

function count(kind: string, ids: readonly string[]): string {
  // A part is called what is typed to get it: that says what it is.
  const name = kind === "part" ? "" : `${ids.length === 1 ? kind : `${kind}s`} `;
  return `${name}${ids.join(", ")}`;
}

function quoteAll(headings: readonly string[]): string {
  return headings.map((heading) => `“${heading}”`).join(", ") || "none";
}
