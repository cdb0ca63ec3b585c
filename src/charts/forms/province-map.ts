import type { HouseStyle } from "../../edition/house-style.ts";
import type { Province } from "../../edition/register.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Printed } from "../../wording/printed.ts";
import { makeArea } from "../area.ts";
import { baseNote } from "../base-note.ts";
import { classColours } from "../class-colours.ts";
import { findFact } from "../find-facts.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import {
  type AreaRow,
  areaLayer,
  areaRow,
  type LinesRow,
  layeredForm,
  lineRows,
  linesLayer,
  textLayer,
} from "../layers.ts";
import { openPressSheet } from "../press-sheet.ts";
import { fitProvinceShapes, type ProvinceShapes } from "../province-shapes.ts";
import { classLimits, classOf } from "../value-classes.ts";
import { type PlacedProvince, writeMapLabels } from "./map-labels.ts";
import { type MapScale, placeLegend } from "./map-legend.ts";
import {
  collectProvinces,
  describeProvinces,
  findFigure,
  mapSubject,
  nameFigures,
  type ProvinceValue,
  tabulateProvinces,
} from "./province-values.ts";

/** Half of the outline, and a little. */
const margins = { sidePt: 1, topPt: 1, bottomPt: 1 };
/** The country, which is nearly as high as wide, leaves room for its text on the page. */
const mostHeightPt = 240;
/** Widths of lines, and how much more their light ground has. */
const borderPt = { outline: 0.8, region: 1.3, province: 0.4, ground: 1.1 };

/**
 * The territory's provinces, Brussels among them, shaded by their response rate, by the mean of a question of scores,
 * or by the share of one choice; name and figure stand on each or beside it.
 */
export const provinceMap: Form = {
  compose: (family) =>
    layeredForm([areaLayer("areas"), linesLayer("borders"), textLayer("labels")], family),
  draw: (setting) => {
    const { map } = setting.edition;
    const provinces = collectProvinces(setting);
    const isShown = provinces.some(({ fact }) => fact && fact.value !== null);
    if (!map || !isShown) return undefined;
    const regions = new Map(
      provinces.flatMap(({ segment: { municipalities } }): [Province, string][] => {
        const [first] = municipalities;
        return first ? [[first.province, first.region]] : [];
      }),
    );
    const { widthPt } = setting;
    const field = fitProvinceShapes(map, regions, { widthPt, mostHeightPt }, margins);
    return layOut(setting, provinces, field);
  },
};

/** A province with its shape. */
interface Placed extends PlacedProvince {
  readonly polygons: AreaRow["coordinates"];
}

function layOut(
  setting: ChartSetting,
  provinces: readonly ProvinceValue[],
  field: ProvinceShapes,
): Drawing {
  const { house, widthPt } = setting;
  const scale = makeScale(setting, provinces);
  const placed = provinces.flatMap((province): Placed[] => {
    const shape = field.shapes.find((each) => each.province === province.segment.key);
    if (!shape) return [];
    const value = province.fact?.value ?? null;
    const colour = value === null ? undefined : scale.ramp[classOf(value, scale.limits)];
    const { polygons } = shape;
    return [
      { ...province, area: makeArea(polygons), polygons, colour: colour ?? house.colours.paper },
    ];
  });
  const map = { width: widthPt, height: field.heightPt };
  const areas = placed.map(({ area }) => area);
  const legend = placeLegend(setting, scale, map, areas);
  const sheet = openPressSheet(setting.words);
  const labels = writeMapLabels(setting, sheet, placed, { ...map, taken: [legend.box] });
  return {
    widthPt,
    heightPt: Math.max(field.heightPt, legend.box.y + legend.box.height / 2 + 0.5, labels.bottomPt),
    signals: {},
    data: {
      areas: [
        ...placed.map(({ polygons, colour }) => areaRow(polygons, colour)),
        ...legend.swatches,
      ],
      borders: [...borderRows(field.borders, house), ...labels.leaders, ...legend.edges],
      labels: [...labels.texts, ...legend.texts],
    },
    description: describeProvinces(setting, provinces),
    table: tabulateProvinces(setting, provinces),
    printed: sheet.printed,
    bases: noteBase(setting),
    hasSmallBase: sheet.hasSmallBase,
    hasHidden: sheet.hasHidden,
    remarks: [],
    tooWide: [],
  };
}

function makeScale(setting: ChartSetting, provinces: readonly ProvinceValue[]): MapScale {
  const { words, house } = setting;
  const subject = mapSubject(setting);
  const values = provinces.flatMap(({ fact }) => fact?.value ?? []);
  const limits = classLimits(values, subject.kind === "mean" ? "mean" : "share");
  const decimals = limits.every(Number.isInteger) ? 0 : 1;
  return {
    title: nameFigures(setting, subject),
    limits,
    ramp: classColours(house.colours, limits.length + 1),
    format: (limit) =>
      subject.kind === "mean" ? words.number(limit, decimals) : words.share(limit),
  };
}

/** Dark lines on a light ground, so that they show between dark shapes as well as between light ones. */
function borderRows(
  { province, region, outline }: ProvinceShapes["borders"],
  { colours }: HouseStyle,
): readonly LinesRow[] {
  return [
    ...lineRows(province, borderPt.province + borderPt.ground, colours.paper),
    ...lineRows(province, borderPt.province, colours.ink),
    ...lineRows(region, borderPt.region + borderPt.ground, colours.paper),
    ...lineRows(region, borderPt.region, colours.ink),
    ...lineRows(outline, borderPt.outline, colours.ink),
  ];
}

/** How many answered in the whole territory. */
function noteBase(setting: ChartSetting): readonly Printed[] {
  const subject = mapSubject(setting);
  if (subject.kind !== "rate") {
    const overall = findFigure(setting, subject, "all");
    return overall ? [baseNote(setting, overall)] : [];
  }
  const count = findFact(setting.facts, "sample", null, "count", "all");
  return count ? [sampleNote(setting, count)] : [];
}

function sampleNote({ words }: ChartSetting, count: Fact): Printed {
  const n = words.number(count.value ?? 0, 0);
  return { text: words.string("chart.base", { n }), facts: [count.id], kind: "base" };
}
