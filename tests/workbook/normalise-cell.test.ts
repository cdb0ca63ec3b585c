import { describe, expect, it } from "vitest";
import { normaliseCell, normaliseIsoDate } from "../../src/workbook/normalise-cell.ts";
import type { CellValue } from "../../src/workbook/workbook.ts";

describe("each shape that the library hands over becomes a plain value", () => {
  const cases: readonly (readonly [unknown, CellValue | undefined])[] = [
    ["text", "text"],
    ["", undefined],
    [0, 0],
    [Number.NaN, { error: "#NUM!" }],
    [false, false],
    [null, undefined],
    [undefined, undefined],
    [{}, undefined],
    [{ error: "#REF!" }, { error: "#REF!" }],
    [{ richText: [{ text: "a" }, { font: {}, text: "b" }, {}] }, "ab"],
    [{ text: "lien", hyperlink: "https://example.org" }, "lien"],
    [{ text: { richText: [{ text: "li" }, { text: "en" }] }, hyperlink: "#a" }, "lien"],
    [{ formula: "1+1", result: 2 }, 2],
    [{ formula: "1/0", result: { error: "#DIV/0!" } }, { error: "#DIV/0!" }],
    [{ formula: "1+1", result: undefined }, { error: "formula without a stored result" }],
    [{ sharedFormula: "A1", result: "x" }, "x"],
    [{ sharedString: 7 }, { error: "missing shared string" }],
    [new Date(Date.UTC(2018, 3, 30, 16, 7, 51, 999)), "2018-04-30 16:07:52"],
    [new Date(Number.NaN), { error: "#NUM!" }],
  ];
  it.each(cases)("%j", (value, expected) => {
    expect(normaliseCell(value)).toEqual(expected);
  });
});

describe("an ISO date takes the form of all other dates", () => {
  it.each([
    ["2018-11-05", "2018-11-05 00:00:00"],
    ["2018-11-05T09:30:00", "2018-11-05 09:30:00"],
    ["2018-11-05T09:30:00.000Z", "2018-11-05 09:30:00"],
    ["soon", "soon"],
  ])("%s", (text, expected) => {
    expect(normaliseIsoDate(text)).toBe(expected);
  });
});
