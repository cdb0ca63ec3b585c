import type { Canvas } from "../charts/canvas.ts";
import type { Face } from "../fonts/font-book.ts";
import { type CanvasFont, parseCanvasFont } from "./canvas-font.ts";
import { formatNumber } from "./format-number.ts";
import { identity, type Matrix, multiply, transformPoint } from "./matrix.ts";
import type { PageContent } from "./page-content.ts";
import { parseColour } from "./parse-colour.ts";

interface PaintState {
  matrix: Matrix;
  fillStyle: unknown;
  strokeStyle: unknown;
  globalAlpha: number;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  dash: readonly number[];
  lineDashOffset: number;
  font: string;
  textAlign: string;
}

/**
 * Draws what a chart paints on a canvas as operators of a page: shapes stay vectors, text stays text in the embedded
 * faces. The matrix is kept here, as a canvas does: a path's points are placed when they are added. What a page can't
 * show as the canvas would (patterns, blending, strokes that a matrix skews) throws.
 */
export class PageCanvas implements Canvas {
  readonly pixelRatio = 1;
  readonly #content: PageContent;
  readonly #faces: readonly Face[];
  readonly #base: Matrix;
  readonly #saved: PaintState[] = [];
  #state: PaintState;
  #path: string[] = [];
  #start = { x: 0, y: 0 };
  #end = { x: 0, y: 0 };

  /** `base` takes the chart's units to the page's points. */
  constructor(content: PageContent, faces: readonly Face[], base: Matrix = identity) {
    this.#content = content;
    this.#faces = faces;
    this.#base = base;
    this.#state = { ...initialState, matrix: base };
  }

  get fillStyle(): unknown {
    return this.#state.fillStyle;
  }
  set fillStyle(style: unknown) {
    this.#state.fillStyle = style;
  }
  get strokeStyle(): unknown {
    return this.#state.strokeStyle;
  }
  set strokeStyle(style: unknown) {
    this.#state.strokeStyle = style;
  }
  get globalAlpha(): number {
    return this.#state.globalAlpha;
  }
  set globalAlpha(alpha: number) {
    this.#state.globalAlpha = alpha;
  }
  get globalCompositeOperation(): string {
    return "source-over";
  }
  set globalCompositeOperation(operation: string) {
    if (operation !== "source-over") throw unsupported(`blending by "${operation}"`);
  }
  get lineWidth(): number {
    return this.#state.lineWidth;
  }
  set lineWidth(width: number) {
    this.#state.lineWidth = width;
  }
  get lineCap(): string {
    return this.#state.lineCap;
  }
  set lineCap(cap: string) {
    this.#state.lineCap = cap;
  }
  get lineJoin(): string {
    return this.#state.lineJoin;
  }
  set lineJoin(join: string) {
    this.#state.lineJoin = join;
  }
  get miterLimit(): number {
    return this.#state.miterLimit;
  }
  set miterLimit(limit: number) {
    this.#state.miterLimit = limit;
  }
  get lineDashOffset(): number {
    return this.#state.lineDashOffset;
  }
  set lineDashOffset(offset: number) {
    this.#state.lineDashOffset = offset;
  }
  get font(): string {
    return this.#state.font;
  }
  set font(font: string) {
    this.#state.font = font;
  }
  get textAlign(): string {
    return this.#state.textAlign;
  }
  set textAlign(align: string) {
    this.#state.textAlign = align;
  }
  get textBaseline(): string {
    return "alphabetic";
  }
  set textBaseline(baseline: string) {
    if (baseline !== "alphabetic") throw unsupported(`the text baseline "${baseline}"`);
  }

  save(): void {
    this.#saved.push({ ...this.#state });
    this.#content.save();
  }

