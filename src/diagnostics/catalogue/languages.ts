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

export const blocksDiffer = define<{ what: string; here: string; there: string; language: string }>(
  {
    code: "L005",
    severity: "error",
    message: ({ what, here, there, language }) =>
      `${what} here: ${here || "none"}; in ${language}: ${there || "none"}`,
  },
);

export const factsDiffer = define<{ missing: readonly string[]; language: string }>({
  code: "L006",
  severity: "warning",
  message: ({ missing, language }) =>
    `${missing.length === 1 ? "a fact" : `${missing.length} facts`} printed in ${language} but not here: ${missing.join(", ")}`,
});
