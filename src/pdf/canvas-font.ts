import type { Face, FontBook } from "../fonts/font-book.ts";

export interface CanvasFont {
  readonly face: Face;
  readonly sizePt: number;
}

const parsed = new WeakMap<FontBook, Map<string, CanvasFont>>();

/**
 * Reads a canvas's font, such as `italic 600 9px "Source Sans 3", sans-serif`, as one of the faces: the first family
 * that we have, in exactly this weight and slant. Throws where there is no such face.
 */
export function parseCanvasFont(font: string, fonts: FontBook): CanvasFont {
  let known = parsed.get(fonts);
  if (known === undefined) {
    known = new Map();
    parsed.set(fonts, known);
  }
  let result = known.get(font);
  if (result === undefined) {
    result = findFont(font, Object.values(fonts));
    known.set(font, result);
  }
  return result;
}

function findFont(font: string, faces: readonly Face[]): CanvasFont {
  const match = /^((?:[a-z]+\s+|\d+\s+)*)([\d.]+)px\s+(.+)$/i.exec(font.trim());
  const [, keywords = "", size = "", families = ""] = match ?? [];
  const words = keywords.split(/\s+/).filter((word) => word !== "" && word !== "normal");
  const isItalic = words.some((word) => word === "italic" || word === "oblique");
  const weight = words.map(weightOf).find((value) => value !== undefined) ?? 400;
  const names = families.split(",").map((name) => name.trim().replace(/^(["'])(.*)\1$/, "$2"));
  for (const name of names) {
    const face = faces.find(
      (each) => each.family === name && each.weight === weight && each.isItalic === isItalic,
    );
    if (face !== undefined) return { face, sizePt: Number(size) };
  }
  throw new Error(`a chart asks for the font ${font}, which is no face of the house`);
}

function weightOf(word: string): number | undefined {
  if (word === "bold") return 700;
  return /^\d+$/.test(word) ? Number(word) : undefined;
}
