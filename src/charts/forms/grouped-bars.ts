import { choiceNames } from "../../edition/choice-names.ts";
import type { Question } from "../../edition/questionnaire.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Printed } from "../../wording/printed.ts";
import { baseNote } from "../base-note.ts";
import type { DataTable } from "../chart.ts";
import { shareStatistic } from "../default-form.ts";
import { cautionOf, composeDescription } from "../describe.ts";
import { compareValues, findFact, leaders } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import { type RuleRow, type TextRow, upright } from "../layers.ts";
import { choiceLabel, isUnusedOther, questionOf } from "../name-choice.ts";
import { segmentLabel } from "../name-segment.ts";
import { openPressSheet, type PressSheet } from "../press-sheet.ts";
import { type BarRow, composeBars, labelGapPt, valueGapPt } from "./bars.ts";
import { collectPanels, type Panel, panelGapPt, placeHeads } from "./panels.ts";

/**
 * Shares of the choices of one question in every segment of a cut: one panel a segment, side by side, so that
 * each panel reads as a profile and each row as a comparison.
 */
export const groupedBars: Form = {
  compose: composeBars,
  draw: (setting) => {
    const question = questionOf(setting.edition, setting.specification.questions[0]);
    const sheet = openPressSheet(setting.words);
    const panels = collectPanels(setting, question);
    const rows = collectRows(setting, question, panels, sheet);
    return rows.length > 0 ? layOut(setting, sheet, panels, rows) : undefined;
  },
};

interface Row {
  readonly choice: string;
  readonly label: string;
  /** In the whole territory; decides the order. */
  readonly overall: Fact;
  /** One per panel. */
  readonly cells: readonly { readonly fact: Fact; readonly printed: Printed }[];
}

function collectRows(
  setting: ChartSetting,
  question: Question,
  panels: readonly Panel[],
  sheet: PressSheet,
): readonly Row[] {
  const { specification, facts, words } = setting;
  const rows = (specification.choices ?? choiceNames(question)).flatMap((choice): Row[] => {
    const overall = findFact(facts, question.name, choice, shareStatistic(question), "all");
    const found = panels.flatMap(
      ({ segment }) =>
        findFact(facts, question.name, choice, shareStatistic(question), segment.id) ?? [],
    );
    if (!overall || found.length < panels.length || found.length === 0) return [];
    if (isUnusedOther(choice, overall)) return [];
    const cells = found.map((fact) => ({ fact, printed: sheet.value(fact) }));
    return [{ choice, label: choiceLabel(question, choice, words), overall, cells }];
  });
  if (specification.sort === "questionnaire") return rows;
  return rows.toSorted(
    (a, b) =>
      Number(a.choice === "other") - Number(b.choice === "other") ||
      compareValues(a.overall, b.overall),
  );
}

function layOut(
  setting: ChartSetting,
  sheet: PressSheet,
  panels: readonly Panel[],
  rows: readonly Row[],
): Drawing {
  const { house, fonts, words, widthPt } = setting;
  const { chart, colours } = house;
  const text = {
    face: fonts.text,
    sizePt: chart.labelSizePt,
    weight: 400,
    colour: colours.ink,
  } as const;
  const column = wrapLabels(
    rows.map((row) => row.label),
    fonts.text,
    chart.labelSizePt,
    widthPt * (panels.length > 2 ? 0.38 : 0.44),
  );
  const left = column.widthPt + labelGapPt;
  const panelWidthPt = (widthPt - left - panelGapPt * (panels.length - 1)) / panels.length;
  const valueWidthPt = Math.max(
    ...rows.flatMap((row) =>
      row.cells.map((cell) => fonts.text.widthPt(cell.printed.text, chart.valueSizePt)),
    ),
  );
  const heads = placeHeads(setting, sheet, panels, left, panelWidthPt);
  const bars: BarRow[] = [];
  const values: object[] = [];
  const labels: TextRow[] = [...heads.labels];
  let y = heads.heightPt;
  for (const [index, row] of rows.entries()) {
    const lines = column.labels[index] ?? [];
    const height = Math.max(chart.barHeightPt, lines.length * leadingPt(chart.labelSizePt));
    const centreY = y + height / 2;
    labels.push(centredText(lines, { x: 0, centreY, align: "left" }, text));
    for (const [position, cell] of row.cells.entries()) {
      const shiftPt = position * (panelWidthPt + panelGapPt);
      const value = cell.fact.value ?? 0;
      bars.push({
        value,
        top: centreY - chart.barHeightPt / 2,
        bottom: centreY + chart.barHeightPt / 2,
        shiftPt,
        colour: panels[position]?.colour ?? colours.primary,
      });
      values.push({
        ...centredText([cell.printed.text], { x: 0, centreY, align: "left" }, text),
        value,
        shiftPt,
      });
    }
    y += height + chart.barGapPt;
  }
  const heightPt = y - chart.barGapPt;
  const baselines = panels.map((_, position): RuleRow => {
    const x = left + position * (panelWidthPt + panelGapPt);
    return { ...upright(x, heads.heightPt - 2, heightPt), widthPt: 0.7, colour: colours.ink };
  });
  const greatest = Math.max(
    0.01,
    ...rows.flatMap((row) => row.cells.map((cell) => cell.fact.value ?? 0)),
  );
  const table = tabulate(setting, openPressSheet(setting.words), panels, rows);
  const [firstRow] = rows;
  return {
    widthPt,
    heightPt,
    signals: {
      least: 0,
      greatest,
      left,
      right: left + Math.max(10, panelWidthPt - valueWidthPt - valueGapPt),
    },
    data: { bars, values, labels, rules: [...heads.rules, ...baselines] },
    description: describe(setting, panels, rows),
    table,
    printed: sheet.printed,
    bases: firstRow ? [baseNote({ words }, firstRow.overall)] : [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [...column.tooWide, ...heads.tooWide],
  };
}

function describe({ words }: ChartSetting, panels: readonly Panel[], rows: readonly Row[]): string {
  const details = panels.flatMap((panel, position) => {
    const known = rows.flatMap((row) => {
      const fact = row.cells[position]?.fact;
      return fact && fact.value !== null ? [{ label: row.label, fact }] : [];
    });
    const [best, ...others] = leaders(known);
    if (!best) return [];
    const labels = words.list([best, ...others].map(({ label }) => label));
    const value = `${labels} (${words.fact(best.fact).text})`;
    const caution = cautionOf(best.fact, words);
    const label = caution ? `${panel.name} (${caution})` : panel.name;
    return [words.string("chart.pair", { label, value })];
  });
  return composeDescription(
    words.string("chart.describeLeaders"),
    details,
    words,
    "chart.describeDetails",
  );
}

function tabulate(
  { words }: ChartSetting,
  sheet: PressSheet,
  panels: readonly Panel[],
  rows: readonly Row[],
): DataTable {
  return {
    columns: [
      { heading: words.string("table.answer"), align: "left" },
      ...panels.map(({ name }) => ({ heading: name, align: "right" as const })),
      { heading: segmentLabel("all", words), align: "right" as const },
    ],
    rows: [
      ...rows.map((row) => ({
        isGroup: false,
        isTotal: false,
        cells: [row.label, ...row.cells.map((cell) => cell.printed), sheet.value(row.overall)],
      })),
      {
        isGroup: false,
        isTotal: true,
        cells: [
          words.string("table.base"),
          ...panels.map((panel) => sheet.base(panel.base)),
          ...rows.slice(0, 1).map((row) => sheet.base(row.overall)),
        ],
      },
    ],
  };
}
