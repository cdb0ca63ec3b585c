import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cellAddress } from "../../src/workbook/cell-address.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import type { CellValue, WorkbookProblem } from "../../src/workbook/workbook.ts";
import { makeWorkbook, sheetData, type WorkbookParts } from "./make-workbook.ts";

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

const one = sheetData('<row r="1"><c r="A1"><v>1</v></c></row>');
const strings = sheetData(
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
);

describe("a cell becomes a plain value", () => {
  const cases: Readonly<
    Record<string, readonly [WorkbookParts, Readonly<Record<string, CellValue>>]>
  > = {
    "rich text is joined, and pronunciations are left out": [
      {
        sheet: strings,
        sharedStrings:
          '<si><r><rPr><b/></rPr><t xml:space="preserve">Gras </t></r><r><t>et &amp; suite</t></r></si><si><t>x</t><rPh sb="0" eb="1"><t>PHON</t></rPh></si>',
      },
      { A1: "Gras et & suite", B1: "x" },
    ],
    "a formula gives its stored result, and an error where the file holds none": [
      {
        sheet: sheetData(
          '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1/0</f></c><c r="C1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="D1" t="str"><f>""</f><v></v></c></row>',
          '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2*2</f><v>4</v></c></row>',
          '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c><c r="B3"><f t="shared" si="7"/><v>8</v></c></row>',
        ),
      },
      { A1: 2, B1: { error: "formula without a stored result" }, C1: "ab", A2: 4, A3: 6, B3: 8 },
    ],
    "errors, booleans and inline texts are read": [
      {
        sheet: sheetData(
          '<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="inlineStr"><is><t>inline é</t></is></c><c r="D1" t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r></is></c></row>',
        ),
      },
      { A1: { error: "#DIV/0!" }, B1: true, C1: "inline é", D1: "rich" },
    ],
    "dates are ISO text in local time, by number format or by type": [
      {
        sheet: sheetData(
          '<row r="1"><c r="A1" s="1"><v>43410</v></c><c r="B1" s="2"><v>43410.5</v></c><c r="C1" t="d"><v>2018-11-05T09:30:00</v></c><c r="D1"><v>43410</v></c></row>',
        ),
      },
      {
        A1: "2018-11-06 00:00:00",
        B1: "2018-11-06 12:00:00",
        C1: "2018-11-05 09:30:00",
        D1: 43410,
      },
    ],
    "dates of old Macintosh files count from 1904": [
      {
        sheet: sheetData('<row r="1"><c r="A1" s="1"><v>41948</v></c></row>'),
        properties: '<workbookPr date1904="1"/>',
      },
      { A1: "2018-11-06 00:00:00" },
    ],
    "cells without addresses follow the one before": [
      {
        sheet: sheetData("<row><c><v>1</v></c><c><v>2</v></c></row>", "<row><c><v>3</v></c></row>"),
      },
      { A1: 1, B1: 2, A2: 3 },
    ],
    "elements may carry a namespace prefix": [
      {
        sheet:
          '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
      { A1: 5 },
    ],
    "the index may name a sheet's part absolutely": [
      { sheet: one, target: "/xl/worksheets/sheet1.xml" },
      { A1: 1 },
    ],
    "a sheet's part may have any name": [
      {
        sheet: "",
        target: "worksheets/Feuil_un.xml",
        extra: { "xl/worksheets/Feuil_un.xml": `<worksheet>${one}</worksheet>` },
      },
      { A1: 1 },
    ],
    "an empty shared string keeps its place": [
      { sheet: strings, sharedStrings: "<si/><si><t>second</t></si>" },
      { B1: "second" },
    ],
    "escaped control characters and line ends become plain": [
      { sheet: strings, sharedStrings: "<si><t>line_x000D_\nend</t></si><si><t>b</t></si>" },
      { A1: "line\nend", B1: "b" },
    ],
    "a merged heading stands in its first cell only": [
      {
        sheet: `${sheetData('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/></row>')}<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>`,
        sharedStrings: "<si><t>Kop</t></si>",
      },
      { A1: "Kop" },
    ],
    "a link gives its text": [
      {
        sheet: `${strings}<hyperlinks><hyperlink ref="A1" r:id="rIdMissing"/></hyperlinks>`,
        sharedStrings: "<si><t>lien</t></si><si><t>b</t></si>",
      },
      { A1: "lien", B1: "b" },
    ],
    "missing drawings, tables, comments and styles do no harm": [
      {
        sheet: `${sheetData('<row r="1"><c r="A1" s="9"><v>1</v></c></row>')}<drawing r:id="rId9"/><legacyDrawing r:id="rId5"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts>`,
      },
      { A1: 1 },
    ],
  };
  it.each(Object.entries(cases))("%s", async (_, [parts, expected]) => {
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
    Array.from({ length: 20_001 }, (_, index) => `<row r="${index + 1}"/>`).join(""),
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
