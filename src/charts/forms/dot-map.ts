import { geoMercator } from "d3-geo";
import type { HouseStyle } from "../../edition/house-style.ts";
import type { Municipality } from "../../edition/register.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Segment } from "../../facts/segment.ts";
import type { Printed } from "../../wording/printed.ts";
import type { DataTable } from "../chart.ts";
import { composeDescription } from "../describe.ts";
import { compareValues, findFact, segmentsOf } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { centredText, leadingPt } from "../label-column.ts";
import {
  colourField,
  type Layer,
  layeredForm,
  type TextRow,
  textLayer,
  xInPoints,
  yInPoints,
} from "../layers.ts";
import { placeBoxes } from "../place-boxes.ts";
import { isPrinted, openPressSheet, type PressSheet } from "../press-sheet.ts";
import { mix } from "../tint.ts";
import { baseNote } from "./sorted-bars.ts";

/** Bright enough on the cover, where it fills the page. */
const coverWidthPt = 480;
const classCount = 4;

const dotLayer: Layer = {
  data: { name: "dots" },
  mark: {
    type: "point",
    filled: true,
    size: { expr: "datum.area" },
    opacity: { expr: "datum.opacity" },
  },
  encoding: { x: xInPoints, y: yInPoints, color: colourField },
};

const padLayer: Layer = {
  data: { name: "pads" },
  mark: { type: "rect", cornerRadius: 2, opacity: 0.88 },
  encoding: {
    x: xInPoints,
    x2: { field: "x2" },
    y: yInPoints,
    y2: { field: "y2" },
    fill: colourField,
  },
};

/**
 * Every municipality of the territory as a dot where it lies, as large as its number of inhabitants makes it, shaded
 * by its province's response rate. It says how many answered where, never who.
 */
export const dotMap: Form = {
  compose: (family) => layeredForm([dotLayer, padLayer, textLayer("labels")], family),
  draw: (setting) => {
    const provinces = collectProvinces(setting);
    if (provinces.length === 0) return undefined;
    return setting.specification.variant === "cover"
      ? drawCover(setting, provinces)
      : drawFigure(setting, provinces);
  },
};

interface ProvinceRate {
  readonly segment: Segment;
  readonly name: string;
  readonly rate: Fact;
  readonly value: number;
}

function collectProvinces({ facts, words }: ChartSetting): readonly ProvinceRate[] {
  return segmentsOf(facts, "province").flatMap((segment) => {
    const rate = findFact(facts, "sample", null, "response-rate", segment.id);
    if (!rate || rate.value === null || !isPrinted(rate)) return [];
    return [{ segment, name: words.segmentName(segment.id), rate, value: rate.value }];
  });
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly area: number;
  readonly opacity: number;
  readonly colour: string;
}

interface Field {
  readonly heightPt: number;
  readonly place: (municipality: Municipality) => readonly [number, number];
}

/** Mercator over the territory's municipalities, `widthPt` wide with a margin for the dots' halves. */
function project(
  municipalities: readonly Municipality[],
  widthPt: number,
  marginPt: number,
): Field {
  const points = {
    type: "MultiPoint" as const,
    coordinates: municipalities.map(({ longitude, latitude }) => [longitude, latitude]),
  };
  const projection = geoMercator().fitWidth(widthPt - 2 * marginPt, points);
  const at = ({ longitude, latitude }: Municipality): readonly [number, number] => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    return [x + marginPt, y + marginPt];
  };
  const lowest = Math.max(...municipalities.map((municipality) => at(municipality)[1]));
  return { heightPt: lowest + marginPt, place: at };
}

function placeDots(
  provinces: readonly ProvinceRate[],
  field: Field,
  size: { readonly leastPt: number; readonly mostPt: number },
  shade: (value: number) => { readonly colour: string; readonly opacity: number },
): readonly Dot[] {
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const most = Math.max(...all.map(({ population }) => population));
  return provinces
    .flatMap(({ segment, value }) =>
      segment.municipalities.map((municipality) => {
        const [x, y] = field.place(municipality);
        const part = Math.sqrt(municipality.population / most);
        const radius = size.leastPt + (size.mostPt - size.leastPt) * part;
        return { x, y, area: Math.PI * radius ** 2, ...shade(value) };
      }),
    )
    .toSorted((a, b) => b.area - a.area);
}

function drawCover(setting: ChartSetting, provinces: readonly ProvinceRate[]): Drawing {
  const { colours } = setting.house;
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const field = project(all, coverWidthPt, 14);
  const classes = classLimits(provinces);
  const shade = (value: number) => {
    const part = classOf(value, classes) / Math.max(1, classes.length);
    return {
      colour: mix(mix(colours.primary, colours.primaryTint, 0.38), colours.paper, part),
      opacity: 0.92,
    };
  };
  const dots = placeDots(provinces, field, { leastPt: 2.7, mostPt: 13 }, shade);
  const sheet = openPressSheet(setting.words);
  const table = tabulate(setting, sheet, provinces);
  return {
    ...finish(setting, sheet, provinces, table),
    widthPt: coverWidthPt,
    heightPt: field.heightPt,
    background: colours.primaryDark,
    data: { dots, pads: [], labels: [] },
    // Nothing is written on the cover's map.
    printed: [],
    bases: [],
  };
}

