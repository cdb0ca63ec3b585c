import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import { upright } from "../layers.ts";
import { openScale } from "../open-scale.ts";
import { openPressSheet } from "../press-sheet.ts";
import {
  type Comparison,
  comparisonBases,
  comparisonForm,
  describeComparison,
  tabulateComparison,
} from "./compared-rows.ts";
import { edgesAround, labelGapPt, openMarks, solidBar, valueGapPt } from "./compose-marks.ts";
import { panelGapPt, placeHeads } from "./panels.ts";

/**
 * Shares of the choices of one question, or of one choice in the rows of a matrix, in every segment of a cut: one
 * panel a segment, side by side, so that each panel reads as a profile and each row as a comparison.
 */
export const smallMultiples: Form = comparisonForm(layOut);

function layOut(setting: ChartSetting, comparison: Comparison): Drawing {
  const { house, fonts, widthPt } = setting;
  const { chart, colours } = house;
  const { segments, rows } = comparison;
  const sheet = openPressSheet(setting.words);
  const cells = rows.map((row) =>
    row.cells.map((fact) => ({ fact, text: sheet.value(fact).text })),
  );
  const column = wrapLabels(
    rows.map(({ label }) => label),
    fonts.text,
    chart.labelSizePt,
    widthPt * (segments.length > 2 ? 0.38 : 0.44),
  );
  const left = column.widthPt + labelGapPt;
  const panelPt = (widthPt - left - panelGapPt * (segments.length - 1)) / segments.length;
  const shiftOf = (position: number) => position * (panelPt + panelGapPt);
  const heads = placeHeads(setting, sheet, comparison, left, panelPt);
  const valuePt = Math.max(
    ...cells.flat().map((cell) => fonts.text.widthPt(cell.text, chart.valueSizePt)),
  );
  const scale = openScale({
    least: 0,
    greatest: Math.max(0.01, ...cells.flat().map(({ fact }) => fact.value ?? 0)),
    left,
    right: left + Math.max(10, panelPt - valuePt - valueGapPt),
  });
  const marks = openMarks();
  marks.labels.push(...heads.labels);
  marks.rules.push(...heads.rules);
  const style = { face: fonts.text, sizePt: chart.labelSizePt, weight: 400 } as const;
  const write = (lines: readonly string[], x: number, centreY: number) =>
    marks.labels.push(
      centredText(lines, { x, centreY, align: "left" }, { ...style, colour: colours.ink }),
    );
  let y = heads.heightPt;
  for (const [index, row] of cells.entries()) {
    const lines = column.labels[index] ?? [];
    const height = Math.max(chart.barHeightPt, lines.length * leadingPt(chart.labelSizePt));
    const centreY = y + height / 2;
    write(lines, 0, centreY);
    for (const [position, { fact, text }] of row.entries()) {
      const x = left + shiftOf(position);
      const x2 = scale(fact.value ?? 0) + shiftOf(position);
      const colour = segments[position]?.colour ?? colours.primary;
      marks.bars.push(solidBar({ x, x2, ...edgesAround(centreY, chart.barHeightPt) }, colour));
      write([text], x2 + valueGapPt, centreY);
    }
    y += height + chart.barGapPt;
  }
  const heightPt = y - chart.barGapPt;
  for (const position of segments.keys()) {
    const baseline = upright(left + shiftOf(position), heads.heightPt - 2, heightPt);
    marks.rules.push({ ...baseline, widthPt: 0.7, colour: colours.ink });
  }
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
    tooWide: [...column.tooWide, ...heads.tooWide],
  };
}
