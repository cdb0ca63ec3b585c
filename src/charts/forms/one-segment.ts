import type { Fact } from "../../facts/fact.ts";
import type { ChartSetting } from "../form.ts";
import { upright } from "../layers.ts";
import { segmentLabel } from "../name-segment.ts";
import type { PressSheet } from "../press-sheet.ts";
import { segmentColour } from "../segment-colour.ts";
import { type BarRow, type Marks, openMarks } from "./compose-marks.ts";
import { type Key, placeKey } from "./place-key.ts";

/** How wide a tick at the whole territory's figure is. */
export const tickPt = 1.4;

/** The colour of the one segment that a chart is drawn for; undefined where it shows the whole territory. */
export function segmentColourOf({ specification, facts, house }: ChartSetting): string | undefined {
  if (specification.segment === null) return undefined;
  const found = facts.segments.find(({ id }) => id === specification.segment);
  return found ? segmentColour(found, house) : house.colours.primary;
}

/**
 * Over a chart of one segment: whose signs they are, and whose figures the ticks show. Nothing where the chart shows
 * the whole territory.
 *
 * @param facts Carry n: `own` only where rows don't print it.
 */
export function placeSegmentKey(
  setting: ChartSetting,
  sheet: PressSheet,
  sign: "bar" | "circle",
  facts: { readonly own?: Fact | undefined; readonly overall: Fact | undefined },
): Key {
  const { words, house, specification } = setting;
  const colour = segmentColourOf(setting);
  if (!colour || !facts.overall || specification.segment === null) {
    return { marks: openMarks(), bottomPt: 0, tooWide: [] };
  }
  const note = (of: Fact) => words.string("chart.base", { n: sheet.base(of).text });
  const own = facts.own ? note(facts.own) : "";
  return placeKey(setting, [
    { sign, colour, name: segmentLabel(specification.segment, words), note: own },
    {
      sign: "tick",
      colour: house.colours.ink,
      name: segmentLabel("all", words),
      note: note(facts.overall),
    },
  ]);
}

/** A tick at the whole territory's figure; its pale edges keep it apart from what it stands on. */
export function drawTick(
  { house: { colours } }: ChartSetting,
  x: number,
  { top, bottom }: Pick<BarRow, "top" | "bottom">,
  marks: Marks,
): void {
  const tick = upright(x, top - 2, bottom + 2);
  marks.rules.push(
    { ...tick, widthPt: tickPt + 1.6, colour: colours.paper },
    { ...tick, widthPt: tickPt, colour: colours.ink },
  );
}
