import {
  colourField,
  type Layer,
  layeredForm,
  ruleLayer,
  textLayer,
  valueScale,
  valueSignals,
  yInPoints,
} from "../layers.ts";

/** A bar from zero to its share, with its label at the end. `shiftPt` moves it into its panel. */
export interface BarRow {
  readonly value: number;
  readonly top: number;
  readonly bottom: number;
  readonly shiftPt: number;
  readonly colour: string;
}

/** Between label and bar, and between bar and value. */
export const labelGapPt = 9;
export const valueGapPt = 4;

const barLayer: Layer = {
  data: { name: "bars" },
  mark: {
    type: "rect",
    xOffset: { expr: "datum.shiftPt" },
    x2Offset: { expr: "datum.shiftPt" },
  },
  encoding: {
    x: { field: "value", type: "quantitative", scale: valueScale },
    x2: { datum: 0 },
    y: { field: "top", type: "quantitative", scale: null },
    y2: { field: "bottom" },
    fill: colourField,
  },
};

const valueLayer: Layer = {
  data: { name: "values" },
  mark: {
    type: "text",
    align: "left",
    baseline: "alphabetic",
    dx: valueGapPt,
    xOffset: { expr: "datum.shiftPt" },
    fontSize: { expr: "datum.sizePt" },
    fontWeight: { expr: "datum.weight" },
  },
  encoding: {
    x: { field: "value", type: "quantitative" },
    y: yInPoints,
    text: { field: "text", type: "nominal" },
    color: colourField,
  },
};

/** Bars, their values and the labels of rows and panels: what sorted-bars and grouped-bars are composed of. */
export function composeBars(family: string) {
  return layeredForm(
    [barLayer, ruleLayer("rules"), valueLayer, textLayer("labels")],
    family,
    valueSignals,
  );
}
