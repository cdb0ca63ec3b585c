import type { Question } from "../../edition/questionnaire.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Printed } from "../../wording/printed.ts";
import type { DataTable } from "../chart.ts";
import { chooseTicks } from "../choose-ticks.ts";
import { composeDescription } from "../describe.ts";
import { compareValues, findFact, leaders, segmentsOf, trailers } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import {
  colourField,
  type Layer,
  layeredForm,
  type RuleRow,
  ruleLayer,
  type TextRow,
  textLayer,
  valueScale,
  valueSignals,
  yInPoints,
} from "../layers.ts";
import { questionOf } from "../name-choice.ts";
import { segmentLabel } from "../name-segment.ts";
import { dagger, isPrinted, openPressSheet, type PressSheet } from "../press-sheet.ts";
import { segmentColour } from "../segment-colour.ts";
import { lightestVisibleTint } from "../tint.ts";
import { baseNote } from "./sorted-bars.ts";

const columnGapPt = 11;

/** Upright lines over the whole plot: the scale's ticks, and the whole territory's mean. */
const tickLayer: Layer = {
  data: { name: "ticks" },
  mark: { type: "rule", strokeWidth: { expr: "datum.widthPt" } },
  encoding: {
    x: { field: "value", type: "quantitative", scale: valueScale },
    y: { field: "top", type: "quantitative", scale: null },
    y2: { field: "bottom" },
    color: colourField,
  },
};

const tickLabelLayer: Layer = {
  data: { name: "tickLabels" },
  mark: {
    type: "text",
    align: "center",
    baseline: "alphabetic",
    fontSize: { expr: "datum.sizePt" },
  },
  encoding: {
    x: { field: "value", type: "quantitative" },
    y: yInPoints,
    text: { field: "text", type: "nominal" },
    color: colourField,
  },
};

const intervalLayer: Layer = {
  data: { name: "intervals" },
  mark: {
    type: "rule",
    strokeWidth: { expr: "datum.widthPt" },
    strokeCap: "round",
    opacity: { expr: "datum.opacity" },
  },
  encoding: {
    x: { field: "lower", type: "quantitative" },
    x2: { field: "upper" },
    y: yInPoints,
    color: colourField,
  },
};

const dotLayer: Layer = {
  data: { name: "dots" },
  mark: { type: "point", filled: true, opacity: 1, size: { expr: "datum.area" } },
  encoding: { x: { field: "value", type: "quantitative" }, y: yInPoints, color: colourField },
};

/**
 * Means of scores with their 95 % intervals on the questionnaire's scale: one row a segment of the cut, or one a
 * question; with several questions and a cut, one group of rows a question.
 */
export const dotsWithIntervals: Form = {
  compose: (family) =>
    layeredForm(
      [tickLayer, tickLabelLayer, ruleLayer("rules"), intervalLayer, dotLayer, textLayer("labels")],
      family,
      valueSignals,
    ),
  draw: (setting) => {
    const sheet = openPressSheet(setting.words);
    const groups = collectGroups(setting, sheet).filter((group) => group.rows.length > 0);
    return groups.length > 0 ? layOut(setting, sheet, groups) : undefined;
  },
};

interface Row {
  readonly label: string;
  readonly fact: Fact;
  readonly printed: Printed;
  readonly base: Printed;
  readonly colour: string;
  /** The whole territory beside its parts. */
  readonly isReference: boolean;
}

interface Group {
  /** Empty where the chart has one group only. */
  readonly heading: string;
  readonly rows: readonly Row[];
}

function collectGroups(setting: ChartSetting, sheet: PressSheet): readonly Group[] {
  const { specification, edition, words } = setting;
  const questions = specification.questions.map((name) => questionOf(edition, name));
  if (!specification.cut) {
    const rows = questions.flatMap((question) =>
      collectRow(setting, sheet, question, "all", question.labels[words.language]),
    );
    return [{ heading: "", rows: sortRows(setting, rows) }];
  }
  return questions.map((question) => ({
    heading: questions.length > 1 ? question.labels[words.language] : "",
    rows: collectSegments(setting, sheet, question),
  }));
}

function collectSegments(
  setting: ChartSetting,
  sheet: PressSheet,
  question: Question,
): readonly Row[] {
  const { specification, facts, words } = setting;
  if (!specification.cut) return [];
  const reference = collectRow(setting, sheet, question, "all", segmentLabel("all", words));
  const rows = segmentsOf(facts, specification.cut).flatMap((segment) =>
    collectRow(setting, sheet, question, segment, segmentLabel(segment.id, words)),
  );
  return [...reference.map((row) => ({ ...row, isReference: true })), ...sortRows(setting, rows)];
}

