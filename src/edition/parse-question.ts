import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { FormRow } from "./form-sheet.ts";
import type { Choice, Question, QuestionKind } from "./questionnaire.ts";
import {
  listTypes,
  metadataTypes,
  questionTypes,
  structureTypes,
  unsupportedTypes,
} from "./xlsform-vocabulary.ts";

/** The first cell of a row of the form. */
export type RowType =
  | { readonly kind: "begin-group" | "end-group" | "note" | "left-out" }
  | {
      readonly kind: "question";
      readonly question: QuestionKind;
      readonly list: string;
      readonly hasOther: boolean;
    };

/** Parses a row's type: "range", "select_one role or_other", "begin group". */
export function parseType(row: FormRow): Outcome<RowType> {
  const written = row.text("type");
  const normal = written
    .toLowerCase()
    .replace(/^(begin|end)[ _](group|repeat)\b/, "$1_$2")
    .replace(/^select[ _](one|multiple)\b/, "select_$1")
    .replace(/\bor[ _]other$/, "or_other");
  const [type = "", second = ""] = normal.split(/\s+/);
  const place = row.placeOf("type");
  if (type === "begin_group") return { value: { kind: "begin-group" }, diagnostics: [] };
  if (type === "end_group") return { value: { kind: "end-group" }, diagnostics: [] };
  if (type === "note") return { value: { kind: "note" }, diagnostics: [] };
  const question = questionTypes[type];
  if (question) {
    const hasOther = normal.endsWith(" or_other");
    // Lists are named in the sheet's own case.
    const list = listTypes.includes(type) && second !== "or_other" ? listName(written, type) : "";
    return { value: { kind: "question", question, list, hasOther }, diagnostics: [] };
  }
  if (metadataTypes.includes(type)) {
    const warning = catalogue.metadataType({ type: written }, { place });
    return { value: { kind: "left-out" }, diagnostics: [warning] };
  }
  const supported = [...Object.keys(questionTypes), ...structureTypes];
  if (unsupportedTypes.includes(type)) {
    const hints = [`Supported are: ${supported.join(", ")}.`];
    const diagnostic = catalogue.unsupportedType({ type: written }, { place, hints });
    return { value: undefined, diagnostics: [diagnostic] };
  }
  const near = suggest(type, supported);
  const hints =
    near.length > 0
      ? [`Did you mean ${near.map((name) => `"${name}"`).join(" or ")}?`]
      : [`Types are: ${supported.join(", ")}.`];
  const diagnostic = catalogue.unknownType({ type: written }, { place, hints });
  return { value: undefined, diagnostics: [diagnostic] };
}

function listName(written: string, type: string): string {
  const words = written.split(/\s+/);
  // "select one role" has the list third, "select_one role" second.
  return words[words[0]?.toLowerCase() === type ? 1 : 2] ?? "";
}

/** Questions of one list share its array, so that the rows of a matrix can be compared. */
const noChoices: readonly Choice[] = [];

/** The parts of a question that depend on its type. */
export type AnswerShape = Pick<Question, "choices" | "hasOther" | "isRequired"> &
  Pick<Partial<Question>, "scale" | "maximumRank" | "unit" | "isLikert">;

/** Reads choices, scale, number of ranks, unit and appearance of a question. */
export function parseAnswerShape(
  row: FormRow,
  name: string,
  type: RowType & { readonly kind: "question" },
  lists: ReadonlyMap<string, readonly Choice[]>,
): { readonly shape: AnswerShape; readonly diagnostics: readonly Diagnostic[] } {
  const choices = readChoices(row, name, type, lists);
  const scale = readScale(row, type.question);
  const maximumRank = readMaximumRank(row, type.question, choices.value?.length ?? 0);
  const required = readRequired(row);
  const unit = row.text("unit");
  const appearances = row.text("appearance").split(/\s+/);
  const isLikert = type.question === "select-one" && appearances.includes("likert");
  return {
    shape: {
      choices: choices.value ?? noChoices,
      hasOther: type.hasOther,
      isRequired: required.value ?? false,
      ...(scale.value ? { scale: scale.value } : {}),
      ...(maximumRank.value === undefined ? {} : { maximumRank: maximumRank.value }),
      ...(unit === "" ? {} : { unit }),
      ...(isLikert ? { isLikert } : {}),
    },
    diagnostics: [choices, scale, maximumRank, required].flatMap(({ diagnostics }) => diagnostics),
  };
}

