import { type Area, edgeMeetsBox, isInArea } from "../area.ts";
import type { Box } from "../boxes.ts";
import type { ChartSetting } from "../form.ts";
import { centredText, leadingPt } from "../label-column.ts";
import { type AreaRow, areaRow, type LinesRow, lineRows, type TextRow } from "../layers.ts";
import { wrapLabel } from "../wrap-label.ts";

export interface MapLegend {
  readonly box: Box;
  readonly swatches: readonly AreaRow[];
  readonly edges: readonly LinesRow[];
  readonly texts: readonly TextRow[];
}

/** Classes of figures by their limits, and their colours, from the lowest to the highest. */
export interface MapScale {
  /** What the figures are. */
  readonly title: string;
  readonly limits: readonly number[];
  readonly ramp: readonly string[];
  readonly format: (limit: number) => string;
}

const swatchPt = { width: 16, height: 9 };
const textIndentPt = 22;
const mostTitlePt = 110;
/** Between the legend and the map. */
const clearancePt = 8;

/** The classes of the map, highest first, in a corner that the territory leaves free, else beneath it. */
export function placeLegend(
  { house, fonts, words }: ChartSetting,
  scale: MapScale,
  map: { readonly width: number; readonly height: number },
  areas: readonly Area[],
): MapLegend {
  const { chart, colours } = house;
  const sizePt = chart.axisSizePt;
  const leading = leadingPt(sizePt);
  const style = { face: fonts.text, sizePt, weight: 400, colour: colours.ink } as const;
  const strong = { ...style, face: fonts["text-semibold"], weight: 600 } as const;
  const title = wrapLabel(scale.title, strong.face, sizePt, mostTitlePt);
  const classes = scale.ramp
    .map((colour, position) => ({ colour, label: classLabel(position) }))
    .filter(({ label }) => label !== "")
    .toReversed();
  const width = Math.max(
    ...title.map((line) => strong.face.widthPt(line, sizePt)),
    ...classes.map(({ label }) => textIndentPt + style.face.widthPt(label, sizePt)),
  );
  const rowPt = leading + 4;
  const height = title.length * leading + 3 + classes.length * rowPt;
  const box = freeCorner({ width, height }, map, areas);
  const [left, top] = [box.x - width / 2, box.y - height / 2];
  const rowsTop = top + title.length * leading + 3;
  const rows = classes.map((each, index) => {
    const centreY = rowsTop + (index + 0.5) * rowPt;
    return { ...each, centreY, ring: rectangle(left, centreY - swatchPt.height / 2) };
  });
  return {
    box,
    swatches: rows.map(({ colour, ring }) => areaRow([[ring]], colour)),
    edges: lineRows(
      rows.map(({ ring }) => ring),
      0.6,
      colours.ink,
    ),
    texts: [
      centredText(
        title,
        { x: left, centreY: top + (title.length * leading) / 2, align: "left" },
        strong,
      ),
      ...rows.map(({ label, centreY }) =>
        centredText([label], { x: left + textIndentPt, centreY, align: "left" }, style),
      ),
    ],
  };

  function classLabel(position: number): string {
    const [from, to] = [scale.limits[position - 1], scale.limits[position]].map(
      (limit) => limit !== undefined && scale.format(limit),
    );
    if (from && to) return words.string("chart.classBetween", { from, to });
    if (from) return words.string("chart.classFrom", { from });
    return to ? words.string("chart.classUnder", { to }) : "";
  }
}

function rectangle(left: number, top: number): readonly (readonly [number, number])[] {
  const [x, y] = [round(left), round(top)];
  const [right, bottom] = [round(left + swatchPt.width), round(top + swatchPt.height)];
  return [
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
    [x, y],
  ];
}

function round(lengthPt: number): number {
  return Math.round(lengthPt * 10) / 10;
}

function freeCorner(
  { width, height }: Pick<Box, "width" | "height">,
  map: { readonly width: number; readonly height: number },
  areas: readonly Area[],
): Box {
  // The swatches' edges must not be cut off at the chart's.
  const [left, right] = [width / 2 + 0.5, map.width - width / 2 - 0.5];
  const [top, bottom] = [height / 2 + 0.5, map.height - height / 2 - 0.5];
  const corners = [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: left, y: top },
    { x: right, y: top },
  ].map((corner) => ({ ...corner, width, height }));
  const free = corners.find((box) =>
    areas.every((area) => !isInArea(box, area) && !edgeMeetsBox(area, box, clearancePt)),
  );
  return free ?? { x: left, y: map.height + clearancePt + height / 2, width, height };
}
