import { describe, expect, test } from "vitest";
import * as data from "../../src/diagnostics/catalogue/data.ts";
import type { Diagnostic, Place } from "../../src/diagnostics/diagnostic.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { makeEdition, makeWorkbook, type RowCells, response } from "./made-up-edition.ts";

const ledgerFile = "data/made-up/corrections.csv";

function diagnosticsOf(ledger: readonly string[], row: RowCells = response(6, "Gent", { Q05: 6 })) {
  const workbook = makeWorkbook([row, response(7, "Namur")]);
  return takeIn({ edition: makeEdition({ ledger }), workbook }).diagnostics;
}

/** "corrections.csv:2:19+2" or "P2". */
function at(place: Place | undefined): string {
  if (place?.kind === "cell") return place.cell;
  return place?.kind === "file" ? `${place.line}:${place.column}+${place.length}` : "";
}

const summary = ({ code, place, notes, hints }: Diagnostic) => [
  code,
  at(place),
  notes.map((note) => `${at(note.place)} ${note.message}`),
  hints,
];

const changed = "the cell that the line changes";

describe("a fault that a line of the ledger wrote into a cell", () => {
  test("is the line's, at its `now`, with the cell and the line to correct", () => {
    const [only, ...others] = diagnosticsOf(["6,change,progress,6,22,entry-error"]);
    expect(others).toEqual([]);
    expect(only && summary(only)).toEqual([
      data.outOfRange.code,
      "2:21+2",
      [`P2 ${changed}`, "row 8 progress is a score from 0 to 10"],
      [`Correct “now” in ${ledgerFile}:2: <0 to 10>.`],
    ]);
    expect(only?.place).toMatchObject({ file: ledgerFile });
  });

  test.each<[string, string, string, readonly string[]]>([
    [
      "6,change,progress,6,two,entry-error",
      data.textForNumber.code,
      "2:21+3",
      [`Correct “now” in ${ledgerFile}:2: <0 to 10>.`],
    ],
    [
      "6,change,role,A1,A9,entry-error",
      data.unknownChoice.code,
      "2:18+2",
      ["Did you mean A1?", `Correct “now” in ${ledgerFile}:2: <A1 or A2 or -oth->.`],
    ],
    [
      "6,change,municipality,Gent,Saint-Nicolas,entry-error",
      data.ambiguousMunicipality.code,
      "2:28+13",
      [`Correct “now” in ${ledgerFile}:2: <46021 or 62093>.`],
    ],
    [
      "6,change,municipality,Gent,Gentt,entry-error",
      data.unknownMunicipality.code,
      "2:28+5",
      [
        "Did you mean Gent / Gand (44021, Oost-Vlaanderen)?",
        `Correct “now” in ${ledgerFile}:2: <name or NIS code>.`,
      ],
    ],
    [
      "6,change,municipality,Gent,,entry-error",
      data.missingMunicipality.code,
      "2:28+1",
      [`Correct “now” in ${ledgerFile}:2: <name or NIS code>.`],
    ],
  ])("%s", (line, code, place, hints) => {
    const told = diagnosticsOf([line]);
    expect(told.map(summary).map(([one, where, , next]) => [one, where, next])).toEqual([
      [code, place, hints],
    ]);
    expect(told[0]?.notes[0]?.message).toBe(changed);
  });

  test("is the last line's, where several changed the cell", () => {
    const told = diagnosticsOf([
      "6,change,progress,6,5,entry-error",
      "6,change,progress,5,22,entry-error",
    ]);
    expect(told.map(({ code, place }) => [code, at(place)])).toEqual([
      [data.outOfRange.code, "3:21+2"],
    ]);
  });

  test("marks `now`, not a field before it that reads the same", () => {
    const [only] = diagnosticsOf(
      ["22,change,progress,6,22,entry-error"],
      response(22, "Gent", { Q05: 6 }),
    );
    expect(at(only?.place)).toBe("2:22+2");
  });
});

describe("a line that does not fit its cell", () => {
  test("points to the earlier line, where that one changed the cell", () => {
    const told = diagnosticsOf([
      "6,change,progress,6,5,entry-error",
      "6,change,progress,6,7,entry-error",
    ]);
    expect(told.map(summary)).toEqual([
      [
        data.ledgerStale.code,
        "3:19+1",
        ["2:21+1 the earlier line that changed the cell"],
        ["Correct “was” to what line 2 leaves in the cell, or remove one of the two lines."],
      ],
    ]);
  });

  test.each<[string, RowCells]>([
    ["progress", { Q05: 22 }],
    ["progress", { Q05: "two" }],
    ["role", { Q02: "A9" }],
    ["municipality", { Q01: "Saint-Nicolas" }],
  ])(
    "keeps the fault of the cell it should have mended from being said twice: %s",
    (part, cells) => {
      const told = diagnosticsOf([`6,change,${part},99,5,entry-error`], response(6, "Gent", cells));
      expect(told.map(({ code }) => code)).toEqual([data.ledgerStale.code]);
    },
  );

  test("leaves the sample open where the municipality is the cell", () => {
    const workbook = makeWorkbook([response(6, "Nowhere"), response(7, "Namur")]);
    const edition = makeEdition({ ledger: ["6,change,municipality,x,Gent,entry-error"] });
    expect(takeIn({ edition, workbook }).value).toBeUndefined();
  });
});
