import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as data from "../../src/diagnostics/catalogue/data.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { uncalculated } from "../../src/workbook/normalise-cell.ts";
import {
  headings,
  makeEdition,
  makeWorkbook,
  type RowCells,
  register,
  response,
} from "./made-up-edition.ts";

function taken(
  rows: readonly RowCells[],
  change: Parameters<typeof makeEdition>[0] = {},
  columns: readonly string[] = headings,
) {
  return takeIn({ edition: makeEdition(change), workbook: makeWorkbook(rows, columns) });
}

const codes = (outcome: ReturnType<typeof taken>) => outcome.diagnostics.map(({ code }) => code);

test("a response becomes typed answers: choices by name, boxes as a set, ranks in order, numbers", () => {
  const outcome = taken([
    response(11, "Ville de Liège", {
      Q02: "-oth-",
      "Q02[other]": "Conseillère",
      "Q03[SQ002]": "Y",
      "Q03[other]": "Vélos",
      Q05: "0",
      "Q06[1]": "A2",
      "Q06[2]": "A4",
      Q07: "Y",
      Q08: "63,5",
      Q10: 12,
      Q11: "Merci",
    }),
  ]);
  expect(outcome.diagnostics).toEqual([]);
  const [only] = outcome.value?.responses ?? [];
  expect(only?.id).toBe("11");
  expect(only?.row).toBe(2);
  expect(only?.municipality.nis).toBe("62063");
  expect(Object.fromEntries(only?.answers ?? [])).toEqual({
    municipality: answered({ kind: "text", text: "Ville de Liège" }),
    role: answered({ kind: "choice", choice: "other", other: "Conseillère" }),
    areas: answered({
      kind: "choices",
      choices: new Set(["energy", "mobility", "other"]),
      other: "Vélos",
    }),
    human: answered({ kind: "number", number: 7 }),
    progress: answered({ kind: "number", number: 0 }),
    dimensions: answered({ kind: "ranking", choices: ["people", "mobility"] }),
    projects: answered({ kind: "choice", choice: "yes" }),
    spending: answered({ kind: "number", number: 63.5 }),
    tools: answered({ kind: "choices", choices: new Set() }),
    staff: answered({ kind: "number", number: 12 }),
    comment: answered({ kind: "text", text: "Merci" }),
  });
  expect(outcome.value?.otherTexts).toEqual([
    { question: "role", response: "11", cell: "K2", text: "Conseillère" },
    { question: "areas", response: "11", cell: "N2", text: "Vélos" },
    { question: "comment", response: "11", cell: "Y2", text: "Merci" },
  ]);
});

function answered(value: unknown) {
  return { state: "answered", value };
}

test("not asked, asked without an answer, and answered are three states", () => {
  const outcome = taken([
    response(11, "Gent", { Q07: "N" }),
    response(12, "Brugge", { Q07: "Y" }),
    response(13, "Namur", { Q07: "", Q08: 3 }),
  ]);
  expect(outcome.diagnostics).toEqual([]);
  const states = outcome.value?.responses.map(({ answers }) =>
    ["projects", "spending", "tools", "comment"].map((name) => answers.get(name)?.state),
  );
  expect(states).toEqual([
    ["answered", "not-asked", "not-asked", "no-answer"],
    ["answered", "no-answer", "answered", "no-answer"],
    // As XLSForm has it, an empty answer is not "no": the questions behind it are asked.
    ["no-answer", "answered", "answered", "no-answer"],
  ]);
});

