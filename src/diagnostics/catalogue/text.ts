import { define } from "../diagnostic.ts";

/** T: what is wrong in a template or in the file of fixed strings, whatever the language. */

export const stringsUnreadable = define<{ problem: string }>({
  code: "T001",
  severity: "error",
  exitCode: 2,
  message: ({ problem }) => `the strings can't be read: ${lowerFirst(problem)}`,
});

export const stringNotText = define<{ key: string }>({
  code: "T002",
  severity: "error",
  exitCode: 2,
  message: ({ key }) => `string ${key || "at the top"} is not a text`,
});

export const templateSyntax = define<{ problem: string }>({
  code: "T003",
  severity: "error",
  message: ({ problem }) => problem,
});

export const unknownHelper = define<{ name: string }>({
  code: "T004",
  severity: "error",
  message: ({ name }) => `unknown helper ${name}`,
});

export const wrongUse = define<{ helper: string; problem: string }>({
  code: "T005",
  severity: "error",
  message: ({ helper, problem }) => `${helper} ${problem}`,
});

export const unknownOption = define<{ helper: string; option: string }>({
  code: "T006",
  severity: "error",
  message: ({ helper, option }) => `${helper} has no option ${option}`,
});

export const unknownQuestion = define<{ question: string }>({
  code: "T007",
  severity: "error",
  message: ({ question }) => `no question ${question} in this edition`,
});

export const unknownChoice = define<{ question: string; choice: string }>({
  code: "T008",
  severity: "error",
  message: ({ question, choice }) => `question ${question} has no choice ${choice}`,
});

export const unknownSegment = define<{ segment: string }>({
  code: "T009",
  severity: "error",
  message: ({ segment }) => `no segment ${segment} in this edition`,
});

export const unknownStatistic = define<{ reference: string; problem: string }>({
  code: "T010",
  severity: "error",
  message: ({ reference, problem }) => `${reference} ${problem}`,
});

export const unknownPartial = define<{ name: string }>({
  code: "T011",
  severity: "error",
  message: ({ name }) => `no partial ${name}`,
});

export const unknownTarget = define<{ kind: string; id: string }>({
  code: "T012",
  severity: "error",
  message: ({ kind, id }) => `no ${kind} ${id}`,
});

export const typedDigits = define<{ digits: string }>({
  code: "T013",
  severity: "error",
  message: ({ digits }) => `digits typed by hand: ${digits}`,
});

export const noSuchFact = define<{ id: string }>({
  code: "T014",
  severity: "error",
  message: ({ id }) => `no fact ${id}`,
});

export const factWithoutValue = define<{ id: string; problem: string }>({
  code: "T015",
  severity: "error",
  message: ({ id, problem }) => `${id} ${problem}`,
});

export const notAlone = define<{ helper: string }>({
  code: "T016",
  severity: "error",
  message: ({ helper }) => `${helper} must stand on a line of its own`,
});

export const partialInItself = define<{ name: string }>({
  code: "T017",
  severity: "error",
  message: ({ name }) => `partial ${name} uses itself`,
});

export const perhapsMistyped = define<{ what: string; name: string }>({
  code: "T018",
  severity: "error",
  message: ({ what, name }) =>
    `the edition has no ${what} ${name}, so this part would always be left out`,
});

export const tooFew = define<{ helper: string; problem: string }>({
  code: "T019",
  severity: "error",
  message: ({ helper, problem }) => `${helper} ${problem}`,
});

export const localOutsideBlock = define<{ name: string }>({
  code: "T020",
  severity: "error",
  message: ({ name }) => `${name} means nothing here`,
});

export const unknownCitation = define<{ id: string }>({
  code: "T021",
  severity: "error",
  message: ({ id }) => `the bibliography has no entry ${id}`,
});

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