  restore(): void {
    const state = this.#saved.pop();
    // A canvas ignores a restore too many.
    if (state === undefined) return;
    this.#state = state;
    this.#content.restore();
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(radians: number): void {
    const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
    this.transform(cosine, sine, -sine, cosine, 0, 0);
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.#state.matrix = multiply(this.#state.matrix, [a, b, c, d, e, f]);
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.#state.matrix = multiply(this.#base, [a, b, c, d, e, f]);
  }

  /** Nothing to do: paper is blank. */
  clearRect(): void {}

  setLineDash(segments: readonly number[] | null): void {
    this.#state.dash = segments === null ? [] : [...segments];
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`${this.#point(x, y)} m`);
    this.#start = { x, y };
    this.#end = { x, y };
  }

  lineTo(x: number, y: number): void {
    if (this.#path.length === 0) {
      this.moveTo(x, y);
      return;
    }
    this.#path.push(`${this.#point(x, y)} l`);
    this.#end = { x, y };
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (this.#path.length === 0) this.moveTo(x1, y1);
    this.#path.push(`${this.#point(x1, y1)} ${this.#point(x2, y2)} ${this.#point(x, y)} c`);
    this.#end = { x, y };
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    if (this.#path.length === 0) this.moveTo(x1, y1);
    const from = this.#end;
    const towards = (end: number, handle: number): number => end + (2 / 3) * (handle - end);
    this.bezierCurveTo(
      towards(from.x, x1),
      towards(from.y, y1),
      towards(x, x1),
      towards(y, y1),
      x,
      y,
    );
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  arc(
    x: number,
    y: number,
    radius: number,
    start: number,
    end: number,
    counterclockwise = false,
  ): void {
    const sweep = arcSweep(start, end, counterclockwise);
    this.lineTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
    const parts = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    const step = sweep / parts;
    const handle = (4 / 3) * Math.tan(step / 4);
    for (let part = 0; part < parts; part++) {
      const [from, to] = [start + part * step, start + (part + 1) * step];
      const [fromX, fromY, toX, toY] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
      this.bezierCurveTo(
        x + radius * (fromX - handle * fromY),
        y + radius * (fromY + handle * fromX),
        x + radius * (toX + handle * toY),
        y + radius * (toY - handle * toX),
        x + radius * toX,
        y + radius * toY,
      );
    }
  }

  closePath(): void {
    if (this.#path.length === 0) return;
    this.#path.push("h");
    this.#end = this.#start;
  }

  fill(): void {
    if (this.#path.length === 0 || !this.#applyFill()) return;
    this.#content.write(`${this.#path.join("\n")}\nf`);
  }

  stroke(): void {
    if (this.#path.length === 0 || !this.#applyStroke()) return;
    this.#content.write(`${this.#path.join("\n")}\nS`);
  }

  clip(): void {
    const path = this.#path.length === 0 ? "0 0 0 0 re" : this.#path.join("\n");
    this.#content.write(`${path}\nW n`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = this.#path;
    this.#path = [];
    this.rect(x, y, width, height);
    this.fill();
    this.#path = path;
  }

  fillText(text: string, x: number, y: number): void {
    if (text === "" || !this.#applyFill()) return;
    const { face, sizePt } = this.#parsedFont();
    const matrix = this.#state.matrix;
    const [a, b, c, d] = matrix;
    const origin = transformPoint(matrix, x - this.#alignment(text), y);
    this.#content.write("BT");
    const embedded = this.#content.setFont(face.name, sizePt);
    // The canvas's y axis points down and letters stand upright.
    this.#content.write(`${[a, b, -c, -d, ...origin].map(formatNumber).join(" ")} Tm`);
    this.#content.write(embedded.showText(text, { sizePt, extraSpacePt: 0, letterSpacingPt: 0 }));
    this.#content.write("ET");
  }

  strokeText(): void {
    throw unsupported("outlined text");
  }

  measureText(text: string): { width: number } {
    const { face, sizePt } = this.#parsedFont();
    return { width: face.widthPt(text, sizePt) };
  }

  isPointInPath(): boolean {
    return false;
  }

  isPointInStroke(): boolean {
    return false;
  }

  #point(x: number, y: number): string {
    return transformPoint(this.#state.matrix, x, y).map(formatNumber).join(" ");
  }

  #parsedFont(): CanvasFont {
    return parseCanvasFont(this.#state.font, this.#faces);
  }

  /** How far left of its point a text starts. */
  #alignment(text: string): number {
    const part = alignments[this.#state.textAlign];
    if (part === undefined) throw unsupported(`the text alignment "${this.#state.textAlign}"`);
    return part === 0 ? 0 : this.measureText(text).width * part;
  }

  /** Whether there is anything to fill. */
  #applyFill(): boolean {
    const colour = parseColour(this.#state.fillStyle);
    const opacity = roundOpacity(colour.opacity * this.#state.globalAlpha);
    if (opacity === 0) return false;
    this.#content.setOpacity(opacity, opacity);
    this.#content.set("fill", colour.operands, "rg");
    return true;
  }

  #applyStroke(): boolean {
    const state = this.#state;
    const colour = parseColour(state.strokeStyle);
    const opacity = roundOpacity(colour.opacity * state.globalAlpha);
    if (opacity === 0 || state.lineWidth === 0) return false;
    const scale = uniformScale(state.matrix);
    const content = this.#content;
    content.setOpacity(opacity, opacity);
    content.set("stroke", colour.operands, "RG");
    content.set("lineWidth", formatNumber(state.lineWidth * scale), "w");
    content.set("lineCap", operandOf(lineCaps, state.lineCap), "J");
    content.set("lineJoin", operandOf(lineJoins, state.lineJoin), "j");
    content.set("miterLimit", formatNumber(state.miterLimit), "M");
    const dashes = state.dash.map((length) => formatNumber(length * scale)).join(" ");
    const phase = dashes === "" ? "0" : formatNumber(state.lineDashOffset * scale);
    content.set("dash", `[${dashes}] ${phase}`, "d");
    return true;
  }
}

const initialState: PaintState = {
  matrix: identity,
  fillStyle: "#000000",
  strokeStyle: "#000000",
  globalAlpha: 1,
  lineWidth: 1,
  lineCap: "butt",
  lineJoin: "miter",
  miterLimit: 10,
  dash: [],
  lineDashOffset: 0,
  font: "10px sans-serif",
  textAlign: "left",
};

const alignments: Readonly<Record<string, number>> = {
  left: 0,
  start: 0,
  center: 0.5,
  right: 1,
  end: 1,
};
const lineCaps: Readonly<Record<string, string>> = { butt: "0", round: "1", square: "2" };
const lineJoins: Readonly<Record<string, string>> = { miter: "0", round: "1", bevel: "2" };

function operandOf(operands: Readonly<Record<string, string>>, name: string): string {
  const operand = operands[name];
  if (operand === undefined) throw unsupported(`the line end "${name}"`);
  return operand;
}

/** How an arc turns, in radians: as a canvas does, at most once around. */
function arcSweep(start: number, end: number, counterclockwise: boolean): number {
  const turn = 2 * Math.PI;
  const sweep = counterclockwise ? start - end : end - start;
  const limited = sweep >= turn ? turn : ((sweep % turn) + turn) % turn;
  return counterclockwise ? -limited : limited;
}

/** A page's line has one width, so a matrix that stretches one way only can't be shown. */
function uniformScale([a, b, c, d]: Matrix): number {
  const [alongX, alongY] = [Math.hypot(a, b), Math.hypot(c, d)];
  if (Math.abs(alongX - alongY) > 1e-3 * alongX) throw unsupported("a stroke stretched one way");
  return alongX;
}

function roundOpacity(opacity: number): number {
  return Math.round(opacity * 1000) / 1000;
}

function unsupported(what: string): Error {
  return new Error(`a chart uses ${what}, which a page can't show`);
}
