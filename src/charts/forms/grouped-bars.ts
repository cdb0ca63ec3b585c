import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import { upright } from "../layers.ts";
import { openScale } from "../open-scale.ts";
import { openPressSheet } from "../press-sheet.ts";
import {
  type Comparison,
  collectComparison,
  comparisonBases,
  describeComparison,
  segmentBase,
  tabulateComparison,
} from "./compared-rows.ts";
import { composeMarks, labelGapPt, solidBar, valueGapPt } from "./compose-marks.ts";
import { placeKey } from "./place-key.ts";

/** From one bar of a choice to the next, and the part of it that the bar fills. */
const pitchPt = 10;
const barPt = 8.4;

/**
 * Shares of the choices of one question, under each choice one bar a segment: what differs between segments is seen
 * choice by choice.
 */
export const groupedBars: Form = {
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
  const column = wrapLabels(
    rows.map(({ label }) => label),
    fonts.text,
    chart.labelSizePt,
    widthPt * 0.46,
  );
  const cells = rows.map((row) =>
    row.cells.map((fact) => ({ value: fact.value ?? 0, text: sheet.value(fact).text })),
  );
  const key = placeKey(
    setting,
    segments.map(({ name, colour }, position) => {
      const note = segmentBase(setting, sheet.base, comparison, position);
      return { sign: "bar", colour, name, note };
    }),
  );
  const { marks, bottomPt: topPt } = key;
  const left = column.widthPt + labelGapPt;
  const valueWidthPt = Math.max(
    ...cells.flat().map(({ text }) => fonts.text.widthPt(text, chart.axisSizePt)),
  );
  const scale = openScale({
    least: 0,
    greatest: Math.max(0.01, ...cells.flat().map(({ value }) => value)),
    left,
    right: widthPt - valueWidthPt - valueGapPt,
  });
  const label = { face: fonts.text, sizePt: chart.labelSizePt, weight: 400 } as const;
  const small = { face: fonts.text, sizePt: chart.axisSizePt, weight: 400 } as const;
  const ink = { colour: colours.ink };
  const barsPt = pitchPt * segments.length;
  let y = topPt;
  for (const [index, row] of cells.entries()) {
    const lines = column.labels[index] ?? [];
    const height = Math.max(barsPt, lines.length * leadingPt(chart.labelSizePt));
    const place = { x: 0, centreY: y + height / 2, align: "left" } as const;
    marks.labels.push(centredText(lines, place, { ...label, ...ink }));
    for (const [position, { value, text }] of row.entries()) {
      const centreY = y + height / 2 - barsPt / 2 + (position + 0.5) * pitchPt;
      const bar = {
        x: left,
        x2: scale(value),
        top: centreY - barPt / 2,
        bottom: centreY + barPt / 2,
      };
      marks.bars.push(solidBar(bar, segments[position]?.colour ?? colours.primary));
      const at = { x: bar.x2 + valueGapPt, centreY, align: "left" } as const;
      marks.labels.push(centredText([text], at, { ...small, ...ink }));
    }
    y += height + chart.barGapPt;
  }
  const heightPt = y - chart.barGapPt;
  marks.rules.push({ ...upright(left, topPt - 2, heightPt), widthPt: 0.7, ...ink });
  return {
    widthPt,
    heightPt,
    signals: {},
    data: { ...marks },
    description: describeComparison(setting, comparison),
    table: tabulateComparison(setting, comparison),
    printed: sheet.printed,
    bases: comparisonBases(setting, comparison),
    remarks: [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [...key.tooWide, ...column.tooWide],
  };
}
