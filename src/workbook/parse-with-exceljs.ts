import { strToU8, zipSync } from "fflate";
import { cellAddress, columnNumber } from "./cell-address.ts";
import { normaliseCell, normaliseIsoDate, uncalculated } from "./normalise-cell.ts";
import type { Package } from "./open-package.ts";
import type { CellValue, Row, Sheet, Workbook } from "./workbook.ts";
import { WorkbookFailure } from "./workbook-failure.ts";

/**
 * Elements that hold no values. The library unfolds merges and validations cell by cell, for hours on a whole
 * sheet, and fails on drawings, tables and comments whose parts are missing.
 */
const ignoredNodes = [
  "mergeCells",
  "dataValidations",
  "hyperlinks",
  "conditionalFormatting",
  "cols",
  "drawing",
  "picture",
  "legacyDrawing",
  "tableParts",
  "extLst",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "autoFilter",
];

/**
 * Reads the sheets of an opened package with exceljs. The library gets a package written anew from the parts
 * that hold values, under the names that it expects; everything that it stumbles over has been left out.
 *
 * @throws WorkbookFailure damaged, when the library cannot make sense of the parts
 */
export async function parseWithExceljs(opened: Package): Promise<Workbook> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(toArrayBuffer(writePackage(opened)), { ignoreNodes: ignoredNodes });
  } catch (error) {
    // The library doesn't check what its parts refer to; it trips over what isn't there.
    const isMissing = error instanceof TypeError || !(error instanceof Error);
    const reason = isMissing ? "they refer to what is missing" : error.message.split("\n")[0];
    throw new WorkbookFailure("damaged", `its sheets cannot be read (${reason})`);
  }
  const sheets = opened.sheets.map(({ name }, index): Sheet => {
    const sheet = workbook.worksheets[index];
    if (!sheet) throw new WorkbookFailure("damaged", `sheet "${name}" cannot be read`);
    const rows: Row[] = [];
    sheet.eachRow((row, number) => {
      const cells = new Map<number, CellValue>();
      row.eachCell((cell, column) => {
        const value = normaliseCell(cell.value);
        if (value !== undefined) cells.set(column, value);
      });
      if (cells.size > 0) rows.push({ number, cells });
    });
    return { name, rows };
  });
  return { sheets };
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** Sheets are called sheet1, sheet2 …: the library bends and cuts names of its own accord. */
function writePackage(opened: Package): Uint8Array {
  const sheets = opened.sheets.map(
    (_, index) => `<sheet name="sheet${index + 1}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const relations = opened.sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeTypes}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const date1904 = opened.countsFrom1904 ? '<workbookPr date1904="1"/>' : "<workbookPr/>";
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${packageTypes}"><Relationship Id="rId1" Type="${officeTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${mainNamespace}" xmlns:r="${officeTypes}">${date1904}<sheets>${sheets.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageTypes}">${relations.join("")}</Relationships>`,
  };
  opened.sheets.forEach(({ xml }, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = prepareSheet(removePrefix(xml));
  });
  if (opened.sharedStrings) parts["xl/sharedStrings.xml"] = removePrefix(opened.sharedStrings);
  if (opened.styles) parts["xl/styles.xml"] = removePrefix(opened.styles);
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

const officeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageTypes = "http://schemas.openxmlformats.org/package/2006/relationships";
const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Some programs write every element with a prefix ("x:row"), which the library doesn't see. */
function removePrefix(xml: string): string {
  const root = /<([A-Za-z_][\w.-]*):(?:worksheet|sst|styleSheet)[\s>]/.exec(xml);
  return root ? xml.replaceAll(new RegExp(`<(/?)${root[1]}:`, "g"), "<$1") : xml;
}

/**
 * Repairs what the library reads wrongly or not at all: ISO dates (as the number 2018), formulas whose result is
 * empty text (as if they had none), shared formulas whose first cell is gone (as nothing), cells without addresses.
 * A formula leaves its stored result behind, or an error where there is none.
 */
function prepareSheet(xml: string): string {
  const formula = "<f\\b[^>]*?(?:/>|>[^<]*</f>)\\s*";
  const nothing = "(?:<v\\b[^>]*?(?:/>|></v>)\\s*)?</c>";
  const emptyText = new RegExp(`<c\\b[^>]*?\\bt=["']str["'][^>]*>\\s*${formula}${nothing}`, "g");
  const noResult = new RegExp(`<c\\b([^>]*)>\\s*${formula}${nothing}`, "g");
  return addAddresses(xml)
    .replace(
      /(<c\b[^>]*?\bt=["'])d(["'][^>]*>\s*<v\b[^>]*>)([^<]*)/g,
      (_, head: string, middle: string, date: string) =>
        `${head}str${middle}${normaliseIsoDate(date)}`,
    )
    .replace(emptyText, "")
    .replace(noResult, (_, attributes: string) => {
      const others = attributes.replace(/\st=["'][^"']*["']/, "");
      return `<c${others} t="e"><v>${uncalculated}</v></c>`;
    })
    .replace(new RegExp(formula, "g"), "");
}

/** Rows and cells may leave their addresses out; they then follow the one before. */
function addAddresses(xml: string): string {
  if (!/<(?:row|c)(?=[\s/>])(?![^>]*?\sr=)/.test(xml)) return xml;
  let row = 0;
  let column = 0;
  return xml.replace(/<(row|c)(?=[\s/>])([^>]*)/g, (_, element: string, attributes: string) => {
    const given = /\sr=["']([A-Z]*)(\d+)["']/.exec(attributes);
    if (element === "row") {
      row = given ? Number(given[2]) : row + 1;
      column = 0;
      return given ? `<row${attributes}` : `<row r="${row}"${attributes}`;
    }
    column = (given && columnNumber(given[1] ?? "")) || column + 1;
    return given ? `<c${attributes}` : `<c r="${cellAddress(column, row)}"${attributes}`;
  });
}
