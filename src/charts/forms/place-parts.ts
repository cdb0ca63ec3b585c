import type { Printed } from "../../wording/printed.ts";
import { basesNote } from "../base-note.ts";
import type { ChartSetting, Drawing } from "../form.ts";
import { centredText } from "../label-column.ts";
import { upright } from "../layers.ts";
import { openScale, type Scale } from "../open-scale.ts";
import type { PartColour } from "../part-colours.ts";
import { openPressSheet, type PressSheet } from "../press-sheet.ts";
import { openMarks } from "./compose-marks.ts";
import type { Part, WholeRow } from "./parts-of-a-whole.ts";
import { type Span, wrapPartHeads } from "./place-part-heads.ts";
import { placeRows, type RowPlace } from "./place-rows.ts";

/** Between two parts of a bar. */
const partGapPt = 1;
/** Around a value in its part. */
const paddingPt = 1.5;

/** How the bars of parts lie across the chart, in shares: where each begins, and how far they reach. */
export interface Lie {
  readonly startOf: (row: WholeRow) => number;
  readonly least: number;
  readonly greatest: number;
  /** An upright line behind all bars, at 0. */
  readonly hasCentreLine: boolean;
}

type Placed = Omit<Drawing, "description" | "table">;

/** Places bars of parts under the names of the parts, unrounded, with the values that fit. */
export function placeParts(
  setting: ChartSetting,
  rows: readonly WholeRow[],
  colours: readonly PartColour[],
  lie: Lie,
): Placed {
  const { house, widthPt } = setting;
  const sheet = openPressSheet(setting.words);
  const names = rows[0]?.parts.map(({ label }) => label) ?? [];
  const heads = wrapPartHeads(setting, names, colours);
  const placed = placeRows(setting, describeRows(rows, sheet), {
    topPt: heads.bottomPt,
    rowPt: house.chart.barHeightPt,
    gapPt: house.chart.barGapPt,
    labelPart: 0.34,
  });
  const scale = openScale({ ...lie, left: placed.left, right: widthPt });
  const limit = leastWritten(setting, rows, scale);
  const marks = openMarks();
  marks.labels.push(...placed.texts);
  for (const [index, row] of rows.entries()) {
    const place = placed.rows[index];
    if (place) drawRow({ setting, sheet, scale, limit, colours }, row, lie, place, marks);
  }
  const topY = placed.rows[0] ? placed.rows[0].centreY - house.chart.barHeightPt / 2 : 0;
  const first = heads.place(spansOf(rows[0], lie, scale), topY);
  marks.labels.push(...first.labels);
  marks.rules.push(...first.rules);
  marks.bars.push(...first.bars);
  if (lie.hasCentreLine) {
    const line = upright(scale(0), topY - 4, placed.bottomPt + 4);
    marks.grid.push({ ...line, widthPt: 0.7, colour: house.colours.ink });
  }
  return {
    widthPt,
    heightPt: placed.bottomPt + (lie.hasCentreLine ? 4 : 0),
    signals: {},
    data: { ...marks },
    printed: sheet.printed,
    bases: noteBases(setting, rows),
    remarks: remarkOn(setting, rows, limit),
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [...heads.tooWide, ...placed.tooWide],
  };
}

/** Where all rows rest on the same number, the notes say it once. */
function describeRows(rows: readonly WholeRow[], sheet: PressSheet) {
  const bases = rows.map(({ parts }) => parts[0]?.fact.base);
  const isCommon = new Set(bases).size === 1;
  return rows.map(({ label, heading, isReference, parts }) => {
    const fact = parts[0]?.fact;
    const base = isCommon || !fact ? undefined : sheet.markedBase(fact);
    return { label, heading, isStrong: isReference, base };
  });
}

function noteBases(setting: ChartSetting, rows: readonly WholeRow[]): readonly Printed[] {
  const facts = rows.flatMap(({ parts }) => parts[0]?.fact ?? []);
  const isMatrix = setting.specification.questions.length > 1;
  return basesNote(setting, isMatrix ? facts : facts.slice(0, 1));
}

interface RowSetting {
  readonly setting: ChartSetting;
  readonly sheet: PressSheet;
  readonly scale: Scale;
  /** The least share that is written in its part. */
  readonly limit: number;
  readonly colours: readonly PartColour[];
}

function drawRow(
  { setting, sheet, scale, limit, colours }: RowSetting,
  row: WholeRow,
  lie: Lie,
  { centreY }: RowPlace,
  marks: ReturnType<typeof openMarks>,
): void {
  const { house, fonts } = setting;
  const half = house.chart.barHeightPt / 2;
  const [first] = row.parts;
  if (row.isHidden && first) {
    const style = { face: fonts.text, sizePt: house.chart.valueSizePt, weight: 400 } as const;
    const at = { x: scale(Math.max(0, lie.least)) + paddingPt, centreY, align: "left" } as const;
    const text = sheet.unmarked(first.fact).text;
    marks.labels.push(centredText([text], at, { ...style, colour: house.colours.ink }));
    return;
  }
  let share = lie.startOf(row);
  for (const [index, { fact }] of row.parts.entries()) {
    const value = fact.value ?? 0;
    const [x, end] = [scale(share), scale(share + value)];
    share += value;
    const colour = colours[index];
    if (value === 0 || !colour) continue;
    const inset = Math.min(partGapPt, (end - x) / 2) / 2 + colour.edgePt / 2;
    marks.bars.push({
      x: Math.min(x + inset, (x + end) / 2),
      x2: Math.max(end - inset, (x + end) / 2),
      top: centreY - half + colour.edgePt / 2,
      bottom: centreY + half - colour.edgePt / 2,
      colour: colour.fill,
      edge: colour.edge,
      edgePt: colour.edgePt,
    });
    if (value < limit) continue;
    const style = { face: fonts.text, sizePt: house.chart.axisSizePt, weight: 400 } as const;
    const at = { x: (x + end) / 2, centreY, align: "center" } as const;
    const text = sheet.unmarked(fact).text;
    marks.labels.push(centredText([text], at, { ...style, colour: colour.text }));
  }
}

function spansOf(row: WholeRow | undefined, lie: Lie, scale: Scale): readonly (Span | undefined)[] {
  if (!row || row.isHidden) return row?.parts.map(() => undefined) ?? [];
  let share = lie.startOf(row);
  return row.parts.map(({ fact }) => {
    const start = share;
    share += fact.value ?? 0;
    return share > start ? [scale(start), scale(share)] : undefined;
  });
}

/** The least whole percentage from which on every part is wide enough for its value. */
function leastWritten(
  { fonts, house, words }: ChartSetting,
  rows: readonly WholeRow[],
  scale: Scale,
): number {
  const narrow = rows
    .flatMap(({ parts }) => parts)
    .filter(({ fact }: Part) => {
      const text = words.fact(fact).text;
      const needed = fonts.text.widthPt(text, house.chart.axisSizePt) + 2 * paddingPt + partGapPt;
      return fact.value !== null && scale(fact.value) - scale(0) < needed;
    })
    .map(({ fact }) => fact.value ?? 0);
  return narrow.length === 0 ? 0 : (Math.floor(Math.max(...narrow) * 100) + 1) / 100;
}

function remarkOn(
  { words }: ChartSetting,
  rows: readonly WholeRow[],
  limit: number,
): readonly string[] {
  const isLeftOut = ({ fact: { value } }: Part) => value !== null && value > 0 && value < limit;
  if (!rows.some(({ parts }) => parts.some(isLeftOut))) return [];
  return [words.string("chart.remarkNarrow", { limit: words.share(limit) })];
}