function collectRow(
  { facts, house }: ChartSetting,
  sheet: PressSheet,
  question: Question,
  segment: "all" | ReturnType<typeof segmentsOf>[number],
  label: string,
): readonly Row[] {
  const id = segment === "all" ? "all" : segment.id;
  const fact = findFact(facts, question.name, null, "mean", id);
  if (!fact || !isPrinted(fact)) return [];
  const colour = segment === "all" ? house.colours.primary : segmentColour(segment, house);
  const printed = sheet.value(fact);
  return [{ label, fact, printed, base: sheet.base(fact), colour, isReference: false }];
}

function sortRows({ specification }: ChartSetting, rows: readonly Row[]): readonly Row[] {
  if (specification.sort === "questionnaire") return rows;
  return rows.toSorted((a, b) => compareValues(a.fact, b.fact));
}

function layOut(setting: ChartSetting, sheet: PressSheet, groups: readonly Group[]): Drawing {
  const { specification, edition, house, fonts, words, widthPt } = setting;
  const { chart, colours } = house;
  const rows = groups.flatMap((group) => group.rows);
  const scale = questionOf(edition, specification.questions[0]).scale ?? {
    minimum: 0,
    maximum: 10,
  };
  const semibold = fonts["text-semibold"];
  const labels = wrapLabels(
    rows.map((row) => row.label),
    semibold,
    chart.labelSizePt,
    widthPt * 0.36,
  );
  const widest = (texts: readonly string[], face = semibold) =>
    Math.max(0, ...texts.map((text) => face.widthPt(text, chart.valueSizePt)));
  const baseHeading = words.string("table.base");
  const baseRight =
    labels.widthPt + columnGapPt + widest([...rows.map((row) => row.base.text), baseHeading]);
  const valueWidthPt = widest(rows.map((row) => row.printed.text));
  // Digits stand under digits: a † hangs behind them.
  const markWidthPt = rows.some((row) => row.printed.text.endsWith(dagger))
    ? semibold.widthPt(dagger, chart.valueSizePt)
    : 0;
  const valueLeft = ({ printed }: Row) =>
    widthPt - markWidthPt - semibold.widthPt(printed.text.replace(dagger, ""), chart.valueSizePt);
  const left = baseRight + columnGapPt + chart.dotRadiusPt;
  const right = widthPt - valueWidthPt - columnGapPt;

  const leading = leadingPt(chart.labelSizePt);
  const referenceColour = lightestVisibleTint(colours.primary, colours.paper);
  const headPt = leading + 4;
  const texts: TextRow[] = [];
  const intervals: object[] = [];
  const dots: object[] = [];
  const references: object[] = [];
  const rules: RuleRow[] = [];
  const plain = { sizePt: chart.labelSizePt, colour: colours.ink } as const;
  const small = {
    face: fonts.text,
    sizePt: chart.axisSizePt,
    weight: 400,
    colour: colours.muted,
  } as const;
  texts.push(
    centredText([baseHeading], { x: baseRight, centreY: leading / 2, align: "right" }, small),
  );
  let y = headPt;
  let index = 0;
  for (const [position, group] of groups.entries()) {
    if (position > 0) y += 13;
    if (group.heading !== "") {
      const style = { ...plain, face: semibold, weight: 600 } as const;
      texts.push(
        centredText([group.heading], { x: 0, centreY: y + leading / 2, align: "left" }, style),
      );
      y += leading + 3;
    }
    const top = y - 4;
    for (const row of group.rows) {
      const lines = labels.labels[index] ?? [];
      index += 1;
      const height = Math.max(chart.barHeightPt, lines.length * leading) + 5;
      const centreY = y + height / 2;
      const face = row.isReference ? semibold : fonts.text;
      const style = { ...plain, face, weight: row.isReference ? 600 : 400 } as const;
      texts.push(
        centredText(lines, { x: 0, centreY, align: "left" }, style),
        centredText(
          [row.base.text],
          { x: baseRight, centreY, align: "right" },
          { ...style, face: fonts.text, weight: 400, colour: colours.muted },
        ),
        centredText(
          [row.printed.text],
          { x: valueLeft(row), centreY, align: "left" },
          { ...plain, face: semibold, weight: 600 },
        ),
      );
      placeDot(row, centreY, chart.dotRadiusPt, { intervals, dots });
      y += height;
      if (row.isReference) y += 3;
    }
    const mean = group.rows.find((row) => row.isReference)?.fact.value;
    if (mean !== undefined && mean !== null) {
      references.push({ value: mean, top, bottom: y, widthPt: 0.9, colour: referenceColour });
    }
  }
  const ticks = chooseTicks(scale.minimum, scale.maximum).map((value) => ({
    value,
    top: headPt,
    bottom: y,
    widthPt: 0.6,
    colour: colours.rule,
    y: centredText([""], { x: 0, centreY: leading / 2, align: "center" }, small).y,
    text: words.number(value, Number.isInteger(value) ? 0 : 1),
    sizePt: chart.axisSizePt,
  }));
  const tickLabels = ticks.map((tick) => ({ ...tick, colour: colours.muted }));
  const table = tabulate(setting, sheet, groups);
  const [first] = rows;
  return {
    widthPt,
    heightPt: y,
    signals: { least: scale.minimum, greatest: scale.maximum, left, right },
    data: { ticks: [...ticks, ...references], tickLabels, rules, intervals, dots, labels: texts },
    description: describe(setting, groups, scale),
    table,
    printed: sheet.printed,
    bases: first && specification.cut ? [baseNote(setting, first.fact)] : commonBase(setting, rows),
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: labels.tooWide,
  };
}

