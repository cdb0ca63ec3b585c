import { expect, test } from "vitest";
import { define, type Place } from "../../src/diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../../src/diagnostics/sort-diagnostics.ts";

const odd = define<{ readonly name: string }>({
  code: "D001",
  severity: "error",
  message: ({ name }) => name,
});
const cell = (address: string, sheet = "survey"): Place => ({
  kind: "cell",
  file: "b.xlsx",
  sheet,
  cell: address,
});
const line = (lineNumber: number, column: number): Place => ({
  kind: "file",
  file: "a.csv",
  line: lineNumber,
  column,
});

function order(places: Readonly<Record<string, Place | undefined>>): readonly string[] {
  const diagnostics = Object.entries(places).map(([name, place]) => odd({ name }, { place }));
  return sortDiagnostics(diagnostics).map(({ message }) => message);
}

test("cells follow the sheet, row by row; columns beyond Z come after Z", () => {
  expect(
    order({
      AA2: cell("AA2"),
      B10: cell("B10"),
      Z2: cell("Z2"),
      B2: cell("B2"),
      "first sheet": cell("Z99", "choices"),
      "whole column": cell("C"),
    }),
  ).toEqual(["first sheet", "whole column", "B2", "Z2", "AA2", "B10"]);
});

test("lines and columns of a file are compared as numbers", () => {
  expect(order({ "10:1": line(10, 1), "9:12": line(9, 12), "9:2": line(9, 2) })).toEqual([
    "9:2",
    "9:12",
    "10:1",
  ]);
});

test("what has no place comes first, then file by file", () => {
  expect(
    order({
      sheet: cell("A1"),
      page: { kind: "page", file: "out/report.pdf", page: 2 },
      nowhere: undefined,
      "whole file": { kind: "file", file: "a.csv" },
      line: line(1, 1),
    }),
  ).toEqual(["nowhere", "whole file", "line", "sheet", "page"]);
});

test("diagnostics of one place keep their order", () => {
  expect(order({ second: cell("A1"), first: cell("A1") })).toEqual(["second", "first"]);
});
