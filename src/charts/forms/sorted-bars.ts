import { choiceNames } from "../../edition/choice-names.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Printed } from "../../wording/printed.ts";
import { baseNote } from "../base-note.ts";
import type { DataTable } from "../chart.ts";
import { shareStatistic } from "../default-form.ts";
import { composeDescription } from "../describe.ts";
import { tabulateFigures } from "../figure-table.ts";
import { compareValues, findFact, leaders } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText } from "../label-column.ts";
import { upright } from "../layers.ts";
import { choiceLabel, isUnusedOther, questionOf } from "../name-choice.ts";
import { nameSegment, segmentLabel } from "../name-segment.ts";
import { openScale, type Scale } from "../open-scale.ts";
import { isPrinted, openPressSheet, type PressSheet } from "../press-sheet.ts";
import { lightestVisibleTint } from "../tint.ts";
import { composeMarks, edgesAround, type Marks, solidBar, valueGapPt } from "./compose-marks.ts";
import { drawTick, placeSegmentKey, segmentColourOf, tickPt } from "./one-segment.ts";
import { placeRows } from "./place-rows.ts";

/** One row of the chart. */
interface Bar {
  readonly choice: string;
  readonly label: string;
  readonly fact: Fact;
  readonly printed: Printed;
  /** The whole territory's, where the bars are those of one segment. */
  readonly overall: Fact | undefined;
}

/**
 * Shares of the choices of one question, one bar each, sorted; "other" stands last. For one segment, a tick on each
 * row shows the whole territory's share.
 */
export const sortedBars: Form = {
  compose: composeMarks,
  draw: (setting) => {
    const sheet = openPressSheet(setting.words);
    const bars = sortBars(setting, collectBars(setting, sheet));
    const first = bars[0];
    return first ? layOut(setting, sheet, bars, first) : undefined;
  },
};

function collectBars(
  { specification, facts, edition, words }: ChartSetting,
  sheet: PressSheet,
): readonly Bar[] {
  const question = questionOf(edition, specification.questions[0]);
  const { segment } = specification;
  return (specification.choices ?? choiceNames(question)).flatMap((choice): Bar[] => {
    const statistic = shareStatistic(question);
    const overall = findFact(facts, question.name, choice, statistic, "all");
    const fact = segment ? findFact(facts, question.name, choice, statistic, segment) : overall;
    if (!fact || !overall || !isPrinted(fact) || isUnusedOther(choice, overall)) return [];
    const label = choiceLabel(question, choice, words);
    return [
      { choice, label, fact, printed: sheet.value(fact), overall: segment ? overall : undefined },
    ];
  });
}

function sortBars({ specification }: ChartSetting, bars: readonly Bar[]): readonly Bar[] {
  if (specification.sort === "questionnaire") return bars;
  return bars.toSorted(
    (a, b) =>
      Number(a.choice === "other") - Number(b.choice === "other") || compareValues(a.fact, b.fact),
  );
}