function readChoices(
  row: FormRow,
  name: string,
  type: RowType & { readonly kind: "question" },
  lists: ReadonlyMap<string, readonly Choice[]>,
): Outcome<readonly Choice[]> {
  if (!["select-one", "select-multiple", "rank"].includes(type.question)) {
    return { value: noChoices, diagnostics: [] };
  }
  const choices = lists.get(type.list);
  const place = row.placeOf("type");
  if (!choices) {
    const near = suggest(type.list, lists.keys());
    const hints = near.map((list) => `Did you mean "${list}"?`);
    const diagnostic = catalogue.unknownList({ list: type.list }, { place, hints });
    return { value: undefined, diagnostics: [diagnostic] };
  }
  if (type.hasOther && choices.some((choice) => choice.name === "other")) {
    const details = { list: type.list, question: name };
    const hints = ['Take "other" out of the list, or "or_other" out of the type.'];
    return { value: choices, diagnostics: [catalogue.reservedChoice(details, { place, hints })] };
  }
  return { value: choices, diagnostics: [] };
}

function wrongValue(row: FormRow, column: string, expected: string): Diagnostic {
  const details = { column, value: row.text(column), expected };
  return catalogue.wrongFormValue(details, { place: row.placeOf(column) });
}

function readRequired(row: FormRow): Outcome<boolean> {
  const written = row.text("required").toLowerCase();
  if (["yes", "true", "true()"].includes(written)) return { value: true, diagnostics: [] };
  if (["", "no", "false", "false()"].includes(written)) return { value: false, diagnostics: [] };
  return { value: undefined, diagnostics: [wrongValue(row, "required", '"yes" or nothing')] };
}

/** "start=0 end=10 step=1"; a scale needs its ends, an ordinary number may have them. */
function readScale(row: FormRow, kind: QuestionKind): Outcome<NonNullable<Question["scale"]>> {
  const takesScale = kind === "range" || kind === "integer" || kind === "decimal";
  const written = row.text("parameters");
  if (written === "" && kind !== "range") return { value: undefined, diagnostics: [] };
  const expected = takesScale
    ? 'a scale such as "start=0 end=10 step=1"'
    : 'nothing, or "randomize=true"';
  const given = new Map(
    written
      .split(/[\s,;]+/)
      .filter((part) => part !== "")
      .map((part) => [part.split("=")[0] ?? "", part.split("=")[1] ?? ""] as const),
  );
  const allowed = takesScale ? ["start", "end", "step"] : ["randomize", "seed"];
  const number = (key: string): number => {
    const text = given.get(key) ?? "";
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  };
  const step = given.has("step") ? number("step") : 1;
  const scale = { minimum: number("start"), maximum: number("end"), step };
  const isKnown = [...given.keys()].every((key) => allowed.includes(key));
  const isScale = scale.minimum < scale.maximum && scale.step > 0;
  if (!isKnown || (takesScale && !isScale)) {
    return { value: undefined, diagnostics: [wrongValue(row, "parameters", expected)] };
  }
  return { value: takesScale ? scale : undefined, diagnostics: [] };
}

function readMaximumRank(row: FormRow, kind: QuestionKind, choices: number): Outcome<number> {
  const written = row.text("max_rank");
  if (kind !== "rank") {
    return written === ""
      ? { value: undefined, diagnostics: [] }
      : {
          value: undefined,
          diagnostics: [wrongValue(row, "max_rank", "nothing (only a rank question has it)")],
        };
  }
  if (written === "") return { value: choices, diagnostics: [] };
  const value = /^\d+$/.test(written) ? Number(written) : 0;
  if (value >= 1 && (value <= choices || choices === 0)) return { value, diagnostics: [] };
  const expected = `a whole number from 1 to ${choices}`;
  return { value: undefined, diagnostics: [wrongValue(row, "max_rank", expected)] };
}
