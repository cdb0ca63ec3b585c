import type { QuestionKind } from "./questionnaire.ts";

/** Types of the XLSForm standard that the barometer counts. */
export const questionTypes: Readonly<Record<string, QuestionKind>> = {
  select_one: "select-one",
  select_multiple: "select-multiple",
  rank: "rank",
  range: "range",
  integer: "integer",
  decimal: "decimal",
  text: "text",
};

/** Types whose rows have a list of choices after the type. */
export const listTypes: readonly string[] = ["select_one", "select_multiple", "rank"];

/** Types without an answer of their own. */
export const structureTypes: readonly string[] = ["begin_group", "end_group", "note"];

/** Types that describe how the form was filled in; nothing of them could be printed. */
export const metadataTypes: readonly string[] = [
  "start",
  "end",
  "today",
  "deviceid",
  "subscriberid",
  "simserial",
  "phonenumber",
  "username",
  "email",
  "audit",
  "start-geopoint",
  "background-audio",
  "background-geopoint",
];

/** Types of the standard that ask for what is not supported. */
export const unsupportedTypes: readonly string[] = [
  "begin_repeat",
  "end_repeat",
  "calculate",
  "hidden",
  "date",
  "time",
  "datetime",
  "geopoint",
  "geotrace",
  "geoshape",
  "image",
  "audio",
  "video",
  "file",
  "barcode",
  "acknowledge",
  "trigger",
  "osm",
  "xml-external",
  "csv-external",
  "select_one_from_file",
  "select_multiple_from_file",
  "select_one_external",
];

/** Columns of sheet "survey" that are read, besides the labels; the last three are the barometer's own. */
export const surveyColumns: readonly string[] = [
  "type",
  "name",
  "required",
  "relevant",
  "appearance",
  "parameters",
  "column",
  "max_rank",
  "unit",
];

/** Columns of sheet "choices" that are read, besides the labels. */
export const choiceColumns: readonly string[] = ["list_name", "name", "column"];

/** Columns of the standard that help whoever fills the form in; translated ones carry a language. */
export const dataEntryColumns: readonly string[] = [
  "label",
  "hint",
  "guidance_hint",
  "constraint",
  "constraint_message",
  "required_message",
  "default",
  "read_only",
  "readonly",
  "image",
  "big-image",
  "audio",
  "video",
  "media",
  "media::image",
  "media::audio",
  "media::video",
  "autoplay",
  "note",
  "notes",
  "comments",
  "bind::type",
  "body::accept",
  "save_to",
];

/** Columns of the standard that change which questions or choices were shown, or what an answer is. */
export const unsupportedColumns: readonly string[] = [
  "choice_filter",
  "repeat_count",
  "calculation",
  "trigger",
];

/** Other spellings that the standard's tools accept. */
export const columnAliases: Readonly<Record<string, string>> = {
  "list name": "list_name",
  relevance: "relevant",
  "bind::relevant": "relevant",
  "bind::required": "required",
  value: "name",
};

/** Sheets of the standard: the first three are read or hold nothing that is printed. */
export const formSheets: readonly string[] = ["survey", "choices", "settings"];
