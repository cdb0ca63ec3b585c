import { define } from "../diagnostic.ts";

/** C001–C009: files of the look, the charts and the tables. */
export const yamlNotReadable = define<{ problem: string }>({
  code: "C001",
  severity: "error",
  exitCode: 2,
  message: ({ problem }) => `this is not YAML: ${problem}`,
});

export const unknownKey = define<{ key: string; within: string }>({
  code: "C002",
  severity: "error",
  exitCode: 2,
  message: ({ key, within }) => `unknown key "${key}" in ${within}`,
});

export const wrongValue = define<{ key: string; problem: string }>({
  code: "C003",
  severity: "error",
  exitCode: 2,
  message: ({ key, problem }) => `${key}: ${problem}`,
});

export const missingKey = define<{ key: string; within: string }>({
  code: "C004",
  severity: "error",
  exitCode: 2,
  message: ({ key, within }) => `"${key}" is missing in ${within}`,
});

export const captionLacksLanguage = define<{ language: string }>({
  code: "C005",
  severity: "error",
  exitCode: 2,
  message: ({ language }) => `the caption is missing in ${language}`,
});

export const unknownQuestion = define<{ question: string }>({
  code: "C006",
  severity: "error",
  exitCode: 2,
  message: ({ question }) => `no question is called "${question}"`,
});

export const questionNotAsked = define<{ chart: string; question: string }>({
  code: "C007",
  severity: "note",
  message: ({ chart, question }) =>
    `chart "${chart}" is left out, this edition does not ask "${question}"`,
});

export const unknownChoice = define<{ question: string; choice: string }>({
  code: "C008",
  severity: "error",
  exitCode: 2,
  message: ({ question, choice }) => `question "${question}" has no choice "${choice}"`,
});

export const formDoesNotFit = define<{ form: string; reason: string }>({
  code: "C009",
  severity: "error",
  exitCode: 2,
  message: ({ form, reason }) => `form "${form}" ${reason}`,
});

/** C010–C019: colours. */
export const textContrastTooLow = define<{ colour: string; ground: string; ratio: string }>({
  code: "C010",
  severity: "error",
  exitCode: 2,
  message: ({ colour, ground, ratio }) =>
    `text in ${colour} on ${ground} has a contrast of ${ratio}:1, text needs 4.5:1`,
});

export const shapeContrastTooLow = define<{ colour: string; ground: string; ratio: string }>({
  code: "C011",
  severity: "error",
  exitCode: 2,
  message: ({ colour, ground, ratio }) =>
    `${colour} on ${ground} has a contrast of ${ratio}:1, shapes need 3:1`,
});

export const mainColumnTooNarrow = define<{ widthPt: string }>({
  code: "C012",
  severity: "error",
  exitCode: 2,
  message: ({ widthPt }) => `the margins leave ${widthPt} pt for the main column`,
});

/** C020–C029: drawing. */
export const vegaWarning = define<{ chart: string; warning: string }>({
  code: "C020",
  severity: "warning",
  message: ({ chart, warning }) => `Vega says about chart "${chart}": ${warning}`,
});

export const nothingToShow = define<{ chart: string }>({
  code: "C021",
  severity: "error",
  message: ({ chart }) =>
    `chart "${chart}" has nothing to show: this edition prints no figure of it`,
});

export const labelWiderThanColumn = define<{ chart: string; word: string }>({
  code: "C022",
  severity: "error",
  message: ({ chart, word }) => `"${word}" is too wide for its place in chart "${chart}"`,
});

export const textBeyondChart = define<{ chart: string; text: string }>({
  code: "C023",
  severity: "error",
  message: ({ chart, text }) => `"${text}" stands beyond the edge of chart "${chart}"`,
});

export const figureNotUsed = define<{ kind: string; id: string }>({
  code: "C024",
  severity: "warning",
  message: ({ kind, id }) => `${kind} "${id}" is asked for by no text: it is printed nowhere`,
});

export const formWithoutSegment = define<{ chart: string; form: string; segment: string }>({
  code: "C025",
  severity: "error",
  message: ({ chart, form, segment }) =>
    `chart "${chart}" is asked for in ${segment}, and form "${form}" cannot be drawn for one segment`,
});

export const noMap = define<{ chart: string }>({
  code: "C030",
  severity: "error",
  exitCode: 3,
  message: ({ chart }) => `chart "${chart}" is a map, and there is none to draw it from`,
});
