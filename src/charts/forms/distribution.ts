import type { Fact } from "../../facts/fact.ts";
import type { Printed } from "../../wording/printed.ts";
import { baseNote } from "../base-note.ts";
import type { DataTable } from "../chart.ts";
import { composeDescription } from "../describe.ts";
import { findFact, leaders } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt } from "../label-column.ts";
import {
  colourField,
  type Layer,
  layeredForm,
  type RuleRow,
  ruleLayer,
  type TextRow,
  textLayer,
  upright,
  valueScale,
  valueSignals,
} from "../layers.ts";
import { questionOf } from "../name-choice.ts";
import { openPressSheet, type PressSheet } from "../press-sheet.ts";

const plotHeightPt = 118;
/** Part of a step that its column fills. */
const columnPart = 0.74;

/** Columns stand on their score, half a column to either side; their tops are in points. */
const columnLayer: Layer = {
  data: { name: "columns" },
  mark: { type: "rect" },
  encoding: {
    x: { field: "from", type: "quantitative", scale: valueScale },
    x2: { field: "to" },
    y: { field: "top", type: "quantitative", scale: null },
    y2: { field: "bottom" },
    fill: colourField,
  },
};

interface Score {
  readonly score: number;
  readonly fact: Fact;
  readonly count: number;
  readonly printed: Printed;
}

/** How many municipalities gave each score, as columns with their counts on top, and where the mean lies. */
export const distribution: Form = {
  compose: (family) =>
    layeredForm(
      [ruleLayer("meanLine"), columnLayer, ruleLayer("rules"), textLayer("labels")],
      family,
      valueSignals,
    ),
  draw: (setting) => {
    const sheet = openPressSheet(setting.words);
    const scores = collectScores(setting, sheet);
    return scores.length > 0 ? layOut(setting, sheet, scores) : undefined;
  },
};

function collectScores(setting: ChartSetting, sheet: PressSheet): readonly Score[] {
  const { specification, edition, facts } = setting;
  const question = questionOf(edition, specification.questions[0]);
  const { minimum, maximum, step } = question.scale ?? { minimum: 0, maximum: 10, step: 1 };
  const scores: Score[] = [];
  for (let score = minimum; score <= maximum; score += step) {
    const fact = findFact(facts, question.name, null, `count-${score}`, "all");
    if (fact?.value !== null && fact?.value !== undefined) {
      scores.push({ score, fact, count: fact.value, printed: sheet.value(fact) });
    }
  }
  return scores;
}

