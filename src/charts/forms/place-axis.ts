import type { ChartSetting } from "../form.ts";
import { centredText, leadingPt } from "../label-column.ts";
import { type RuleRow, type TextRow, upright } from "../layers.ts";
import type { Scale } from "../open-scale.ts";

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** How much room the ticks' labels take over the first row. */
export function axisHeightPt({ house }: ChartSetting): number {
  return leadingPt(house.chart.axisSizePt) + 5;
}

/** Thin upright lines over the rows, each under its label; labels at the edge stay inside the chart. */
export function placeAxis(
  { house, fonts, widthPt }: ChartSetting,
  ticks: readonly Tick[],
  scale: Scale,
  place: { readonly topPt: number; readonly bottomPt: number },
): { readonly grid: readonly RuleRow[]; readonly labels: readonly TextRow[] } {
  const { chart, colours } = house;
  const leading = leadingPt(chart.axisSizePt);
  const style = {
    face: fonts.text,
    sizePt: chart.axisSizePt,
    weight: 400,
    colour: colours.muted,
  } as const;
  return {
    grid: ticks.map(({ value }) => ({
      ...upright(scale(value), place.topPt + leading + 1, place.bottomPt),
      widthPt: 0.6,
      colour: colours.rule,
    })),
    labels: ticks.map(({ value, text }) => {
      const half = style.face.widthPt(text, style.sizePt) / 2;
      const x = Math.min(scale(value), widthPt - half);
      return centredText([text], { x, centreY: place.topPt + leading / 2, align: "center" }, style);
    }),
  };
}
