import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkName, readLabels } from "./form-checks.ts";
import type { FormRow, FormSheet } from "./form-sheet.ts";
import type { PerLanguage } from "./language.ts";
import { type AnswerShape, parseAnswerShape, parseType, type RowType } from "./parse-question.ts";
import { parseRelevant } from "./parse-relevant.ts";
import type { Choice, Matrix, Question, QuestionnaireSection } from "./questionnaire.ts";
import type { Condition } from "./relevant-condition.ts";

/** A group that is open while its rows are read. */
interface Group {
  readonly name: string;
  readonly labels: PerLanguage<string>;
  readonly code: string;
  readonly isMatrix: boolean;
  readonly row: FormRow;
  readonly condition: Condition | undefined;
  readonly questions: Question[];
}

/** What has been read so far, row by row. */
interface Reading {
  readonly sheet: FormSheet;
  readonly lists: ReadonlyMap<string, readonly Choice[]>;
  readonly questions: Question[];
  readonly sections: QuestionnaireSection[];
  readonly matrices: Map<string, Matrix>;
  readonly open: Group[];
  readonly rowOfName: Map<string, number>;
  readonly rowOfCode: Map<string, number>;
  readonly conditions: { readonly row: FormRow; readonly condition: Condition }[];
  readonly diagnostics: Diagnostic[];
}

