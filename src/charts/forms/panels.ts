import { choiceNames } from "../../edition/choice-names.ts";
import type { Question } from "../../edition/questionnaire.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Segment } from "../../facts/segment.ts";
import { shareStatistic } from "../default-form.ts";
import { findFact, segmentsOf } from "../find-facts.ts";
import type { ChartSetting } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import type { RuleRow, TextRow } from "../layers.ts";

import { segmentLabel } from "../name-segment.ts";
import { isPrinted, type PressSheet } from "../press-sheet.ts";
import { segmentColour } from "../segment-colour.ts";

/** Between panels side by side, in points. */
export const panelGapPt = 10;

/** The part of a chart that shows one segment. */
export interface Panel {
  readonly segment: Segment;
  readonly name: string;
  readonly colour: string;
  /** Carries the base of the question in this segment. */
  readonly base: Fact;
}

/** The panels of a question by the specification's cut; segments in which nobody answered have none. */
export function collectPanels(setting: ChartSetting, question: Question): readonly Panel[] {
  const { specification, facts, words, house } = setting;
  if (!specification.cut) return [];
  const probe = choiceNames(question)[0] ?? "";
  return segmentsOf(facts, specification.cut).flatMap((segment) => {
    const base = findFact(facts, question.name, probe, shareStatistic(question), segment.id);
    if (!base || !isPrinted(base)) return [];
    return [
      {
        segment,
        name: segmentLabel(segment.id, words),
        colour: segmentColour(segment, house),
        base,
      },
    ];
  });
}

/** Over every panel a line in its colour, its name in words and its n; names stand on a common last line. */
export function placeHeads(
  { house, fonts, words }: ChartSetting,
  sheet: PressSheet,
  panels: readonly Panel[],
  left: number,
  panelWidthPt: number,
) {
  const { chart, colours } = house;
  const face = fonts["text-semibold"];
  const names = wrapLabels(
    panels.map((panel) => panel.name),
    face,
    chart.labelSizePt,
    panelWidthPt,
  );
  const mostLines = Math.max(1, ...names.labels.map((lines) => lines.length));
  const leading = leadingPt(chart.labelSizePt);
  const stripePt = 2.4;
  const namesTop = stripePt + 3;
  const baseY = namesTop + mostLines * leading + leading / 2;
  const labels = panels.flatMap((panel, position): TextRow[] => {
    const x = left + position * (panelWidthPt + panelGapPt);
    const lines = names.labels[position] ?? [];
    const n = words.string("chart.base", { n: sheet.base(panel.base).text });
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
  const rules = panels.map((panel, position): RuleRow => {
    const x = left + position * (panelWidthPt + panelGapPt);
    return {
      x,
      x2: x + panelWidthPt,
      y: stripePt / 2,
      y2: stripePt / 2,
      widthPt: stripePt,
      colour: panel.colour,
    };
  });
  return { labels, rules, heightPt: baseY + leading / 2 + 7, tooWide: names.tooWide };
}
