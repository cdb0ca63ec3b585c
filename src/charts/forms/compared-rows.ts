import { choiceNames } from "../../edition/choice-names.ts";
import type { Fact, Statistic } from "../../facts/fact.ts";
import type { Segment, SegmentId } from "../../facts/segment.ts";
import type { Printed } from "../../wording/printed.ts";
import { basesNote } from "../base-note.ts";
import type { DataTable } from "../chart.ts";
import { shareStatistic } from "../default-form.ts";
import { cautionOf, composeDescription } from "../describe.ts";
import { tabulateFigures } from "../figure-table.ts";
import { compareValues, cutsOf, findFact, leaders, segmentsOf } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { choiceLabel, isUnusedOther, questionOf } from "../name-choice.ts";
import { segmentLabel } from "../name-segment.ts";
import { isPrinted, openPressSheet, type PressSheet } from "../press-sheet.ts";
import { segmentColour } from "../segment-colour.ts";
import { composeMarks } from "./compose-marks.ts";

/** A segment that a chart sets beside others. */
export interface ComparedSegment {
  readonly segment: Segment;
  readonly name: string;
  readonly colour: string;
}

/** One answer, or one row of a matrix, in all segments. */
export interface ComparedRow {
  readonly choice: string | null;
  readonly label: string;
  /** In the whole territory; decides the order. */
  readonly overall: Fact;
  /** One per segment. */
  readonly cells: readonly Fact[];
}

export interface Comparison {
  readonly segments: readonly ComparedSegment[];
  readonly rows: readonly ComparedRow[];
}

interface Subject {
  readonly question: string;
  readonly choice: string | null;
  readonly statistic: Statistic;
  readonly label: string;
}

/** A form that lays out a comparison, and draws nothing where there is nothing to compare. */
export function comparisonForm(
  layOut: (setting: ChartSetting, comparison: Comparison) => Drawing,
): Form {
  return {
    compose: composeMarks,
    draw: (setting) => {
      const comparison = collectComparison(setting);
      return comparison.rows.length > 0 ? layOut(setting, comparison) : undefined;
    },
  };
}

/**
 * Answers, or rows of a matrix, in every segment of the specification's cut, sorted by the whole territory;
 * segments in which nobody answered are left out.
 */
export function collectComparison(setting: ChartSetting): Comparison {
  const { specification, facts, words, house } = setting;
  const subjects = listSubjects(setting);
  const factOf = ({ question, choice, statistic }: Subject, segment: SegmentId) =>
    findFact(facts, question, choice, statistic, segment);
  const segments = cutsOf(facts, specification)
    .flatMap((cut) => segmentsOf(facts, cut))
    .filter(({ id }) =>
      subjects.every((subject) => {
        const fact = factOf(subject, id);
        return fact !== undefined && isPrinted(fact);
      }),
    )
    .map((segment) => ({
      segment,
      name: segmentLabel(segment.id, words),
      colour: segmentColour(segment, house),
    }));
  if (segments.length === 0) return { segments, rows: [] };
  const rows = subjects.flatMap((subject): ComparedRow[] => {
    const overall = factOf(subject, "all");
    if (!overall || (subject.choice !== null && isUnusedOther(subject.choice, overall))) return [];
    const cells = segments.flatMap(({ segment }) => factOf(subject, segment.id) ?? []);
    return [{ choice: subject.choice, label: subject.label, overall, cells }];
  });
  return { segments, rows: sortRows(setting, rows) };
}

/** The choices of one question; of a matrix its rows, by the one choice that is asked for or by their means. */
function listSubjects({ specification, edition, words }: ChartSetting): readonly Subject[] {
  const questions = specification.questions.map((name) => questionOf(edition, name));
  const [question] = questions;
  if (!question) return [];
  const [choice] = specification.choices ?? [];
  if (question.kind === "range" || questions.length > 1) {
    return questions.map((row) => ({
      question: row.name,
      choice: row.kind === "range" ? null : (choice ?? ""),
      statistic: row.kind === "range" ? "mean" : shareStatistic(row),
      label: words.label(row.labels),
    }));
  }
  return (specification.choices ?? choiceNames(question)).map((name) => ({
    question: question.name,
    choice: name,
    statistic: shareStatistic(question),
    label: choiceLabel(question, name, words),
  }));
}

function sortRows(
  { specification }: ChartSetting,
  rows: readonly ComparedRow[],
): readonly ComparedRow[] {
  if (specification.sort === "questionnaire") return rows;
  return rows.toSorted(
    (a, b) =>
      Number(a.choice === "other") - Number(b.choice === "other") ||
      compareValues(a.overall, b.overall),
  );
}

/** n of one segment: "n = 58", or "n = 44 to 49" where rows rest on different numbers. */
export function segmentBase(
  { words }: ChartSetting,
  print: PressSheet["base"],
  { rows }: Comparison,
  position: number,
): string {
  const facts = rows.flatMap(({ cells }) => cells[position] ?? []);
  const ordered = facts.toSorted((a, b) => a.base - b.base);
  const [least, most] = [ordered[0], ordered.at(-1)];
  if (!least || !most) return "";
  const n = print(least).text;
  if (least.base === most.base) return words.string("chart.base", { n });
  return words.string("chart.baseRange", { least: n, most: print(most).text });
}

/** n of the whole territory, for the notes. */
export function comparisonBases(setting: ChartSetting, { rows }: Comparison): readonly Printed[] {
  return basesNote(
    setting,
    rows.map(({ overall }) => overall),
  );
}

/** What leads in each segment. */
export function describeComparison(
  { words, specification, edition }: ChartSetting,
  { segments, rows }: Comparison,
): string {
  const details = segments.flatMap(({ name }, position) => {
    const known = rows.flatMap(({ label, cells }) => {
      const fact = cells[position];
      return fact && fact.value !== null ? [{ label, fact }] : [];
    });
    const [best, ...others] = leaders(known);
    if (!best) return [];
    const labels = words.list([best, ...others].map(({ label }) => label));
    const value = `${labels} (${words.fact(best.fact).text})`;
    const caution = cautionOf(best.fact, words);
    const label = caution ? `${name} (${caution})` : name;
    return [words.string("chart.pair", { label, value })];
  });
  const question = questionOf(edition, specification.questions[0]);
  const [choice] = specification.choices ?? [];
  const message =
    question.kind === "range"
      ? words.string("chart.describeLeadingMeans")
      : specification.questions.length > 1 && choice !== undefined
        ? words.string("chart.describeLeadersOf", { label: choiceLabel(question, choice, words) })
        : words.string("chart.describeLeaders");
  return composeDescription(message, details, words, "chart.describeDetails");
}

/** Every row in every segment, after the whole territory. */
export function tabulateComparison(
  { words }: ChartSetting,
  { segments, rows }: Comparison,
): DataTable {
  const groups = [
    {
      heading: segmentLabel("all", words),
      isTotal: true,
      rows: rows.map(({ label, overall }) => ({ label, fact: overall })),
    },
    ...segments.map(({ name }, position) => ({
      heading: name,
      isTotal: false,
      rows: rows.flatMap(({ label, cells }) => {
        const fact = cells[position];
        return fact ? [{ label, fact }] : [];
      }),
    })),
  ];
  return tabulateFigures(groups, words, openPressSheet(words));
}
