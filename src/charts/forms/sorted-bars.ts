import { choiceNames } from "../../edition/choice-names.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Printed } from "../../wording/printed.ts";
import { baseNote } from "../base-note.ts";
import type { DataTable } from "../chart.ts";
import { shareStatistic } from "../default-form.ts";
import { composeDescription } from "../describe.ts";
import { compareValues, findFact, leaders } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import { type RuleRow, type TextRow, upright } from "../layers.ts";
import { choiceLabel, isUnusedOther, questionOf } from "../name-choice.ts";
import { isPrinted, openPressSheet, type PressSheet } from "../press-sheet.ts";
import { lightestVisibleTint } from "../tint.ts";
import { type BarRow, composeBars, labelGapPt, valueGapPt } from "./bars.ts";

/** One row of the chart. */
interface Bar {
  readonly choice: string;
  readonly label: string;
  readonly fact: Fact;
  readonly printed: Printed;
}

/** Shares of the choices of one question, one bar each, sorted; "other" stands last. */
export const sortedBars: Form = {
  compose: composeBars,
  draw: (setting) => {
    const sheet = openPressSheet(setting.words);
    const bars = sortBars(setting, collectBars(setting, sheet));
    const first = bars[0];
    return first ? layOut(setting, sheet, bars, first) : undefined;
  },
};

function collectBars({ specification, facts, edition, words }: ChartSetting, sheet: PressSheet) {
  const question = questionOf(edition, specification.questions[0]);
  return (specification.choices ?? choiceNames(question)).flatMap((choice): Bar[] => {
    const fact = findFact(facts, question.name, choice, shareStatistic(question), "all");
    if (!fact || !isPrinted(fact) || isUnusedOther(choice, fact)) return [];
    const label = choiceLabel(question, choice, words);
    return [{ choice, label, fact, printed: sheet.value(fact) }];
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
  const column = wrapLabels(
    bars.map((bar) => bar.label),
    fonts.text,
    chart.labelSizePt,
    widthPt * 0.46,
  );
  const valueWidthPt = Math.max(
    ...bars.map((bar) => fonts["text-semibold"].widthPt(bar.printed.text, chart.valueSizePt)),
  );
  const left = column.widthPt + labelGapPt;
  const strong = strongest(bars);
  const faint = lightestVisibleTint(colours.primary, colours.paper);
  const rows: BarRow[] = [];
  const values: object[] = [];
  const labels: TextRow[] = [];
  let y = 0;
  for (const [index, bar] of bars.entries()) {
    const lines = column.labels[index] ?? [];
    const height = Math.max(chart.barHeightPt, lines.length * leadingPt(chart.labelSizePt));
    const centreY = y + height / 2;
    const value = bar.fact.value ?? 0;
    const isStrong = strong.has(bar.choice);
    rows.push({
      value,
      top: centreY - chart.barHeightPt / 2,
      bottom: centreY + chart.barHeightPt / 2,
      shiftPt: 0,
      colour: isStrong ? colours.primary : faint,
    });
    labels.push(
      centredText(
        lines,
        { x: 0, centreY, align: "left" },
        { face: fonts.text, sizePt: chart.labelSizePt, weight: 400, colour: colours.ink },
      ),
    );
    const text = centredText(
      [bar.printed.text],
      { x: 0, centreY, align: "left" },
      {
        face: fonts["text-semibold"],
        sizePt: chart.valueSizePt,
        weight: isStrong ? 600 : 400,
        colour: isStrong ? colours.primary : colours.ink,
      },
    );
    values.push({ ...text, value, shiftPt: 0 });
    y += height + chart.barGapPt;
  }
  const heightPt = y - chart.barGapPt;
  const baseline: RuleRow = { ...upright(left, 0, heightPt), widthPt: 0.7, colour: colours.ink };
  const table = tabulate(setting, openPressSheet(setting.words), bars);
  return {
    widthPt,
    heightPt,
    signals: {
      least: 0,
      greatest: Math.max(0.01, ...bars.map((bar) => bar.fact.value ?? 0)),
      left,
      right: widthPt - valueWidthPt - valueGapPt,
    },
    data: { bars: rows, values, labels, rules: [baseline] },
    description: describe(setting, bars),
    table,
    printed: sheet.printed,
    bases: [baseNote(setting, first.fact)],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: column.tooWide,
  };
}

/** The bars that are set stronger: the first three of many, the first of few; "other" is never one of them. */
function strongest(bars: readonly Bar[]): ReadonlySet<string> {
  const named = bars.filter((bar) => bar.choice !== "other" && bar.fact.value !== null);
  const ranked = named.toSorted((a, b) => compareValues(a.fact, b.fact));
  return new Set(ranked.slice(0, bars.length > 5 ? 3 : 1).map((bar) => bar.choice));
}

function describe({ words }: ChartSetting, bars: readonly Bar[]): string {
  const ranked = bars
    .filter((bar) => bar.fact.value !== null)
    .toSorted((a, b) => compareValues(a.fact, b.fact));
  const most = leaders(ranked);
  const [first] = most;
  if (!first) return words.string("chart.describeHidden");
  return composeDescription(
    words.string(most.length > 1 ? "chart.describeMostShared" : "chart.describeMost", {
      label: words.list(most.map(({ label }) => label)),
      value: words.fact(first.fact).text,
      n: words.number(first.fact.base, 0),
    }),
    ranked.slice(most.length).map((bar) => `${bar.label} ${words.fact(bar.fact).text}`),
    words,
    "chart.describeThen",
  );
}

function tabulate({ words }: ChartSetting, sheet: PressSheet, bars: readonly Bar[]): DataTable {
  return {
    columns: [
      { heading: words.string("table.answer"), align: "left" },
      { heading: words.string("table.municipalities"), align: "right" },
      { heading: words.string("table.base"), align: "right" },
      { heading: words.string("statistics.share"), align: "right" },
      { heading: words.string("table.interval"), align: "right" },
    ],
    rows: bars.map((bar) => ({
      isGroup: false,
      isTotal: false,
      cells: [
        bar.label,
        sheet.count(bar.fact),
        sheet.base(bar.fact),
        bar.printed,
        sheet.interval(bar.fact),
      ],
    })),
  };
}