function layOut(
  setting: ChartSetting,
  sheet: PressSheet,
  bars: readonly Bar[],
  first: Bar,
): Drawing {
  const { house, fonts, widthPt } = setting;
  const { chart, colours } = house;
  const key = placeSegmentKey(setting, sheet, "bar", {
    own: first.fact,
    overall: first.overall,
  });
  const { marks } = key;
  const placed = placeRows(setting, bars, {
    topPt: key.bottomPt,
    rowPt: chart.barHeightPt,
    gapPt: chart.barGapPt,
    labelPart: 0.46,
  });
  marks.labels.push(...placed.texts);
  const width = (text: string) => fonts["text-semibold"].widthPt(text, chart.valueSizePt);
  const valuePt = Math.max(...bars.map((bar) => width(bar.printed.text)));
  const scale = openScale({
    least: 0,
    greatest: Math.max(0.01, ...bars.flatMap((bar) => [bar.fact.value ?? 0, tickOf(bar) ?? 0])),
    left: placed.left,
    right: widthPt - valuePt - valueGapPt - (first.overall ? tickPt : 0),
  });
  const strong = strongest(bars);
  for (const [index, bar] of bars.entries()) {
    const centreY = placed.rows[index]?.centreY ?? 0;
    drawBar(setting, bar, strong.has(bar.choice), scale, centreY, marks);
  }
  const baseline = upright(placed.left, key.bottomPt, placed.bottomPt);
  marks.rules.push({ ...baseline, widthPt: 0.7, colour: colours.ink });
  return {
    widthPt,
    heightPt: placed.bottomPt,
    signals: {},
    data: { ...marks },
    description: describe(setting, bars),
    table: tabulate(setting, bars),
    printed: sheet.printed,
    bases: [baseNote(setting, first.fact)],
    remarks: [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [...key.tooWide, ...placed.tooWide],
  };
}

/** Bars of a segment have its colour; of the whole territory the first are set stronger. */
function drawBar(
  setting: ChartSetting,
  bar: Bar,
  isFirst: boolean,
  scale: Scale,
  centreY: number,
  marks: Marks,
): void {
  const { house, fonts } = setting;
  const { chart, colours } = house;
  const ofSegment = segmentColourOf(setting);
  const isStrong = isFirst && ofSegment === undefined;
  const faint = lightestVisibleTint(colours.primary, colours.paper);
  const end = scale(bar.fact.value ?? 0);
  const edges = edgesAround(centreY, chart.barHeightPt);
  const colour = ofSegment ?? (isStrong ? colours.primary : faint);
  marks.bars.push(solidBar({ x: scale(0), x2: end, ...edges }, colour));
  const overall = tickOf(bar);
  const tickX = overall === undefined ? undefined : scale(overall);
  if (tickX !== undefined) drawTick(setting, tickX, edges, marks);
  const face = fonts["text-semibold"];
  const valueEnd = end + 2 * valueGapPt + face.widthPt(bar.printed.text, chart.valueSizePt);
  // A value that the tick would cross stands behind it.
  const isCrossed = tickX !== undefined && tickX > end - tickPt && tickX < valueEnd;
  marks.labels.push(
    centredText(
      [bar.printed.text],
      { x: (isCrossed ? tickX : end) + valueGapPt, centreY, align: "left" },
      {
        face,
        sizePt: chart.valueSizePt,
        weight: isStrong ? 600 : 400,
        colour: isStrong ? colours.primary : colours.ink,
      },
    ),
  );
}

function tickOf({ overall }: Bar): number | undefined {
  return overall?.value ?? undefined;
}

/** The bars that are set stronger: the first three of many, the first of few; "other" is never one of them. */
function strongest(bars: readonly Bar[]): ReadonlySet<string> {
  const named = bars.filter((bar) => bar.choice !== "other" && bar.fact.value !== null);
  const ranked = named.toSorted((a, b) => compareValues(a.fact, b.fact));
  return new Set(ranked.slice(0, bars.length > 5 ? 3 : 1).map((bar) => bar.choice));
}

function describe({ words, specification }: ChartSetting, bars: readonly Bar[]): string {
  const ranked = bars
    .filter((bar) => bar.fact.value !== null)
    .toSorted((a, b) => compareValues(a.fact, b.fact));
  const most = leaders(ranked);
  const [first] = most;
  if (!first) return words.string("chart.describeHidden");
  const message = words.string(
    most.length > 1 ? "chart.describeMostShared" : "chart.describeMost",
    {
      label: words.list(most.map(({ label }) => label)),
      value: words.fact(first.fact).text,
      n: words.number(first.fact.base, 0),
    },
  );
  return composeDescription(
    nameSegment(message, { words, specification }),
    ranked.slice(most.length).map((bar) => `${bar.label} ${words.fact(bar.fact).text}`),
    words,
    "chart.describeThen",
  );
}

function tabulate({ words, specification }: ChartSetting, bars: readonly Bar[]): DataTable {
  const rowsOf = (read: (bar: Bar) => Fact | undefined) =>
    bars.flatMap((bar) => {
      const fact = read(bar);
      return fact ? [{ label: bar.label, fact }] : [];
    });
  const { segment } = specification;
  const own = rowsOf(({ fact }) => fact);
  const groups = segment
    ? [
        { heading: segmentLabel(segment, words), isTotal: false, rows: own },
        {
          heading: segmentLabel("all", words),
          isTotal: true,
          rows: rowsOf(({ overall }) => overall),
        },
      ]
    : [{ heading: "", isTotal: false, rows: own }];
  return tabulateFigures(groups, words, openPressSheet(words));
}
