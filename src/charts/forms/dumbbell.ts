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
  comparisonBases,
  comparisonForm,
  describeComparison,
  segmentBase,
  tabulateComparison,
} from "./compared-rows.ts";
import { areaOf, type DotShape, labelGapPt, type Marks, maskOf } from "./compose-marks.ts";
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

/** A row's dots from left to right, and the texts of the outer two; empty where there is none. */
interface DotRow {
  readonly dots: readonly Dot[];
  readonly low: string;
  readonly high: string;
}

/**
 * How far segments lie apart, answer by answer or score by score: one dot a segment on a common axis, joined by a
 * line. The values of the outer dots stand beside them.
 */
export const dumbbell: Form = comparisonForm(layOut);

function layOut(setting: ChartSetting, comparison: Comparison): Drawing {
  const { house, widthPt } = setting;
  const { chart } = house;
  const sheet = openPressSheet(setting.words);
  const key = placeKey(setting, describeSegments(setting, sheet, comparison));
  const { marks } = key;
  const rows = comparison.rows.map(({ cells }): DotRow => {
    const dots = dotsOf(cells);
    return { dots, ...writeOuter(dots, sheet) };
  });
  const placed = placeRows(setting, comparison.rows, {
    topPt: key.bottomPt + axisHeightPt(setting),
    rowPt: chart.barHeightPt,
    gapPt: chart.barGapPt,
    labelPart: 0.42,
  });
  marks.labels.push(...placed.texts);
  const { ticks, ...limits } = chooseAxis(setting, rows);
  const scale = openScale({ ...limits, ...fitPlot(setting, rows, limits, placed.left) });
  for (const [index, row] of rows.entries()) {
    const centreY = placed.rows[index]?.centreY ?? 0;
    drawDots(setting, comparison, row, scale, centreY, marks);
    drawValues(setting, row, scale, centreY, marks);
  }
  const edges = { topPt: key.bottomPt, bottomPt: placed.bottomPt };
  const axis = placeAxis(setting, ticks, scale, edges);
  marks.grid.push(...axis.grid);
  marks.labels.push(...axis.labels);
  const hasMiddle = rows.some(({ dots }) => dots.length > 2);
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
}

/** Who the signs stand for; ":" where nothing of a segment may be shown. */
function describeSegments(setting: ChartSetting, sheet: PressSheet, comparison: Comparison) {
  return comparison.segments.map(({ name, colour }, position) => {
    const hidden = comparison.rows.flatMap(({ cells }) => cells[position] ?? []).find(isHidden);
    const n = segmentBase(setting, sheet.markedBase, comparison, position);
    const note = hidden ? `${n} ${sheet.unmarked(hidden).text}` : n;
    return { sign: shapeOf(position), colour, name, note };
  });
}

interface Limits {
  readonly least: number;
  readonly greatest: number;
}

/** From where to where the plot reaches: the value left of a row's first dot must not reach into its label. */
function fitPlot(
  { house, fonts, widthPt }: ChartSetting,
  rows: readonly DotRow[],
  { least, greatest }: Limits,
  labelsEnd: number,
): { readonly left: number; readonly right: number } {
  const { chart } = house;
  const besidePt = chart.dotRadiusPt + valueGapPt;
  const width = (text: string) => fonts.text.widthPt(text, chart.valueSizePt);
  const right = widthPt - besidePt - Math.max(0, ...rows.map(({ high }) => width(high)));
  const needs = rows.map(({ dots: [first], low }) => {
    if (!first) return 0;
    const part = (first.value - least) / (greatest - least);
    const needed = labelsEnd - labelGapPt / 2 + width(low) + besidePt;
    return part < 1 ? (needed - part * right) / (1 - part) : 0;
  });
  return { left: Math.max(labelsEnd + chart.dotRadiusPt, ...needs), right };
}

/** The values of the outer dots, beside them. */
function drawValues(
  { house, fonts }: ChartSetting,
  { dots, low, high }: DotRow,
  scale: Scale,
  centreY: number,
  marks: Marks,
): void {
  const [first, last] = [dots[0], dots.at(-1)];
  if (!first || !last) return;
  const { chart, colours } = house;
  const style = { face: fonts.text, sizePt: chart.valueSizePt, weight: 400 } as const;
  const besidePt = chart.dotRadiusPt + valueGapPt;
  const write = (text: string, x: number, align: "left" | "right") => {
    if (text === "") return;
    const label = centredText([text], { x, centreY, align }, { ...style, colour: colours.ink });
    marks.bars.push(maskOf(label, style.face.widthPt(text, style.sizePt), colours.paper));
    marks.labels.push(label);
  };
  write(low, scale(first.value) - besidePt, "right");
  write(high, scale(last.value) + besidePt, "left");
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
function writeOuter(dots: readonly Dot[], sheet: PressSheet): Omit<DotRow, "dots"> {
  const [first, last] = [dots[0], dots.at(-1)];
  if (!first || !last) return { low: "", high: "" };
  const low = sheet.unmarked(first.fact).text;
  return { low, high: first === last ? "" : sheet.unmarked(last.fact).text };
}

/** Shares begin at 0; scores have the axis of their scale. */
function chooseAxis(
  { specification, edition, words }: ChartSetting,
  rows: readonly DotRow[],
): Limits & { readonly ticks: readonly Tick[] } {
  const { kind, scale } = questionOf(edition, specification.questions[0]);
  if (kind === "range" && scale) {
    const { minimum: least, maximum: greatest } = scale;
    const ticks = chooseTicks(least, greatest).map((value) => ({
      value,
      text: words.number(value, Number.isInteger(value) ? 0 : 1),
    }));
    return { least, greatest, ticks };
  }
  const greatest = Math.max(0.01, ...rows.flatMap(({ dots }) => dots.map(({ value }) => value)));
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
  { dots }: DotRow,
  scale: Scale,
  centreY: number,
  marks: Marks,
): void {
  const { chart, colours } = house;
  const [first, last] = [dots[0], dots.at(-1)];
  if (first && last && first !== last) {
    const line = { x: scale(first.value), x2: scale(last.value), y: centreY, y2: centreY };
    marks.rules.push({ ...line, widthPt: 1.4, colour: colours.rule });
  }
  for (const cluster of clusterDots(dots, scale, chart.dotRadiusPt)) {
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
