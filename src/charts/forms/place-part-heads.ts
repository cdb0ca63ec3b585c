import type { ChartSetting } from "../form.ts";
import { centredText, leadingPt, wrapLabels } from "../label-column.ts";
import type { RuleRow, TextRow } from "../layers.ts";
import type { PartColour } from "../part-colours.ts";
import { spreadLabels } from "../spread-labels.ts";

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
  readonly place: (
    spans: readonly (Span | undefined)[],
    barTop: number,
  ) => { readonly labels: readonly TextRow[]; readonly rules: readonly RuleRow[] };
}

const headGapPt = 9;
const stripePt = 2.4;
const stripeGapPt = 3;
const leaderPt = 11;

/** Wraps the names of parts, so that the rows' height is known before their place is. */
export function wrapPartHeads(
  { house, fonts, widthPt }: ChartSetting,
  names: readonly string[],
  colours: readonly PartColour[],
): PartHeads {
  const { chart } = house;
  const face = fonts.text;
  const sizePt = chart.labelSizePt;
  const leading = leadingPt(sizePt);
  const mostPt = (widthPt - headGapPt * (names.length - 1)) / names.length;
  const wrapped = wrapLabels(names, face, sizePt, mostPt);
  const widths = wrapped.labels.map((lines) =>
    Math.max(...lines.map((line) => face.widthPt(line, sizePt))),
  );
  const mostLines = Math.max(1, ...wrapped.labels.map((lines) => lines.length));
  const stripeY = mostLines * leading + stripeGapPt + stripePt / 2;
  const bottomPt = stripeY + stripePt / 2 + leaderPt;

  const place: PartHeads["place"] = (spans, barTop) => {
    const wishes = fillGaps(spans, widthPt);
    const centres = spreadLabels(
      widths.map((width, index) => ({ wish: wishes[index] ?? 0, widthPt: width })),
      { left: 0, right: widthPt, gapPt: headGapPt },
    );
    const labels: TextRow[] = [];
    const rules: RuleRow[] = [];
    for (const [index, lines] of wrapped.labels.entries()) {
      const [x = 0, half = 0] = [centres[index], (widths[index] ?? 0) / 2];
      const colour = colours[index];
      const span = spans[index];
      labels.push(
        centredText(
          lines,
          { x, centreY: (mostLines - lines.length / 2) * leading, align: "center" },
          { face, sizePt, weight: 400, colour: house.colours.ink },
        ),
      );
      if (!colour) continue;
      if (span) {
        const line = { x, x2: nearestIn(span, x), y: stripeY, y2: barTop };
        rules.push({ ...line, widthPt: 0.6, colour: house.colours.faint });
      }
      const stripe = { y: stripeY, y2: stripeY };
      const ends = { x: x - half, x2: x + half, widthPt: stripePt };
      rules.push({ ...stripe, ...ends, colour: colour.edge });
      if (colour.edgePt > 0) {
        // A pale stripe inside its edge.
        const { edgePt } = colour;
        const inner = { x: ends.x + edgePt, x2: ends.x2 - edgePt, widthPt: stripePt - 2 * edgePt };
        rules.push({ ...stripe, ...inner, colour: colour.fill });
      }
    }
    return { labels, rules };
  };
  return { bottomPt, tooWide: wrapped.tooWide, place };
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
