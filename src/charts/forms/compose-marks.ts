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

/** A bar or a part of one, in points; `edgePt` 0 draws no edge. */
export interface BarRow {
  readonly x: number;
  readonly x2: number;
  readonly top: number;
  readonly bottom: number;
  readonly colour: string;
  readonly edge: string;
  readonly edgePt: number;
}

export type DotShape = "circle" | "diamond" | "square";

/** Areas that look alike: a diamond fills less of its width than a circle. */
export function areaOf(shape: DotShape, radiusPt: number): number {
  const circle = Math.PI * radiusPt ** 2;
  return { circle, diamond: circle * 1.25, square: circle * 0.9 }[shape];
}

/** A dot, in points; shapes tell dots apart that differ in colour alone. */
export interface DotRow {
  readonly x: number;
  readonly y: number;
  readonly shape: DotShape;
  readonly area: number;
  readonly colour: string;
  readonly edge: string;
}

/** Between label and bar, and between bar and value. */
export const labelGapPt = 9;
export const valueGapPt = 4;

const barLayer: Layer = {
  data: { name: "bars" },
  mark: { type: "rect", strokeWidth: { expr: "datum.edgePt" } },
  encoding: {
    x: xInPoints,
    x2: { field: "x2" },
    y: { field: "top", type: "quantitative", scale: null },
    y2: { field: "bottom" },
    fill: colourField,
    stroke: { field: "edge", type: "nominal", scale: null },
  },
};

const dotLayer: Layer = {
  data: { name: "dots" },
  mark: { type: "point", filled: true, opacity: 1, strokeWidth: 0.8 },
  encoding: {
    x: xInPoints,
    y: yInPoints,
    size: { field: "area", type: "quantitative", scale: null },
    shape: { field: "shape", type: "nominal", scale: null },
    fill: colourField,
    stroke: { field: "edge", type: "nominal", scale: null },
  },
};

/** What a form made of bars, dots, lines and texts is drawn from; what a chart lacks stays empty. */
export interface Marks {
  /** Behind everything: ticks of an axis, a centre line. */
  readonly grid: RuleRow[];
  readonly bars: BarRow[];
  readonly rules: RuleRow[];
  readonly dots: DotRow[];
  readonly labels: TextRow[];
}

/** All that is placed in points, from back to front: one composition serves every form of bars and dots. */
export function composeMarks(family: string) {
  return layeredForm(
    [ruleLayer("grid"), barLayer, ruleLayer("rules"), dotLayer, textLayer("labels")],
    family,
  );
}

/** A bar without an edge. */
export function solidBar(
  place: Pick<BarRow, "x" | "x2" | "top" | "bottom">,
  colour: string,
): BarRow {
  return { ...place, colour, edge: colour, edgePt: 0 };
}

/** The upper and lower edge of a bar around its middle. */
export function edgesAround(centreY: number, heightPt: number): Pick<BarRow, "top" | "bottom"> {
  return { top: centreY - heightPt / 2, bottom: centreY + heightPt / 2 };
}

/** Ground behind a text, so that no line of the grid runs through it. */
export function maskOf(text: TextRow, widthPt: number, paper: string): BarRow {
  const shift = { left: 0, center: 0.5, right: 1 }[text.align] * widthPt;
  const x = text.x - shift - 1;
  return solidBar(
    { x, x2: x + widthPt + 2, top: text.y - text.sizePt * 0.8, bottom: text.y + 1.5 },
    paper,
  );
}

export function openMarks(): Marks {
  return { grid: [], bars: [], rules: [], dots: [], labels: [] };
}
