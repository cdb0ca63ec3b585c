import type { ChartSetting } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import type { RuleRow, TextRow } from "../layers.ts";
import type { PressSheet } from "../press-sheet.ts";
import { type Comparison, segmentBase } from "./compared-rows.ts";

/** Between panels side by side, in points. */
export const panelGapPt = 10;

/** Over every panel a line in its colour, its name in words and its n; names stand on a common last line. */
export function placeHeads(
  setting: ChartSetting,
  sheet: PressSheet,
  comparison: Comparison,
  left: number,
  panelWidthPt: number,
) {
  const { house, fonts } = setting;
  const { chart, colours } = house;
  const face = fonts["text-semibold"];
  const names = wrapLabels(
    comparison.segments.map(({ name }) => name),
    face,
    chart.labelSizePt,
    panelWidthPt,
  );
  const mostLines = Math.max(1, ...names.labels.map((lines) => lines.length));
  const leading = leadingPt(chart.labelSizePt);
  const stripePt = 2.4;
  const namesTop = stripePt + 3;
  const baseY = namesTop + mostLines * leading + leading / 2;
  const labels = comparison.segments.flatMap((_, position): TextRow[] => {
    const x = left + position * (panelWidthPt + panelGapPt);
    const lines = names.labels[position] ?? [];
    const n = segmentBase(setting, sheet.base, comparison, position);
    return [
      centredText(
        lines,
        { x, centreY: namesTop + (lines.length * leading) / 2, align: "left" },
        { face, sizePt: chart.labelSizePt, weight: 600, colour: colours.ink },
      ),
      centredText(
        [n],
        { x, centreY: baseY - (mostLines - lines.length) * leading, align: "left" },
        { face: fonts.text, sizePt: chart.axisSizePt, weight: 400, colour: colours.muted },
      ),
    ];
  });
  const rules = comparison.segments.map(({ colour }, position): RuleRow => {
    const x = left + position * (panelWidthPt + panelGapPt);
    const ends = { x, x2: x + panelWidthPt, y: stripePt / 2, y2: stripePt / 2 };
    return { ...ends, widthPt: stripePt, colour };
  });
  return { labels, rules, heightPt: baseY + leading / 2 + 7, tooWide: names.tooWide };
}
