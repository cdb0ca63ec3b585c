import type { Fact } from "../../facts/fact.ts";
import { isHidden } from "../../facts/is-hidden.ts";
import { chooseRoundTicks, chooseTicks } from "../choose-ticks.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText } from "../label-column.ts";
import { questionOf } from "../name-choice.ts";
import { openScale, type Scale } from "../open-scale.ts";
import { openPressSheet, type PressSheet } from "../press-sheet.ts";
import {
  type Comparison,
  collectComparison,
  comparisonBases,
  describeComparison,
  segmentBase,
  tabulateComparison,
} from "./compared-rows.ts";
import {
  areaOf,
  composeMarks,
  type DotShape,
  labelGapPt,
  type Marks,
  maskOf,
} from "./compose-marks.ts";
import { axisHeightPt, placeAxis, type Tick } from "./place-axis.ts";
import { placeKey } from "./place-key.ts";
import { placeRows } from "./place-rows.ts";

/** One shape a segment, so that they are told apart without their colours. */
const shapes: readonly DotShape[] = ["circle", "diamond", "square"];
const valueGapPt = 3;

function shapeOf(position: number): DotShape {
  return shapes[position] ?? "circle";
}

/** A dot that a row shows, with what it stands for. */
interface Dot {
  readonly position: number;
  readonly fact: Fact;
  readonly value: number;
}

/**
 * How far segments lie apart, answer by answer or score by score: one dot a segment on a common axis, joined by a
 * line. The values of the outer dots stand beside them.
 */
export const dumbbell: Form = {
  compose: composeMarks,
  draw: (setting) => {
    const comparison = collectComparison(setting);
    return comparison.rows.length > 0 ? layOut(setting, comparison) : undefined;
  },
};

function layOut(setting: ChartSetting, comparison: Comparison): Drawing {
  const { house, fonts, widthPt } = setting;
  const { chart, colours } = house;
  const { segments, rows } = comparison;
  const sheet = openPressSheet(setting.words);
  const key = placeKey(setting, describeSegments(setting, sheet, comparison));
  const { marks } = key;
  const dots = rows.map(({ cells }) => dotsOf(cells));
  const outer = dots.map((row) => writeOuter(row, sheet));
  const placed = placeRows(setting, rows, {
    topPt: key.bottomPt + axisHeightPt(setting),
    rowPt: chart.barHeightPt,
    gapPt: chart.barGapPt,
    labelPart: 0.42,
  });
  marks.labels.push(...placed.texts);
  const width = (text: string) => fonts.text.widthPt(text, chart.valueSizePt);
  const besidePt = chart.dotRadiusPt + valueGapPt;
  const { least, greatest, ticks } = chooseAxis(setting, dots.flat());
  const right = widthPt - besidePt - Math.max(0, ...outer.map((texts) => width(texts?.high ?? "")));
  // The value left of a row's first dot must not reach into its label.
  const left = Math.max(
    placed.left + chart.dotRadiusPt,
    ...dots.map((row, index) => {
      const [first] = row;
      if (!first) return 0;
      const part = (first.value - least) / (greatest - least);
      const needed = placed.left - labelGapPt / 2 + width(outer[index]?.low ?? "") + besidePt;
      return part < 1 ? (needed - part * right) / (1 - part) : 0;
    }),
  );
  const scale = openScale({ least, greatest, left, right });
  for (const [index, row] of dots.entries()) {
    const centreY = placed.rows[index]?.centreY ?? 0;
    drawDots(setting, comparison, row, scale, centreY, marks);
    const [first, last, texts] = [row[0], row.at(-1), outer[index]];
    if (!first || !last || !texts) continue;
    const style = { face: fonts.text, sizePt: chart.valueSizePt, weight: 400 } as const;
    const ink = { ...style, colour: colours.ink };
    const low = { x: scale(first.value) - besidePt, centreY, align: "right" } as const;
    const high = { x: scale(last.value) + besidePt, centreY, align: "left" } as const;
    for (const [text, at] of [[texts.low, low] as const, [texts.high, high] as const]) {
      if (text === "") continue;
      const label = centredText([text], at, ink);
      marks.bars.push(maskOf(label, width(text), colours.paper));
      marks.labels.push(label);
    }
  }
  const axis = placeAxis(setting, ticks, scale, {
    topPt: key.bottomPt,
    bottomPt: placed.bottomPt,
  });
  marks.grid.push(...axis.grid);
  marks.labels.push(...axis.labels);
  const hasMiddle = dots.some((row) => row.length > 2);
  return {
    widthPt,
    heightPt: placed.bottomPt,
    signals: {},
    data: { ...marks },
    description: describeComparison(setting, comparison),
    table: tabulateComparison(setting, comparison),
    printed: sheet.printed,
    bases: comparisonBases(setting, comparison),
    remarks: hasMiddle ? [setting.words.string("chart.remarkMiddle")] : [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [...key.tooWide, ...placed.tooWide],
  };

  function describeSegments(within: ChartSetting, press: PressSheet, compared: Comparison) {
    return segments.map(({ name, colour }, position) => {
      const hidden = compared.rows.flatMap(({ cells }) => cells[position] ?? []).find(isHidden);
      const n = segmentBase(within, press.markedBase, compared, position);
      const note = hidden ? `${n} ${press.unmarked(hidden).text}` : n;
      return { sign: shapeOf(position), colour, name, note };
    });
  }
}

/** The dots of a row from left to right. */
function dotsOf(cells: readonly Fact[]): readonly Dot[] {
  return cells
    .flatMap((fact, position) =>
      fact.value === null ? [] : [{ position, fact, value: fact.value }],
    )
    .toSorted((a, b) => a.value - b.value);
}

/** A lone dot has its value at the left. */
function writeOuter(row: readonly Dot[], sheet: PressSheet) {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last) return undefined;
  const low = sheet.unmarked(first.fact).text;
  return { low, high: first === last ? "" : sheet.unmarked(last.fact).text };
}

