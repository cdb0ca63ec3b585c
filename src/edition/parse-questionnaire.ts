import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { checkCondition } from "./check-condition.ts";
import { checkColumns, checkName, readLabels } from "./form-checks.ts";
import { type FormRow, type FormSheet, openFormSheet } from "./form-sheet.ts";
import type { PerLanguage } from "./language.ts";
import { parseChoices } from "./parse-choices.ts";
import { type AnswerShape, parseAnswerShape, parseType, type RowType } from "./parse-question.ts";
import { parseRelevant } from "./parse-relevant.ts";
import type {
  Choice,
  Matrix,
  Question,
  Questionnaire,
  QuestionnaireSection,
} from "./questionnaire.ts";
import type { Condition } from "./relevant-condition.ts";
import { formSheets, surveyColumns } from "./xlsform-vocabulary.ts";

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

/** What has been read so far; everything that is found out later is added. */
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

/**
 * Parses a questionnaire in the XLSForm standard (sheets survey and choices), with the barometer's columns
 * `column`, `max_rank` and `unit`. What the standard has beyond that is named in a diagnostic. A value stands
 * beside the errors as long as there are questions, so that later stages can check what they can.
 *
 * @param file relative to the project
 */
export function parseQuestionnaire(workbook: Workbook, file: string): Outcome<Questionnaire> {
  const missing = ["survey", "choices"].flatMap((name) => checkSheet(workbook, name, file));
  const survey = findSheet(workbook, "survey");
  const choices = findSheet(workbook, "choices");
  if (!survey || !choices) return { value: undefined, diagnostics: missing };
  const sheet = openFormSheet(file, survey, ["type", "name"]);
  const choiceSheet = openFormSheet(file, choices, ["list_name", "name"]);
  const { lists, diagnostics: choiceProblems } = parseChoices(choiceSheet);
  const required = ["type", "name"];
  const before = [
    ...sheet.diagnostics,
    ...checkColumns(sheet, surveyColumns, required),
    ...choiceSheet.diagnostics,
    ...choiceProblems,
    ...checkOtherSheets(workbook, file),
  ];
  if (!required.every((column) => sheet.columns.has(column))) {
    return { value: undefined, diagnostics: before };
  }
  const reading = readRows(sheet, lists);
  const byName = new Map(reading.questions.map((question) => [question.name, question]));
  const diagnostics = [
    ...before,
    ...reading.diagnostics,
    ...reading.conditions.flatMap(({ row, condition }) =>
      checkCondition(condition, byName, row.placeOf("relevant"), row.number),
    ),
    ...checkMunicipality(byName, file),
  ];
  const { questions, sections, matrices } = reading;
  return { value: { file, questions, byName, sections, matrices }, diagnostics };
}

function findSheet(workbook: Workbook, name: string): Workbook["sheets"][number] | undefined {
  return workbook.sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
}

function checkSheet(workbook: Workbook, name: string, file: string): readonly Diagnostic[] {
  if (findSheet(workbook, name)) return [];
  const sheets = workbook.sheets.map((sheet) => sheet.name);
  const near = suggest(name, sheets);
  const hints =
    near.length > 0
      ? near.map((sheet) => `Rename "${sheet}" to "${name}".`)
      : [`Its sheets are: ${sheets.map((sheet) => `"${sheet}"`).join(", ")}.`];
  const place = { kind: "file", file } as const;
  return [catalogue.missingSheet({ sheet: name, file }, { place, hints })];
}

function checkOtherSheets(workbook: Workbook, file: string): readonly Diagnostic[] {
  return workbook.sheets
    .filter(({ name, rows }) => !formSheets.includes(name.trim().toLowerCase()) && rows.length > 0)
    .map(({ name }) =>
      catalogue.unusedSheet(
        { sheet: name },
        { place: { kind: "cell", file, sheet: name, cell: "A1" } },
      ),
    );
}

function checkMunicipality(
  byName: ReadonlyMap<string, Question>,
  file: string,
): readonly Diagnostic[] {
  if (byName.get("municipality")?.kind === "text") return [];
  const hints = [
    'The question in which respondents type their municipality is named "municipality".',
  ];
  return [catalogue.noMunicipality({ file }, { place: { kind: "file", file }, hints })];
}

function readRows(sheet: FormSheet, lists: ReadonlyMap<string, readonly Choice[]>): Reading {
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
