import type { Question } from "../../edition/questionnaire.ts";
import type { Fact } from "../../facts/fact.ts";
import type { SegmentId } from "../../facts/segment.ts";
import type { DataTable } from "../chart.ts";
import { composeDescription } from "../describe.ts";
import { compareValues, cutsOf, findFact, segmentsOf } from "../find-facts.ts";
import type { ChartSetting } from "../form.ts";
import { questionOf } from "../name-choice.ts";
import { segmentLabel } from "../name-segment.ts";
import type { PressSheet } from "../press-sheet.ts";

/** Quartiles of fewer answers would nearly be the answers themselves. */
export const fewestForAmounts = 10;

export interface QuartileRow {
  readonly label: string;
  readonly heading?: string | undefined;
  readonly isReference: boolean;
  readonly q1: Fact;
  readonly median: Fact;
  readonly q3: Fact;
}

/** Rows that may be shown, and the names of those that rest on too few. */
export interface Quartiles {
  readonly rows: readonly QuartileRow[];
  readonly leftOut: readonly string[];
}

interface Candidate {
  readonly question: Question;
  readonly segment: SegmentId;
  readonly label: string;
  readonly heading: string;
}

/** The whole territory and the segments of the cuts; of several questions one row each, highest median on top. */
export function collectQuartiles(setting: ChartSetting): Quartiles {
  const rows: QuartileRow[] = [];
  const leftOut: string[] = [];
  let heading = "";
  for (const candidate of listCandidates(setting)) {
    const { question, segment, label } = candidate;
    const fact = (statistic: "q1" | "median" | "q3") =>
      findFact(setting.facts, question.name, null, statistic, segment);
    const [q1, median, q3] = [fact("q1"), fact("median"), fact("q3")];
    if (!q1 || !median || !q3 || median.base === 0) continue;
    if (median.value === null || median.base < fewestForAmounts) {
      leftOut.push(label);
      continue;
    }
    const begins = candidate.heading !== heading;
    heading = candidate.heading;
    rows.push({
      label,
      heading: begins ? heading : undefined,
      isReference: segment === "all" && setting.specification.questions.length === 1,
      q1,
      median,
      q3,
    });
  }
  const isSorted =
    setting.specification.questions.length > 1 && setting.specification.sort === "value";
  return {
    rows: isSorted ? rows.toSorted((a, b) => compareValues(a.median, b.median)) : rows,
    leftOut,
  };
}

function listCandidates({
  specification,
  facts,
  edition,
  words,
}: ChartSetting): readonly Candidate[] {
  const questions = specification.questions.map((name) => questionOf(edition, name));
  const [question] = questions;
  if (!question) return [];
  if (questions.length > 1) {
    return questions.map((row) => {
      const label = words.label(row.labels);
      return { question: row, segment: "all", label, heading: "" };
    });
  }
  const cuts = cutsOf(facts, specification);
  return [
    { question, segment: "all", label: segmentLabel("all", words), heading: "" },
    ...cuts.flatMap((cut) =>
      segmentsOf(facts, cut).map(({ id }) => ({
        question,
        segment: id,
        label: segmentLabel(id, words),
        heading: cuts.length > 1 ? words.string(`cuts.${cut}.heading`) : "",
      })),
    ),
  ];
}

/** "thousand euros"; empty for plain numbers. */
export function unitOf({ specification, edition, words }: ChartSetting): string {
  const { unit } = questionOf(edition, specification.questions[0]);
  return unit === undefined ? "" : words.unit(unit);
}

/** The first row's median and middle half, then the other medians. */
export function describeQuartiles(setting: ChartSetting, rows: readonly QuartileRow[]): string {
  const { words } = setting;
  const [first, ...others] = rows;
  if (!first) return words.string("chart.describeHidden");
  const unit = unitOf(setting);
  const value = words.fact(first.median).text;
  const message = words.string("chart.describeQuartiles", {
    label: first.label,
    n: words.number(first.median.base, 0),
    median: unit === "" ? value : words.string("chart.amount", { value, unit }),
    q1: words.fact(first.q1).text,
    q3: words.fact(first.q3).text,
  });
  const details = others.map(({ label, median }) => `${label} ${words.fact(median).text}`);
  return composeDescription(message, details, words, "chart.describeMedians");
}

export function tabulateQuartiles(
  setting: ChartSetting,
  sheet: PressSheet,
  rows: readonly QuartileRow[],
): DataTable {
  const { words, specification } = setting;
  const figure = (key: string) => ({ heading: words.string(key), align: "decimal" as const });
  const isMatrix = specification.questions.length > 1;
  return {
    columns: [
      { heading: words.string(isMatrix ? "table.question" : "table.segment"), align: "left" },
      { heading: words.string("table.base"), align: "right" },
      figure("statistics.q1"),
      figure("statistics.median"),
      figure("statistics.q3"),
    ],
    rows: rows.flatMap(({ label, heading, isReference, q1, median, q3 }) => [
      ...(heading === undefined ? [] : [{ isGroup: true, isTotal: false, cells: [heading] }]),
      {
        isGroup: false,
        isTotal: isReference,
        cells: [label, sheet.base(median), sheet.value(q1), sheet.value(median), sheet.value(q3)],
      },
    ]),
  };
}