/** The rows of sheet "survey", read. */
export interface FormRows {
  readonly questions: readonly Question[];
  readonly sections: readonly QuestionnaireSection[];
  readonly matrices: ReadonlyMap<string, Matrix>;
  /** Every condition that could be read, with its row; whether it makes sense is checked when all names are known. */
  readonly conditions: readonly { readonly row: FormRow; readonly condition: Condition }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads questions and groups from top to bottom; groups hand their conditions down. */
export function parseFormRows(
  sheet: FormSheet,
  lists: ReadonlyMap<string, readonly Choice[]>,
): FormRows {
  const reading: Reading = {
    sheet,
    lists,
    questions: [],
    sections: [],
    matrices: new Map(),
    open: [],
    rowOfName: new Map(),
    rowOfCode: new Map(),
    conditions: [],
    diagnostics: [],
  };
  for (const row of sheet.rows) {
    if (row.text("type") === "" && row.text("name") === "") continue;
    const { value: type, diagnostics } = parseType(row);
    reading.diagnostics.push(...diagnostics);
    if (type?.kind === "begin-group") beginGroup(reading, row);
    if (type?.kind === "end-group") endGroup(reading, row);
    if (type?.kind === "question") addQuestion(reading, row, type);
  }
  for (const group of reading.open) {
    const hints = [`Add a row with type "end_group" and name "${group.name}" where it ends.`];
    const place = group.row.placeOf("name");
    reading.diagnostics.push(catalogue.unclosedGroup({ name: group.name }, { place, hints }));
  }
  return reading;
}

/** Takes a name for a question or a group; undefined where it cannot be taken. */
function takeName(reading: Reading, row: FormRow): string | undefined {
  const name = row.text("name");
  const problems = checkName(row, name, "question");
  const earlier = reading.rowOfName.get(name);
  reading.diagnostics.push(...problems);
  if (problems.length > 0) return undefined;
  if (earlier !== undefined) {
    const place = row.placeOf("name");
    const hints = ["Names are permanent and unique, for questions and groups together."];
    reading.diagnostics.push(catalogue.duplicateName({ name, row: earlier }, { place, hints }));
    return undefined;
  }
  reading.rowOfName.set(name, row.number);
  return name;
}

function beginGroup(reading: Reading, row: FormRow): void {
  const name = takeName(reading, row) ?? row.text("name");
  const { labels, diagnostics } = readLabels(reading.sheet, row, name);
  reading.diagnostics.push(...diagnostics);
  const isMatrix = row.text("appearance").split(/\s+/).includes("field-list");
  const outer = reading.open.at(-1);
  if (outer?.isMatrix) {
    const place = row.placeOf("type");
    const hints = [`End "${outer.name}" before it.`];
    const details = { matrix: outer.name, name };
    reading.diagnostics.push(catalogue.groupInMatrix(details, { place, hints }));
  }
  if (!isMatrix) reading.sections.push({ name, labels });
  const condition = readCondition(reading, row);
  const code = row.text("column") || name;
  reading.open.push({ name, labels, code, isMatrix, row, condition, questions: [] });
}

function endGroup(reading: Reading, row: FormRow): void {
  const name = row.text("name");
  const open = reading.open.at(-1);
  if (!open || (name !== "" && name !== open.name)) {
    const details = { name, open: open?.name ?? "" };
    const place = row.placeOf("name");
    const hints = open ? [`End "${open.name}" (row ${open.row.number}) first.`] : [];
    reading.diagnostics.push(catalogue.strayEndGroup(details, { place, hints }));
  }
  // A group that is ended by the wrong name ends what stands inside it too.
  const index = reading.open.findLastIndex((group) => name === "" || group.name === name);
  for (const group of index < 0 ? [] : reading.open.splice(index)) {
    if (group.isMatrix) closeMatrix(reading, group);
  }
}

function closeMatrix(reading: Reading, group: Group): void {
  const [first, ...others] = group.questions;
  const { name, labels } = group;
  const questions = group.questions.map((question) => question.name);
  reading.matrices.set(name, { name, labels, questions });
  for (const question of others) {
    if (!first || hasSameScale(first, question)) continue;
    const row = reading.sheet.rows.find(({ number }) => number === question.row);
    const details = { matrix: name, name: question.name, first: first.name };
    const hints = [`Take "field-list" out of "${name}" if its rows are questions of their own.`];
    const place = row?.placeOf("type");
    reading.diagnostics.push(catalogue.matrixRowsDiffer(details, { place, hints }));
  }
}

function hasSameScale(a: Question, b: Question): boolean {
  return (
    a.kind === b.kind &&
    a.choices === b.choices &&
    a.scale?.minimum === b.scale?.minimum &&
    a.scale?.maximum === b.scale?.maximum &&
    a.scale?.step === b.scale?.step
  );
}

function readCondition(reading: Reading, row: FormRow): Condition | undefined {
  const text = row.text("relevant");
  if (text === "") return undefined;
  const parsed = parseRelevant(text);
  if (parsed.problem !== undefined) {
    const place = row.placeOf("relevant");
    const hints = [
      `Conditions read like \${engagement} != 'none' or selected(\${areas}, 'energy').`,
    ];
    const details = { problem: parsed.problem };
    reading.diagnostics.push(catalogue.relevantNotReadable(details, { place, hints }));
    return undefined;
  }
  reading.conditions.push({ row, condition: parsed.condition });
  return parsed.condition;
}

function addQuestion(
  reading: Reading,
  row: FormRow,
  type: RowType & { readonly kind: "question" },
): void {
  const name = takeName(reading, row);
  const condition = readCondition(reading, row);
  if (name === undefined) return;
  const { labels, diagnostics } = readLabels(reading.sheet, row, name);
  const { shape, diagnostics: shapeProblems } = parseAnswerShape(row, name, type, reading.lists);
  reading.diagnostics.push(...diagnostics, ...shapeProblems);
  const matrix = reading.open.findLast((group) => group.isMatrix);
  const own = row.text("column") || name;
  const code = matrix ? `${matrix.code}[${own}]` : own;
  const earlier = reading.rowOfCode.get(code);
  if (earlier === undefined) {
    reading.rowOfCode.set(code, row.number);
  } else {
    const place = row.placeOf(row.text("column") === "" ? "name" : "column");
    reading.diagnostics.push(catalogue.duplicateCode({ code, row: earlier }, { place }));
  }
  const question = makeQuestion(reading, row, { name, labels, code, kind: type.question }, shape, [
    ...reading.open.map((group) => group.condition),
    condition,
  ]);
  reading.questions.push(question);
  matrix?.questions.push(question);
}

function makeQuestion(
  reading: Reading,
  row: FormRow,
  base: Pick<Question, "name" | "labels" | "code" | "kind">,
  shape: AnswerShape,
  given: readonly (Condition | undefined)[],
): Question {
  const matrix = reading.open.findLast((group) => group.isMatrix);
  const conditions = given.filter((condition) => condition !== undefined);
  const [first, ...others] = conditions;
  const relevant = others.length === 0 ? first : ({ kind: "all", conditions } as const);
  return {
    ...base,
    ...shape,
    groups: reading.open.map((group) => group.name),
    row: row.number,
    ...(matrix ? { matrix: matrix.name } : {}),
    ...(relevant ? { relevant } : {}),
  };
}
