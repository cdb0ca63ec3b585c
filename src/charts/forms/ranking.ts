import { choiceNames } from "../../edition/choice-names.ts";
import type { Fact } from "../../facts/fact.ts";
import { baseNote } from "../base-note.ts";
import type { DataTable } from "../chart.ts";
import { composeDescription } from "../describe.ts";
import { compareValues, findFact, leaders } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText } from "../label-column.ts";
import { upright } from "../layers.ts";
import { choiceLabel, questionOf } from "../name-choice.ts";
import { openScale, type Scale } from "../open-scale.ts";
import { completeColour } from "../part-colours.ts";
import { isPrinted, openPressSheet, type PressSheet } from "../press-sheet.ts";
import { lightestVisibleTint } from "../tint.ts";
import { composeMarks, type Marks, openMarks, solidBar, valueGapPt } from "./compose-marks.ts";
import { wrapPartHeads } from "./place-part-heads.ts";
import { placeRows } from "./place-rows.ts";

interface Ranked {
  readonly label: string;
  /** Who put it first. */
  readonly first: Fact;
  /** Who put it among the first; undefined where only one was asked for. */
  readonly among: Fact | undefined;
}

/** Who put a choice first, over who put it among the first: one bar a choice, sorted by first places. */
export const ranking: Form = {
  compose: composeMarks,
  draw: (setting) => {
    const rows = collectRanked(setting);
    return rows[0] ? layOut(setting, rows, rows[0]) : undefined;
  },
};

function ranksOf({ edition, specification }: ChartSetting): number {
  const { maximumRank, choices } = questionOf(edition, specification.questions[0]);
  return maximumRank ?? choices.length;
}

function collectRanked(setting: ChartSetting): readonly Ranked[] {
  const { specification, facts, edition, words } = setting;
  const question = questionOf(edition, specification.questions[0]);
  const ranks = ranksOf(setting);
  const rows = (specification.choices ?? choiceNames(question)).flatMap((choice): Ranked[] => {
    const first = findFact(facts, question.name, choice, "rank-1", "all");
    if (!first || !isPrinted(first)) return [];
    const among =
      ranks > 1 ? findFact(facts, question.name, choice, `rank-${ranks}`, "all") : undefined;
    return [{ label: choiceLabel(question, choice, words), first, among }];
  });
  if (specification.sort === "questionnaire") return rows;
  return rows.toSorted(
    (a, b) =>
      compareValues(a.first, b.first) || (a.among && b.among ? compareValues(a.among, b.among) : 0),
  );
}

