import type { Face } from "../fonts/font-book.ts";

export interface TextSetting {
  readonly face: Face;
  readonly sizePt: number;
  /** Added to each U+0020. */
  readonly extraSpacePt?: number;
  /** Added to each glyph. */
  readonly letterSpacingPt?: number;
}

/** The letters of a text as one SVG path, its baseline starting at a point. */
export function outlineText(
  text: string,
  { face, sizePt, extraSpacePt = 0, letterSpacingPt = 0 }: TextSetting,
  at: { readonly xPt: number; readonly yPt: number },
): string {
  const scale = sizePt / 1000;
  let x = at.xPt;
  let path = "";
  for (const { id, codePoints, advance } of face.shape(text).glyphs) {
    path += placeOutline(face.outline(id), scale, x, at.yPt);
    const isSpace = codePoints.length === 1 && codePoints[0] === 0x20;
    x += advance * scale + letterSpacingPt + (isSpace ? extraSpacePt : 0);
  }
  return path;
}

/** An outline is written in pairs of numbers, y upwards; a page's y points down. */
function placeOutline(outline: string, scale: number, x: number, y: number): string {
  return outline.replaceAll(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_, across: string, up: string) =>
      `${round(x + Number(across) * scale)} ${round(y - Number(up) * scale)}`,
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