function placeDot(
  { fact, colour }: Row,
  y: number,
  radiusPt: number,
  into: { readonly intervals: object[]; readonly dots: object[] },
): void {
  if (fact.value === null) return;
  if (fact.lower !== null && fact.upper !== null) {
    const line = { lower: fact.lower, upper: fact.upper, y, colour, widthPt: 2.2, opacity: 0.55 };
    into.intervals.push(line);
  }
  into.dots.push({ value: fact.value, y, colour, area: Math.PI * radiusPt ** 2 });
}

/** One n where all rows rest on the same; rows print their own in any case. */
function commonBase(setting: ChartSetting, rows: readonly Row[]): readonly Printed[] {
  const [first] = rows;
  const isCommon = first && rows.every((row) => row.fact.base === first.fact.base);
  return isCommon ? [baseNote(setting, first.fact)] : [];
}

function describe(
  { words, specification }: ChartSetting,
  groups: readonly Group[],
  scale: { readonly minimum: number; readonly maximum: number },
): string {
  const say = (row: Row) => `${row.label} ${words.fact(row.fact).text}`;
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
  const sayAll = (equal: readonly Row[]) =>
    `${words.list(equal.map(({ label }) => label))} ${equal[0] ? words.fact(equal[0].fact).text : ""}`;
  if (highest.length === 0) return words.string("chart.describeHidden");
  const isOne = highest.length === 1 && lowest[0] === highest[0];
  const message = words.string(isOne ? "chart.describeOne" : "chart.describeHighestLowest", {
    only: sayAll(highest),
    highest: sayAll(highest),
    lowest: sayAll(lowest),
    ...limits,
  });
  const rest = rows
    .filter((row) => !highest.includes(row) && !lowest.includes(row))
    .toSorted((a, b) => compareValues(a.fact, b.fact));
  const ordered = specification.cut
    ? rest.toSorted((a, b) => Number(b.isReference) - Number(a.isReference))
    : rest;
  return composeDescription(message, ordered.map(say), words, "chart.describeOthers");
}

function tabulate(
  { words, specification }: ChartSetting,
  sheet: PressSheet,
  groups: readonly Group[],
): DataTable {
  return {
    columns: [
      {
        heading: words.string(
          specification.cut ? `cuts.${specification.cut}.heading` : "table.question",
        ),
        align: "left",
      },
      { heading: words.string("table.base"), align: "right" },
      { heading: words.string("table.mean"), align: "decimal" },
      { heading: words.string("table.interval"), align: "right" },
    ],
    rows: groups.flatMap((group) => [
      ...(group.heading === "" ? [] : [{ isGroup: true, isTotal: false, cells: [group.heading] }]),
      ...group.rows.map((row) => ({
        isGroup: false,
        isTotal: row.isReference,
        cells: [row.label, row.base, row.printed, sheet.interval(row.fact)],
      })),
    ]),
  };
}
