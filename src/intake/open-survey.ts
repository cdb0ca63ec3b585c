import {
  noMunicipalityQuestion,
  repeatedResponseId,
  unrecognisedSurvey,
} from "../diagnostics/catalogue/data.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import type { Row, Sheet, Workbook } from "../workbook/workbook.ts";
import { municipalityQuestion, municipalityQuestionName } from "./municipality-question.ts";
import { isPersonalColumn, platformColumns } from "./platform-columns.ts";
import { questionParts } from "./question-parts.ts";
import { cellText, type SurveyRow, type SurveySheet, surveyPlace } from "./survey-sheet.ts";

/** How the survey was exported, as the build says it. */
export const dialect = "LimeSurvey, response codes, 1 header row";

/**
 * Finds the sheet of responses and drops every column about a person before anything else sees it.
 * Without such a sheet, or without a question that says the municipality, there is no value.
 */
export function openSurvey(edition: Edition, workbook: Workbook): Outcome<SurveySheet> {
  const file = edition.survey.file;
  if (municipalityQuestion(edition.questionnaire) === undefined) {
    const place = {
      kind: "cell",
      file: edition.questionnaire.file,
      sheet: "survey",
      cell: "B1",
    } as const;
    const hints = [
      "Add a question of type text with this name: where respondents write their municipality.",
    ];
    return {
      value: undefined,
      diagnostics: [
        noMunicipalityQuestion({ expected: municipalityQuestionName }, { place, hints }),
      ],
    };
  }
  const candidates = workbook.sheets.filter((sheet) => isLimeSurvey(edition, sheet));
  const found = candidates.find(hasPlatformColumns) ?? candidates[0];
  const header = found?.rows[0];
  if (found === undefined || header === undefined)
    return { value: undefined, diagnostics: [notRecognised(file, workbook)] };
  const sheet = readableSheet(edition, found, header);
  return { value: sheet, diagnostics: repeatedIds(sheet) };
}

/**
 * At least one of the questionnaire's codes beside one of LimeSurvey's own columns. That one of these is missing is said
 * later, by its name.
 */
function isLimeSurvey(edition: Edition, sheet: Sheet): boolean {
  const headings = headingsOf(sheet);
  return (
    Object.values(platformColumns).some((column) => headings.has(column)) &&
    edition.questionnaire.questions.some((question) =>
      questionParts(question).some((part) => headings.has(part.code)),
    )
  );
}

function hasPlatformColumns(sheet: Sheet): boolean {
  const headings = headingsOf(sheet);
  return Object.values(platformColumns).every((column) => headings.has(column));
}

function headingsOf(sheet: Sheet): ReadonlySet<string> {
  return new Set([...(sheet.rows[0]?.cells.values() ?? [])].map(cellText));
}

function notRecognised(file: string, workbook: Workbook): Diagnostic {
  const sheet = workbook.sheets.find(({ rows }) => rows.length > 0);
  const headings = [...(sheet?.rows[0]?.cells.values() ?? [])].map(cellText);
  return unrecognisedSurvey(
    { headings: headings.filter((heading) => !isPersonalColumn(heading)).slice(0, 4) },
    {
      place: {
        kind: "cell",
        file,
        sheet: sheet?.name ?? workbook.sheets[0]?.name ?? "",
        cell: `A${sheet?.rows[0]?.number ?? 1}`,
      },
      hints: [
        "In LimeSurvey, export the responses with “Question code” as headings and “Answer codes” as responses.",
        "The codes of the questions stand in column “column” of the questionnaire.",
      ],
    },
  );
}

function readableSheet(edition: Edition, sheet: Sheet, header: Row): SurveySheet {
  const headings = new Map(
    [...header.cells]
      .map(([column, value]) => [column, cellText(value)] as const)
      .filter(([, heading]) => !isPersonalColumn(heading)),
  );
  const columnOf = (wanted: string | undefined): number[] =>
    [...headings]
      .filter(([, heading]) => heading === wanted)
      .map(([column]) => column)
      .slice(0, 1);
  const [idColumn] = columnOf(platformColumns.id);
  const municipality = municipalityQuestion(edition.questionnaire)?.code;
  return {
    file: edition.survey.file,
    name: sheet.name,
    headerRow: header.number,
    headings,
    keyColumns: [...columnOf(platformColumns.id), ...columnOf(municipality)],
    rows: sheet.rows.slice(1).flatMap((row) => readableRow(row, headings, idColumn)),
  };
}

/** A row with its readable cells; nothing for a row that only holds spaces. */
function readableRow(
  row: Row,
  headings: ReadonlyMap<number, string>,
  idColumn: number | undefined,
): SurveyRow[] {
  const cells = new Map(
    [...row.cells].filter(([column, value]) => headings.has(column) && cellText(value) !== ""),
  );
  if (cells.size === 0) return [];
  const id = idColumn === undefined ? "" : cellText(cells.get(idColumn));
  return [{ id: id === "" ? `row:${row.number}` : id, row: row.number, cells }];
}

function repeatedIds(sheet: SurveySheet): readonly Diagnostic[] {
  const firstRows = new Map<string, number>();
  return sheet.rows.flatMap((row) => {
    const firstRow = firstRows.get(row.id);
    if (firstRow === undefined) {
      firstRows.set(row.id, row.row);
      return [];
    }
    const [idColumn = 1] = sheet.keyColumns;
    return [
      repeatedResponseId(
        { id: row.id, firstRow },
        {
          place: surveyPlace(sheet, row, idColumn),
          hints: ["Export the survey again: the platform gives every response an id of its own."],
        },
      ),
    ];
  });
}
