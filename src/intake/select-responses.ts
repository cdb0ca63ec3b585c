import {
  ambiguousMunicipality,
  errorInCell,
  missingMunicipality,
  noDateStamps,
  noResponseKept,
  unknownMunicipality,
  unreadableDate,
} from "../diagnostics/catalogue/data.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import type { Municipality } from "../edition/register.ts";
import { type CorrectedSurvey, cellKey } from "./apply-ledger.ts";
import { blameCell } from "./blame-cell.ts";
import { describeCellError } from "./describe-cell-error.ts";
import {
  describeMunicipality,
  indexMunicipalities,
  type MunicipalityMatch,
  matchMunicipality,
} from "./match-municipality.ts";
import { municipalityQuestionName } from "./municipality-question.ts";
import type { IntakeCounts } from "./response.ts";
import { cellText, type SurveyRow, type SurveySheet, surveyPlace } from "./survey-sheet.ts";

export type Fate = Exclude<keyof IntakeCounts, "read">;

export interface KeptRow {
  readonly row: SurveyRow;
  readonly municipality: Municipality;
}

export interface Selection {
  readonly kept: readonly KeptRow[];
  readonly counts: IntakeCounts;
  /** Whether a row's exclusion or correction bears on this edition, by row number. */
  readonly concerns: ReadonlySet<number>;
  /** False where a municipality is not certain, so that the sample is not known. */
  readonly isCertain: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

interface Candidate {
  readonly row: SurveyRow;
  readonly submitted: string;
  readonly match: MunicipalityMatch;
}

/** Numbers of the columns that decide which responses count. */
interface SelectionColumns {
  readonly municipality: number;
  readonly submitted: number;
}

/** A date, with or without a time: "2018-04-30", "2018-04-30 16:07:52", "2018-04-30T16:07:52". */
const isoMoment = /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?Z?$/;

/** What LimeSurvey writes as the date of every complete response where date stamps are off. */
const noDateStamp = "1980-01-01";

/**
 * Decides for each row in turn whether it was excluded, is incomplete, lies outside the territory, came after closing
 * (which includes that whole day, in the platform's local time), or is superseded by a later complete response of the
 * same municipality (the later row, where both came at the same moment). What is left is the sample.
 *
 * Rows that do not count are checked no further; a name that cannot be matched matters only where the response could count.
 */
export function selectResponses(
  edition: Edition,
  corrected: CorrectedSurvey,
  columns: SelectionColumns,
): Selection {
  const { sheet } = corrected;
  const { fates, concerns, open } = sortRows(edition, corrected, columns);
  const unreadable = open.filter(({ submitted }) => !isoMoment.test(submitted));
  const unmatched = open.filter(({ match }) => match.kind !== "one");
  const kept = latestOfEach(open);
  for (const { row } of open) fates.set(row.row, "superseded");
  for (const { row } of kept) {
    fates.set(row.row, "kept");
    concerns.add(row.row);
  }
  const unstamped = open.filter(({ submitted }) => submitted.startsWith(noDateStamp)).length;
  return {
    kept,
    counts: countFates(sheet.rows.length, fates),
    concerns,
    isCertain: unmatched.length === 0 && unreadable.length === 0,
    diagnostics: [
      ...unreadable.map(({ row }) => badDate(sheet, row, columns.submitted)),
      ...unmatched
        .filter(({ row }) => !corrected.disputed.has(cellKey(row.row, columns.municipality)))
        .map(({ row, match }) => notMatched(edition, corrected, row, columns.municipality, match)),
      ...(unstamped > 0 ? [noDateStamps({ responses: unstamped })] : []),
      ...(kept.length === 0 && unmatched.length === 0 ? [nothingKept(edition, sheet)] : []),
    ],
  };
}

/** What becomes of each row by itself; `open` are those that count unless superseded. */
function sortRows(
  edition: Edition,
  { sheet, excluded }: CorrectedSurvey,
  columns: SelectionColumns,
): {
  readonly fates: Map<number, Fate>;
  readonly concerns: Set<number>;
  readonly open: readonly Candidate[];
} {
  const names = indexMunicipalities(edition.register);
  const territory = new Set(edition.population.map(({ nis }) => nis));
  const fates = new Map<number, Fate>();
  const concerns = new Set<number>();
  const open: Candidate[] = [];
  for (const row of sheet.rows) {
    const submitted = cellText(row.cells.get(columns.submitted)).replace("T", " ");
    const match = matchMunicipality(names, cellText(row.cells.get(columns.municipality)));
    const isOutside = match.kind === "one" && !territory.has(match.municipality.nis);
    const fate = firstFate({ isExcluded: excluded.has(row.row), submitted, isOutside, edition });
    if (fate === "excluded" && !isOutside) concerns.add(row.row);
    if (fate === undefined) open.push({ row, submitted, match });
    else fates.set(row.row, fate);
  }
  return { fates, concerns, open };
}

function firstFate(row: {
  readonly isExcluded: boolean;
  readonly submitted: string;
  readonly isOutside: boolean;
  readonly edition: Edition;
}): Fate | undefined {
  if (row.isExcluded) return "excluded";
  if (row.submitted === "") return "incomplete";
  if (row.isOutside) return "outsideTerritory";
  const isAfter =
    isoMoment.test(row.submitted) && row.submitted.slice(0, 10) > row.edition.settings.closing;
  return isAfter ? "afterClosing" : undefined;
}

/** The latest response of each municipality, in the order of the sheet. */
function latestOfEach(open: readonly Candidate[]): readonly KeptRow[] {
  const latest = new Map<string, KeptRow & { readonly submitted: string }>();
  for (const { row, submitted, match } of open) {
    if (match.kind !== "one") continue;
    const { municipality } = match;
    const earlier = latest.get(municipality.nis);
    if (earlier === undefined || submitted >= earlier.submitted)
      latest.set(municipality.nis, { row, municipality, submitted });
  }
  return [...latest.values()]
    .sort((a, b) => a.row.row - b.row.row)
    .map(({ row, municipality }) => ({ row, municipality }));
}

function countFates(read: number, fates: ReadonlyMap<number, Fate>): IntakeCounts {
  const counts = {
    read,
    incomplete: 0,
    excluded: 0,
    outsideTerritory: 0,
    afterClosing: 0,
    superseded: 0,
    kept: 0,
  };
  for (const fate of fates.values()) counts[fate] += 1;
  return counts;
}

function badDate(sheet: SurveySheet, row: SurveyRow, column: number): Diagnostic {
  const cell = row.cells.get(column);
  const failed = typeof cell === "object" ? describeCellError(cell.error).hint : undefined;
  const hints = [
    failed ??
      "Export the survey with dates as the platform writes them: year-month-day hour:minute:second.",
  ];
  const heading = sheet.headings.get(column) ?? "";
  return unreadableDate({ column: heading }, { place: surveyPlace(sheet, row, column), hints });
}

function notMatched(
  edition: Edition,
  corrected: CorrectedSurvey,
  row: SurveyRow,
  column: number,
  match: MunicipalityMatch,
): Diagnostic {
  const cell = row.cells.get(column);
  const typed = cellText(cell);
  const wanted =
    match.kind === "several"
      ? `<${match.municipalities.map(({ nis }) => nis).join(" or ")}>`
      : "<name or NIS code>";
  const fault = { question: municipalityQuestionName, wanted };
  const { place, notes, hint } = blameCell(edition, corrected, row, column, fault);
  if (typeof cell === "object") {
    const failed = describeCellError(cell.error);
    const details = { error: failed.error, question: municipalityQuestionName };
    return errorInCell(details, { place, notes, hints: [failed.hint ?? hint] });
  }
  if (typed === "")
    return missingMunicipality({ response: row.id }, { place, notes, hints: [hint] });
  if (match.kind === "several") {
    const candidates = match.municipalities.map(describeMunicipality);
    return ambiguousMunicipality({ typed, candidates }, { place, notes, hints: [hint] });
  }
  const suggestions = match.kind === "none" ? match.suggestions : [];
  const meant = suggestions.length === 0 ? [] : [`Did you mean ${suggestions.join(", ")}?`];
  return unknownMunicipality({ typed }, { place, notes, hints: [...meant, hint] });
}

function nothingKept(edition: Edition, sheet: SurveySheet): Diagnostic {
  const { territory, closing } = edition.settings;
  const named = typeof territory === "string" ? territory : Object.values(territory).join("");
  return noResponseKept(
    { read: sheet.rows.length, territory: named },
    {
      place: { kind: "cell", file: sheet.file, sheet: sheet.name, cell: `A${sheet.headerRow}` },
      hints: [
        `Check the file, and in edition.yaml the territory and the closing date (${closing}).`,
      ],
    },
  );
}
