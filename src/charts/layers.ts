import type { TopLevelSpec } from "vega-lite";

/**
 * The Vega-Lite layers that chart forms are made of. What they draw is placed in points: the height of a row
 * follows from its wrapped label, and the plot's width from what stands beside it. One composition can so serve
 * many forms.
 */
type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = LayeredSpec["layer"][number];

/** A text at a point of the chart; lines are separated by `lineBreak`. */
export interface TextRow {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly text: string;
  readonly align: "left" | "center" | "right";
  readonly sizePt: number;
  readonly leadingPt: number;
  readonly weight: 400 | 600;
  readonly colour: string;
}

/** A straight line in points. */
export interface RuleRow {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
  readonly widthPt: number;
  readonly colour: string;
}

/** A vertical line in points. */
export function upright(
  x: number,
  top: number,
  bottom: number,
): Omit<RuleRow, "widthPt" | "colour"> {
  return { x, x2: x, y: top, y2: bottom };
}

export const lineBreak = "\n";

const inPoints = (field: string) => ({ field, type: "quantitative", scale: null }) as const;
export const colourField = { field: "colour", type: "nominal", scale: null } as const;
export const yInPoints = inPoints("y");
export const xInPoints = inPoints("x");

/** Texts of data set `name`, placed in points. */
export function textLayer(name: string): Layer {
  return {
    data: { name },
    mark: {
      type: "text",
      baseline: "alphabetic",
      lineBreak,
      lineHeight: { expr: "datum.leadingPt" },
      fontSize: { expr: "datum.sizePt" },
      fontWeight: { expr: "datum.weight" },
      align: { expr: "datum.align" },
    },
    encoding: {
      x: xInPoints,
      y: yInPoints,
      text: { field: "text", type: "nominal" },
      color: colourField,
    },
  };
}

/** Thin lines of data set `name`, placed in points. */
export function ruleLayer(name: string): Layer {
  return {
    data: { name },
    mark: { type: "rule", strokeWidth: { expr: "datum.widthPt" } },
    encoding: {
      x: xInPoints,
      x2: { field: "x2" },
      y: yInPoints,
      y2: { field: "y2" },
      color: colourField,
    },
  };
}

/** A shape in points: GeoJSON whose coordinates are x and y. */
export interface AreaRow {
  readonly type: "MultiPolygon";
  readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
  readonly colour: string;
}

export function areaRow(coordinates: AreaRow["coordinates"], colour: string): AreaRow {
  return { type: "MultiPolygon", coordinates, colour };
}

/** Lines in points: GeoJSON as well. */
export interface LinesRow {
  readonly type: "MultiLineString";
  readonly coordinates: readonly (readonly (readonly number[])[])[];
  readonly widthPt: number;
  readonly colour: string;
}

/** Lines of one look; no row where there are none. */
export function lineRows(
  coordinates: LinesRow["coordinates"],
  widthPt: number,
  colour: string,
): readonly LinesRow[] {
  if (coordinates.length === 0) return [];
  return [{ type: "MultiLineString", coordinates, widthPt: Math.round(widthPt * 10) / 10, colour }];
}

/** Everything is placed in points already. */
const inPlace = {
  type: "identity" as const,
  scale: 1,
  translate: { expr: "[0, 0]" },
};

/** Filled shapes of data set `name`. */
export function areaLayer(name: string): Layer {
  return {
    data: { name },
    projection: inPlace,
    mark: { type: "geoshape", strokeWidth: 0, clip: false },
    encoding: { fill: colourField },
  };
}

/** Lines of data set `name`, later ones over earlier ones. */
export function linesLayer(name: string): Layer {
  return {
    data: { name },
    projection: inPlace,
    mark: {
      type: "geoshape",
      filled: false,
      clip: false,
      strokeJoin: "round",
      strokeCap: "round",
      strokeWidth: { expr: "datum.widthPt" },
    },
    encoding: { stroke: colourField },
  };
}

/**
 * A scale over values whose limits are signals, so that one compiled form serves every chart: from `least` to
 * `greatest` between `left` and `right`, in points.
 */
export const valueScale = {
  domain: [{ expr: "least" }, { expr: "greatest" }],
  range: [{ expr: "left" }, { expr: "right" }],
  nice: false,
  zero: false,
};

export const valueSignals = [
  { name: "least", value: 0 },
  { name: "greatest", value: 1 },
  { name: "left", value: 0 },
  { name: "right", value: 100 },
];

/** A whole form: its layers from back to front, without axes, legends, frame or padding. */
export function layeredForm(
  layers: readonly Layer[],
  family: string,
  params: readonly { readonly name: string; readonly value: number }[] = [],
): TopLevelSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: 100,
    height: 100,
    padding: 0,
    autosize: "none",
    background: "transparent",
    params: [...params],
    config: {
      font: family,
      aria: false,
      view: { stroke: null },
      axis: { disable: true },
    },
    layer: [...layers],
  };
}
