import { describe, expect, test } from "vitest";
import {
  formatDiagnostics,
  formatPages,
  summariseDiagnostics,
} from "../../src/cli/show-diagnostics.ts";
import { createStyle } from "../../src/cli/style.ts";
import { type Diagnostic, define, type Place } from "../../src/diagnostics/diagnostic.ts";
import type { PrintedPlace } from "../../src/record/printed-places.ts";

const terminal = { write: () => undefined, isTerminal: true };
const plainStyle = createStyle(terminal, () => undefined, false);
const view = { style: plainStyle, printedPlaces: [], isQuiet: false, isVerbose: false };

const notAScore = define<{ readonly found: string }>({
  code: "D014",
  severity: "error",
  message: ({ found }) => `${found} where a score is expected`,
});
const odd = define<Record<string, never>>({
  code: "T001",
  severity: "warning",
  message: () => "something odd",
});

const cell = (address: string, value = "inconnu"): Place => ({
  kind: "cell",
  file: "data/2018/survey.xlsx",
  sheet: "Smart City barometer 2018",
  cell: address,
  frame: [
    { column: "A", heading: "id", value: "94" },
    { column: "I", heading: "Q01", value: "Aubange" },
    { column: "AA", heading: "Q06", value },
  ],
});

const printed = (
  language: PrintedPlace["language"],
  publication: string,
  page: number,
): PrintedPlace => ({ fact: "progress.mean", publication, language, page, where: "text" });

describe("a diagnostic about a cell", () => {
  test("shows the cell among its neighbours, what else matters, what it touches and what to do", () => {
    const diagnostic = notAScore(
      { found: "text" },
      {
        place: cell("AA89"),
        notes: [
          {
            place: {
              kind: "cell",
              file: "data/2018/questionnaire.xlsx",
              sheet: "survey",
              cell: "row 14",
            },
            message: "progress is a score from 0 to 10",
          },
          { message: "the respondent answered in French" },
        ],
        hints: ["add a line to data/2018/corrections.csv"],
        affects: ["progress.mean", "progress.median"],
      },
    );
    const printedPlaces = [
      printed("fr", "report", 12),
      printed("fr", "report", 9),
      printed("nl", "report", 9),
      printed("nl", "report", 12),
      printed("en", "infographic", 1),
      { ...printed("en", "report", 30), fact: "another" },
    ];
    expect(formatDiagnostics([diagnostic], { ...view, printedPlaces })).toBe(
      `error[D014]: text where a score is expected
  ┌─ data/2018/survey.xlsx › "Smart City barometer 2018" › AA89
  │        A id │ I Q01   │ … AA Q06
  │  89      94 │ Aubange │   inconnu
  │                           ^^^^^^^
  ├─ data/2018/questionnaire.xlsx › survey › row 14   progress is a score from 0 to 10
  = note: the respondent answered in French
  = affects 2 facts; printed in the last build: report p. 9 and 12 (fr, nl); infographic p. 1 (en)
  = help: add a line to data/2018/corrections.csv

`,
    );
  });

  test("marks the place of an empty cell", () => {
    const text = formatDiagnostics(
      [notAScore({ found: "nothing" }, { place: cell("AA89", "") })],
      view,
    );
    expect(text.split("\n").slice(2, 5)).toEqual([
      "  │        A id │ I Q01   │ … AA Q06",
      "  │  89      94 │ Aubange │",
      "  │                           ^",
    ]);
  });

  test("shows a line break in a cell as a space, and cuts what is long", () => {
    const place = cell("AA89", `a\nb ${"x".repeat(100)}`);
    const lines = formatDiagnostics([notAScore({ found: "text" }, { place })], view).split("\n");
    expect(lines[3]).toBe(`  │  89      94 │ Aubange │   a b ${"x".repeat(55)}…`);
  });
});

