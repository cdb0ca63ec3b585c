import type { Printed } from "../../wording/printed.ts";
import { baseNote } from "../base-note.ts";
import { chooseTicks } from "../choose-ticks.ts";
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
import { dagger, openPressSheet, type PressSheet } from "../press-sheet.ts";
import { lightestVisibleTint } from "../tint.ts";
import {
  collectGroups,
  describeScores,
  type ScoreGroup,
  type ScoreRow,
  tabulateScores,
} from "./score-groups.ts";

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

function layOut(setting: ChartSetting, sheet: PressSheet, groups: readonly ScoreGroup[]): Drawing {
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
  const valueLeft = ({ printed }: ScoreRow) =>
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
  const gridlines: object[] = [];
  const ticks = chooseTicks(scale.minimum, scale.maximum);
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
    // Beside the rows only: a group's heading may be wider than the column of labels.
    for (const value of ticks) {
      gridlines.push({ value, top, bottom: y, widthPt: 0.6, colour: colours.rule });
    }
    const mean = group.rows.find((row) => row.isReference)?.fact.value;
    if (mean !== undefined && mean !== null) {
      references.push({ value: mean, top, bottom: y, widthPt: 0.9, colour: referenceColour });
    }
  }
  const tickLabels = ticks.map((value) => ({
    value,
    y: centredText([""], { x: 0, centreY: leading / 2, align: "center" }, small).y,
    text: words.number(value, Number.isInteger(value) ? 0 : 1),
    sizePt: chart.axisSizePt,
    colour: colours.muted,
  }));
  const table = tabulateScores(setting, openPressSheet(setting.words), groups);
  const [first] = rows;
  return {
    widthPt,
    heightPt: y,
    signals: { least: scale.minimum, greatest: scale.maximum, left, right },
    data: {
      ticks: [...gridlines, ...references],
      tickLabels,
      rules,
      intervals,
      dots,
      labels: texts,
    },
    description: describeScores(setting, groups, scale),
    table,
    printed: sheet.printed,
    bases: first && specification.cut ? [baseNote(setting, first.fact)] : commonBase(setting, rows),
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: labels.tooWide,
  };
}

function placeDot(
  { fact, colour }: ScoreRow,
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
function commonBase(setting: ChartSetting, rows: readonly ScoreRow[]): readonly Printed[] {
  const [first] = rows;
  const isCommon = first && rows.every((row) => row.fact.base === first.fact.base);
  return isCommon ? [baseNote(setting, first.fact)] : [];
}
