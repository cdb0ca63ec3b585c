import type { HouseStyle } from "../../edition/house-style.ts";
import type { Face } from "../../fonts/font-book.ts";
import type { Area } from "../area.ts";
import type { Box } from "../boxes.ts";
import { labelColour } from "../class-colours.ts";
import type { ChartSetting } from "../form.ts";
import { centredText } from "../label-column.ts";
import { type LinesRow, lineRows, type TextRow } from "../layers.ts";
import type { Point } from "../map-field.ts";
import { type PlacedAreaLabel, placeAreaLabels } from "../place-area-labels.ts";
import type { PressSheet } from "../press-sheet.ts";
import { wrapLabel } from "../wrap-label.ts";
import type { ProvinceValue } from "./province-values.ts";

/** A province on the map. */
export interface PlacedProvince extends ProvinceValue {
  readonly area: Area;
  /** What its label stands on. */
  readonly colour: string;
}

export interface MapLabels {
  readonly texts: readonly TextRow[];
  readonly leaders: readonly LinesRow[];
  /** Where the lowest ends. */
  readonly bottomPt: number;
}

interface Line {
  readonly text: string;
  readonly face: Face;
  readonly weight: TextRow["weight"];
}

/** Name and figure belong together, and have to fit into small shapes. */
const leadingPart = 1.12;
const leaderPt = { line: 0.7, dot: 3, ground: 1.2 };

/** Writes name and figure of each province on it, or beside it with a line to it. */
export function writeMapLabels(
  { house, fonts }: ChartSetting,
  sheet: PressSheet,
  provinces: readonly PlacedProvince[],
  map: { readonly width: number; readonly height: number; readonly taken: readonly Box[] },
): MapLabels {
  const { chart, colours } = house;
  const sizePt = chart.axisSizePt;
  const type = { sizePt, leadingPt: sizePt * leadingPart };
  const written = provinces.map(({ name, fact, area }) => {
    const figure = fact ? sheet.value(fact).text : "";
    const broken = wrapLabel(name, fonts.text, sizePt, fonts.text.widthPt(name, sizePt) * 0.7);
    const settings = [[name], ...(broken.length > 1 ? [broken] : [])].map(
      (lines): readonly Line[] => [
        ...lines.map((text) => ({ text, face: fonts.text, weight: 400 as const })),
        ...(figure === ""
          ? []
          : [{ text: figure, face: fonts["text-semibold"], weight: 600 as const }]),
      ],
    );
    const widths = settings.map((lines) =>
      lines.map(({ text, face }) => face.widthPt(text, sizePt)),
    );
    return { area, settings: widths, lines: settings };
  });
  const placed = placeAreaLabels(written, { ...map, type });
  const texts = placed.flatMap(({ x, y, leader, setting }, index): TextRow[] => {
    const lines = written[index]?.lines[setting] ?? [];
    const ground = leader ? colours.paper : (provinces[index]?.colour ?? colours.paper);
    const colour = labelColour(colours, ground);
    return lines.map(({ text, face, weight }, position) => {
      const centreY = y + (position - (lines.length - 1) / 2) * type.leadingPt;
      const style = { face, sizePt, weight, colour };
      return centredText([text], { x, centreY, align: "center" }, style);
    });
  });
  const bottomPt = Math.max(...placed.map(({ y, height }) => y + height / 2));
  return { texts, leaders: drawLeaders(placed, house), bottomPt };
}

/** A line from each label that stands aside, ending in a dot on its province. */
function drawLeaders(
  labels: readonly PlacedAreaLabel[],
  { colours }: HouseStyle,
): readonly LinesRow[] {
  const leaders = labels.flatMap(({ leader }) => (leader ? [leader] : []));
  const lines = leaders.map(([from, to]) => [rounded(from), rounded(to)]);
  const dots = leaders.map(([, to]) => [rounded(to), rounded(to)]);
  const { line, dot, ground } = leaderPt;
  return [
    ...lineRows(lines, line + ground, colours.paper),
    ...lineRows(dots, dot + ground, colours.paper),
    ...lineRows(lines, line, colours.ink),
    ...lineRows(dots, dot, colours.ink),
  ];
}

function rounded({ x, y }: Point): readonly number[] {
  return [x, y].map((length) => Math.round(length * 10) / 10);
}
