import type { HouseStyle } from "../../edition/house-style.ts";
import type { Fact } from "../../facts/fact.ts";
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
import { placeMapLabels } from "../place-map-labels.ts";
import { openPressSheet, type PressSheet } from "../press-sheet.ts";
import { rateClass, rateClassLimits } from "../rate-classes.ts";
import { lightestVisibleTint, mix } from "../tint.ts";
import {
  collectProvinces,
  describeRates,
  type ProvinceRate,
  tabulateRates,
} from "./province-rates.ts";

const coverWidthPt = 480;

const dotLayer: Layer = {
  data: { name: "dots" },
  mark: { type: "point", filled: true },
  encoding: {
    x: xInPoints,
    y: yInPoints,
    size: { field: "area", type: "quantitative", scale: null },
    opacity: { field: "opacity", type: "quantitative", scale: null },
    color: colourField,
  },
};

const padLayer: Layer = {
  data: { name: "pads" },
  mark: { type: "rect", cornerRadius: 2, opacity: 0.9 },
  encoding: {
    x: xInPoints,
    x2: { field: "x2" },
    y: yInPoints,
    y2: { field: "y2" },
    fill: colourField,
  },
};

/**
 * Every municipality of the territory as a dot where it lies, the larger the more inhabitants it has, shaded by its
 * province's response rate. It says how many answered where, never who.
 */
export const dotMap: Form = {
  compose: (family) =>
    layeredForm([dotLayer, ruleLayer("leaders"), padLayer, textLayer("labels")], family),
  draw: (setting) => {
    const provinces = collectProvinces(setting);
    if (provinces.length === 0) return undefined;
    return setting.specification.variant === "cover"
      ? drawCover(setting, provinces)
      : drawFigure(setting, provinces);
  },
};

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly area: number;
  readonly opacity: number;
  readonly colour: string;
}

/** Larger dots first, so that none hides a smaller one. */
function placeDots(
  provinces: readonly ProvinceRate[],
  field: MapField,
  size: { readonly leastPt: number; readonly mostPt: number },
  colourOf: (rate: number) => string,
  opacity: number,
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
        return { x: roundX, y: roundY, area, opacity, colour: colourOf(value) };
      }),
    )
    .toSorted((a, b) => b.area - a.area);
}

/** The country by night: a light in every municipality, the brighter the more of its province answered. */
function drawCover(setting: ChartSetting, provinces: readonly ProvinceRate[]): Drawing {
  const { colours } = setting.house;
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const field = fitMapField(all, coverWidthPt, 16);
  const limits = rateClassLimits(provinces.map(({ value }) => value));
  const darkest = mix(colours.primary, colours.primaryTint, 0.45);
  const colourOf = (rate: number) =>
    mix(darkest, colours.paper, rateClass(rate, limits) / Math.max(1, limits.length));
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
        ...placeDots(provinces, field, glow, colourOf, 0.1),
        ...placeDots(provinces, field, lights, colourOf, 0.95),
      ],
      leaders: [],
      pads: [],
      labels: [],
    },
    // Nothing is written on the cover's map.
    printed: [],
    bases: [],
  };
}

function drawFigure(setting: ChartSetting, provinces: readonly ProvinceRate[]): Drawing {
  const { house, widthPt } = setting;
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const field = fitMapField(all, widthPt, 8);
  const limits = rateClassLimits(provinces.map(({ value }) => value));
  const ramp = classColours(house, limits.length + 1);
  const colourOf = (rate: number) => ramp[rateClass(rate, limits)] ?? house.colours.primary;
  const dots = placeDots(provinces, field, { leastPt: 1.9, mostPt: 8 }, colourOf, 1);
  const sheet = openPressSheet(setting.words);
  const labels = placeLabels(setting, sheet, provinces, field);
  const legend = placeLegend(setting, limits, ramp, field.heightPt);
  const table = tabulateRates(setting, openPressSheet(setting.words), provinces);
  return {
    ...finish(setting, sheet, provinces, table),
    widthPt,
    heightPt: field.heightPt,
    data: {
      dots: [...dots, ...legend.dots],
      leaders: labels.leaders,
      pads: labels.pads,
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

/** Name and rate of each province. */
function placeLabels(
  { house, fonts, widthPt }: ChartSetting,
  sheet: PressSheet,
  provinces: readonly ProvinceRate[],
  field: MapField,
) {
  const { chart, colours } = house;
  const face = fonts["text-semibold"];
  const leading = leadingPt(chart.axisSizePt);
  const padPt = 2.5;
  const written = provinces.map(({ name, rate, segment }) => {
    const lines = [name, sheet.value(rate).text] as const;
    const width = Math.max(...lines.map((line) => face.widthPt(line, chart.axisSizePt)));
    const area = segment.municipalities.map(field.place);
    return { lines, area, width: width + 2 * padPt, height: 2 * leading + padPt };
  });
  const placed = placeMapLabels(written, { width: widthPt, height: field.heightPt });
  const pads = placed.map(({ x, y, width, height }) => ({
    x: x - width / 2,
    x2: x + width / 2,
    y: y - height / 2,
    y2: y + height / 2,
    colour: colours.paper,
  }));
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
  return { pads, leaders, texts };
}

/** Classes in the south-west corner, where the country leaves room. */
function placeLegend(
  { house, fonts, words }: ChartSetting,
  limits: readonly number[],
  ramp: readonly string[],
  heightPt: number,
): { readonly dots: readonly Dot[]; readonly texts: readonly TextRow[] } {
  const { chart, colours } = house;
  const leading = leadingPt(chart.axisSizePt) + 3;
  const style = {
    face: fonts.text,
    sizePt: chart.axisSizePt,
    weight: 400,
    colour: colours.ink,
  } as const;
  const rows = ramp.toReversed();
  const top = heightPt - (rows.length + 1) * leading;
  const title = centredText(
    [words.string("table.responseRate")],
    { x: 0, centreY: top + leading / 2, align: "left" },
    { ...style, face: fonts["text-semibold"], weight: 600 },
  );
  const dots = rows.map((colour, index) => ({
    x: 5,
    y: top + (index + 1.5) * leading,
    area: Math.PI * 4 ** 2,
    opacity: 1,
    colour,
  }));
  const texts = rows.map((_, index) =>
    centredText(
      [classLabel(ramp.length - 1 - index)],
      { x: 15, centreY: top + (index + 1.5) * leading, align: "left" },
      style,
    ),
  );
  return { dots, texts: [title, ...texts] };

  function classLabel(position: number): string {
    const [from, to] = [limits[position - 1], limits[position]];
    if (from === undefined && to === undefined) return "";
    if (from === undefined) return words.string("chart.classUnder", { to: words.share(to ?? 0) });
    if (to === undefined) return words.string("chart.classFrom", { from: words.share(from) });
    return words.string("chart.classBetween", { from: words.share(from), to: words.share(to) });
  }
}