describe("which responses count", () => {
  const counts = (outcome: ReturnType<typeof taken>) => outcome.value?.counts;
  const ids = (outcome: ReturnType<typeof taken>) => outcome.value?.responses.map(({ id }) => id);

  test("every row read ends in exactly one count", () => {
    const wallonia = register.municipalities.filter(({ region }) => region === "wallonia");
    const outcome = taken(
      [
        response(1, "TEST"),
        response(2, "Liège", { submitdate: "" }),
        response(3, "Gent"),
        response(4, "Liège", { submitdate: "2018-05-01 00:00:00" }),
        response(5, "Namur"),
        response(6, "Liège", { submitdate: "2018-02-02 10:00:00" }),
        response(7, "LUIK", { submitdate: "2018-02-03 10:00:00" }),
      ],
      {
        settings: { territory: { region: "wallonia" } },
        population: wallonia,
        ledger: ["1,exclude,,,,test", "3,change,progress,4,5,entry-error"],
      },
    );
    expect(codes(outcome)).toEqual([]);
    expect(counts(outcome)).toEqual({
      read: 7,
      incomplete: 1,
      excluded: 1,
      outsideTerritory: 1,
      afterClosing: 1,
      superseded: 1,
      kept: 2,
    });
    expect(ids(outcome)).toEqual(["5", "7"]);
    // The change of Gent's answer bears on no figure about Wallonia.
    expect([...(outcome.value?.correctionsApplied ?? [])]).toEqual([["test", 1]]);
  });

  test("closing includes the whole day", () => {
    const outcome = taken([
      response(1, "Gent", { submitdate: "2018-04-30 23:59:59" }),
      response(2, "Namur", { submitdate: "2018-05-01 00:00:00" }),
    ]);
    expect(ids(outcome)).toEqual(["1"]);
  });

  test("of two responses across the closing date the earlier one counts", () => {
    const outcome = taken([
      response(1, "Gent", { submitdate: "2018-03-01 09:00:00", Q05: 2 }),
      response(2, "Gand", { submitdate: "2018-05-02 09:00:00", Q05: 9 }),
    ]);
    expect(ids(outcome)).toEqual(["1"]);
    expect(counts(outcome)).toMatchObject({ kept: 1, superseded: 0, afterClosing: 1 });
  });

  test("the latest complete response counts, wherever its row stands; of two at one moment the later row", () => {
    const moment = "2018-03-01 09:00:00";
    const outcome = taken([
      response(1, "Gent", { submitdate: "2018-03-02 09:00:00" }),
      response(2, "Gent", { submitdate: moment }),
      response(3, "Namur", { submitdate: moment }),
      response(4, "Namen", { submitdate: moment }),
    ]);
    expect(ids(outcome)).toEqual(["1", "4"]);
  });

  test("an excluded response leaves the place to an earlier one", () => {
    const rows = [response(1, "Gent"), response(2, "Gent")];
    expect(ids(taken(rows))).toEqual(["2"]);
    expect(ids(taken(rows, { ledger: ["2,exclude,,,,test"] }))).toEqual(["1"]);
  });

  test("a survey without date stamps is not held against the closing date, and says so", () => {
    const outcome = taken([response(1, "Gent", { submitdate: "1980-01-01 00:00:00" })]);
    expect(codes(outcome)).toEqual([data.noDateStamps.code]);
    expect(ids(outcome)).toEqual(["1"]);
  });

  test("rows that do not count are checked no further", () => {
    const wrong = { Q05: 22, Q02: "B7", Q01: "Nowhere" };
    const outcome = taken(
      [
        response(1, "x", wrong),
        response(2, "x", { ...wrong, submitdate: "" }),
        response(3, "x", { ...wrong, submitdate: "2018-06-01 10:00:00" }),
        response(4, "Gent", { Q05: 22, submitdate: "2018-01-01 10:00:00" }),
        response(5, "Gent"),
      ],
      { ledger: ["1,exclude,,,,test"] },
    );
    expect(codes(outcome)).toEqual([]);
    expect(ids(outcome)).toEqual(["5"]);
  });

  test("where a municipality is not certain, nothing is handed on and every such row is named", () => {
    const outcome = taken([
      response(1, "Saint-Nicolas"),
      response(2, "Charlroi"),
      response(3, ""),
      response(4, "Gent", { Q05: 22 }),
    ]);
    expect(outcome.value).toBeUndefined();
    expect(codes(outcome)).toEqual([
      data.ambiguousMunicipality.code,
      data.unknownMunicipality.code,
      data.missingMunicipality.code,
      data.outOfRange.code,
    ]);
    expect(outcome.diagnostics.map(({ message }) => message).slice(0, 2)).toEqual([
      "“Saint-Nicolas” may be Sint-Niklaas / Saint-Nicolas (46021, Oost-Vlaanderen) or Saint-Nicolas (62093, Liège)",
      "no municipality of the register is called “Charlroi”",
    ]);
    expect(outcome.diagnostics.map(({ hints }) => hints).slice(0, 3)).toEqual([
      [
        "Add a line to data/made-up/corrections.csv: 1,change,municipality,Saint-Nicolas,<46021 or 62093>,…",
      ],
      [
        "Did you mean Charleroi (52011, Hainaut)?",
        "Add a line to data/made-up/corrections.csv: 2,change,municipality,Charlroi,<name or NIS code>,…",
      ],
      ["Add a line to data/made-up/corrections.csv: 3,change,municipality,,<name or NIS code>,…"],
    ]);
  });

  test("a date that cannot be read stops too", () => {
    const outcome = taken([response(1, "Gent", { submitdate: "30/04/2018 16:07" })]);
    expect(codes(outcome)).toEqual([data.unreadableDate.code]);
    expect(outcome.value).toBeUndefined();
  });

  test("no response that counts is an error, with the closing date to check", () => {
    expect(codes(taken([]))).toEqual([data.noResponseKept.code]);
    expect(codes(taken([response(1, "Gent", { submitdate: "" })]))).toEqual([
      data.noResponseKept.code,
    ]);
  });
});