function drawFigure(setting: ChartSetting, provinces: readonly ProvinceRate[]): Drawing {
  const { house, widthPt } = setting;
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const field = project(all, widthPt, 8);
  const classes = classLimits(provinces);
  const ramp = classColours(house, classes.length + 1);
  const dots = placeDots(provinces, field, { leastPt: 1.9, mostPt: 9 }, (value) => ({
    colour: ramp[classOf(value, classes)] ?? house.colours.primary,
    opacity: 0.95,
  }));
  const sheet = openPressSheet(setting.words);
  const labels = placeLabels(setting, sheet, provinces, field);
  const legend = placeLegend(setting, classes, ramp, field.heightPt);
  const table = tabulate(setting, sheet, provinces);
  return {
    ...finish(setting, sheet, provinces, table),
    widthPt,
    heightPt: field.heightPt,
    data: {
      dots: [...dots, ...legend.dots],
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
    description: describe(setting, provinces, overall),
    table,
    printed: sheet.printed,
    bases: count ? [sampleNote(count)] : overall ? [baseNote(setting, overall)] : [],
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    tooWide: [],
  };
}

/** Limits between classes at whole steps of 5 points, so that a legend can be read; fewer where rates are close. */
function classLimits(provinces: readonly ProvinceRate[]): readonly number[] {
  const percents = provinces.map(({ value }) => value * 100);
  const [least, most] = [Math.min(...percents), Math.max(...percents)];
  for (const step of [1, 2, 5, 10, 20, 25]) {
    const first = Math.floor(least / step) * step + step;
    const limits: number[] = [];
    for (let limit = first; limit <= most; limit += step) limits.push(limit / 100);
    if (limits.length < classCount) return limits;
  }
  return [];
}

function classOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}

function classColours({ colours }: HouseStyle, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    mix(
      mix(colours.primaryTint, colours.primary, 0.36),
      colours.primaryDark,
      count === 1 ? 1 : index / (count - 1),
    ),
  );
}

/** Name and rate of each province, over its middle where nothing else is written, else as near as there is room. */
function placeLabels(
  { house, fonts, widthPt }: ChartSetting,
  sheet: PressSheet,
  provinces: readonly ProvinceRate[],
  field: Field,
): { readonly pads: readonly object[]; readonly texts: readonly TextRow[] } {
  const { chart, colours } = house;
  const face = fonts["text-semibold"];
  const leading = leadingPt(chart.axisSizePt);
  const padPt = 3;
  const written = provinces.map((province) => {
    const lines = [province.name, sheet.value(province.rate).text];
    const width = Math.max(...lines.map((line) => face.widthPt(line, chart.axisSizePt)));
    return { lines, width: width + 2 * padPt, height: 2 * leading + padPt };
  });
  const boxes = placeBoxes(
    provinces.map((province, index) => {
      const places = province.segment.municipalities.map(field.place);
      const mean = (axis: 0 | 1) => places.reduce((sum, at) => sum + at[axis], 0) / places.length;
      const { width = 0, height = 0 } = written[index] ?? {};
      return { x: mean(0), y: mean(1), width, height };
    }),
    { width: widthPt, height: field.heightPt },
  );
  const pads = boxes.map((box) => ({
    x: box.x - box.width / 2,
    x2: box.x + box.width / 2,
    y: box.y - box.height / 2,
    y2: box.y + box.height / 2,
    colour: colours.paper,
  }));
  const texts = boxes.flatMap((box, index): TextRow[] => {
    const [name = "", rate = ""] = written[index]?.lines ?? [];
    const style = { face, sizePt: chart.axisSizePt, colour: colours.ink } as const;
    return [
      centredText(
        [name],
        { x: box.x, centreY: box.y - leading / 2, align: "center" },
        { ...style, weight: 400 },
      ),
      centredText(
        [rate],
        { x: box.x, centreY: box.y + leading / 2, align: "center" },
        { ...style, weight: 600 },
      ),
    ];
  });
  return { pads, texts };
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

function describe(
  { words, specification }: ChartSetting,
  provinces: readonly ProvinceRate[],
  overall: Fact | undefined,
): string {
  const ranked = provinces.toSorted((a, b) => compareValues(a.rate, b.rate));
  const [highest, lowest] = [ranked[0], ranked.at(-1)];
  if (!highest || !lowest) return words.string("chart.describeHidden");
  const say = (province: ProvinceRate) => `${province.name} ${words.fact(province.rate).text}`;
  const message = words.string("chart.describeMap", {
    territory: words.segmentName("all"),
    rate: overall ? words.fact(overall).text : "",
    highest: say(highest),
    lowest: say(lowest),
  });
  if (specification.variant === "cover") return message;
  return composeDescription(message, ranked.slice(1, -1).map(say), words, "chart.describeOthers");
}

function tabulate(
  { words, facts }: ChartSetting,
  sheet: PressSheet,
  provinces: readonly ProvinceRate[],
): DataTable {
  const row = (name: string, rate: Fact, isTotal: boolean) => ({
    isGroup: false,
    isTotal,
    cells: [
      name,
      { text: words.number(rate.population, 0), facts: [rate.id], kind: "count" as const },
      sheet.count(rate),
      sheet.value(rate),
    ],
  });
  const overall = findFact(facts, "sample", null, "response-rate", "all");
  return {
    columns: [
      { heading: words.string("cuts.province.heading"), align: "left" },
      { heading: words.string("table.municipalities"), align: "right" },
      { heading: words.string("table.sample"), align: "right" },
      { heading: words.string("table.responseRate"), align: "right" },
    ],
    rows: [
      ...provinces.map(({ name, rate }) => row(name, rate, false)),
      ...(overall ? [row(words.segmentName("all"), overall, true)] : []),
    ],
  };
}
