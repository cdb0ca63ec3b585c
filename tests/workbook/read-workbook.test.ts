import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cellAddress } from "../../src/workbook/cell-address.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import type { CellValue, WorkbookProblem } from "../../src/workbook/workbook.ts";
import { edgeWorkbooks, one, strings } from "./edge-workbooks.ts";
import { makeWorkbook, sheetData } from "./make-workbook.ts";

/** All cells of the first sheet by address. */
async function cellsOf(bytes: Uint8Array): Promise<Readonly<Record<string, CellValue>>> {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(`${result.problem}: ${result.detail}`);
  const rows = result.workbook.sheets[0]?.rows ?? [];
  return Object.fromEntries(
    rows.flatMap((row) =>
      [...row.cells].map(([column, value]) => [cellAddress(column, row.number), value] as const),
    ),
  );
}

describe("a cell becomes a plain value", () => {
  it.each(Object.entries(edgeWorkbooks))("%s", async (_, [parts, expected]) => {
    expect(await cellsOf(makeWorkbook(parts))).toEqual(expected);
  });

  it("a merge or a validation over the whole sheet takes no time", async () => {
    const started = performance.now();
    const merged = `${one}<mergeCells count="1"><mergeCell ref="A1:XFD20000"/></mergeCells>`;
    const validated = `${one}<dataValidations count="1"><dataValidation type="list" sqref="A1:Z1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`;
    expect(await cellsOf(makeWorkbook({ sheet: merged }))).toEqual({ A1: 1 });
    expect(await cellsOf(makeWorkbook({ sheet: validated }))).toEqual({ A1: 1 });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("sheets keep their names, whatever they are", async () => {
    const sheets = ["Résultats &amp; d'été &lt;1&gt;", "__proto__"].map(
      (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId1"/>`,
    );
    const result = await readWorkbook(makeWorkbook({ sheet: one, sheets: sheets.join("") }));
    const names = result.ok ? result.workbook.sheets.map(({ name }) => name) : [];
    expect(names).toEqual(["Résultats & d'été <1>", "__proto__"]);
  });
});

describe("the survey of 2018", () => {
  it("has a header and 141 responses in one sheet, dates and numbers as exported", async () => {
    const result = await readWorkbook(readFileSync("data/2018/survey.xlsx"));
    const sheet = result.ok ? result.workbook.sheets[0] : undefined;
    const fourth = sheet?.rows[3]?.cells;
    expect(sheet?.name).toBe("Smart City barometer 2018");
    expect(sheet?.rows.length).toBe(142);
    expect(sheet?.rows[0]?.cells.size).toBe(96);
    expect([fourth?.get(1), fourth?.get(2), fourth?.get(9), fourth?.get(27)]).toEqual([
      9,
      undefined,
      "Mechelen",
      2,
    ]);
  });
});

describe("a file that is not a workbook is refused with its kind", () => {
  const compound = (text: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(600),
        Buffer.from(text, "utf16le"),
        Buffer.alloc(600),
      ]),
    );
  const valid = makeWorkbook({ sheet: one });
  const row = (number: number, column: string): string =>
    sheetData(`<row r="${number}"><c r="${column}${number}"><v>1</v></c></row>`);
  const manyRows = sheetData(
    Array.from({ length: 10_001 }, (_, index) => `<row r="${index + 1}"/>`).join(""),
  );
  const cases: Readonly<Record<string, readonly [Uint8Array, WorkbookProblem]>> = {
    "nothing at all": [new Uint8Array(), "empty-file"],
    "a web page": [strToU8("\ufeff<html><table><tr><td>1</td></tr></table>"), "html"],
    "a text file": [strToU8("id;submitdate\n1;2\n"), "not-a-workbook"],
    "Excel 97": [compound("Workbook"), "old-excel"],
    "Excel 2003 XML": [
      strToU8(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      "old-excel",
    ],
    "a protected file": [compound("EncryptedPackage"), "password-protected"],
    "a Word document": [zipSync({ "word/document.xml": strToU8("<w/>") }), "not-a-workbook"],
    "a binary workbook": [zipSync({ "xl/workbook.bin": strToU8("x") }), "old-excel"],
    "half a file": [valid.slice(0, 700), "damaged"],
    "a sheet that breaks off": [
      makeWorkbook({ sheet: '<?xml version="1.0"?><worksheet><sheetData><row r="1">' }),
      "damaged",
    ],
    "entities of its own": [
      makeWorkbook({
        sheet: strings,
        sharedStrings:
          '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>',
      }),
      "damaged",
    ],
    "a row that no sheet has": [makeWorkbook({ sheet: row(99_999_999, "A") }), "damaged"],
    "a column that no sheet has": [makeWorkbook({ sheet: row(1, "ZZZZ") }), "damaged"],
    "more columns than a survey has": [makeWorkbook({ sheet: row(1, "XFD") }), "too-large"],
    "more rows than a survey has": [makeWorkbook({ sheet: manyRows }), "too-large"],
    "a part that unpacks to a thousand times its size": [
      makeWorkbook({ sheet: `${one}${" ".repeat(5_000_000)}` }),
      "too-large",
    ],
  };
  it.each(Object.entries(cases))("%s", async (_, [bytes, problem]) => {
    const result = await readWorkbook(bytes);
    expect(result.ok ? "ok" : result.problem).toBe(problem);
  });

  it("bytes that are changed anywhere never throw", async () => {
    for (let at = 0; at < valid.length; at += 7) {
      const broken = Uint8Array.from(valid);
      broken[at] = (broken[at] ?? 0) ^ 0x55;
      expect(await readWorkbook(broken)).toHaveProperty("ok");
    }
  });
});
