import type { Printed } from "../../wording/printed.ts";
import { baseNote } from "../base-note.ts";
import { chooseTicks } from "../choose-ticks.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import { upright } from "../layers.ts";
import { questionOf } from "../name-choice.ts";
import { openScale, type Scale } from "../open-scale.ts";
import { dagger, openPressSheet, type PressSheet } from "../press-sheet.ts";
import { lightestVisibleTint, mix } from "../tint.ts";
import { areaOf, composeMarks, edgesAround, type Marks, solidBar } from "./compose-marks.ts";
import { drawTick, placeSegmentKey } from "./one-segment.ts";
import {
  collectGroups,
  describeScores,
  type ScoreGroup,
  type ScoreRow,
  tabulateScores,
} from "./score-groups.ts";

const columnGapPt = 11;
const tickHeightPt = 10;
const intervalPt = 2.2;
/** How much of its dot's colour an interval keeps. */
const intervalPart = 0.55;

/**
 * Means of scores with their 95 % intervals on the questionnaire's scale: one row a segment of the cut, or one a
 * question; with several questions and a cut, one group of rows a question.
 */
export const dotsWithIntervals: Form = {
  compose: composeMarks,
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
  const limits = questionOf(edition, specification.questions[0]).scale ?? {
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
  const scale = openScale({ least: limits.minimum, greatest: limits.maximum, left, right });

  const leading = leadingPt(chart.labelSizePt);
  const referenceColour = lightestVisibleTint(colours.primary, colours.paper);
  const key = placeSegmentKey(setting, sheet, "circle", {
    overall: rows.find((row) => row.overall)?.overall,
  });
  const headPt = key.bottomPt + leading + 4;
  const { marks } = key;
  const ticks = chooseTicks(limits.minimum, limits.maximum);
  const plain = { sizePt: chart.labelSizePt, colour: colours.ink } as const;
  const small = {
    face: fonts.text,
    sizePt: chart.axisSizePt,
    weight: 400,
    colour: colours.muted,
  } as const;
  marks.labels.push(
    centredText(
      [baseHeading],
      { x: baseRight, centreY: key.bottomPt + leading / 2, align: "right" },
      small,
    ),
  );
  let y = headPt;
  let index = 0;
  for (const [position, group] of groups.entries()) {
    if (position > 0) y += 13;
    if (group.heading !== "") {
      const style = { ...plain, face: semibold, weight: 600 } as const;
      marks.labels.push(
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
      marks.labels.push(
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
      placeDot(setting, row, scale, centreY, marks);
      const overall = row.overall?.value;
      if (overall !== undefined && overall !== null) {
        drawTick(setting, scale(overall), edgesAround(centreY, tickHeightPt), marks);
      }
      y += height;
      if (row.isReference) y += 3;
    }
    // Beside the rows only: a group's heading may be wider than the column of labels.
    for (const value of ticks) {
      marks.grid.push({ ...upright(scale(value), top, y), widthPt: 0.6, colour: colours.rule });
    }
    const mean = group.rows.find((row) => row.isReference)?.fact.value;
    if (mean !== undefined && mean !== null) {
      marks.grid.push({ ...upright(scale(mean), top, y), widthPt: 0.9, colour: referenceColour });
    }
  }
  for (const value of ticks) {
    const text = words.number(value, Number.isInteger(value) ? 0 : 1);
    const at = { x: scale(value), centreY: key.bottomPt + leading / 2, align: "center" } as const;
    marks.labels.push(centredText([text], at, small));
  }
  const table = tabulateScores(setting, openPressSheet(setting.words), groups);
  const [first] = rows;
  return {
    widthPt,
    heightPt: y,
    signals: {},
    data: { ...marks },
    description: describeScores(setting, groups, limits),
    table,
    printed: sheet.printed,
    bases:
      first && specification.cuts.length > 0
        ? [baseNote(setting, first.fact)]
        : commonBase(setting, rows),
    remarks: [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [...key.tooWide, ...labels.tooWide],
  };
}

function placeDot(
  { house }: ChartSetting,
  { fact, colour }: ScoreRow,
  scale: Scale,
  y: number,
  marks: Marks,
): void {
  if (fact.value === null) return;
  const { chart, colours } = house;
  if (fact.lower !== null && fact.upper !== null) {
    const ends = { x: scale(fact.lower), x2: scale(fact.upper) };
    const edges = { top: y - intervalPt / 2, bottom: y + intervalPt / 2 };
    marks.bars.push(solidBar({ ...ends, ...edges }, mix(colours.paper, colour, intervalPart)));
  }
  const area = areaOf("circle", chart.dotRadiusPt);
  marks.dots.push({ x: scale(fact.value), y, shape: "circle", area, colour, edge: colour });
}

/** One n where all rows rest on the same; rows print their own in any case. */
function commonBase(setting: ChartSetting, rows: readonly ScoreRow[]): readonly Printed[] {
  const [first] = rows;
  const isCommon = first && rows.every((row) => row.fact.base === first.fact.base);
  return isCommon ? [baseNote(setting, first.fact)] : [];
}
