import { choiceNames } from "../../edition/choice-names.ts";
import type { Question } from "../../edition/questionnaire.ts";
import type { Fact } from "../../facts/fact.ts";
import { isHidden } from "../../facts/is-hidden.ts";
import type { SegmentId } from "../../facts/segment.ts";
import type { DataTable } from "../chart.ts";
import { composeDescription, sayFigure } from "../describe.ts";
import { tabulateFigures } from "../figure-table.ts";
import { compareValues, cutsOf, findFact, leaders, segmentsOf, trailers } from "../find-facts.ts";
import type { ChartSetting } from "../form.ts";
import { choiceLabel, questionOf } from "../name-choice.ts";
import { segmentLabel } from "../name-segment.ts";
import { isPrinted, openPressSheet } from "../press-sheet.ts";

/** One bar: all answers to a question in one segment, or to one row of a matrix. */
export interface WholeRow {
  readonly label: string;
  /** Where a cut begins: "Regions". */
  readonly heading?: string | undefined;
  /** The whole territory beside its parts. */
  readonly isReference: boolean;
  readonly isHidden: boolean;
  /** In the order asked, or reversed; they add up to the whole. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly choice: string;
  readonly label: string;
  readonly fact: Fact;
}

/**
 * The bars of a chart of parts: the whole territory and the segments of its cuts, or one row a question of a matrix,
 * those with the highest share of the first answer (or the last, where `last` says so) on top.
 */
export function collectWholes(setting: ChartSetting, first: "first" | "last"): readonly WholeRow[] {
  const { specification, edition, words } = setting;
  const questions = specification.questions.map((name) => questionOf(edition, name));
  const [question] = questions;
  if (!question) return [];
  if (questions.length === 1) return collectSegmentRows(setting, question);
  const rows = questions.flatMap((row) => collectRow(setting, row, "all", words.label(row.labels)));
  if (specification.sort === "questionnaire") return rows;
  const decisive = (row: WholeRow) => (first === "first" ? row.parts[0] : row.parts.at(-1))?.fact;
  return rows.toSorted((a, b) => {
    const [one, other] = [decisive(a), decisive(b)];
    return one && other ? compareValues(one, other) : 0;
  });
}

function collectSegmentRows(setting: ChartSetting, question: Question): readonly WholeRow[] {
  const { specification, facts, words } = setting;
  const cuts = cutsOf(facts, specification);
  const whole = collectRow(setting, question, "all", segmentLabel("all", words)).map((row) => ({
    ...row,
    isReference: cuts.length > 0,
  }));
  return [
    ...whole,
    ...cuts.flatMap((cut) =>
      segmentsOf(facts, cut)
        .flatMap(({ id }) => collectRow(setting, question, id, segmentLabel(id, words)))
        .map((row, index) =>
          index === 0 && cuts.length > 1
            ? { ...row, heading: words.string(`cuts.${cut}.heading`) }
            : row,
        ),
    ),
  ];
}

function collectRow(
  { facts, words, specification }: ChartSetting,
  question: Question,
  segment: SegmentId,
  label: string,
): readonly WholeRow[] {
  const names = choiceNames(question);
  const ordered = specification.isReversed ? names.toReversed() : names;
  const parts = ordered.flatMap((choice): Part[] => {
    const fact = findFact(facts, question.name, choice, "share", segment);
    const overall = findFact(facts, question.name, choice, "share", "all");
    if (!fact || !isPrinted(fact)) return [];
    // All bars have the same parts, so that what one lacks can be seen.
    if (choice === "other" && overall?.count === 0) return [];
    return [{ choice, label: choiceLabel(question, choice, words), fact }];
  });
  if (parts.length === 0) return [];
  const hidden = parts.some(({ fact }) => isHidden(fact));
  return [{ label, parts, isReference: false, isHidden: hidden }];
}

interface Told {
  readonly label: string;
  readonly fact: Fact;
  readonly text: string;
}

/** The whole's parts first, then one answer in each segment; of a matrix where that answer is most and least frequent. */
export function describeWholes(
  { words, specification }: ChartSetting,
  rows: readonly WholeRow[],
  told: "first" | "last",
): string {
  const tell = ({ parts }: WholeRow) => (told === "first" ? parts[0] : parts.at(-1));
  const shown = rows.filter((row) => !row.isHidden);
  const [whole, ...others] = shown;
  const part = whole && tell(whole);
  if (!whole || !part) return words.string("chart.describeHidden");
  const pairs = (each: readonly WholeRow[]): readonly Told[] =>
    each.flatMap((row) => {
      const fact = tell(row)?.fact;
      return fact
        ? [{ label: row.label, fact, text: `${row.label} ${sayFigure(fact, words)}` }]
        : [];
    });
  if (specification.questions.length === 1) {
    const parts = whole.parts.map(({ label, fact }) => `${label} ${words.fact(fact).text}`);
    const message = words.string("chart.describeParts", {
      whole: whole.label,
      parts: parts.join(words.string("chart.separator")),
      n: words.number(part.fact.base, 0),
    });
    const details = pairs(others).map(({ text }) => text);
    return composeDescription(message, details, words, "chart.describeAnswer", {
      label: part.label,
    });
  }
  const known = pairs(shown);
  const [highest, lowest] = [leaders(known), trailers(known)];
  const name = (equal: readonly Told[]) =>
    `${words.list(equal.map(({ label }) => label))} ${equal[0] ? sayFigure(equal[0].fact, words) : ""}`;
  const message = words.string("chart.describeAnswerRange", {
    label: part.label,
    highest: name(highest),
    lowest: name(lowest),
  });
  const rest = known
    .filter((row) => !highest.includes(row) && !lowest.includes(row))
    .toSorted((a, b) => compareValues(a.fact, b.fact));
  return composeDescription(
    message,
    rest.map(({ text }) => text),
    words,
    "chart.describeOtherShares",
  );
}

/** Every answer of every bar. */
export function tabulateWholes({ words }: ChartSetting, rows: readonly WholeRow[]): DataTable {
  const groups = rows.map(({ label, parts, isReference }) => ({
    heading: rows.length > 1 ? label : "",
    isTotal: isReference,
    rows: parts,
  }));
  return tabulateFigures(groups, words, openPressSheet(words));
}
