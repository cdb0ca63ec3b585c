import type { Face } from "../../fonts/font-book.ts";
import type { ChartSetting } from "../form.ts";
import { centredText, type LabelColumn, leadingPt, wrapLabels } from "../label-column.ts";
import type { PartColour } from "../part-colours.ts";
import { spreadLabels } from "../spread-labels.ts";
import { type Marks, openMarks } from "./compose-marks.ts";
import { placeKey } from "./place-key.ts";

export type Span = readonly [start: number, end: number];

/** The names of a bar's parts over the first bar, each with a stripe in its colour and a line to its part. */
export interface PartHeads {
  /** Where the first bar may begin. */
  readonly bottomPt: number;
  readonly tooWide: readonly string[];
  /**
   * Places them over the parts.
   *
   * @param spans Where the first bar's parts begin and end, in points; undefined for a part that it doesn't have.
   * @param barTop Upper edge of the first bar.
   */
  readonly place: (spans: readonly (Span | undefined)[], barTop: number) => Marks;
}

const headGapPt = 9;
const stripePt = 2.4;
const stripeGapPt = 3;
const leaderPt = 11;
const mostLines = 3;

/**
 * Wraps the names of parts, so that the rows' height is known before their place is. Names that don't fit beside each
 * other in a few lines stand one after the other, as in running text, each after a sign in its colour.
 */
export function wrapPartHeads(
  setting: ChartSetting,
  names: readonly string[],
  colours: readonly PartColour[],
): PartHeads {
  const { house, fonts, widthPt } = setting;
  const wrapped = wrapBeside(names, fonts.text, house.chart.labelSizePt, widthPt);
  if (wrapped) return standOver(setting, wrapped, colours);
  const entries = names.map((name, index) => {
    const { fill = "", edge = "", edgePt = 0 } = colours[index] ?? {};
    return { sign: "bar", colour: fill, edge: { edge, edgePt }, name, note: "" } as const;
  });
  const { marks, bottomPt, tooWide } = placeKey(setting, entries);
  return { bottomPt, tooWide, place: () => marks };
}

/**
 * Names wrapped so that all stand side by side; undefined where that can't be. None is much wider than its equal
 * share, so that it can stand near its part.
 */
function wrapBeside(
  names: readonly string[],
  face: Face,
  sizePt: number,
  widthPt: number,
): LabelColumn["labels"] | undefined {
  const room = widthPt - headGapPt * (names.length - 1);
  for (let measure = (room / names.length) * 1.1; measure > sizePt * 2; measure -= 3) {
    const { labels } = wrapLabels(names, face, sizePt, measure);
    if (labels.some((lines) => lines.length > mostLines)) return undefined;
    const total = labels.reduce((sum, lines) => sum + widestOf(lines, face, sizePt), 0);
    if (total <= room) return labels;
  }
  return undefined;
}

function widestOf(lines: readonly string[], face: Face, sizePt: number): number {
  return Math.max(...lines.map((line) => face.widthPt(line, sizePt)));
}

function standOver(
  { house, fonts, widthPt }: ChartSetting,
  wrapped: LabelColumn["labels"],
  colours: readonly PartColour[],
): PartHeads {
  const face = fonts.text;
  const sizePt = house.chart.labelSizePt;
  const leading = leadingPt(sizePt);
  const widths = wrapped.map((lines) => widestOf(lines, face, sizePt));
  const lineCount = Math.max(1, ...wrapped.map((lines) => lines.length));
  const stripeY = lineCount * leading + stripeGapPt + stripePt / 2;
  const place: PartHeads["place"] = (spans, barTop) => {
    const wishes = fillGaps(spans, widthPt);
    const centres = spreadLabels(
      widths.map((width, index) => ({ wish: wishes[index] ?? 0, widthPt: width })),
      { left: 0, right: widthPt, gapPt: headGapPt },
    );
    const marks = openMarks();
    for (const [index, lines] of wrapped.entries()) {
      const [x = 0, half = 0] = [centres[index], (widths[index] ?? 0) / 2];
      const span = spans[index];
      const at = { x, centreY: (lineCount - lines.length / 2) * leading, align: "center" } as const;
      const style = { face, sizePt, weight: 400, colour: house.colours.ink } as const;
      marks.labels.push(centredText(lines, at, style));
      if (span) {
        const line = { x, x2: nearestIn(span, x), y: stripeY, y2: barTop };
        marks.rules.push({ ...line, widthPt: 0.6, colour: house.colours.faint });
      }
      drawStripe([x - half, x + half], stripeY, colours[index], marks);
    }
    return marks;
  };
  return { bottomPt: stripeY + stripePt / 2 + leaderPt, tooWide: [], place };
}

/** A pale stripe lies inside its edge. */
function drawStripe([x, x2]: Span, y: number, colour: PartColour | undefined, marks: Marks): void {
  if (!colour) return;
  const { fill, edge, edgePt } = colour;
  marks.rules.push({ x, x2, y, y2: y, widthPt: stripePt, colour: edge });
  if (edgePt === 0) return;
  const inner = { x: x + edgePt, x2: x2 - edgePt, y, y2: y };
  marks.rules.push({ ...inner, widthPt: stripePt - 2 * edgePt, colour: fill });
}

/** Straight down where the name stands over its part, else to the part's nearer end. */
function nearestIn([start, end]: Span, x: number): number {
  const inset = Math.min(4, (end - start) / 2);
  return Math.min(Math.max(x, start + inset), end - inset);
}

/** Names of parts that the first bar lacks stand between those of their neighbours. */
function fillGaps(spans: readonly (Span | undefined)[], widthPt: number): readonly number[] {
  const middles = spans.map((span) => span && (span[0] + span[1]) / 2);
  return middles.map((middle, index) => {
    if (middle !== undefined) return middle;
    const before = middles.slice(0, index).findLast((each) => each !== undefined);
    const after = middles.slice(index + 1).find((each) => each !== undefined);
    return ((before ?? after ?? 0) + (after ?? before ?? widthPt)) / 2;
  });
}