function layOut(setting: ChartSetting, rows: readonly Ranked[], top: Ranked): Drawing {
  const { house, fonts, words, widthPt } = setting;
  const { chart, colours } = house;
  const sheet = openPressSheet(words);
  const strong = completeColour(colours.primary, house);
  const light = completeColour(lightestVisibleTint(colours.primary, colours.paper), house);
  const names = nameRanks(setting);
  const heads = wrapPartHeads(setting, names, [strong, light]);
  const placed = placeRows(setting, rows, {
    topPt: heads.bottomPt,
    rowPt: chart.barHeightPt,
    gapPt: chart.barGapPt,
    labelPart: 0.46,
  });
  const marks = openMarks();
  marks.labels.push(...placed.texts);
  const width = (text: string) => fonts["text-semibold"].widthPt(text, chart.valueSizePt);
  const texts = rows.map((row) => writeRow(row, sheet));
  const scale = openScale({
    least: 0,
    greatest: Math.max(0.01, ...rows.flatMap((row) => [row.first.value ?? 0, longer(row)])),
    left: placed.left,
    right:
      widthPt - valueGapPt - Math.max(...texts.map(({ among, first }) => width(among || first))),
  });
  for (const [index, row] of rows.entries()) {
    const place = placed.rows[index];
    const text = texts[index];
    if (!place || !text) continue;
    const style = { setting, scale, strong, light, width };
    drawRow(style, row, text, place.centreY, marks);
  }
  const firstY = (placed.rows[0]?.centreY ?? 0) - chart.barHeightPt / 2;
  const [start, end, far] = [scale(0), scale(top.first.value ?? 0), scale(longer(top))];
  const spans = [[start, end] as const, [end, far] as const].slice(0, names.length);
  const named = heads.place(spans, firstY);
  marks.labels.push(...named.labels);
  marks.bars.push(...named.bars);
  marks.rules.push(...named.rules, {
    ...upright(placed.left, firstY, placed.bottomPt),
    widthPt: 0.7,
    colour: colours.ink,
  });
  return {
    widthPt,
    heightPt: placed.bottomPt,
    signals: {},
    data: { ...marks },
    description: describe(setting, rows),
    table: tabulate(setting, openPressSheet(words), rows),
    printed: sheet.printed,
    bases: [baseNote(setting, top.first)],
    remarks: [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [...heads.tooWide, ...placed.tooWide],
  };
}

function nameRanks(setting: ChartSetting): readonly string[] {
  const { words } = setting;
  const ranks = ranksOf(setting);
  const first = words.string("statistics.rankFirst");
  if (ranks < 2) return [first];
  return [first, words.string("statistics.rankAmong", { number: words.number(ranks, 0) })];
}

function longer({ first, among }: Ranked): number {
  return among?.value ?? first.value ?? 0;
}

interface RowTexts {
  readonly first: string;
  readonly among: string;
}

function writeRow({ first, among }: Ranked, sheet: PressSheet): RowTexts {
  return { first: sheet.value(first).text, among: among ? sheet.value(among).text : "" };
}

interface RowStyle {
  readonly setting: ChartSetting;
  readonly scale: Scale;
  readonly strong: ReturnType<typeof completeColour>;
  readonly light: ReturnType<typeof completeColour>;
  readonly width: (text: string) => number;
}

/** The share of first places stands in its bar, else on the lighter one, else before the other value. */
function drawRow(
  { setting, scale, strong, light, width }: RowStyle,
  row: Ranked,
  texts: RowTexts,
  centreY: number,
  marks: Marks,
): void {
  const { house, fonts } = setting;
  const { chart, colours } = house;
  const [left, end, far] = [scale(0), scale(row.first.value ?? 0), scale(longer(row))];
  const edges = { top: centreY - chart.barHeightPt / 2, bottom: centreY + chart.barHeightPt / 2 };
  if (row.among) marks.bars.push(solidBar({ x: left, x2: far, ...edges }, light.fill));
  marks.bars.push(solidBar({ x: left, x2: end, ...edges }, strong.fill));
  const write = (
    text: string,
    x: number,
    align: "left" | "right",
    colour: string,
    weight: 400 | 600,
  ) =>
    marks.labels.push(
      centredText(
        [text],
        { x, centreY, align },
        { face: fonts["text-semibold"], sizePt: chart.valueSizePt, weight, colour },
      ),
    );
  const needed = width(texts.first) + 2 * valueGapPt;
  const outside = far + valueGapPt;
  if (texts.among === "") {
    write(texts.first, outside, "left", colours.primary, 600);
  } else if (end - left >= needed) {
    write(texts.first, end - valueGapPt, "right", strong.text, 600);
    write(texts.among, outside, "left", colours.ink, 400);
  } else if (far - end >= needed) {
    write(texts.first, end + valueGapPt, "left", light.text, 600);
    write(texts.among, outside, "left", colours.ink, 400);
  } else {
    write(texts.first, outside, "left", colours.primary, 600);
    write(texts.among, outside + width(texts.first) + 2 * valueGapPt, "left", colours.ink, 400);
  }
}

function describe(setting: ChartSetting, rows: readonly Ranked[]): string {
  const { words } = setting;
  const known = rows
    .map((row) => ({ ...row, fact: row.first }))
    .filter(({ fact }) => fact.value !== null)
    .toSorted((a, b) => compareValues(a.fact, b.fact));
  const most = leaders(known);
  const [top] = most;
  if (!top) return words.string("chart.describeHidden");
  const ranks = words.number(ranksOf(setting), 0);
  const say = ({ label, first, among }: Ranked) =>
    [`${label} ${words.fact(first).text}`, ...(among ? [words.fact(among).text] : [])].join(", ");
  const message = words.string("chart.describeRankedFirst", {
    label: words.list(most.map(({ label }) => label)),
    value: words.fact(top.first).text,
    n: words.number(top.first.base, 0),
  });
  const details = known.map(say);
  const key = ranksOf(setting) > 1 ? "chart.describeRankedBoth" : "chart.describeThen";
  const told = ranksOf(setting) > 1 ? details : details.slice(most.length);
  return composeDescription(message, told, words, key, { number: ranks });
}

function tabulate(setting: ChartSetting, sheet: PressSheet, rows: readonly Ranked[]): DataTable {
  const { words } = setting;
  const hasBoth = rows.some(({ among }) => among !== undefined);
  const interval = { heading: words.string("table.interval"), align: "right" } as const;
  return {
    columns: [
      { heading: words.string("table.answer"), align: "left" },
      { heading: words.string("table.base"), align: "right" },
      ...nameRanks(setting).flatMap((name) => [
        { heading: name, align: "right" as const },
        interval,
      ]),
    ],
    rows: rows.map(({ label, first, among }) => ({
      isGroup: false,
      isTotal: false,
      cells: [
        label,
        sheet.base(first),
        sheet.value(first),
        sheet.interval(first),
        ...(hasBoth && among ? [sheet.value(among), sheet.interval(among)] : []),
      ],
    })),
  };
}
