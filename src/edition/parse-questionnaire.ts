import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { checkCondition } from "./check-condition.ts";
import { checkColumns } from "./form-checks.ts";
import { openFormSheet } from "./form-sheet.ts";
import { parseChoices } from "./parse-choices.ts";
import { parseFormRows } from "./parse-form-rows.ts";
import type { Question, Questionnaire } from "./questionnaire.ts";
import { formSheets, surveyColumns } from "./xlsform-vocabulary.ts";

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
  const reading = parseFormRows(sheet, lists);
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
