import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface WorkbookParts {
  /** XML inside `<worksheet>`, or a whole part when it starts with `<?xml`. */
  readonly sheet: string;
  /** XML inside `<sst>`, or a whole part. */
  readonly sharedStrings?: string;
  /** `<sheet …/>` elements. */
  readonly sheets?: string;
  readonly properties?: string;
  /** Target of relation rId1. */
  readonly target?: string;
  /** Further parts, or replacements. */
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
}

/** Bytes of a small .xlsx written by hand, so that it can hold what no library would write. */
export function makeWorkbook(parts: WorkbookParts): Uint8Array {
  const { sharedStrings = "", properties = "", target = "worksheets/sheet1.xml" } = parts;
  const sheets = parts.sheets ?? '<sheet name="data" sheetId="1" r:id="rId1"/>';
  const whole = (xml: string, root: string): string =>
    xml.startsWith("<?xml")
      ? xml
      : `<?xml version="1.0"?><${root} xmlns="${main}" xmlns:r="${office}">${xml}</${root}>`;
  const relation = (id: string, type: string, to: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${to}"/>`;
  const files: Record<string, string | Uint8Array> = {
    "_rels/.rels": `<Relationships xmlns="${packages}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": whole(`${properties}<sheets>${sheets}</sheets>`, "workbook"),
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}">${relation("rId1", "worksheet", target)}${relation("rId2", "sharedStrings", "sharedStrings.xml")}${relation("rId3", "styles", "styles.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": whole(parts.sheet, "worksheet"),
    "xl/sharedStrings.xml": whole(sharedStrings, "sst"),
    "xl/styles.xml": whole(
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-80C]d mmmm yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>',
      "styleSheet",
    ),
    ...parts.extra,
  };
  const entries = Object.entries(files).map(
    ([name, content]) => [name, typeof content === "string" ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: "2018-01-01" });
}

/** A sheet's data from rows of plain XML cells. */
export function sheetData(...rows: readonly string[]): string {
  return `<sheetData>${rows.join("")}</sheetData>`;
}

/** A workbook of plain texts and numbers, one sheet a name; the first row of each is row 1. */
export function makeTextWorkbook(
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
): Uint8Array {
  const names = Object.keys(sheets);
  const parts = Object.values(sheets).map((rows, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<?xml version="1.0"?><worksheet xmlns="${main}">${sheetData(...rows.map(rowXml))}</worksheet>`,
  ]);
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return makeWorkbook({
    sheet: "",
    sheets: names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join(""),
    extra: {
      ...Object.fromEntries(parts),
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}">${relations.join("")}</Relationships>`,
    },
  });
}

function rowXml(values: readonly (string | number)[], index: number): string {
  const cells = values.map((value, column) => {
    const address = `${letters(column)}${index + 1}`;
    if (value === "") return "";
    return typeof value === "number"
      ? `<c r="${address}"><v>${value}</v></c>`
      : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  });
  return `<row r="${index + 1}">${cells.join("")}</row>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
