import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText } from "../label-column.ts";
import { upright } from "../layers.ts";
import { openScale } from "../open-scale.ts";
import { openPressSheet } from "../press-sheet.ts";
import {
  type Comparison,
  comparisonBases,
  comparisonForm,
  describeComparison,
  segmentBase,
  tabulateComparison,
} from "./compared-rows.ts";
import { edgesAround, solidBar, valueGapPt } from "./compose-marks.ts";
import { placeKey } from "./place-key.ts";
import { placeRows } from "./place-rows.ts";

/** From one bar of a choice to the next, and the part of it that the bar fills. */
const pitchPt = 10;
const barPt = 8.4;

/**
 * Shares of the choices of one question, under each choice one bar a segment: what differs between segments is seen
 * choice by choice.
 */
export const groupedBars: Form = comparisonForm(layOut);

function layOut(setting: ChartSetting, comparison: Comparison): Drawing {
  const { house, fonts, widthPt } = setting;
  const { chart, colours } = house;
  const { segments, rows } = comparison;
  const sheet = openPressSheet(setting.words);
  const key = placeKey(
    setting,
    segments.map(({ name, colour }, position) => {
      const note = segmentBase(setting, sheet.base, comparison, position);
      return { sign: "bar", colour, name, note };
    }),
  );
  const { marks } = key;
  const placed = placeRows(setting, rows, {
    topPt: key.bottomPt,
    rowPt: pitchPt * segments.length,
    gapPt: chart.barGapPt,
    labelPart: 0.46,
  });
  marks.labels.push(...placed.texts);
  const cells = rows.map((row) =>
    row.cells.map((fact) => ({ value: fact.value ?? 0, text: sheet.value(fact).text })),
  );
  const valueWidthPt = Math.max(
    ...cells.flat().map(({ text }) => fonts.text.widthPt(text, chart.axisSizePt)),
  );
  const scale = openScale({
    least: 0,
    greatest: Math.max(0.01, ...cells.flat().map(({ value }) => value)),
    left: placed.left,
    right: widthPt - valueWidthPt - valueGapPt,
  });
  const style = { face: fonts.text, sizePt: chart.axisSizePt, weight: 400 } as const;
  for (const [index, row] of cells.entries()) {
    const middle = placed.rows[index]?.centreY ?? 0;
    for (const [position, { value, text }] of row.entries()) {
      const centreY = middle + (position - (row.length - 1) / 2) * pitchPt;
      const bar = { x: placed.left, x2: scale(value), ...edgesAround(centreY, barPt) };
      marks.bars.push(solidBar(bar, segments[position]?.colour ?? colours.primary));
      const at = { x: bar.x2 + valueGapPt, centreY, align: "left" } as const;
      marks.labels.push(centredText([text], at, { ...style, colour: colours.ink }));
    }
  }
  const baseline = upright(placed.left, key.bottomPt - 2, placed.bottomPt);
  marks.rules.push({ ...baseline, widthPt: 0.7, colour: colours.ink });
  return {
    widthPt,
    heightPt: placed.bottomPt,
    signals: {},
    data: { ...marks },
    description: describeComparison(setting, comparison),
    table: tabulateComparison(setting, comparison),
    printed: sheet.printed,
    bases: comparisonBases(setting, comparison),
    remarks: [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [...key.tooWide, ...placed.tooWide],
  };
}
