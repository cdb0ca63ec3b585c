import { define } from "../diagnostic.ts";

/** The plan of a publication (templates/report/report.yaml) and the texts that it names. */
export const planNotReadable = define<{ problem: string }>({
  code: "T901",
  severity: "error",
  message: ({ problem }) => `the plan of the report can't be read: ${problem}`,
});

export const planUnknownKey = define<{ key: string; within: string }>({
  code: "T902",
  severity: "error",
  message: ({ key, within }) => `"${key}" means nothing in ${within}`,
});

export const planMissingKey = define<{ key: string; within: string }>({
  code: "T903",
  severity: "error",
  message: ({ key, within }) => `"${key}" is missing in ${within}`,
});

export const planWrongValue = define<{ key: string; problem: string }>({
  code: "T904",
  severity: "error",
  message: ({ key, problem }) => `${key}: ${problem}`,
});

export const templateMissing = define<{ file: string }>({
  code: "T905",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `there is no ${file}`,
});

export const sectionWithoutTitle = define<{ file: string }>({
  code: "T906",
  severity: "error",
  message: () => "a section begins with its title, a line that starts with one #",
});

export const sectionWithTwoTitles = define<{ file: string }>({
  code: "T907",
  severity: "error",
  message: () => "a section has one title only: headings below it start with ## or ###",
});

export const unsupportedMarkdown = define<{ what: string }>({
  code: "T908",
  severity: "error",
  message: ({ what }) => `publications have no "${what}"`,
});

export const headingJump = define<object>({
  code: "T911",
  severity: "error",
  message: () => "a heading ### comes before the section's first ##: screen readers miss a level",
});

export const placedTwice = define<{ what: string }>({
  code: "T910",
  severity: "error",
  message: ({ what }) => `${what} stands in this publication already`,
});

export const bibliographyNotReadable = define<{ problem: string }>({
  code: "T917",
  severity: "error",
  message: ({ problem }) => `the bibliography can't be read: ${problem}`,
});

export const bibliographyUnknownKey = define<{ key: string; within: string }>({
  code: "T913",
  severity: "error",
  message: ({ key, within }) => `"${key}" means nothing in ${within}`,
});

export const bibliographyMissingKey = define<{ key: string; within: string }>({
  code: "T914",
  severity: "error",
  message: ({ key, within }) => `"${key}" is missing in ${within}`,
});

export const bibliographyWrongValue = define<{ key: string; problem: string }>({
  code: "T915",
  severity: "error",
  message: ({ key, problem }) => `${key}: ${problem}`,
});

export const bibliographyEntryTwice = define<{ id: string }>({
  code: "T916",
  severity: "error",
  message: ({ id }) => `the bibliography has an entry ${id} already`,
});

export const textNotUsed = define<{ name: string; languages: readonly string[] }>({
  code: "T920",
  severity: "warning",
  message: ({ name, languages }) =>
    `text ${name} is used by no section (${languages.join(", ")}): it is printed nowhere`,
});
