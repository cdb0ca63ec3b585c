import { PNG } from "pngjs";

/** A picture as a viewer shows it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** "#B8501F" at a pixel. */
  readonly at: (x: number, y: number) => string;
}

export function readPng(bytes: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const at = (x: number, y: number) => {
    const start = (Math.round(y) * width + Math.round(x)) * 4;
    return `#${data
      .subarray(start, start + 3)
      .toString("hex")
      .toUpperCase()}`;
  };
  return { width, height, at };
}

/** How many of the pixels of a rectangle have a colour. */
export function countPixels(
  picture: Picture,
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: string,
): number {
  let count = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if (picture.at(x, y) === colour) count += 1;
  }
  return count;
}
