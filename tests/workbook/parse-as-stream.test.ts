import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnLetters } from "../../src/workbook/cell-address.ts";
import { openPackage } from "../../src/workbook/open-package.ts";
import { parseAsStream } from "../../src/workbook/parse-as-stream.ts";
import { parseWithExceljs } from "../../src/workbook/parse-with-exceljs.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { edgeWorkbooks } from "./edge-workbooks.ts";
import { makeTextWorkbook, makeWorkbook, sheetData } from "./make-workbook.ts";

async function expectSame(bytes: Uint8Array): Promise<void> {
  const opened = openPackage(bytes);
  expect(parseAsStream(opened)).toEqual(await parseWithExceljs(opened));
}

describe("a sheet read as a stream has the cells that the library finds", () => {
  it.each(Object.entries(edgeWorkbooks))("where %s", (_, [parts]) =>
    expectSame(makeWorkbook(parts)),
  );

  it.each(["survey", "questionnaire"])("in the %s of 2018", (name) =>
    expectSame(readFileSync(`data/2018/${name}.xlsx`)),
  );

  it("in any sheet", async () => {
    const plain = fc.string({ unit: fc.constantFrom(..."aé 1'\"&<>_x\n") });
    const escapeXml = (text: string): string =>
      text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, min: -1e9, max: 1e9 }));
    const formula = fc.constantFrom("", "<f>A1+1</f>", '<f t="shared" si="0"/>');
    const cell = fc.oneof(
      fc.tuple(fc.constant("s"), fc.constant(""), fc.nat(2).map(String)),
      fc.tuple(fc.constant("n"), formula, number.map(String)),
      fc.tuple(fc.constant("n"), formula, fc.constant("")),
      fc.tuple(fc.constant("b"), formula, fc.constantFrom("0", "1")),
      fc.tuple(fc.constant("e"), formula, fc.constantFrom("#N/A", "#DIV/0!")),
      fc.tuple(
        fc.constant("d"),
        fc.constant(""),
        fc.constantFrom("2018-04-30", "2018-04-30T16:07:52Z"),
      ),
      fc.tuple(
        fc.constant("inlineStr"),
        fc.constant(""),
        plain.map((text) => `<is><t xml:space="preserve">${escapeXml(text)}</t></is>`),
      ),
    );
    const styled = fc.tuple(cell, fc.nat(2));
    const row = fc.dictionary(fc.nat(40).map(String), styled, { maxKeys: 8 });
    const sheet = fc.dictionary(fc.nat(50).map(String), row, { maxKeys: 6 });
    await fc.assert(
      fc.asyncProperty(sheet, fc.boolean(), async (rows, from1904) => {
        const xml = Object.entries(rows).map(([index, cells]) => {
          const number = Number(index) + 1;
          const written = Object.entries(cells).map(
            ([column, [[type, formulaXml, value], style]]) => {
              const address = `${columnLetters(Number(column) + 1)}${number}`;
              const content = type === "inlineStr" || value === "" ? value : `<v>${value}</v>`;
              return `<c r="${address}" s="${style}" t="${type}">${formulaXml}${content}</c>`;
            },
          );
          return `<row r="${number}">${written.join("")}</row>`;
        });
        await expectSame(
          makeWorkbook({
            sheet: sheetData(...xml),
            sharedStrings: "<si><t>a</t></si><si/><si><r><t>b </t></r><r><t>c</t></r></si>",
            properties: from1904 ? '<workbookPr date1904="1"/>' : "",
          }),
        );
      }),
    );
  });
});

it("a large sheet is read as a stream, whole and in its order", async () => {
  const rows = Array.from({ length: 3000 }, (_, row) => [row, `text ${row}`]);
  const result = await readWorkbook(makeTextWorkbook({ data: rows }));
  const read = result.ok ? (result.workbook.sheets[0]?.rows ?? []) : [];
  expect(read.map(({ cells }) => [...cells.values()])).toEqual(rows);
  expect(read.at(-1)?.number).toBe(3000);
});

it("a large sheet that breaks off is damaged", async () => {
  const rows = Array.from(
    { length: 2500 },
    (_, row) => `<row r="${row + 1}"><c><v>1</v></c></row>`,
  );
  const xml = `<?xml version="1.0"?><worksheet><sheetData>${rows.join("")}`;
  expect(await readWorkbook(makeWorkbook({ sheet: xml }))).toMatchObject({
    ok: false,
    problem: "damaged",
  });
});
