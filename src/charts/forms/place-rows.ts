import type { Printed } from "../../wording/printed.ts";
import type { ChartSetting } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import type { TextRow } from "../layers.ts";
import { dagger } from "../press-sheet.ts";
import { labelGapPt } from "./compose-marks.ts";

/** What stands left of a chart's plot, row by row. */
export interface RowHead {
  readonly label: string;
  /** How many the row rests on; undefined where all rest on the same and the notes say it. */
  readonly base?: Printed | undefined;
  /** The whole beside its parts. */
  readonly isStrong?: boolean;
  /** Over the row, where a group begins. */
  readonly heading?: string | undefined;
}

export interface PlacedRows {
  /** Where the plot may begin. */
  readonly left: number;
  /** One per row. */
  readonly rows: readonly RowPlace[];
  readonly texts: readonly TextRow[];
  readonly bottomPt: number;
  readonly tooWide: readonly string[];
}

export interface RowPlace {
  readonly centreY: number;
  readonly top: number;
  readonly bottom: number;
}

const baseGapPt = 10;
const headingGapPt = 6;

/**
 * Places rows under each other: labels, wrapped, and beside them n, which only the first row writes out ("n = 123").
 *
 * @param room Where the first row begins, how high a row is at least, what stands between two, and which part of the
 * width labels may take.
 */
export function placeRows(
  setting: ChartSetting,
  heads: readonly RowHead[],
  room: {
    readonly topPt: number;
    readonly rowPt: number;
    readonly gapPt: number;
    readonly labelPart: number;
  },
): PlacedRows {
  const { house, fonts, widthPt } = setting;
  const { chart, colours } = house;
  const leading = leadingPt(chart.labelSizePt);
  const face = heads.some(({ isStrong }) => isStrong) ? fonts["text-semibold"] : fonts.text;
  const column = wrapLabels(
    heads.map(({ label }) => label),
    face,
    chart.labelSizePt,
    widthPt * room.labelPart,
  );
  const bases = measureBases(setting, heads);
  const baseRight = column.widthPt + (bases ? baseGapPt + bases.widthPt : 0);
  const plain = { sizePt: chart.labelSizePt, colour: colours.ink } as const;
  const texts: TextRow[] = [];
  const rows: RowPlace[] = [];
  let y = room.topPt;
  for (const [index, head] of heads.entries()) {
    if (head.heading !== undefined) {
      y += index > 0 ? headingGapPt - room.gapPt / 2 : 0;
      texts.push(
        centredText(
          [head.heading],
          { x: 0, centreY: y + leading / 2, align: "left" },
          { face: fonts.text, sizePt: chart.axisSizePt, weight: 400, colour: colours.muted },
        ),
      );
      y += leading + 2;
    }
    const lines = column.labels[index] ?? [];
    const height = Math.max(room.rowPt, lines.length * leading);
    const centreY = y + height / 2;
    const style = head.isStrong
      ? ({ ...plain, face: fonts["text-semibold"], weight: 600 } as const)
      : ({ ...plain, face: fonts.text, weight: 400 } as const);
    texts.push(centredText(lines, { x: 0, centreY, align: "left" }, style));
    const base = bases?.texts[index];
    if (base) {
      const hanging = base.endsWith(dagger) ? bases.markWidthPt : 0;
      texts.push(
        centredText(
          [base],
          { x: baseRight + hanging, centreY, align: "right" },
          { face: fonts.text, sizePt: chart.axisSizePt, weight: 400, colour: colours.muted },
        ),
      );
    }
    rows.push({ centreY, top: y, bottom: y + height });
    y += height + room.gapPt;
  }
  return {
    left: baseRight + (bases?.markWidthPt ?? 0) + labelGapPt,
    rows,
    texts,
    bottomPt: y - room.gapPt,
    tooWide: column.tooWide,
  };
}

/** The column of n: its texts, how wide digits are, and how far a † hangs out behind them. */
function measureBases({ house, fonts, words }: ChartSetting, heads: readonly RowHead[]) {
  if (heads.every(({ base }) => base === undefined)) return undefined;
  const texts = heads.map(({ base }, index) => {
    const n = base?.text ?? "";
    return index === 0 && n !== "" ? words.string("chart.base", { n }) : n;
  });
  const width = (text: string) => fonts.text.widthPt(text, house.chart.axisSizePt);
  return {
    texts,
    widthPt: Math.max(...texts.map((text) => width(text.replace(dagger, "")))),
    markWidthPt: texts.some((text) => text.endsWith(dagger)) ? width(dagger) : 0,
  };
}
