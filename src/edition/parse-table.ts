import { CsvError, parse } from "csv-parse/sync";
import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, FilePlace, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { SourceFile } from "./checked-yaml.ts";

/** A line of a table in text form. */
export interface TableLine<Column extends string> {
  /** Line of the file on which it starts, from 1, the heading being 1. */
  readonly line: number;
  /** As it stands in the file. */
  readonly text: string;
  /** Trimmed; every column has a value, empty where the file has none. */
  readonly values: Readonly<Record<Column, string>>;
  /** The field of a column, marked in its line. */
  readonly placeOf: (column: Column) => FilePlace;
}

export interface Table<Column extends string> {
  readonly lines: readonly TableLine<Column>[];
  readonly separator: Separator;
}

export type Separator = "," | ";" | "\t";

interface RawLine {
  readonly line: number;
  readonly text: string;
  readonly fields: readonly string[];
}

/**
 * Parses a table with a heading, separated by commas, semicolons or tabs, with or without a BOM, with any line
 * ends, as spreadsheet programs and scripts write them. Lines without any value are left out.
 *
 * @param columns the columns that the heading must have, in any order
 * @param ignored columns that it may have, whose values are not wanted
 * @param optional those of the columns that it may lack
 */
export function parseTable<Column extends string>(
  source: SourceFile,
  columns: readonly Column[],
  ignored: readonly string[] = [],
  optional: readonly Column[] = [],
): Outcome<Table<Column>> {
  const text = source.text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (text.trim() === "") {
    const hints = [`Its first line is: ${columns.join(",")}`];
    const place = { kind: "file", file: source.file } as const;
    const diagnostic = catalogue.emptyFile({ file: source.file }, { place, hints });
    return { value: undefined, diagnostics: [diagnostic] };
  }
  const separator = detectSeparator(text.split("\n", 1)[0] ?? "", columns);
  const parsed = parseLines(source.file, text, separator);
  if (!parsed.value) return { value: undefined, diagnostics: parsed.diagnostics };
  const [heading, ...lines] = parsed.value;
  const place = heading && { line: heading.line, text: heading.text };
  const names = (heading?.fields ?? []).map((field) => field.trim());
  const placeOfField = (raw: RawLine, index: number): FilePlace => ({
    kind: "file",
    file: source.file,
    line: raw.line,
    text: raw.text.split("\n", 1)[0] ?? "",
    ...fieldPosition(raw, index, separator),
  });
  const headingProblems = [
    ...names.flatMap((name, index) => {
      const isKnown = columns.some((column) => column === name) || ignored.includes(name);
      if (isKnown || !heading) return [];
      const missing = columns.filter((column) => !names.includes(column));
      const near = suggest(name, missing.length > 0 ? missing : columns);
      const hints = near.map((column) => `Did you mean "${column}"?`);
      const at = placeOfField(heading, index);
      return [catalogue.unknownTableColumn({ column: name }, { place: at, hints })];
    }),
    ...columns
      .filter((column) => !names.includes(column) && !optional.includes(column))
      .map((column) => {
        const hints = [`The heading is: ${columns.join(separator)}`];
        const at = { kind: "file", file: source.file, line: 1, ...place } as const;
        return catalogue.missingTableColumn({ column }, { place: at, hints });
      }),
  ];
  if (headingProblems.length > 0) return { value: undefined, diagnostics: headingProblems };

  const diagnostics: Diagnostic[] = [];
  const tableLines = lines
    .filter(({ fields }) => fields.some((field) => field.trim() !== ""))
    .flatMap((raw): readonly TableLine<Column>[] => {
      if (raw.fields.length !== names.length) {
        diagnostics.push(
          catalogue.wrongFieldCount(
            { found: raw.fields.length, expected: names.length },
            {
              place: placeOfField(raw, Math.min(raw.fields.length, names.length) - 1),
              hints: [`A field that holds "${separator}" stands between double quotes.`],
            },
          ),
        );
        return [];
      }
      const fieldOf = (column: Column): string => raw.fields[names.indexOf(column)]?.trim() ?? "";
      const values = Object.fromEntries(columns.map((column) => [column, fieldOf(column)]));
      return [
        {
          line: raw.line,
          text: raw.text,
          // Object.fromEntries forgets the keys' type; they are exactly the columns.
          values: values as Record<Column, string>,
          placeOf: (column) => placeOfField(raw, names.indexOf(column)),
        },
      ];
    });
  return { value: { lines: tableLines, separator }, diagnostics };
}

/** The separator under which the heading shows most of the columns. */
function detectSeparator(heading: string, columns: readonly string[]): Separator {
  const known = (separator: Separator): number =>
    heading.split(separator).filter((name) => columns.includes(name.replaceAll('"', "").trim()))
      .length;
  const separators = [",", ";", "\t"] as const;
  return separators.reduce((best, each) => (known(each) > known(best) ? each : best));
}

function parseLines(file: string, text: string, separator: Separator): Outcome<readonly RawLine[]> {
  try {
    const options = {
      delimiter: separator,
      record_delimiter: "\n",
      relax_column_count: true,
      raw: true,
    };
    // With `raw` each record comes in an object, which the library's types don't say.
    const records = parse(text, options) as unknown as readonly CsvRecord[];
    let next = 1;
    const lines = records.map(({ record, raw }): RawLine => {
      const line = next;
      // The record comes with its line end, except perhaps the last.
      const text = raw.replace(/\n$/, "");
      next += text.split("\n").length;
      return { line, text, fields: record };
    });
    return { value: lines, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    const place = { kind: "file", file, line, text: text.split("\n")[line - 1] ?? "" } as const;
    const problem = describeCsvError(error.code);
    const hints = ['A double quote inside a field is written twice: ""'];
    return {
      value: undefined,
      diagnostics: [catalogue.tableNotReadable({ problem }, { place, hints })],
    };
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  /** As it stands in the text, with its line end. */
  readonly raw: string;
}

function describeCsvError(code: string): string {
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a double quote is opened and never closed";
  if (code === "INVALID_OPENING_QUOTE")
    return "a double quote stands inside a field without quotes";
  if (code === "CSV_INVALID_CLOSING_QUOTE") return "text follows a closing double quote";
  return code.toLowerCase().replaceAll("_", " ");
}

/** Where a field starts in its line and how long it is; fields after a line break inside quotes count on. */
function fieldPosition(
  raw: RawLine,
  index: number,
  separator: Separator,
): { readonly column: number; readonly length: number } {
  const starts = [0];
  let isQuoted = false;
  for (let at = 0; at < raw.text.length; at += 1) {
    if (raw.text[at] === '"') isQuoted = !isQuoted;
    if (raw.text[at] === separator && !isQuoted) starts.push(at + 1);
  }
  const start = starts[index] ?? 0;
  const end = (starts[index + 1] ?? raw.text.length + 1) - 1;
  return { column: start + 1, length: Math.max(1, end - start) };
}
