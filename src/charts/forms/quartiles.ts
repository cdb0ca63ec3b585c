import { basesNote } from "../base-note.ts";
import { chooseRoundTicks } from "../choose-ticks.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt } from "../label-column.ts";
import { upright } from "../layers.ts";
import { openScale, type Scale } from "../open-scale.ts";
import { openPressSheet, type PressSheet } from "../press-sheet.ts";
import { lightestVisibleTint } from "../tint.ts";
import {
  composeMarks,
  labelGapPt,
  type Marks,
  maskOf,
  openMarks,
  solidBar,
} from "./compose-marks.ts";
import { axisHeightPt, placeAxis } from "./place-axis.ts";
import { placeRows } from "./place-rows.ts";
import {
  collectQuartiles,
  describeQuartiles,
  fewestForAmounts,
  type QuartileRow,
  type Quartiles,
  tabulateQuartiles,
  unitOf,
} from "./quartile-rows.ts";

const barPt = 9;
const valueGapPt = 3;
/** Room for the median's value over its bar. */
const overBarPt = 9;

/** The middle half of amounts as a bar from the first to the third quartile, its median marked; never a mean. */
export const quartiles: Form = {
  compose: composeMarks,
  draw: (setting) => {
    const collected = collectQuartiles(setting);
    return collected.rows.length > 0 ? layOut(setting, collected) : undefined;
  },
};

function layOut(setting: ChartSetting, { rows, leftOut }: Quartiles): Drawing {
  const { house, fonts, words, widthPt } = setting;
  const { chart, colours } = house;
  const sheet = openPressSheet(words);
  const marks = openMarks();
  const axisTop = placeUnit(setting, marks);
  const isCommon = new Set(rows.map(({ median }) => median.base)).size === 1;
  const placed = placeRows(
    setting,
    rows.map((row) => ({
      ...row,
      isStrong: row.isReference && rows.length > 1,
      base: isCommon ? undefined : sheet.markedBase(row.median),
    })),
    {
      topPt: axisTop + axisHeightPt(setting),
      rowPt: barPt + 2 * overBarPt,
      gapPt: 0,
      labelPart: 0.36,
    },
  );
  marks.labels.push(...placed.texts);
  const width = (text: string) => fonts.text.widthPt(text, chart.valueSizePt);
  const written = rows.map((row) => writeRow(row, sheet));
  const greatest = Math.max(...rows.map(({ q3 }) => q3.value ?? 0));
  const least = Math.min(0, ...rows.map(({ q1 }) => q1.value ?? 0));
  const firstWidthPt = Math.max(...written.map(({ q1 }) => width(q1)));
  const scale = openScale({
    least,
    greatest: greatest > least ? greatest : least + 1,
    // The value left of a bar that begins at 0 must not reach into its label.
    left: placed.left - labelGapPt / 2 + firstWidthPt + valueGapPt,
    right: widthPt - valueGapPt - Math.max(...written.map(({ q3 }) => width(q3))),
  });
  for (const [index, row] of rows.entries()) {
    const centreY = placed.rows[index]?.centreY ?? 0;
    const texts = written[index];
    if (texts) drawRow(setting, row, texts, scale, centreY, marks);
  }
  const ticks = chooseRoundTicks(least, greatest).map((value) => ({
    value,
    text: words.number(value, Number.isInteger(value) ? 0 : 1),
  }));
  const axis = placeAxis(setting, ticks, scale, {
    topPt: axisTop,
    bottomPt: placed.bottomPt,
  });
  marks.grid.push(...axis.grid);
  marks.labels.push(...axis.labels);
  return {
    widthPt,
    heightPt: placed.bottomPt,
    signals: {},
    data: { ...marks },
    description: describeQuartiles(setting, rows),
    table: tabulateQuartiles(setting, openPressSheet(words), rows),
    printed: sheet.printed,
    bases: basesNote(
      setting,
      rows.filter((_, index) => index === 0 || !rows[0]?.isReference).map(({ median }) => median),
    ),
    remarks: remarkOn(setting, leftOut),
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: placed.tooWide,
  };

  /** The unit stands at the right over its axis. */
  function placeUnit(within: ChartSetting, into: Marks): number {
    const unit = unitOf(within);
    const leading = leadingPt(chart.axisSizePt);
    if (unit === "") return 0;
    const at = { x: widthPt, centreY: leading / 2, align: "right" } as const;
    const style = { face: fonts.text, sizePt: chart.axisSizePt, weight: 400 } as const;
    into.labels.push(centredText([unit], at, { ...style, colour: colours.muted }));
    return leading + 2;
  }
}

interface RowTexts {
  readonly q1: string;
  readonly median: string;
  readonly q3: string;
}

function writeRow({ q1, median, q3 }: QuartileRow, sheet: PressSheet): RowTexts {
  return {
    q1: sheet.unmarked(q1).text,
    median: sheet.unmarked(median).text,
    q3: sheet.unmarked(q3).text,
  };
}

/** Quartiles beside the bar, the median over its mark. */
function drawRow(
  { house, fonts, widthPt }: ChartSetting,
  row: QuartileRow,
  texts: RowTexts,
  scale: Scale,
  centreY: number,
  marks: Marks,
): void {
  const { chart, colours } = house;
  const [x, middle, x2] = [row.q1, row.median, row.q3].map(({ value }) => scale(value ?? 0));
  if (x === undefined || middle === undefined || x2 === undefined) return;
  const [top, bottom] = [centreY - barPt / 2, centreY + barPt / 2];
  const tint = lightestVisibleTint(colours.primary, colours.paper);
  // Where all gave the same amount, the bar has no length and its mark stands alone.
  if (x2 > x) marks.bars.push(solidBar({ x, x2, top, bottom }, tint));
  const mark = { ...upright(middle, top - 1.5, bottom + 1.5), widthPt: 2.2 };
  marks.rules.push({ ...mark, colour: colours.primaryDark });
  const small = { face: fonts.text, sizePt: chart.valueSizePt, weight: 400 } as const;
  const strong = { face: fonts["text-semibold"], sizePt: chart.valueSizePt, weight: 600 } as const;
  const half = strong.face.widthPt(texts.median, strong.sizePt) / 2;
  const overX = Math.min(middle, widthPt - half);
  const write = (
    text: string,
    at: Parameters<typeof centredText>[1],
    style: typeof small | typeof strong,
  ) => {
    const colour = style === strong ? colours.primary : colours.ink;
    const label = centredText([text], at, { ...style, colour });
    marks.bars.push(maskOf(label, style.face.widthPt(text, style.sizePt), colours.paper));
    marks.labels.push(label);
  };
  write(texts.q1, { x: x - valueGapPt, centreY, align: "right" }, small);
  write(texts.median, { x: overX, centreY: top - overBarPt / 2 - 1, align: "center" }, strong);
  write(texts.q3, { x: x2 + valueGapPt, centreY, align: "left" }, small);
}

function remarkOn({ words }: ChartSetting, leftOut: readonly string[]): readonly string[] {
  if (leftOut.length === 0) return [];
  return [
    words.string("chart.remarkFewAmounts", {
      number: words.number(fewestForAmounts, 0),
      segments: words.list(leftOut),
    }),
  ];
}
