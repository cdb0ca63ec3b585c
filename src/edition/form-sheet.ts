import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { CellPlace, Diagnostic } from "../diagnostics/diagnostic.ts";
import { cellAddress, columnLetters } from "../workbook/cell-address.ts";
import type { CellValue, Row, Sheet } from "../workbook/workbook.ts";
import { isLanguage, type Language } from "./language.ts";
import { columnAliases } from "./xlsform-vocabulary.ts";

/** A sheet of a form: rows under a heading. */
export interface FormSheet {
  readonly name: string;
  /** Column numbers by key: a column's name in lower case, or "label:nl" for a label in a language. */
  readonly columns: ReadonlyMap<string, number>;
  /** What the heading says, by column number. */
  readonly headings: ReadonlyMap<number, string>;
  readonly headingRow: number;
  readonly rows: readonly FormRow[];
  /** The place of a heading's cell; of the heading's first cell where there is no such column. */
  readonly placeOfHeading: (key: string) => CellPlace;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FormRow {
  /** As the spreadsheet shows it. */
  readonly number: number;
  /** A cell's trimmed text; empty where the cell or its column is. */
  readonly text: (key: string) => string;
  /** A cell with its row's type and name beside it. */
  readonly placeOf: (key: string) => CellPlace;
}

/** The key of a label's column. */
export function labelKey(language: Language): string {
  return `label:${language}`;
}

/**
 * Opens a sheet of a form. Headings are read in any case; "label::Nederlands (nl)" and "label::nl" are the
 * same. Cells that hold an error, and columns that stand twice, are said at once.
 *
 * @param file relative to the project, for places
 * @param shown keys of the columns that a place shows before the cell it marks
 */
export function openFormSheet(file: string, sheet: Sheet, shown: readonly string[]): FormSheet {
  const [heading, ...rows] = sheet.rows;
  const diagnostics: Diagnostic[] = [];
  const columns = new Map<string, number>();
  const headings = new Map<number, string>();
  const headingRow = heading?.number ?? 1;
  const placeAt = (row: Row | undefined, column: number): CellPlace => {
    const shownColumns = shown
      .map((key) => columns.get(key))
      .filter((number) => number !== undefined && number !== column);
    const frame = row === heading ? [column] : [...shownColumns, column];
    return {
      kind: "cell",
      file,
      sheet: sheet.name,
      cell: cellAddress(column, row?.number ?? headingRow),
      frame: frame.flatMap((number) =>
        number === undefined
          ? []
          : [
              {
                column: columnLetters(number),
                heading: row === heading ? "" : (headings.get(number) ?? ""),
                value: plainText(row?.cells.get(number)),
              },
            ],
      ),
    };
  };
  for (const [number, value] of heading?.cells ?? []) {
    const text = plainText(value);
    headings.set(number, text);
    const key = columnKey(text);
    if (columns.has(key)) {
      const details = { column: text, sheet: sheet.name };
      diagnostics.push(catalogue.duplicateColumn(details, { place: placeAt(heading, number) }));
    } else {
      columns.set(key, number);
    }
  }
  const formRows = rows.map((row): FormRow => {
    for (const [column, value] of row.cells) {
      if (typeof value !== "object" || !headings.has(column)) continue;
      const place = placeAt(row, column);
      diagnostics.push(catalogue.errorInForm({ error: value.error }, { place }));
    }
    return {
      number: row.number,
      text: (key) => plainText(row.cells.get(columns.get(key) ?? 0)),
      placeOf: (key) => placeAt(row, columns.get(key) ?? 1),
    };
  });
  const placeOfHeading = (key: string): CellPlace => placeAt(heading, columns.get(key) ?? 1);
  return {
    name: sheet.name,
    columns,
    headings,
    headingRow,
    rows: formRows,
    placeOfHeading,
    diagnostics,
  };
}

function plainText(value: CellValue | undefined): string {
  if (value === undefined || typeof value === "object") return "";
  return String(value).trim();
}

/** "label::Nederlands (nl)" → "label:nl"; a label in another language keeps its name. */
function columnKey(heading: string): string {
  const name = heading.toLowerCase();
  const label = /^label::?\s*(.*)$/.exec(name);
  if (label) {
    const written = label[1] ?? "";
    const code = /\(([a-z-]+)\)\s*$/.exec(written)?.[1] ?? written;
    const language = code.split("-")[0] ?? "";
    return isLanguage(language) ? labelKey(language) : `label::${written}`;
  }
  return columnAliases[name] ?? name;
}
