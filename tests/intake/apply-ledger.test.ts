import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as data from "../../src/diagnostics/catalogue/data.ts";
import { applyLedger, type CorrectedSurvey } from "../../src/intake/apply-ledger.ts";
import { mapColumns } from "../../src/intake/map-columns.ts";
import { openSurvey } from "../../src/intake/open-survey.ts";
import { cellText } from "../../src/intake/survey-sheet.ts";
import { headings, makeEdition, makeWorkbook, type RowCells, response } from "./made-up-edition.ts";

const rows = [response(11, "Gent"), response(12, "Liège", { Q08: 63500, Q07: "Y" })];

function applied(lines: readonly string[], survey: readonly RowCells[] = rows): CorrectedSurvey {
  const edition = makeEdition({ ledger: lines });
  const sheet = openSurvey(edition, makeWorkbook(survey)).value;
  if (sheet === undefined) throw new Error("the survey cannot be opened");
  const columns = mapColumns(edition.questionnaire, sheet).value ?? new Map();
  return applyLedger(edition.ledger, edition.questionnaire, sheet, columns);
}

/** A cell of the corrected sheet by response id and heading. */
function cell({ sheet }: CorrectedSurvey, id: string, heading: (typeof headings)[number]): string {
  const row = sheet.rows.find((one) => one.id === id);
  return cellText(row?.cells.get(headings.indexOf(heading) + 1));
}

const codes = (survey: CorrectedSurvey) => survey.diagnostics.map(({ code }) => code);

describe("a line that fits", () => {
  test("changes a question, a box, a rank, an other text, a row of a matrix and the municipality", () => {
    const survey = applied([
      "11,change,progress,4,6,entry-error",
      "11,change,areas.energy,Y,,entry-error",
      "11,change,areas.mobility,,Y,entry-error",
      "11,change,dimensions.1,A2,A3,entry-error",
      "11,change,role,A1,-oth-,entry-error",
      "11,change,role.other,,Bourgmestre,entry-error",
      "11,change,human,7,0,entry-error",
      "11,change,municipality,Gent,Brugge,entry-error",
    ]);
    expect(codes(survey)).toEqual([]);
    const changed = [
      "Q05",
      "Q03[SQ001]",
      "Q03[SQ002]",
      "Q06[1]",
      "Q02",
      "Q02[other]",
      "Q04[SQ001]",
      "Q01",
    ] as const;
    expect(changed.map((heading) => cell(survey, "11", heading))).toEqual([
      "6",
      "",
      "Y",
      "A3",
      "-oth-",
      "Bourgmestre",
      "0",
      "Brugge",
    ]);
    expect(survey.applied.map(({ line, row }) => [line.line, row])).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9].map((line) => [line, 2]),
    );
  });

  test("reads numbers as numbers, however they are written", () => {
    const survey = applied(["12,change,spending,63500.0,63.5,entry-error"]);
    expect(codes(survey)).toEqual([]);
    expect(cell(survey, "12", "Q08")).toBe("63.5");
  });

  test("sees the cell after the lines before", () => {
    const survey = applied([
      "11,change,progress,4,5,entry-error",
      "11,change,progress,5,6,entry-error",
    ]);
    expect(codes(survey)).toEqual([]);
    expect(cell(survey, "11", "Q05")).toBe("6");
  });

  test("names a response by the sheet's row, where the platform gives no id", () => {
    const { id: _, ...nameless } = response(0, "Gent");
    const survey = applied(["row:2,change,progress,4,6,entry-error"], [nameless]);
    expect(codes(survey)).toEqual([]);
    expect(cell(survey, "row:2", "Q05")).toBe("6");
  });

  test("excludes a response once; a second time is only a warning", () => {
    const survey = applied(["12,exclude,,,,test", "12,exclude,,,,test"]);
    expect([...survey.excluded].map(([row, line]) => [row, line.line])).toEqual([[3, 2]]);
    expect(codes(survey)).toEqual([data.ledgerExcludedTwice.code]);
  });
});

