import type { Question } from "../../edition/questionnaire.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Printed } from "../../wording/printed.ts";
import type { DataTable } from "../chart.ts";
import { composeDescription, sayFigure } from "../describe.ts";
import { compareValues, cutsOf, findFact, leaders, segmentsOf, trailers } from "../find-facts.ts";
import type { ChartSetting } from "../form.ts";
import { questionOf } from "../name-choice.ts";
import { nameSegment, segmentLabel } from "../name-segment.ts";
import { isPrinted, type PressSheet } from "../press-sheet.ts";
import { segmentColour } from "../segment-colour.ts";

export interface ScoreRow {
  readonly label: string;
  readonly fact: Fact;
  readonly printed: Printed;
  readonly base: Printed;
  readonly colour: string;
  /** The whole territory beside its parts. */
  readonly isReference: boolean;
  /** The whole territory's mean, where the row is that of one segment. */
  readonly overall?: Fact | undefined;
}

export interface ScoreGroup {
  /** Empty where the chart has one group only. */
  readonly heading: string;
  readonly rows: readonly ScoreRow[];
}

/** The rows of a chart of scores, in the order of the specification. */
export function collectGroups(setting: ChartSetting, sheet: PressSheet): readonly ScoreGroup[] {
  const { specification, edition, words } = setting;
  const questions = specification.questions.map((name) => questionOf(edition, name));
  if (specification.cuts.length === 0) {
    const rows = questions.flatMap((question) => collectAlone(setting, sheet, question));
    return [{ heading: "", rows: sortRows(setting, rows) }];
  }
  return questions.map((question) => ({
    heading: questions.length > 1 ? words.label(question.labels) : "",
    rows: collectSegments(setting, sheet, question),
  }));
}

/** A question in the whole territory, or in the one segment that the chart is drawn for beside the whole. */
function collectAlone(
  setting: ChartSetting,
  sheet: PressSheet,
  question: Question,
): readonly ScoreRow[] {
  const { specification, facts, words } = setting;
  const label = words.label(question.labels);
  const segment = facts.segments.find(({ id }) => id === specification.segment);
  if (!segment) return collectRow(setting, sheet, question, "all", label);
  const overall = findFact(facts, question.name, null, "mean", "all");
  return collectRow(setting, sheet, question, segment, label).map((row) => ({ ...row, overall }));
}

function collectSegments(
  setting: ChartSetting,
  sheet: PressSheet,
  question: Question,
): readonly ScoreRow[] {
  const { specification, facts, words } = setting;
  const [cut] = cutsOf(facts, specification);
  // The whole territory alone is no comparison.
  if (!cut) return [];
  const reference = collectRow(setting, sheet, question, "all", segmentLabel("all", words));
  const rows = segmentsOf(facts, cut).flatMap((segment) =>
    collectRow(setting, sheet, question, segment, segmentLabel(segment.id, words)),
  );
  if (rows.length === 0) return [];
  // Regions and natures keep their order, so that charts and tables can be read beside each other.
  const ordered = cut === "province" ? sortRows(setting, rows) : rows;
  return [...reference.map((row) => ({ ...row, isReference: true })), ...ordered];
}

function collectRow(
  { facts, house }: ChartSetting,
  sheet: PressSheet,
  question: Question,
  segment: "all" | ReturnType<typeof segmentsOf>[number],
  label: string,
): readonly ScoreRow[] {
  const id = segment === "all" ? "all" : segment.id;
  const fact = findFact(facts, question.name, null, "mean", id);
  if (!fact || !isPrinted(fact)) return [];
  const colour = segment === "all" ? house.colours.primary : segmentColour(segment, house);
  const printed = sheet.value(fact);
  return [{ label, fact, printed, base: sheet.base(fact), colour, isReference: false }];
}

function sortRows({ specification }: ChartSetting, rows: readonly ScoreRow[]): readonly ScoreRow[] {
  if (specification.sort === "questionnaire") return rows;
  return rows.toSorted((a, b) => compareValues(a.fact, b.fact));
}

/** The highest and the lowest mean first; with several groups, each with its rows. */
export function describeScores(
  { words, specification }: ChartSetting,
  groups: readonly ScoreGroup[],
  scale: { readonly minimum: number; readonly maximum: number },
): string {
  const say = (row: ScoreRow) => `${row.label} ${sayFigure(row.fact, words)}`;
  const limits = {
    minimum: words.number(scale.minimum, 0),
    maximum: words.number(scale.maximum, 0),
  };
  const known = groups.map(({ heading, rows }) => ({
    heading,
    rows: rows.filter((row) => row.fact.value !== null),
  }));
  if (groups.length > 1) {
    const details = known.map(({ heading, rows }) =>
      words.string("chart.pair", { label: heading, value: rows.map(say).join(", ") }),
    );
    const message = words.string("chart.describeMeans", limits);
    return composeDescription(message, details, words, "chart.describeDetails");
  }
  const rows = known[0]?.rows ?? [];
  const parts = rows.filter((row) => !row.isReference);
  const [highest, lowest] = [leaders(parts), trailers(parts)];
  const sayAll = (equal: readonly ScoreRow[]) =>
    `${words.list(equal.map(({ label }) => label))} ${equal[0] ? sayFigure(equal[0].fact, words) : ""}`;
  if (highest.length === 0) return words.string("chart.describeHidden");
  const isOne = highest.length === 1 && lowest[0] === highest[0];
  const message = nameSegment(
    words.string(isOne ? "chart.describeOne" : "chart.describeHighestLowest", {
      only: sayAll(highest),
      highest: sayAll(highest),
      lowest: sayAll(lowest),
      ...limits,
    }),
    { words, specification },
  );
  const rest = rows
    .filter((row) => !highest.includes(row) && !lowest.includes(row))
    .toSorted((a, b) => compareValues(a.fact, b.fact));
  const ordered =
    specification.cuts.length > 0
      ? rest.toSorted((a, b) => Number(b.isReference) - Number(a.isReference))
      : rest;
  return composeDescription(message, ordered.map(say), words, "chart.describeOthers");
}

/** Base, mean and interval of each row; the whole territory as the total, or beside its one segment. */
export function tabulateScores(
  { words, specification }: ChartSetting,
  sheet: PressSheet,
  groups: readonly ScoreGroup[],
): DataTable {
  const [cut] = specification.cuts;
  const { segment } = specification;
  const whole = segmentLabel("all", words);
  return {
    columns: [
      { heading: words.string(cut ? `cuts.${cut}.heading` : "table.question"), align: "left" },
      { heading: words.string("table.base"), align: "right" },
      {
        heading: segment ? segmentLabel(segment, words) : words.string("table.mean"),
        align: "decimal",
      },
      { heading: words.string("table.interval"), align: "right" },
      ...(segment
        ? [
            { heading: words.string("table.base"), align: "right" as const },
            { heading: whole, align: "decimal" as const },
          ]
        : []),
    ],
    rows: groups.flatMap((group) => [
      ...(group.heading === "" ? [] : [{ isGroup: true, isTotal: false, cells: [group.heading] }]),
      ...group.rows.map((row) => ({
        isGroup: false,
        isTotal: row.isReference,
        cells: [
          row.label,
          row.base,
          row.printed,
          sheet.interval(row.fact),
          ...(segment && row.overall ? [sheet.base(row.overall), sheet.value(row.overall)] : []),
        ],
      })),
    ]),
  };
}
