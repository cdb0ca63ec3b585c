import type { Canvas } from "../charts/canvas.ts";
import type { FontBook } from "../fonts/font-book.ts";
import { type CanvasFont, parseCanvasFont } from "./canvas-font.ts";
import { CanvasPath } from "./canvas-path.ts";
import { formatNumber } from "./format-number.ts";
import { identity, type Matrix, multiply, transformPoint } from "./matrix.ts";
import type { PageContent } from "./page-content.ts";
import { parseColour } from "./parse-colour.ts";

/**
 * Draws what a chart paints on a canvas as operators of a page: shapes stay vectors, text stays text in the embedded
 * faces. The matrix is kept here, as a canvas does: a path's points are placed when they are added. What a page can't
 * show as the canvas would (patterns, blending, strokes that a matrix skews) throws.
 */
export class CanvasContext implements Canvas {
  readonly pixelRatio = 1;
  fillStyle: unknown = "#000000";
  strokeStyle: unknown = "#000000";
  globalAlpha = 1;
  lineWidth = 1;
  lineCap = "butt";
  lineJoin = "miter";
  miterLimit = 10;
  lineDashOffset = 0;
  font = "10px sans-serif";
  textAlign = "left";
  readonly #content: PageContent;
  readonly #fonts: FontBook;
  readonly #base: Matrix;
  readonly #restorers: (() => void)[] = [];
  #matrix: Matrix;
  #dash: readonly number[] = [];
  #path: CanvasPath;

  /** `base` takes the chart's units to the page's points. */
  constructor(content: PageContent, fonts: FontBook, base: Matrix = identity) {
    this.#content = content;
    this.#fonts = fonts;
    this.#base = base;
    this.#matrix = base;
    this.#path = this.#newPath();
  }

  get globalCompositeOperation(): string {
    return "source-over";
  }
  set globalCompositeOperation(operation: string) {
    if (operation !== "source-over") throw unsupported(`blending by "${operation}"`);
  }
  get textBaseline(): string {
    return "alphabetic";
  }
  set textBaseline(baseline: string) {
    if (baseline !== "alphabetic") throw unsupported(`the text baseline "${baseline}"`);
  }

  save(): void {
    const { fillStyle, strokeStyle, globalAlpha, font, textAlign } = this;
    const { lineWidth, lineCap, lineJoin, miterLimit, lineDashOffset } = this;
    const [matrix, dash] = [this.#matrix, this.#dash];
    this.#restorers.push(() => {
      Object.assign(this, { fillStyle, strokeStyle, globalAlpha, font, textAlign });
      Object.assign(this, { lineWidth, lineCap, lineJoin, miterLimit, lineDashOffset });
      this.#matrix = matrix;
      this.#dash = dash;
    });
    this.#content.save();
  }

  /** Restores what was last saved; a restore too many is ignored, as a canvas does. */
  restore(): void {
    const restoreState = this.#restorers.pop();
    if (restoreState === undefined) return;
    restoreState();
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
    this.#matrix = multiply(this.#matrix, [a, b, c, d, e, f]);
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.#matrix = multiply(this.#base, [a, b, c, d, e, f]);
  }

  /** Nothing to do: paper is blank. */
  clearRect(): void {}

  setLineDash(segments: readonly number[] | null): void {
    this.#dash = segments === null ? [] : [...segments];
  }

  beginPath(): void {
    this.#path = this.#newPath();
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(x, y);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path.bezierCurveTo(x1, y1, x2, y2, x, y);
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.#path.quadraticCurveTo(x1, y1, x, y);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(x, y, width, height);
  }

  arc(
    x: number,
    y: number,
    radius: number,
    start: number,
    end: number,
    counterclockwise = false,
  ): void {
    this.#path.arc(x, y, radius, start, end, counterclockwise);
  }

  closePath(): void {
    this.#path.close();
  }

  fill(): void {
    this.#fillPath(this.#path);
  }

  stroke(): void {
    if (this.#path.isEmpty || !this.#applyStroke()) return;
    this.#content.write(`${this.#path.operators()}\nS`);
  }

  clip(): void {
    // Nothing is inside an empty path.
    const path = this.#path.isEmpty ? "0 0 0 0 re" : this.#path.operators();
    this.#content.write(`${path}\nW n`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = this.#newPath();
    path.rect(x, y, width, height);
    this.#fillPath(path);
  }

  fillText(text: string, x: number, y: number): void {
    if (text === "" || !this.#applyFill()) return;
    const { face, sizePt } = this.#parsedFont();
    const matrix = this.#matrix;
    const [a, b, c, d] = matrix;
    const origin = transformPoint(matrix, x - this.#alignment(text), y);
    this.#content.write("BT");
    const embedded = this.#content.setFont(face.name, sizePt);
    // The canvas's y axis points down and letters stand upright.
    const axes = [a, b, -c, -d].map((factor) => formatNumber(factor, 6));
    const place = origin.map((coordinate) => formatNumber(coordinate));
    this.#content.write(`${[...axes, ...place].join(" ")} Tm`);
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

  #newPath(): CanvasPath {
    return new CanvasPath((x, y) => transformPoint(this.#matrix, x, y));
  }

  #fillPath(path: CanvasPath): void {
    if (path.isEmpty || !this.#applyFill()) return;
    this.#content.write(`${path.operators()}\nf`);
  }

  #parsedFont(): CanvasFont {
    return parseCanvasFont(this.font, this.#fonts);
  }

  /** How far left of its point a text starts. */
  #alignment(text: string): number {
    const part = alignments[this.textAlign];
    if (part === undefined) throw unsupported(`the text alignment "${this.textAlign}"`);
    return part === 0 ? 0 : this.measureText(text).width * part;
  }

  /** Whether there is anything to fill. */
  #applyFill(): boolean {
    const colour = parseColour(this.fillStyle);
    const opacity = roundOpacity(colour.opacity * this.globalAlpha);
    if (opacity === 0) return false;
    this.#content.setOpacity(opacity, opacity);
    this.#content.set("fill", colour.operands, "rg");
    return true;
  }

  #applyStroke(): boolean {
    const colour = parseColour(this.strokeStyle);
    const opacity = roundOpacity(colour.opacity * this.globalAlpha);
    if (opacity === 0 || this.lineWidth === 0) return false;
    const scale = uniformScale(this.#matrix);
    const content = this.#content;
    content.setOpacity(opacity, opacity);
    content.set("stroke", colour.operands, "RG");
    content.set("lineWidth", formatNumber(this.lineWidth * scale), "w");
    content.set("lineCap", operandOf(lineCaps, this.lineCap), "J");
    content.set("lineJoin", operandOf(lineJoins, this.lineJoin), "j");
    content.set("miterLimit", formatNumber(this.miterLimit), "M");
    const dashes = this.#dash.map((length) => formatNumber(length * scale)).join(" ");
    const phase = dashes === "" ? "0" : formatNumber(this.lineDashOffset * scale);
    content.set("dash", `[${dashes}] ${phase}`, "d");
    return true;
  }
}

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

/** A page's line has one width, so a matrix that stretches one way only can't be shown. */
function uniformScale([a, b, c, d]: Matrix): number {
  const [alongX, alongY] = [Math.hypot(a, b), Math.hypot(c, d)];
  if (Math.abs(alongX - alongY) > 0.01 * alongX) throw unsupported("a stroke stretched one way");
  return alongX;
}

function roundOpacity(opacity: number): number {
  return Math.round(opacity * 1000) / 1000;
}

function unsupported(what: string): Error {
  return new Error(`a chart uses ${what}, which a page can't show`);
}
