import type { HouseStyle } from "../../edition/house-style.ts";
import type { Fact } from "../../facts/fact.ts";
import type { SegmentId } from "../../facts/segment.ts";
import type { Printed } from "../../wording/printed.ts";
import { baseNote } from "../base-note.ts";
import type { DataTable } from "../chart.ts";
import { findFact } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt } from "../label-column.ts";
import {
  colourField,
  type Layer,
  layeredForm,
  type RuleRow,
  ruleLayer,
  type TextRow,
  textLayer,
  xInPoints,
  yInPoints,
} from "../layers.ts";
import { dotRadius, fitMapField, type MapField } from "../map-field.ts";
import {
  type Box,
  type Circle,
  distanceTo,
  type MapSpace,
  placeMapLabels,
} from "../place-map-labels.ts";
import { openPressSheet, type PressSheet } from "../press-sheet.ts";
import { rateClass, rateClassLimits } from "../rate-classes.ts";
import { lightestVisibleTint, mix } from "../tint.ts";
import { type DotRow, placeLegend } from "./map-legend.ts";
import {
  collectProvinces,
  describeRates,
  type ProvinceRate,
  tabulateRates,
} from "./province-rates.ts";

const coverWidthPt = 480;
/** How much of its colour a dot under a label keeps. */
const fadedPart = 0.2;
/** Between a dot of full strength and a label, in points. */
const clearancePt = 0.8;
/** Above the country and beside it there is room for the labels of provinces at its edge. */
const figureMargins = { sidePt: 8, topPt: 22, bottomPt: 8 };

const dotLayer: Layer = {
  data: { name: "dots" },
  mark: { type: "point", filled: true, strokeWidth: { expr: "datum.edgePt" } },
  encoding: {
    x: xInPoints,
    y: yInPoints,
    size: { field: "area", type: "quantitative", scale: null },
    opacity: { field: "opacity", type: "quantitative", scale: null },
    fill: colourField,
    stroke: { field: "edge", type: "nominal", scale: null },
  },
};

/**
 * Every municipality of the territory as a dot where it lies, the larger the more inhabitants it has, shaded by its
 * province's response rate. It says how many answered where, never who.
 */
export const dotMap: Form = {
  compose: (family) => layeredForm([dotLayer, ruleLayer("leaders"), textLayer("labels")], family),
  draw: (setting) => {
    const provinces = collectProvinces(setting);
    if (provinces.length === 0) return undefined;
    return setting.specification.variant === "cover"
      ? drawCover(setting, provinces)
      : drawFigure(setting, provinces);
  },
};

interface Dot extends DotRow {
  readonly province: SegmentId;
}

