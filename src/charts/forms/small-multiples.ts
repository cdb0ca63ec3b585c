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
  tabulateComparison,
} from "./compared-rows.ts";
import { composeMarks, labelGapPt, openMarks, solidBar, valueGapPt } from "./compose-marks.ts";
import { panelGapPt, placeHeads } from "./panels.ts";

/**
 * Shares of the choices of one question, or of one choice in the rows of a matrix, in every segment of a cut: one
 * panel a segment, side by side, so that each panel reads as a profile and each row as a comparison.
 */
export const smallMultiples: Form = {
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
  const text = {
    face: fonts.text,
    sizePt: chart.labelSizePt,
    weight: 400,
    colour: colours.ink,
  } as const;
  const column = wrapLabels(
    rows.map(({ label }) => label),
    fonts.text,
    chart.labelSizePt,
    widthPt * (segments.length > 2 ? 0.38 : 0.44),
  );
  const cells = rows.map((row) =>
    row.cells.map((fact) => ({ fact, text: sheet.value(fact).text })),
  );
  const left = column.widthPt + labelGapPt;
  const panelWidthPt = (widthPt - left - panelGapPt * (segments.length - 1)) / segments.length;
  const valueWidthPt = Math.max(
    ...cells.flat().map((cell) => fonts.text.widthPt(cell.text, chart.valueSizePt)),
  );
  const heads = placeHeads(setting, sheet, comparison, left, panelWidthPt);
  const greatest = Math.max(0.01, ...cells.flat().map(({ fact }) => fact.value ?? 0));
  const right = left + Math.max(10, panelWidthPt - valueWidthPt - valueGapPt);
  const scale = openScale({ least: 0, greatest, left, right });
  const marks = openMarks();
  let y = heads.heightPt;
  for (const [index, row] of cells.entries()) {
    const lines = column.labels[index] ?? [];
    const height = Math.max(chart.barHeightPt, lines.length * leadingPt(chart.labelSizePt));
    const centreY = y + height / 2;
    const [top, bottom] = [centreY - chart.barHeightPt / 2, centreY + chart.barHeightPt / 2];
    marks.labels.push(centredText(lines, { x: 0, centreY, align: "left" }, text));
    for (const [position, cell] of row.entries()) {
      const shiftPt = position * (panelWidthPt + panelGapPt);
      const end = shiftPt + scale(cell.fact.value ?? 0);
      const colour = segments[position]?.colour ?? colours.primary;
      marks.bars.push(solidBar({ x: left + shiftPt, x2: end, top, bottom }, colour));
      const at = { x: end + valueGapPt, centreY, align: "left" } as const;
      marks.labels.push(centredText([cell.text], at, text));
    }
    y += height + chart.barGapPt;
  }
  const heightPt = y - chart.barGapPt;
  marks.labels.unshift(...heads.labels);
  marks.rules.push(...heads.rules);
  for (const position of segments.keys()) {
    const line = upright(
      left + position * (panelWidthPt + panelGapPt),
      heads.heightPt - 2,
      heightPt,
    );
    marks.rules.push({ ...line, widthPt: 0.7, colour: colours.ink });
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