describe("the columns", () => {
  test("personal columns are dropped and mentioned nowhere", () => {
    const outcome = taken(
      [
        response(11, "Gent", {
          token: "s3cr3t",
          email: "an@example.org",
          firstname: "An",
          lastname: "Peeters",
          refurl: "https://example.org",
          attribute_1: "mayor",
          Q05: 22,
        }),
      ],
      {},
      [...headings, "token", "email", "firstname", "lastname", "refurl", "attribute_1"],
    );
    expect(codes(outcome)).toEqual([data.outOfRange.code]);
    const everything = JSON.stringify([outcome.diagnostics, [...(outcome.value?.columns ?? [])]]);
    for (const secret of ["192.0.2.17", "ipaddr", "s3cr3t", "example", "Peeters", "mayor", "email"])
      expect(everything).not.toContain(secret);
  });

  test("a missing column names the question and its code, with the heading that may be meant", () => {
    const columns = headings.map((heading) => (heading === "Q05" ? "Q5" : heading));
    const outcome = taken([response(11, "Gent")], {}, columns);
    expect(outcome.diagnostics).toEqual([
      data.missingColumn(
        { question: "progress", codes: ["Q05"] },
        {
          place: {
            kind: "cell",
            file: "data/made-up/survey.xlsx",
            sheet: "responses",
            cell: "A1",
          },
          notes: [
            {
              place: {
                kind: "cell",
                file: "data/made-up/questionnaire.xlsx",
                sheet: "survey",
                cell: "row 8",
              },
              message: "progress is a score from 0 to 10",
            },
          ],
          hints: [
            "Did you mean column Q5?",
            "Export the survey with this question, or correct its code in column “column” of data/made-up/questionnaire.xlsx.",
          ],
        },
      ),
      data.unknownColumn(
        { headings: ["Q5"] },
        {
          place: {
            kind: "cell",
            file: "data/made-up/survey.xlsx",
            sheet: "responses",
            cell: "P1",
            frame: [{ column: "P", heading: "", value: "Q5" }],
          },
          hints: ["To use it, add its question to data/made-up/questionnaire.xlsx."],
        },
      ),
    ]);
    expect(outcome.value?.responses[0]?.answers.get("progress")).toEqual({ state: "no-answer" });
  });

  test("the boxes of an unknown question are one warning, the missing boxes of a question one error", () => {
    const columns = [
      ...headings.filter((heading) => !heading.startsWith("Q03")),
      "Q99[SQ001]",
      "Q99[SQ002]",
    ];
    const outcome = taken([response(11, "Gent")], {}, columns);
    expect(outcome.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        data.missingColumn.code,
        "columns Q03[SQ001], Q03[SQ002], Q03[other] of question areas missing from the survey",
      ],
      [
        data.unknownColumn.code,
        "columns Q99[SQ001], Q99[SQ002] belong to no question and are not read",
      ],
    ]);
  });

  test("times spent on pages are the platform's own, and a heading twice is an error", () => {
    const outcome = taken([response(11, "Gent")], {}, [
      ...headings,
      "groupTime3",
      "Q05Time",
      "Q05",
    ]);
    expect(codes(outcome)).toEqual([data.repeatedColumn.code]);
  });

  test("without the municipality's column there is no sample", () => {
    const columns = headings.filter((heading) => heading !== "Q01");
    const outcome = taken([response(11, "Gent")], {}, columns);
    expect(codes(outcome)).toEqual([data.missingColumn.code]);
    expect(outcome.value).toBeUndefined();
  });

  const without = (column: string) => headings.filter((heading) => heading !== column);

  test("without the response's id the ledger cannot be judged, which is said once", () => {
    const ledger = ["11,exclude,,,,test", "12,change,progress,4,5,entry-error"];
    const outcome = taken([response(11, "Gent"), response(12, "Namur")], { ledger }, without("id"));
    expect(outcome.diagnostics.map(({ message }) => message)).toEqual([
      "column id is missing from the survey",
    ]);
    expect(codes(outcome)).toEqual([data.missingPlatformColumn.code]);
    expect(outcome.value).toBeUndefined();
  });

  test("the response's id may be missing where the ledger names rows", () => {
    const ledger = ["row:2,change,progress,4,5,entry-error"];
    const outcome = taken([response(11, "Gent")], { ledger }, without("id"));
    expect(codes(outcome)).toEqual([]);
    expect(outcome.value?.responses.map(({ id }) => id)).toEqual(["row:2"]);
  });

  test("a survey that lacks only the moment of sending is told so", () => {
    const outcome = taken([response(11, "Gent")], {}, without("submitdate"));
    expect(outcome.diagnostics.map(({ code, message, hints }) => [code, message, hints])).toEqual([
      [
        data.missingPlatformColumn.code,
        "column submitdate is missing from the survey",
        ["Export the responses again, with column submitdate among those chosen."],
      ],
    ]);
    expect(outcome.value).toBeUndefined();
  });

  test("another platform's sheet is refused with what it begins with", () => {
    const outcome = taken([{ Timestamp: "2018-02-01" }], {}, ["Timestamp", "Email", "Commune"]);
    expect(outcome.value).toBeUndefined();
    expect(
      outcome.diagnostics.map(({ code, exitCode, message }) => [code, exitCode, message]),
    ).toEqual([
      [
        data.unrecognisedSurvey.code,
        3,
        "no sheet is a LimeSurvey export in response codes; the first one begins with Timestamp, Commune",
      ],
    ]);
    const empty = takeIn({
      edition: makeEdition(),
      workbook: { sheets: [{ name: "a", rows: [] }] },
    });
    expect(empty.diagnostics.map(({ message }) => message)).toEqual([
      "the workbook holds no cells",
    ]);
  });

  test("two rows with one id are an error", () => {
    const outcome = taken([response(11, "Gent"), response(11, "Namur")]);
    expect(codes(outcome)).toEqual([data.repeatedResponseId.code]);
  });
});