describe("a line that does not fit", () => {
  test("changes nothing and shows both the line and the cell", () => {
    const survey = applied(["11,change,progress,9,6,entry-error"]);
    expect(cell(survey, "11", "Q05")).toBe("4");
    expect(survey.applied).toEqual([]);
    expect(survey.diagnostics).toEqual([
      data.ledgerStale(
        { question: "progress", response: "11", was: "9", found: "4" },
        {
          place: {
            kind: "file",
            file: "data/made-up/corrections.csv",
            line: 2,
            text: "11,change,progress,9,6,entry-error",
            column: 20,
            length: 1,
          },
          notes: [
            {
              message: "the cell as it is now",
              place: {
                kind: "cell",
                file: "data/made-up/survey.xlsx",
                sheet: "responses",
                cell: "P2",
                frame: [
                  { column: "A", heading: "id", value: "11" },
                  { column: "I", heading: "Q01", value: "Gent" },
                  { column: "P", heading: "Q05", value: "4" },
                ],
              },
            },
          ],
          hints: [
            "Correct “was” if the line is still right, or remove the line if the survey was corrected at its source.",
          ],
        },
      ),
    ]);
  });

  test("says so where the cell holds already what it asks for", () => {
    const survey = applied(["11,change,progress,22,4,entry-error"]);
    expect(survey.diagnostics[0]?.hints).toEqual([
      "The cell says already what the line asks for: remove the line.",
    ]);
  });

  test("compares an empty field with an empty cell", () => {
    expect(codes(applied(["11,change,areas.energy,,Y,entry-error"]))).toEqual([
      data.ledgerStale.code,
    ]);
  });

  test("does not stop the lines after it", () => {
    const survey = applied([
      "11,change,progress,9,6,entry-error",
      "12,change,progress,4,6,entry-error",
    ]);
    expect(cell(survey, "12", "Q05")).toBe("6");
  });

  test("suggests the response, the part, the row of a matrix or the question that was meant", () => {
    const survey = applied([
      "112,change,progress,4,6,entry-error",
      "11,change,progres,4,6,entry-error",
      "11,change,areas,Y,,entry-error",
      "11,change,factors,7,6,entry-error",
      "11,change,factors.human,7,6,entry-error",
    ]);
    expect(survey.diagnostics.map(({ code, hints }) => [code, hints[0]])).toEqual([
      [data.ledgerUnknownResponse.code, "Did you mean 11, 12?"],
      [data.ledgerUnknownQuestion.code, "Did you mean progress?"],
      [data.ledgerUnknownQuestion.code, "Did you mean areas.energy, areas.mobility, areas.other?"],
      [data.ledgerUnknownQuestion.code, "Did you mean human?"],
      [data.ledgerUnknownQuestion.code, "Did you mean human?"],
    ]);
  });
});

const score = fc.integer({ min: 0, max: 10 });
const edit = fc.record({ id: fc.constantFrom("11", "12"), to: score });

test("lines undone in reverse order give back the survey as it was", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const current = new Map([
        ["11", 4],
        ["12", 4],
      ]);
      const steps = edits.map(({ id, to }) => {
        const from = current.get(id) ?? 0;
        current.set(id, to);
        return { id, from, to };
      });
      const line = (id: string, was: number, now: number) =>
        `${id},change,progress,${was},${now},entry-error`;
      const there = steps.map(({ id, from, to }) => line(id, from, to));
      const back = [...steps].reverse().map(({ id, from, to }) => line(id, to, from));
      const survey = applied([...there, ...back]);
      expect(survey.diagnostics).toEqual([]);
      expect([cell(survey, "11", "Q05"), cell(survey, "12", "Q05")]).toEqual(["4", "4"]);
    }),
    { numRuns: 50 },
  );
});

test("a line changes one cell at most, and only where its `was` is the cell's number", () => {
  fc.assert(
    fc.property(score, score, (was, now) => {
      const survey = applied([`11,change,progress,${was},${now},entry-error`]);
      expect(cell(survey, "11", "Q05")).toBe(was === 4 ? `${now}` : "4");
      expect(survey.diagnostics.length).toBe(was === 4 ? 0 : 1);
      expect(cell(survey, "12", "Q05")).toBe("4");
      expect(cell(survey, "11", "Q04[SQ001]")).toBe("7");
    }),
    { numRuns: 50 },
  );
});
