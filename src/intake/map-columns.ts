import { group } from "d3-array";
import { missingColumn, repeatedColumn, unknownColumn } from "../diagnostics/catalogue/data.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Questionnaire } from "../edition/questionnaire.ts";
import { columnLetters } from "../workbook/cell-address.ts";
import { describeQuestion } from "./describe-question.ts";
import { isPlatformColumn } from "./platform-columns.ts";
import { questionParts } from "./question-parts.ts";
import { headingPlace, type SurveySheet } from "./survey-sheet.ts";

/** Column numbers of the sheet by part name: "progress", "areas.energy", "dimensions.1", "role.other". */
export type ColumnMap = ReadonlyMap<string, number>;

/**
 * Finds each question's columns by the codes of the questionnaire. A question's missing columns are one error, the
 * unknown columns of one code one warning.
 */
export function mapColumns(questionnaire: Questionnaire, sheet: SurveySheet): Outcome<ColumnMap> {
  const byHeading = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [column, heading] of sheet.headings) {
    const first = byHeading.get(heading);
    if (first === undefined) byHeading.set(heading, column);
    else if (heading !== "")
      diagnostics.push(
        repeatedColumn(
          { heading, first: columnLetters(first) },
          { place: headingPlace(sheet, column), hints: ["Remove one of them from the export."] },
        ),
      );
  }
  const columns = new Map<string, number>();
  for (const part of questionnaire.questions.flatMap(questionParts)) {
    const column = byHeading.get(part.code);
    if (column !== undefined) columns.set(part.name, column);
  }
  return {
    value: columns,
    diagnostics: [
      ...diagnostics,
      ...missingColumns(questionnaire, sheet, columns),
      ...unknownColumns(questionnaire, sheet, byHeading),
    ],
  };
}

function missingColumns(
  questionnaire: Questionnaire,
  sheet: SurveySheet,
  columns: ColumnMap,
): readonly Diagnostic[] {
  const known = new Set(questionnaire.questions.flatMap(questionParts).map(({ code }) => code));
  const free = [...sheet.headings.values()].filter(
    (heading) => !known.has(heading) && !isPlatformColumn(heading),
  );
  return questionnaire.questions.flatMap((question) => {
    const missing = questionParts(question).filter((part) => !columns.has(part.name));
    const [first] = missing;
    if (first === undefined) return [];
    const [nearest] = suggest(first.code, free, 1);
    return [
      missingColumn(
        { question: question.name, codes: missing.map(({ code }) => code) },
        {
          place: {
            kind: "cell",
            file: sheet.file,
            sheet: sheet.name,
            cell: `A${sheet.headerRow}`,
          },
          notes: [describeQuestion(questionnaire, question)],
          hints: [
            ...(nearest === undefined ? [] : [`Did you mean column ${nearest}?`]),
            `Export the survey with this question, or correct its code in column “column” of ${questionnaire.file}.`,
          ],
        },
      ),
    ];
  });
}

function unknownColumns(
  questionnaire: Questionnaire,
  sheet: SurveySheet,
  byHeading: ReadonlyMap<string, number>,
): readonly Diagnostic[] {
  const known = new Set(questionnaire.questions.flatMap(questionParts).map(({ code }) => code));
  const unknown = [...byHeading].filter(
    ([heading]) => heading !== "" && !known.has(heading) && !isPlatformColumn(heading),
  );
  const byCode = group(unknown, ([heading]) => heading.split("[")[0] ?? heading);
  return [...byCode.values()].flatMap((columns) =>
    columns.slice(0, 1).map(([, column]) =>
      unknownColumn(
        { headings: columns.map(([heading]) => heading) },
        {
          place: headingPlace(sheet, column),
          hints: [`To use it, add its question to ${questionnaire.file}.`],
        },
      ),
    ),
  );
}