describe("a cell that cannot be read", () => {
  test("shows the cell beside id and municipality, the questionnaire's row, the line to add and the facts affected", () => {
    const outcome = takeIn({
      edition: makeEdition(),
      workbook: makeWorkbook([response(94, "Aubange", { Q05: "inconnu" })]),
      factsAffected: (question, municipality) => [
        `${question.name}.mean`,
        `${question.name}.mean@region:${municipality.region}`,
      ],
    });
    expect(outcome.diagnostics).toEqual([
      {
        code: "D014",
        severity: "error",
        exitCode: 1,
        message: "text where a score is expected",
        place: {
          kind: "cell",
          file: "data/made-up/survey.xlsx",
          sheet: "responses",
          cell: "P2",
          frame: [
            { column: "A", heading: "id", value: "94" },
            { column: "I", heading: "Q01", value: "Aubange" },
            { column: "P", heading: "Q05", value: "inconnu" },
          ],
        },
        notes: [
          {
            place: {
              kind: "cell",
              file: "data/made-up/questionnaire.xlsx",
              sheet: "survey",
              cell: "row 8",
            },
            message: "progress is a score from 0 to 10",
          },
        ],
        hints: [
          "Add a line to data/made-up/corrections.csv: 94,change,progress,inconnu,<0 to 10>,…",
        ],
        affects: ["progress.mean", "progress.mean@region:wallonia"],
      },
    ]);
    expect(outcome.value?.responses[0]?.answers.get("progress")).toEqual({ state: "no-answer" });
  });

  test.each<[string, RowCells, string, string]>([
    ["a score of 22", { Q05: 22 }, "D015", "22 is outside the scale of progress, 0 to 10"],
    ["half a score", { Q05: 5.5 }, "D016", "5.5 is not a whole number, as progress expects"],
    ["half a person", { Q10: "1.5" }, "D016", "1.5 is not a whole number, as staff expects"],
    ["text for an amount", { Q07: "Y", Q08: "20 k€" }, "D014", "text where a number is expected"],
    ["a thousand or one", { Q07: "Y", Q08: "1.500" }, "D014", "text where a number is expected"],
    [
      "an unknown code",
      { Q02: "a1" },
      "D013",
      "“a1” is not an answer code of role, which knows A1, A2, -oth-",
    ],
    [
      "another mark in a box",
      { "Q03[SQ002]": "X" },
      "D013",
      "“X” is not an answer code of areas.mobility, which knows Y",
    ],
    [
      "an answer not asked",
      { Q07: "N", Q08: 12 },
      "D017",
      "an answer to spending, which is asked only where projects is not no",
    ],
    [
      "an item ranked twice",
      { "Q06[2]": "A2" },
      "D018",
      "people is ranked more than once in dimensions: 1 and 2",
    ],
    [
      "a rank left out",
      { "Q06[3]": "A3" },
      "D019",
      "rank 2 of dimensions is empty before a filled one",
    ],
    [
      "the spreadsheet's own error",
      { Q05: { error: "#DIV/0!" } },
      "D007",
      "the spreadsheet's error #DIV/0! where an answer to progress is expected",
    ],
    [
      "a text beside another choice",
      { "Q02[other]": "Maire" },
      "D024",
      "a text under “other” of role, where “other” was not chosen, is not counted",
    ],
  ])("%s", (_, cells, code, message) => {
    const outcome = taken([response(11, "Gent", cells)]);
    expect(outcome.diagnostics.map((one) => [one.code, one.message])).toEqual([[code, message]]);
  });

  test("a formula without a result is said in words, and is mended in the survey", () => {
    const cell = { error: uncalculated };
    const outcome = taken([response(11, "Gent", { Q05: cell }), response(12, "", { Q01: cell })]);
    const hint = "Open the file in Excel and save it, or export it again.";
    expect(outcome.diagnostics.map(({ code, message, hints }) => [code, message, hints])).toEqual(
      ["municipality", "progress"].map((question) => [
        data.errorInCell.code,
        `a formula whose result was not saved where an answer to ${question} is expected`,
        [hint],
      ]),
    );
  });

  test("a question exported as full answers is one error, not one a cell", () => {
    const towns = ["Gent", "Namur", "Brugge", "Arlon"];
    const rows = towns.map((town, index) =>
      response(index + 1, town, {
        Q02: index === 0 ? "Other" : "Director",
        "Q02[other]": index === 0 ? "Mayor" : "",
        "Q03[SQ001]": "Yes",
        "Q03[SQ002]": index < 2 ? "Yes" : "Y",
        Q07: index === 0 ? "No" : "N",
      }),
    );
    const outcome = taken(rows);
    const heading = (cell: string, value: string) => ({
      place: {
        kind: "cell" as const,
        file: "data/made-up/survey.xlsx",
        sheet: "responses",
        cell: `${cell}1`,
        frame: [{ column: cell, heading: "", value }],
      },
      hints: ["In LimeSurvey, export the responses again with “Answer codes”."],
    });
    const notes = outcome.diagnostics.map((one) => one.notes);
    expect(outcome.diagnostics.slice(0, 2)).toEqual([
      data.textsForCodes(
        { question: "role", headings: ["Q02"], example: "Other" },
        { ...heading("J", "Q02"), notes: notes[0] ?? [] },
      ),
      data.textsForCodes(
        { question: "areas", headings: ["Q03[SQ001]"], example: "Yes" },
        { ...heading("L", "Q03[SQ001]"), notes: notes[1] ?? [] },
      ),
    ]);
    // A single strange code among good ones is a slip of its own.
    expect(outcome.diagnostics.slice(2).map(({ message }) => message)).toEqual([
      "“No” is not an answer code of projects, which knows Y, N",
    ]);
  });

  test("a line of the ledger about a column of texts is no error of its own", () => {
    const rows = ["Gent", "Namur", "Brugge", "Arlon"].map((town, index) =>
      response(index + 1, town, { Q02: "Director" }),
    );
    const outcome = taken(rows, {
      ledger: ["4,change,role,A1,A2,entry-error", "4,change,progress,9,5,entry-error"],
    });
    expect(codes(outcome)).toEqual([data.ledgerStale.code, data.textsForCodes.code]);
    expect(outcome.diagnostics[0]?.message).toContain("progress");
  });

  test("leaves no answer, and the questions that hang on it are not judged", () => {
    const outcome = taken([response(11, "Gent", { Q07: "maybe", Q08: 12 })]);
    expect(codes(outcome)).toEqual([data.unknownChoice.code]);
    const answers = outcome.value?.responses[0]?.answers;
    expect(answers?.get("projects")).toEqual({ state: "no-answer" });
    expect(answers?.get("tools")).toEqual({ state: "not-asked" });
  });

  test("all of a survey's faults are said in one run", () => {
    const outcome = taken(
      [
        response(1, "Gent", { Q05: 22, Q02: "B1" }),
        response(2, "Namur", { "Q06[1]": "A9" }),
        response(3, "Saint-Nicolas"),
      ],
      { ledger: ["1,change,human,9,8,entry-error"] },
      [...headings, "Q99"],
    );
    expect(codes(outcome)).toEqual([
      data.unknownColumn.code,
      data.ledgerStale.code,
      data.ambiguousMunicipality.code,
      data.unknownChoice.code,
      data.outOfRange.code,
      data.unknownChoice.code,
    ]);
  });
});