/** Shares begin at 0; scores have the axis of their scale. */
function chooseAxis(
  { specification, edition, words }: ChartSetting,
  dots: readonly Dot[],
): { readonly least: number; readonly greatest: number; readonly ticks: readonly Tick[] } {
  const { kind, scale } = questionOf(edition, specification.questions[0]);
  if (kind === "range" && scale) {
    const { minimum: least, maximum: greatest } = scale;
    const ticks = chooseTicks(least, greatest).map((value) => ({
      value,
      text: words.number(value, Number.isInteger(value) ? 0 : 1),
    }));
    return { least, greatest, ticks };
  }
  const greatest = Math.max(0.01, ...dots.map(({ value }) => value));
  const ticks = chooseRoundTicks(0, Math.round(greatest * 100)).map((percent) => ({
    value: percent / 100,
    text: words.share(percent / 100),
  }));
  return { least: 0, greatest, ticks };
}

/** Dots that would hide each other stand a little above and below the line. */
function drawDots(
  { house }: ChartSetting,
  { segments }: Comparison,
  row: readonly Dot[],
  scale: Scale,
  centreY: number,
  marks: Marks,
): void {
  const { chart, colours } = house;
  const [first, last] = [row[0], row.at(-1)];
  if (first && last && first !== last) {
    const line = { x: scale(first.value), x2: scale(last.value), y: centreY, y2: centreY };
    marks.rules.push({ ...line, widthPt: 1.4, colour: colours.rule });
  }
  for (const cluster of clusterDots(row, scale, chart.dotRadiusPt)) {
    for (const [index, { value, position }] of cluster.entries()) {
      const shape = shapeOf(position);
      marks.dots.push({
        x: scale(value),
        y: centreY + (index - (cluster.length - 1) / 2) * chart.dotRadiusPt * 1.2,
        shape,
        area: areaOf(shape, chart.dotRadiusPt),
        colour: segments[position]?.colour ?? colours.primary,
        edge: colours.paper,
      });
    }
  }
}

function clusterDots(
  row: readonly Dot[],
  scale: Scale,
  radiusPt: number,
): readonly (readonly Dot[])[] {
  const clusters: Dot[][] = [];
  for (const dot of row) {
    const cluster = clusters.at(-1);
    const before = cluster?.at(-1);
    if (cluster && before && scale(dot.value) - scale(before.value) < radiusPt * 1.6)
      cluster.push(dot);
    else clusters.push([dot]);
  }
  return clusters;
}
