import { SaxesParser, type SaxesTagPlain } from "saxes";
import { columnNumber } from "./cell-address.ts";
import { formatDate, normaliseIsoDate, normaliseText, uncalculated } from "./normalise-cell.ts";
import type { Package } from "./open-package.ts";
import { parseDateStyles } from "./parse-date-styles.ts";
import type { CellValue, Row, Sheet, Workbook } from "./workbook.ts";
import { WorkbookFailure } from "./workbook-failure.ts";

/** A cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  /** Text of `<v>`; undefined where there is none. */
  stored: string | undefined;
  /** Text of `<is>`. */
  inline: string;
}

interface Values {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly countsFrom1904: boolean;
}

/**
 * Reads the sheets of an opened package tag by tag, with little more memory than the values take: for sheets that
 * are too large for the library. Gives the same values as `parseWithExceljs`.
 *
 * @throws WorkbookFailure damaged, when a part is not well-formed
 */
export function parseAsStream(opened: Package): Workbook {
  const values: Values = {
    sharedStrings: parseSharedStrings(opened.sharedStrings),
    dateStyles: opened.styles ? parseDateStyles(opened.styles) : new Set(),
    countsFrom1904: opened.countsFrom1904,
  };
  return { sheets: opened.sheets.map(({ name, xml }) => parseSheet(name, xml, values)) };
}

function parseSharedStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let text = "";
  let isInText = false;
  let isInPronunciation = false;
  walk("its texts", xml, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") isInPronunciation = true;
      if (name === "t") isInText = true;
    },
    text: (part) => {
      if (isInText && !isInPronunciation) text += part;
    },
    close: (name) => {
      if (name === "si") strings.push(text);
      if (name === "rPh") isInPronunciation = false;
      if (name === "t") isInText = false;
    },
  });
  return strings;
}

function parseSheet(sheet: string, xml: string, values: Values): Sheet {
  const rows: Row[] = [];
  let number = 0;
  let column = 0;
  let cells = new Map<number, CellValue>();
  let cell: OpenCell | undefined;
  /** The element whose text is wanted. */
  let target: "v" | "t" | undefined;
  let isInPronunciation = false;
  walk(`sheet "${sheet}"`, xml, {
    open: (name, { attributes }) => {
      if (name === "row") {
        number = attributes.r === undefined ? number + 1 : Number(attributes.r);
        column = 0;
        cells = new Map();
      } else if (name === "c") {
        const letters = /^[A-Z]+/i.exec(attributes.r ?? "")?.[0];
        column = (letters && columnNumber(letters)) || column + 1;
        cell = openCell(column, attributes);
      } else if (name === "f" && cell) {
        cell.hasFormula = true;
      } else if (name === "v" || name === "t") {
        target = name;
      } else if (name === "rPh") {
        isInPronunciation = true;
      }
    },
    text: (part) => {
      if (!cell || isInPronunciation) return;
      if (target === "v") cell.stored = (cell.stored ?? "") + part;
      if (target === "t") cell.inline += part;
    },
    close: (name) => {
      if (name === "v" || name === "t") target = undefined;
      if (name === "rPh") isInPronunciation = false;
      if (name === "c" && cell) {
        const value = readValue(cell, values);
        if (value !== undefined) cells.set(cell.column, value);
        cell = undefined;
      }
      if (name === "row" && cells.size > 0) rows.push({ number, cells });
    },
  });
  return { name: sheet, rows };
}

function openCell(column: number, attributes: SaxesTagPlain["attributes"]): OpenCell {
  return {
    column,
    type: attributes.t ?? "n",
    style: Number(attributes.s ?? 0),
    hasFormula: false,
    stored: undefined,
    inline: "",
  };
}

function readValue(cell: OpenCell, values: Values): CellValue | undefined {
  const { type, stored } = cell;
  if (type === "inlineStr") return normaliseText(cell.inline);
  if (stored === undefined || stored === "") {
    return cell.hasFormula && type !== "str" ? { error: uncalculated } : undefined;
  }
  switch (type) {
    case "s": {
      const text = values.sharedStrings[Number(stored)];
      if (text === undefined) {
        throw new WorkbookFailure("damaged", `a cell refers to text ${stored}, which is missing`);
      }
      return normaliseText(text);
    }
    case "str":
      return normaliseText(stored);
    case "b":
      return stored.trim() !== "0";
    case "e":
      return { error: stored };
    case "d":
      return normaliseIsoDate(stored);
    default:
      return readNumber(Number.parseFloat(stored), cell.style, values);
  }
}

function readNumber(number: number, style: number, values: Values): CellValue {
  if (!Number.isFinite(number)) return { error: "#NUM!" };
  if (!values.dateStyles.has(style)) return number;
  // Day 25569 is 1 January 1970; the Macintosh count starts 1462 days later.
  const days = number - 25_569 + (values.countsFrom1904 ? 1462 : 0);
  return formatDate(new Date(Math.round(days * 86_400_000)));
}

interface Handlers {
  readonly open: (name: string, tag: SaxesTagPlain) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Walks through a part; names come without their namespace prefixes. */
function walk(part: string, xml: string, handlers: Handlers): void {
  const parser = new SaxesParser();
  const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw new WorkbookFailure("damaged", `${part} cannot be read (${error.message})`);
  });
  parser.on("opentag", (tag) => handlers.open(localName(tag.name), tag));
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  parser.on("closetag", (tag) => handlers.close(localName(tag.name)));
  // In pieces: the parser keeps a copy of what it is given.
  for (let at = 0; at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  parser.close();
}