function layOut(setting: ChartSetting, sheet: PressSheet, scores: readonly Score[]): Drawing {
  const { specification, facts, house, fonts, words, widthPt } = setting;
  const { chart, colours } = house;
  const mean = findFact(facts, specification.questions[0] ?? "", null, "mean", "all");
  const steps = scores.map(({ score }) => score);
  const [first, last] = [steps[0] ?? 0, steps.at(-1) ?? 0];
  const step = scores.length > 1 ? (last - first) / (scores.length - 1) : 1;
  const least = first - step / 2;
  const greatest = last + step / 2;
  const x = (value: number) => ((value - least) / (greatest - least)) * widthPt;
  const leading = leadingPt(chart.labelSizePt);
  const plotTop = leading * 2 + 6;
  const bottom = plotTop + plotHeightPt;
  const most = Math.max(1, ...scores.map(({ count }) => count));
  const labels: TextRow[] = [];
  const columns = scores.map(({ score, count, printed }) => {
    const top = bottom - (count / most) * plotHeightPt;
    const style = { face: fonts["text-semibold"], sizePt: chart.valueSizePt, weight: 600 } as const;
    const at = { x: x(score), align: "center" } as const;
    labels.push(
      centredText(
        [printed.text],
        { ...at, centreY: top - leading / 2 - 1 },
        {
          ...style,
          colour: count > 0 ? colours.primary : colours.muted,
        },
      ),
      centredText(
        [words.number(score, 0)],
        { ...at, centreY: bottom + leading / 2 + 3 },
        {
          face: fonts.text,
          sizePt: chart.labelSizePt,
          weight: 400,
          colour: colours.ink,
        },
      ),
    );
    const half = (step * columnPart) / 2;
    return { from: score - half, to: score + half, top, bottom, colour: colours.primary };
  });
  const rules: RuleRow[] = [
    { x: 0, x2: widthPt, y: bottom, y2: bottom, widthPt: 0.7, colour: colours.ink },
  ];
  const meanLine: RuleRow[] = [];
  if (mean && mean.value !== null) {
    const at = x(mean.value);
    const printed = sheet.value(mean);
    const text = words.string("chart.meanMark", { value: printed.text });
    const half = fonts["text-semibold"].widthPt(text, chart.labelSizePt) / 2;
    labels.push(
      centredText(
        [text],
        {
          x: Math.min(Math.max(at, half), widthPt - half),
          centreY: leading / 2,
          align: "center",
        },
        {
          face: fonts["text-semibold"],
          sizePt: chart.labelSizePt,
          weight: 600,
          colour: colours.accent,
        },
      ),
    );
    const style = { widthPt: 1.1, colour: colours.accent };
    for (const [top, end] of stretchesBeside(labels, at, leading + 2, bottom)) {
      meanLine.push({ ...upright(at, top, end), ...style });
    }
  }
  const table = tabulate(setting, openPressSheet(setting.words), scores);
  const base = mean ?? scores[0]?.fact;
  return {
    widthPt,
    heightPt: bottom + leading + 5,
    signals: { least, greatest, left: 0, right: widthPt },
    data: { meanLine, columns, rules, labels },
    description: describe(setting, scores, mean),
    table,
    printed: sheet.printed,
    bases: base ? [baseNote(setting, base)] : [],
    remarks: [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [],
  };

  /** The parts of an upright line that no count stands on. */
  function stretchesBeside(
    texts: readonly TextRow[],
    at: number,
    top: number,
    end: number,
  ): readonly (readonly [number, number])[] {
    const inTheWay = texts.find((text) => {
      const half = fonts["text-semibold"].widthPt(text.text, text.sizePt) / 2 + 2;
      return text.y > top + text.sizePt && text.y < end && Math.abs(text.x - at) < half;
    });
    return inTheWay
      ? [
          [top, inTheWay.y - inTheWay.sizePt],
          [inTheWay.y + 3, end],
        ]
      : [[top, end]];
  }
}

function describe(
  { words }: ChartSetting,
  scores: readonly Score[],
  mean: Fact | undefined,
): string {
  const modes = leaders(scores);
  const [mode] = modes;
  if (!mode) return words.string("chart.describeHidden");
  const key = modes.length > 1 ? "chart.describeModeShared" : "chart.describeMode";
  const message = words.string(key, {
    score: words.list(modes.map(({ score }) => words.number(score, 0))),
    count: mode.printed.text,
    n: words.number(mode.fact.base, 0),
    mean: mean ? words.fact(mean).text : "",
  });
  const counts = scores.map(({ printed }) => printed.text).join(", ");
  return composeDescription(message, [counts], words, "chart.describeCounts");
}

function tabulate({ words }: ChartSetting, sheet: PressSheet, scores: readonly Score[]): DataTable {
  const [first] = scores;
  return {
    columns: [
      { heading: words.string("table.score"), align: "left" },
      ...scores.map(({ score }) => ({
        heading: words.number(score, 0),
        align: "right" as const,
      })),
      { heading: words.string("table.base"), align: "right" },
    ],
    rows: [
      {
        isGroup: false,
        isTotal: false,
        cells: [
          words.string("table.municipalities"),
          ...scores.map(({ printed }) => printed),
          ...(first ? [sheet.base(first.fact)] : []),
        ],
      },
    ],
  };
}