describe("a diagnostic about a file", () => {
  const place = (line: string, column: number, length: number): Place => ({
    kind: "file",
    file: "templates/report/nl/method.md",
    line: 12,
    column,
    length,
    text: line,
  });

  test("shows the line with the words marked", () => {
    expect(formatDiagnostics([odd({}, { place: place("De {{mean x}} is", 4, 10) })], view)).toBe(
      `warning[T001]: something odd
  ┌─ templates/report/nl/method.md:12:4
  │  12   De {{mean x}} is
  │          ^^^^^^^^^^

`,
    );
  });

  test("keeps the mark under the words in a long line and after wide characters", () => {
    const long = `${"é".repeat(150)}HERE${"z".repeat(150)}`;
    const lines = formatDiagnostics([odd({}, { place: place(long, 151, 4) })], view).split("\n");
    const [text = "", mark = ""] = lines.slice(2, 4);
    expect(text.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("HERE");
    expect(text.length).toBeLessThan(120);
  });

  test("names a page of a publication", () => {
    const page: Place = { kind: "page", file: "out/2018/report-fr.pdf", page: 12 };
    expect(formatDiagnostics([odd({}, { place: page })], view)).toContain(
      "  ┌─ out/2018/report-fr.pdf › page 12\n",
    );
  });
});

describe("many diagnostics", () => {
  const codesAndPlaces = (diagnostics: readonly Diagnostic[], more = {}) =>
    formatDiagnostics(diagnostics, { ...view, ...more })
      .split("\n")
      .filter((line) => /^(error|warning|note|…)|┌─/.test(line));

  test("stand in the order of their places: sheet rows as numbers, columns as columns", () => {
    const cells = ["B10", "AA2", "B2", "Z2"].map((address) =>
      notAScore({ found: address }, { place: { ...cell(address), frame: [] } as Place }),
    );
    expect(codesAndPlaces([...cells, odd({})]).filter((line) => !line.includes("┌─"))).toEqual([
      "warning[T001]: something odd",
      "error[D014]: B2 where a score is expected",
      "error[D014]: Z2 where a score is expected",
      "error[D014]: AA2 where a score is expected",
      "error[D014]: B10 where a score is expected",
    ]);
  });

  test("of one kind are cut after twenty, with their number; --verbose shows all", () => {
    const many = Array.from({ length: 23 }, () => notAScore({ found: "text" }));
    const lines = codesAndPlaces(many);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("… and 3 more of D014; --verbose shows all.");
    expect(codesAndPlaces(many, { isVerbose: true })).toHaveLength(23);
  });

  test("are only the errors when quiet", () => {
    expect(codesAndPlaces([odd({}), notAScore({ found: "text" })], { isQuiet: true })).toEqual([
      "error[D014]: text where a score is expected",
    ]);
  });

  test("are counted by kind and by file", () => {
    expect(
      summariseDiagnostics([
        notAScore({ found: "text" }, { place: cell("A1") }),
        notAScore({ found: "text" }, { place: cell("A2") }),
        odd({}),
      ]),
    ).toBe("2 errors, 1 warning in 1 file.");
    expect(summariseDiagnostics([])).toBe("");
  });
});

test("languages that share their pages are named together", () => {
  expect(
    formatPages([
      printed("fr", "report", 9),
      printed("nl", "report", 10),
      printed("en", "report", 9),
      printed("en", "report", 9),
    ]),
  ).toBe("report p. 9 (fr, en), p. 10 (nl)");
});

test("pages that follow each other are joined from three on", () => {
  const pages = [4, 5, 6, 9, 17, 18, 25];
  expect(formatPages(pages.map((page) => printed("fr", "report", page)))).toBe(
    "report p. 4–6, 9, 17, 18 and 25 (fr)",
  );
});

describe("colour", () => {
  const hasColour = (
    output: { readonly isTerminal: boolean },
    environment: Record<string, string>,
    isWanted = true,
  ) =>
    createStyle({ write: () => undefined, ...output }, (name) => environment[name], isWanted).error(
      "x",
    ) !== "x";

  test.each([
    ["on a terminal", true, {}, true, true],
    ["not in a pipe", false, {}, true, false],
    ["not with NO_COLOR", true, { NO_COLOR: "1" }, true, false],
    ["with an empty NO_COLOR", true, { NO_COLOR: "" }, true, true],
    ["not on a dumb terminal", true, { TERM: "dumb" }, true, false],
    ["not with --no-color", true, {}, false, false],
    ["in a pipe with FORCE_COLOR", false, { FORCE_COLOR: "1" }, true, true],
    ["not in a pipe with FORCE_COLOR=0", false, { FORCE_COLOR: "0" }, true, false],
  ])("%s", (_name, isTerminal, environment, isWanted, expected) => {
    expect(hasColour({ isTerminal }, environment, isWanted)).toBe(expected);
  });
});
