import { formatNumber } from "./format-number.ts";

/** A path in the units of a canvas, as operators of a page. Points are placed when they are added. */
export class CanvasPath {
  readonly #place: (x: number, y: number) => readonly [number, number];
  readonly #operators: string[] = [];
  #start = { x: 0, y: 0 };
  #end = { x: 0, y: 0 };

  constructor(place: (x: number, y: number) => readonly [number, number]) {
    this.#place = place;
  }

  get isEmpty(): boolean {
    return this.#operators.length === 0;
  }

  operators(): string {
    return this.#operators.join("\n");
  }

  moveTo(x: number, y: number): void {
    this.#operators.push(`${this.#point(x, y)} m`);
    this.#start = { x, y };
    this.#end = { x, y };
  }

  lineTo(x: number, y: number): void {
    if (this.isEmpty) {
      this.moveTo(x, y);
      return;
    }
    this.#operators.push(`${this.#point(x, y)} l`);
    this.#end = { x, y };
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (this.isEmpty) this.moveTo(x1, y1);
    const points = [this.#point(x1, y1), this.#point(x2, y2), this.#point(x, y)];
    this.#operators.push(`${points.join(" ")} c`);
    this.#end = { x, y };
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    if (this.isEmpty) this.moveTo(x1, y1);
    const from = this.#end;
    // The cubic curve of the same shape: its handles reach two thirds of the way.
    const towards = (end: number, handle: number): number => end + (2 / 3) * (handle - end);
    const [fromX, fromY] = [towards(from.x, x1), towards(from.y, y1)];
    this.bezierCurveTo(fromX, fromY, towards(x, x1), towards(y, y1), x, y);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.close();
  }

  /** An arc as Bézier curves of at most a quarter of a circle; angles in radians. */
  arc(
    x: number,
    y: number,
    radius: number,
    start: number,
    end: number,
    counterclockwise: boolean,
  ): void {
    const sweep = arcSweep(start, end, counterclockwise);
    this.lineTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
    const parts = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    const step = sweep / parts;
    const handle = radius * (4 / 3) * Math.tan(step / 4);
    for (let part = 0; part < parts; part++) {
      const from = onCircle(x, y, radius, start + part * step);
      const to = onCircle(x, y, radius, start + (part + 1) * step);
      this.bezierCurveTo(
        from.x - handle * from.sine,
        from.y + handle * from.cosine,
        to.x + handle * to.sine,
        to.y - handle * to.cosine,
        to.x,
        to.y,
      );
    }
  }

  close(): void {
    if (this.isEmpty) return;
    this.#operators.push("h");
    this.#end = this.#start;
  }

  #point(x: number, y: number): string {
    const [placedX, placedY] = this.#place(x, y);
    return `${formatNumber(placedX)} ${formatNumber(placedY)}`;
  }
}

function onCircle(
  x: number,
  y: number,
  radius: number,
  angle: number,
): { x: number; y: number; cosine: number; sine: number } {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return { x: x + radius * cosine, y: y + radius * sine, cosine, sine };
}

/** How an arc turns, in radians: as a canvas does, at most once around. */
function arcSweep(start: number, end: number, counterclockwise: boolean): number {
  const turn = 2 * Math.PI;
  const sweep = counterclockwise ? start - end : end - start;
  const limited = sweep >= turn ? turn : ((sweep % turn) + turn) % turn;
  return counterclockwise ? -limited : limited;
}
