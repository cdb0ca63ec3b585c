import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { SourceFile } from "./checked-yaml.ts";
import {
  type CorrectionReason,
  correctionReasons,
  type Ledger,
  type LedgerLine,
} from "./edition.ts";
import { isIsoDate } from "./is-iso-date.ts";
import { parseTable, type Separator, type TableLine } from "./parse-table.ts";

const columns = ["response", "action", "question", "was", "now", "reason", "date", "note"] as const;
type Column = (typeof columns)[number];
type Line = TableLine<Column>;

/**
 * Parses corrections.csv. Whether a line fits the survey is found out when it is applied; here every line gets a
 * response, an action, a reason and a date that exist. Lines with errors are left out.
 */
export function parseLedger(source: SourceFile): Outcome<Ledger> {
  const { value: table, diagnostics: problems } = parseTable(source, columns);
  if (!table) return { value: undefined, diagnostics: problems };
  const checked = table.lines.map((line) => parseLine(line, table.separator));
  return {
    value: { file: source.file, lines: checked.flatMap(({ value }) => value ?? []) },
    diagnostics: [...problems, ...checked.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function parseLine(line: Line, separator: Separator): Outcome<LedgerLine> {
  const { response, question, was, now, note } = line.values;
  const action = parseAction(line);
  const reason = parseReason(line);
  const date = parseDate(line, separator);
  const diagnostics: readonly Diagnostic[] = [
    ...checkResponse(line),
    ...action.diagnostics,
    ...(action.value === "change" ? checkChange(line) : []),
    ...(action.value === "exclude" ? checkExclude(line) : []),
    ...reason.diagnostics,
    ...date.diagnostics,
  ];
  if (diagnostics.length > 0 || !action.value || !reason.value || !date.value) {
    return { value: undefined, diagnostics };
  }
  const value = {
    line: line.line,
    text: line.text,
    response,
    action: action.value,
    question,
    was,
    now,
    reason: reason.value,
    date: date.value,
    note,
  };
  return { value, diagnostics };
}

function wrong(
  line: Line,
  column: Column,
  expected: string,
  hints: readonly string[] = [],
): Diagnostic {
  const details = { column, value: line.values[column], expected };
  return catalogue.wrongTableValue(details, { place: line.placeOf(column), hints });
}

function checkResponse(line: Line): readonly Diagnostic[] {
  const { response } = line.values;
  if (response !== "" && (!response.startsWith("row:") || /^row:[1-9]\d*$/.test(response))) {
    return [];
  }
  return [wrong(line, "response", 'a response\'s id, or its row in the sheet as "row:57",')];
}

function parseAction(line: Line): Outcome<LedgerLine["action"]> {
  const { action } = line.values;
  if (action === "change" || action === "exclude") return { value: action, diagnostics: [] };
  const near = suggest(action, ["change", "exclude"]);
  const hints = near.map((name) => `Did you mean "${name}"?`);
  return { value: undefined, diagnostics: [wrong(line, "action", '"change" or "exclude"', hints)] };
}

function checkChange(line: Line): readonly Diagnostic[] {
  const { question, was, now } = line.values;
  if (question === "") return [wrong(line, "question", "the name of a question")];
  if (was !== now) return [];
  const hints = ["Write in was what the cell says, and in now what it should say."];
  return [
    catalogue.correctionChangesNothing({ value: was }, { place: line.placeOf("now"), hints }),
  ];
}

function checkExclude(line: Line): readonly Diagnostic[] {
  return (["question", "was", "now"] as const)
    .filter((column) => line.values[column] !== "")
    .map((column) => {
      const hints = [
        'An excluded response is left out whole; to change one answer, write "change".',
      ];
      const details = { column, action: "exclude" };
      return catalogue.needlessTableValue(details, { place: line.placeOf(column), hints });
    });
}

function parseReason(line: Line): Outcome<CorrectionReason> {
  const { reason } = line.values;
  const value = correctionReasons.find((each) => each === reason);
  if (value) return { value, diagnostics: [] };
  const hints = suggest(reason, correctionReasons).map((name) => `Did you mean "${name}"?`);
  const expected = `one of ${correctionReasons.join(", ")}`;
  return { value: undefined, diagnostics: [wrong(line, "reason", expected, hints)] };
}

/**
 * An ISO date. Where semicolons separate the fields the file was saved by a spreadsheet program under continental
 * settings, which turns 2018-05-02 into 2/05/2018: the day comes first there. Under commas it could be either.
 */
function parseDate(line: Line, separator: Separator): Outcome<string> {
  const { date } = line.values;
  if (isIsoDate(date)) return { value: date, diagnostics: [] };
  const [, day = "", month = "", year = ""] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(date) ?? [];
  const dayFirst = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (separator === ";" && isIsoDate(dayFirst)) return { value: dayFirst, diagnostics: [] };
  const hints = isIsoDate(dayFirst) ? [`Write ${dayFirst} if the day comes first.`] : [];
  return {
    value: undefined,
    diagnostics: [wrong(line, "date", "a date as year-month-day (2018-05-02)", hints)],
  };
}
