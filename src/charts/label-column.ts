import type { Face } from "../fonts/font-book.ts";
import { lineBreak, type TextRow } from "./layers.ts";
import { widestPieceWidthPt, wrapLabel } from "./wrap-label.ts";

/** The labels of a chart's rows, wrapped to a common measure. */
export interface LabelColumn {
  /** Of the widest line, in points. */
  readonly widthPt: number;
  readonly labels: readonly (readonly string[])[];
  /** Words that no line of the measure can hold. */
  readonly tooWide: readonly string[];
}

/** Wraps labels to a column that is as narrow as they allow and at most `mostPt` wide. */
export function wrapLabels(
  labels: readonly string[],
  face: Face,
  sizePt: number,
  mostPt: number,
): LabelColumn {
  const wrapped = labels.map((label) => wrapLabel(label, face, sizePt, mostPt));
  const lines = wrapped.flat();
  return {
    widthPt: Math.max(0, ...lines.map((line) => face.widthPt(line, sizePt))),
    labels: wrapped,
    tooWide: labels.filter((label) => widestPieceWidthPt(label, face, sizePt) > mostPt),
  };
}

/** Line distance of labels in charts. */
export function leadingPt(sizePt: number): number {
  return sizePt * 1.2;
}

/** Lines of text whose capitals stand in the middle of `centreY`. */
export function centredText(
  lines: readonly string[],
  place: { readonly x: number; readonly centreY: number; readonly align: TextRow["align"] },
  style: {
    readonly face: Face;
    readonly sizePt: number;
    readonly weight: TextRow["weight"];
    readonly colour: string;
  },
): TextRow {
  const leading = leadingPt(style.sizePt);
  const capHeightPt = (style.face.capHeight * style.sizePt) / 1000;
  return {
    x: place.x,
    y: place.centreY + capHeightPt / 2 - ((lines.length - 1) * leading) / 2,
    text: lines.join(lineBreak),
    align: place.align,
    sizePt: style.sizePt,
    leadingPt: leading,
    weight: style.weight,
    colour: style.colour,
  };
}
