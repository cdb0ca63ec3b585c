import type { ChartSetting } from "../form.ts";
import { centredText, leadingPt } from "../label-column.ts";
import type { TextRow } from "../layers.ts";
import { type Box, type Circle, distanceTo } from "../place-map-labels.ts";

/** A dot as the map's form draws it. */
export interface DotRow {
  readonly x: number;
  readonly y: number;
  readonly area: number;
  readonly opacity: number;
  readonly colour: string;
  /** Around it, so that dots which overlap can be told apart. */
  readonly edge: string;
  readonly edgePt: number;
}

export interface MapLegend {
  readonly box: Box;
  readonly dots: readonly DotRow[];
  readonly texts: readonly TextRow[];
}

/** Classes of rates by their limits, and their colours, from the lowest to the highest. */
interface RateScale {
  readonly limits: readonly number[];
  readonly ramp: readonly string[];
}

const dotRadiusPt = 4;
const textIndentPt = 15;
/** Between the legend and a dot of the map. */
const clearancePt = 8;

/** The classes of the map, highest first, in a corner that the territory leaves free, else beneath it. */
export function placeLegend(
  { house, fonts, words }: ChartSetting,
  scale: RateScale,
  map: { readonly width: number; readonly height: number },
  dots: readonly Circle[],
): MapLegend {
  const { chart, colours } = house;
  const leading = leadingPt(chart.axisSizePt) + 3;
  const sizePt = chart.axisSizePt;
  const style = { face: fonts.text, sizePt, weight: 400, colour: colours.ink } as const;
  const strong = { ...style, face: fonts["text-semibold"], weight: 600 } as const;
  const title = words.string("table.responseRate");
  const classes = scale.ramp
    .map((colour, position) => ({ colour, label: classLabel(position) }))
    .toReversed();
  const width = Math.max(
    strong.face.widthPt(title, sizePt),
    ...classes.map(({ label }) => textIndentPt + style.face.widthPt(label, sizePt)),
  );
  const box = freeCorner({ width, height: (classes.length + 1) * leading }, map, dots);
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
  const lineY = (index: number) => top + (index + 0.5) * leading;
  return {
    box,
    dots: classes.map(({ colour }, index) => ({
      x: left + dotRadiusPt + 1,
      y: lineY(index + 1),
      area: Math.PI * dotRadiusPt ** 2,
      opacity: 1,
      colour,
      edge: colours.paper,
      edgePt: 0,
    })),
    texts: [
      centredText([title], { x: left, centreY: lineY(0), align: "left" }, strong),
      ...classes.map(({ label }, index) =>
        centredText(
          [label],
          { x: left + textIndentPt, centreY: lineY(index + 1), align: "left" },
          style,
        ),
      ),
    ],
  };

  function classLabel(position: number): string {
    const [from, to] = [scale.limits[position - 1], scale.limits[position]];
    if (from === undefined && to === undefined) return "";
    if (from === undefined) return words.string("chart.classUnder", { to: words.share(to ?? 0) });
    if (to === undefined) return words.string("chart.classFrom", { from: words.share(from) });
    return words.string("chart.classBetween", { from: words.share(from), to: words.share(to) });
  }
}

function freeCorner(
  { width, height }: Pick<Box, "width" | "height">,
  map: { readonly width: number; readonly height: number },
  dots: readonly Circle[],
): Box {
  const [left, right] = [width / 2, map.width - width / 2];
  const [top, bottom] = [height / 2, map.height - height / 2];
  const corners = [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: left, y: top },
    { x: right, y: top },
  ].map((corner) => ({ ...corner, width, height }));
  const free = corners.find((box) => dots.every((dot) => distanceTo(box, dot) > clearancePt));
  return free ?? { x: left, y: map.height + clearancePt + height / 2, width, height };
}
