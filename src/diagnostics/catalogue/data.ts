import { define } from "../diagnostic.ts";

/** What can be wrong with the survey and with the ledger applied to it. Codes are permanent. */

/** No sheet has the header of an export in response codes. */
export const unrecognisedSurvey = define<{ readonly headings: readonly string[] }>({
  code: "D001",
  severity: "error",
  exitCode: 3,
  message: ({ headings }) =>
    headings.length === 0
      ? "the workbook holds no cells"
      : `no sheet is a LimeSurvey export in response codes; the first one begins with ${headings.join(", ")}`,
});

export const missingColumn = define<{
  readonly question: string;
  readonly codes: readonly string[];
}>({
  code: "D002",
  severity: "error",
  message: ({ question, codes }) =>
    `${codes.length === 1 ? "column" : "columns"} ${codes.join(", ")} of question ${question} missing from the survey`,
});

export const unknownColumn = define<{ readonly headings: readonly string[] }>({
  code: "D003",
  severity: "warning",
  message: ({ headings }) =>
    headings.length === 1
      ? `column ${headings.join("")} belongs to no question and is not read`
      : `columns ${headings.join(", ")} belong to no question and are not read`,
});

export const repeatedColumn = define<{ readonly heading: string; readonly first: string }>({
  code: "D004",
  severity: "error",
  message: ({ heading, first }) => `column ${heading} stands twice, first in ${first}`,
});

export const noResponseKept = define<{ readonly read: number; readonly territory: string }>({
  code: "D005",
  severity: "error",
  message: ({ read, territory }) =>
    read === 0
      ? "the survey holds no response"
      : `none of ${read} responses counts: no complete one of ${territory} before closing`,
});

export const repeatedResponseId = define<{ readonly id: string; readonly firstRow: number }>({
  code: "D006",
  severity: "error",
  message: ({ id, firstRow }) => `response id ${id} stands twice, first in row ${firstRow}`,
});

/** `error` is undefined for a formula whose result the file does not hold. */
export const errorInCell = define<{
  readonly error: string | undefined;
  readonly question: string;
}>({
  code: "D007",
  severity: "error",
  message: ({ error, question }) =>
    `${error === undefined ? "a formula whose result was not saved" : `the spreadsheet's error ${error}`} where an answer to ${question} is expected`,
});

export const unreadableDate = define<{ readonly column: string }>({
  code: "D008",
  severity: "error",
  message: ({ column }) => `${column} is not a date such as 2018-04-30 16:07:52`,
});

export const noDateStamps = define<{ readonly responses: number }>({
  code: "D009",
  severity: "note",
  message: ({ responses }) =>
    `${responses} complete ${responses === 1 ? "response bears" : "responses bear"} the date 1980-01-01, which LimeSurvey writes where date stamps are off: closing is not applied to them`,
});

export const unknownMunicipality = define<{ readonly typed: string }>({
  code: "D010",
  severity: "error",
  message: ({ typed }) => `no municipality of the register is called “${typed}”`,
});

export const ambiguousMunicipality = define<{
  readonly typed: string;
  readonly candidates: readonly string[];
}>({
  code: "D011",
  severity: "error",
  message: ({ typed, candidates }) => `“${typed}” may be ${candidates.join(" or ")}`,
});

export const missingMunicipality = define<{ readonly response: string }>({
  code: "D012",
  severity: "error",
  message: ({ response }) => `complete response ${response} does not say which municipality it is`,
});

export const unknownChoice = define<{
  readonly question: string;
  readonly code: string;
  readonly known: readonly string[];
}>({
  code: "D013",
  severity: "error",
  message: ({ question, code, known }) =>
    `“${code}” is not an answer code of ${question}, which knows ${known.join(", ")}`,
});

export const textForNumber = define<{ readonly expected: "score" | "whole number" | "number" }>({
  code: "D014",
  severity: "error",
  message: ({ expected }) => `text where a ${expected} is expected`,
});

export const outOfRange = define<{
  readonly question: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
}>({
  code: "D015",
  severity: "error",
  message: ({ question, value, minimum, maximum }) =>
    `${value} is outside the scale of ${question}, ${minimum} to ${maximum}`,
});

export const betweenSteps = define<{
  readonly question: string;
  readonly value: number;
  readonly step: number;
}>({
  code: "D016",
  severity: "error",
  message: ({ question, value, step }) =>
    step === 1
      ? `${value} is not a whole number, as ${question} expects`
      : `${value} lies between the steps of ${question}, which are ${step} apart`,
});

export const answerNotAsked = define<{ readonly question: string; readonly condition: string }>({
  code: "D017",
  severity: "error",
  message: ({ question, condition }) =>
    `an answer to ${question}, which is asked only where ${condition}`,
});

export const repeatedRank = define<{
  readonly question: string;
  readonly choice: string;
  readonly ranks: readonly number[];
}>({
  code: "D018",
  severity: "error",
  message: ({ question, choice, ranks }) =>
    `${choice} is ranked more than once in ${question}: ${ranks.join(" and ")}`,
});

export const rankGap = define<{ readonly question: string; readonly missing: number }>({
  code: "D019",
  severity: "error",
  message: ({ question, missing }) => `rank ${missing} of ${question} is empty before a filled one`,
});

export const ledgerUnknownResponse = define<{ readonly response: string }>({
  code: "D020",
  severity: "error",
  message: ({ response }) => `the survey has no response ${response}`,
});

export const ledgerUnknownQuestion = define<{ readonly question: string }>({
  code: "D021",
  severity: "error",
  message: ({ question }) =>
    question === ""
      ? "a change names no question"
      : `no question, or part of one, is called ${question}`,
});

export const ledgerStale = define<{
  readonly question: string;
  readonly response: string;
  readonly was: string;
  readonly found: string;
}>({
  code: "D022",
  severity: "error",
  message: ({ question, response, was, found }) =>
    `the line says that ${question} of response ${response} was ${quote(was)}, but it is ${quote(found)}`,
});

export const ledgerExcludedTwice = define<{ readonly response: string; readonly line: number }>({
  code: "D023",
  severity: "warning",
  message: ({ response, line }) => `response ${response} is excluded by line ${line} already`,
});

export const strayOtherText = define<{ readonly question: string }>({
  code: "D024",
  severity: "warning",
  message: ({ question }) =>
    `a text under “other” of ${question}, where “other” was not chosen, is not counted`,
});

export const noMunicipalityQuestion = define<{ readonly expected: string }>({
  code: "D025",
  severity: "error",
  message: ({ expected }) => `the questionnaire has no question ${expected}`,
});

/** A column of the platform's own, without which responses cannot be told or dated. */
export const missingPlatformColumn = define<{ readonly column: string }>({
  code: "D026",
  severity: "error",
  message: ({ column }) => `column ${column} is missing from the survey`,
});

/** Most cells of a question hold what none of its codes is. */
export const textsForCodes = define<{
  readonly question: string;
  readonly headings: readonly string[];
  readonly example: string;
}>({
  code: "D027",
  severity: "error",
  message: ({ question, headings, example }) =>
    headings.length === 1
      ? `column ${headings.join("")} of question ${question} holds texts instead of codes, such as “${example}”`
      : `columns ${headings.join(", ")} of question ${question} hold texts instead of codes, such as “${example}”`,
});

function quote(text: string): string {
  return text === "" ? "empty" : `“${text}”`;
}