test("whatever comes in, every row read ends in exactly one count, and no municipality is kept twice", () => {
  const row = fc.record({
    name: fc.constantFrom(
      "Gent",
      "GAND",
      "Liège",
      "Luik",
      "Namur",
      "Saint-Nicolas (Liège)",
      "Jette",
    ),
    submitdate: fc.constantFrom(
      "",
      "2018-02-01 10:00:00",
      "2018-04-30 23:59:59",
      "2018-05-01 08:00:00",
    ),
    isExcluded: fc.boolean(),
  });
  const wallonia = register.municipalities.filter(({ region }) => region === "wallonia");
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), fc.boolean(), (rows, isRegional) => {
      const outcome = taken(
        rows.map(({ name, submitdate }, index) => response(index, name, { submitdate })),
        {
          ledger: rows.flatMap(({ isExcluded }, index) =>
            isExcluded ? [`${index},exclude,,,,test`] : [],
          ),
          ...(isRegional ? { population: wallonia } : {}),
        },
      );
      const { read, ...fates } = outcome.value?.counts ?? { read: -1 };
      expect(read).toBe(rows.length);
      expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(read);
      const kept = outcome.value?.responses.map(({ municipality }) => municipality.nis) ?? [];
      expect(new Set(kept).size).toBe(kept.length);
      expect(outcome.value?.counts.kept).toBe(kept.length);
    }),
    { numRuns: 50 },
  );
});
