import type { CellValue } from "../../src/workbook/workbook.ts";
import { sheetData, type WorkbookParts } from "./make-workbook.ts";

/** A sheet of one number. */
export const one = sheetData('<row r="1"><c r="A1"><v>1</v></c></row>');
/** A sheet whose two cells refer to shared strings. */
export const strings = sheetData(
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
);

/** What programs write into workbooks, and the cells of the first sheet that must come out. */
export const edgeWorkbooks: Readonly<
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
