import type { Municipality } from "../../edition/register.ts";
import type { ChartSetting, Drawing, Form } from "../form.ts";
import { colourField, type Layer, layeredForm, xInPoints, yInPoints } from "../layers.ts";
import { type Degrees, fitMapField, type MapField } from "../map-field.ts";
import { mix } from "../tint.ts";
import { classLimits, classOf } from "../value-classes.ts";
import {
  collectProvinces,
  describeProvinces,
  type ProvinceValue,
  tabulateProvinces,
} from "./province-values.ts";

const coverWidthPt = 480;
const margins = { sidePt: 16, topPt: 16, bottomPt: 16 };

interface DotSize {
  readonly leastPt: number;
  readonly mostPt: number;
}
const lights: DotSize = { leastPt: 1.7, mostPt: 7.5 };
const glow: DotSize = { leastPt: lights.leastPt * 2.6, mostPt: lights.mostPt * 2.6 };

const dotLayer: Layer = {
  data: { name: "dots" },
  mark: { type: "point", filled: true, strokeWidth: 0 },
  encoding: {
    x: xInPoints,
    y: yInPoints,
    size: { field: "area", type: "quantitative", scale: null },
    opacity: { field: "opacity", type: "quantitative", scale: null },
    fill: colourField,
  },
};

/**
 * For the cover, without words: the country by night. Every municipality of the territory is a light where it lies,
 * the larger the more inhabitants it has, the brighter the more of its province answered. It says how many answered
 * where, never who.
 */
export const dotMap: Form = {
  compose: (family) => layeredForm([dotLayer], family),
  draw: (setting) => {
    const provinces = collectProvinces(setting).filter(({ fact }) => fact && fact.value !== null);
    return provinces.length > 0 ? drawLights(setting, provinces) : undefined;
  },
};

function drawLights(setting: ChartSetting, provinces: readonly ProvinceValue[]): Drawing {
  const { colours } = setting.house;
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const field = fitMapField(all.map(degrees), { widthPt: coverWidthPt }, margins);
  const limits = classLimits(
    provinces.map(({ fact }) => fact?.value ?? 0),
    "share",
  );
  const darkest = mix(colours.primary, colours.primaryTint, 0.45);
  const colourOf = ({ fact }: ProvinceValue) =>
    mix(darkest, colours.paper, classOf(fact?.value ?? 0, limits) / Math.max(1, limits.length));
  return {
    widthPt: coverWidthPt,
    heightPt: field.heightPt,
    background: colours.primaryDark,
    signals: {},
    data: {
      dots: [
        ...placeDots(provinces, field, glow, 0.1, colourOf),
        ...placeDots(provinces, field, lights, 0.95, colourOf),
      ],
    },
    description: describeProvinces(setting, provinces),
    table: tabulateProvinces(setting, provinces),
    // Nothing is written on the cover's map.
    printed: [],
    bases: [],
    remarks: [],
    hasSmallBase: false,
    hasHidden: false,
    tooWide: [],
  };
}

/** Larger dots first, so that none hides a smaller one. */
function placeDots(
  provinces: readonly ProvinceValue[],
  field: MapField,
  size: DotSize,
  opacity: number,
  colourOf: (province: ProvinceValue) => string,
) {
  const all = provinces.flatMap(({ segment }) => segment.municipalities);
  const most = Math.max(...all.map(({ population }) => population));
  return provinces
    .flatMap((province) =>
      province.segment.municipalities.map((municipality) => {
        const { x, y } = field.place(degrees(municipality));
        const area = Math.PI * dotRadius(municipality, most, size) ** 2;
        const colour = colourOf(province);
        return { x: round(x), y: round(y), area: round(area), colour, opacity };
      }),
    )
    .toSorted((a, b) => b.area - a.area);
}

/** Hundredths of a point keep the file small. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function degrees({ longitude, latitude }: Municipality): Degrees {
  return [longitude, latitude];
}

/** Radius in points whose area grows with the number of inhabitants. */
function dotRadius({ population }: Municipality, most: number, size: DotSize): number {
  return size.leastPt + (size.mostPt - size.leastPt) * Math.sqrt(population / most);
}