/** Larger dots first, so that none hides a smaller one. */
function placeDots(
  provinces: readonly ProvinceRate[],
  field: MapField,
  size: { readonly leastPt: number; readonly mostPt: number },
  colourOf: (rate: number) => string,
  look: Pick<DotRow, "opacity" | "edge" | "edgePt">,
): readonly Dot[] {
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const most = Math.max(...all.map(({ population }) => population));
  return provinces
    .flatMap(({ segment, value }) =>
      segment.municipalities.map((municipality) => {
        const radius = dotRadius(municipality, most, size);
        const { x, y } = field.place(municipality);
        // Hundredths of a point keep the file small.
        const [roundX, roundY] = [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
        const area = Math.round(Math.PI * radius ** 2 * 100) / 100;
        const colour = colourOf(value);
        return { x: roundX, y: roundY, area, colour, ...look, province: segment.id };
      }),
    )
    .toSorted((a, b) => b.area - a.area);
}

/** The country by night: a light in every municipality, the brighter the more of its province answered. */
function drawCover(setting: ChartSetting, provinces: readonly ProvinceRate[]): Drawing {
  const { colours } = setting.house;
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const field = fitMapField(all, coverWidthPt, { sidePt: 16, topPt: 16, bottomPt: 16 });
  const limits = rateClassLimits(provinces.map(({ value }) => value));
  const darkest = mix(colours.primary, colours.primaryTint, 0.45);
  const colourOf = (rate: number) =>
    mix(darkest, colours.paper, rateClass(rate, limits) / Math.max(1, limits.length));
  const bare = { edge: "transparent", edgePt: 0 };
  const lights = { leastPt: 1.7, mostPt: 7.5 };
  const glow = { leastPt: lights.leastPt * 2.6, mostPt: lights.mostPt * 2.6 };
  const sheet = openPressSheet(setting.words);
  const table = tabulateRates(setting, openPressSheet(setting.words), provinces);
  return {
    ...finish(setting, sheet, provinces, table),
    widthPt: coverWidthPt,
    heightPt: field.heightPt,
    background: colours.primaryDark,
    data: {
      dots: [
        ...placeDots(provinces, field, glow, colourOf, { ...bare, opacity: 0.1 }),
        ...placeDots(provinces, field, lights, colourOf, { ...bare, opacity: 0.95 }),
      ],
      leaders: [],
      labels: [],
    },
    // Nothing is written on the cover's map.
    printed: [],
    bases: [],
  };
}

function circleOf({ x, y, area }: DotRow): Circle {
  return { x, y, radius: Math.sqrt(area / Math.PI) };
}

function drawFigure(setting: ChartSetting, provinces: readonly ProvinceRate[]): Drawing {
  const { house, widthPt } = setting;
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const field = fitMapField(all, widthPt, figureMargins);
  const limits = rateClassLimits(provinces.map(({ value }) => value));
  const ramp = classColours(house, limits.length + 1);
  const colourOf = (rate: number) => ramp[rateClass(rate, limits)] ?? house.colours.primary;
  const look = { opacity: 1, edge: house.colours.paper, edgePt: 0.5 };
  const dots = placeDots(provinces, field, { leastPt: 2.1, mostPt: 8 }, colourOf, look);
  const sheet = openPressSheet(setting.words);
  const map = { width: widthPt, height: field.heightPt };
  const legend = placeLegend(setting, { limits, ramp }, map, dots.map(circleOf));
  const space = { ...map, taken: [legend.box] };
  const labels = placeLabels(setting, sheet, provinces, dots, space);
  const table = tabulateRates(setting, openPressSheet(setting.words), provinces);
  return {
    ...finish(setting, sheet, provinces, table),
    widthPt,
    heightPt: Math.max(field.heightPt, legend.box.y + legend.box.height / 2),
    data: {
      dots: [...fadeUnder(labels.lines, dots, house), ...legend.dots],
      leaders: labels.leaders,
      labels: [...labels.texts, ...legend.texts],
    },
  };
}

function finish(
  setting: ChartSetting,
  sheet: PressSheet,
  provinces: readonly ProvinceRate[],
  table: DataTable,
) {
  const overall = findFact(setting.facts, "sample", null, "response-rate", "all");
  const count = findFact(setting.facts, "sample", null, "count", "all");
  const sampleNote = (fact: Fact): Printed => {
    const n = setting.words.number(fact.value ?? 0, 0);
    return { text: setting.words.string("chart.base", { n }), facts: [fact.id], kind: "base" };
  };
  return {
    signals: {},
    description: describeRates(setting, provinces, overall),
    table,
    printed: sheet.printed,
    bases: count ? [sampleNote(count)] : overall ? [baseNote(setting, overall)] : [],
    remarks: [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [],
  };
}

function classColours({ colours }: HouseStyle, count: number): readonly string[] {
  const lightest = lightestVisibleTint(colours.primary, colours.paper);
  return Array.from({ length: count }, (_, index) =>
    mix(lightest, colours.primaryDark, count === 1 ? 1 : index / (count - 1)),
  );
}

/** Dots that a label is written over become a ground that it reads on, behind the others. */
function fadeUnder(
  lines: readonly Box[],
  dots: readonly Dot[],
  { colours }: HouseStyle,
): readonly Dot[] {
  const isUnder = (dot: Dot) => lines.some((line) => distanceTo(line, circleOf(dot)) < clearancePt);
  const faded = dots
    .filter(isUnder)
    .map((dot) => ({ ...dot, colour: mix(colours.paper, dot.colour, fadedPart) }));
  return [...faded, ...dots.filter((dot) => !isUnder(dot))];
}

/** Name and rate of each province. */
function placeLabels(
  { house, fonts }: ChartSetting,
  sheet: PressSheet,
  provinces: readonly ProvinceRate[],
  dots: readonly Dot[],
  space: MapSpace,
) {
  const { chart, colours } = house;
  const face = fonts["text-semibold"];
  const leading = leadingPt(chart.axisSizePt);
  const written = provinces.map((province) => {
    const lines = [province.name, sheet.value(province.rate).text] as const;
    const width = Math.max(...lines.map((line) => face.widthPt(line, chart.axisSizePt)));
    const area = dots.filter(({ province: id }) => id === province.segment.id).map(circleOf);
    return { lines, area, width, height: 2 * leading };
  });
  const placed = placeMapLabels(written, space);
  const lines = placed.flatMap(({ x, y }, index) =>
    (written[index]?.lines ?? []).map((line, position): Box => {
      const width = face.widthPt(line, chart.axisSizePt);
      return { x, y: y + (position - 0.5) * leading, width, height: leading };
    }),
  );
  const leaders = placed.flatMap(({ leader }): RuleRow[] => {
    if (!leader) return [];
    const [from, to] = leader;
    return [{ x: from.x, y: from.y, x2: to.x, y2: to.y, widthPt: 0.7, colour: colours.ink }];
  });
  const texts = placed.flatMap(({ x, y }, index): TextRow[] => {
    const [name = "", rate = ""] = written[index]?.lines ?? [];
    const line = (text: string, shift: number, weight: 400 | 600) =>
      centredText(
        [text],
        { x, centreY: y + (shift * leading) / 2, align: "center" },
        { face, sizePt: chart.axisSizePt, weight, colour: colours.ink },
      );
    return [line(name, -1, 400), line(rate, 1, 600)];
  });
  return { lines, leaders, texts };
}
