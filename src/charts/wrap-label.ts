import type { Face } from "../fonts/font-book.ts";

/**
 * Breaks a label into lines of about the same length, at spaces and after hyphens and slashes, never at
 * no-break spaces. A word wider than the measure stands alone, uncut.
 *
 * @param widthPt The measure, in points.
 */
export function wrapLabel(
  label: string,
  face: Face,
  sizePt: number,
  widthPt: number,
): readonly string[] {
  const lines = fill(label, face, sizePt, widthPt);
  if (lines.length === 1) return lines;
  // The narrowest measure that needs no line more gives lines of even length.
  let [tooNarrow, wideEnough] = [0, widthPt];
  while (wideEnough - tooNarrow > 0.5) {
    const middle = (tooNarrow + wideEnough) / 2;
    const isEnough =
      middle >= widestPieceWidthPt(label, face, sizePt) &&
      fill(label, face, sizePt, middle).length <= lines.length;
    if (isEnough) wideEnough = middle;
    else tooNarrow = middle;
  }
  return fill(label, face, sizePt, wideEnough);
}

/** Width in points of the widest part of a label that is never broken. */
export function widestPieceWidthPt(label: string, face: Face, sizePt: number): number {
  return Math.max(0, ...pieces(label).map((piece) => face.widthPt(piece.trimEnd(), sizePt)));
}

/** "Smart City-projecten" → "Smart ", "City-", "projecten". */
function pieces(label: string): readonly string[] {
  return label.split(/(?<= )|(?<=\p{Letter}[-/])(?=\p{Letter}{3})/u);
}

function fill(label: string, face: Face, sizePt: number, widthPt: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(label)) {
    const longer = line + piece;
    if (line !== "" && face.widthPt(longer.trimEnd(), sizePt) > widthPt) {
      lines.push(line.trimEnd());
      line = piece;
    } else line = longer;
  }
  return [...lines, line.trimEnd()];
}
