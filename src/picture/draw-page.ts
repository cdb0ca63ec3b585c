import type { PageBox } from "../diagnostics/diagnostic.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import type { FontBook } from "../fonts/font-book.ts";
import type { Page, PlacedItem, PlacedShape, PlacedText } from "../layout/page.ts";
import { drawChart } from "./draw-chart.ts";
import { outlineText } from "./outline-text.ts";

/** Pixels for a point: small type stays readable. */
const pixelsPerPoint = 2;
const markPt = 1.5;
/** Between the mark and what it is around, so that no letter is crossed. */
const markGapPt = 2;
/** Letters reach so far from their baseline at most. */
const tallestLetterPt = 60;

/** A part of a page as SVG without a single text, so that no font is needed to show it. */
export function drawPage(request: {
  readonly page: Page;
  /** Outlined. */
  readonly box: PageBox;
  readonly crop: PageBox;
  readonly house: HouseStyle;
  readonly fonts: FontBook;
}): string {
  const { page, box, crop, house, fonts } = request;
  const { rule, paper, accent } = house.colours;
  const whole = { xPt: 0, yPt: 0, widthPt: page.widthPt, heightPt: page.heightPt };
  const items = page.items.filter((item) => isNear(item, crop));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`,
    ` width="${crop.widthPt * pixelsPerPoint}" height="${crop.heightPt * pixelsPerPoint}"`,
    ` viewBox="${crop.xPt} ${crop.yPt} ${crop.widthPt} ${crop.heightPt}">`,
    `<rect ${rectangle(crop)} fill="${rule}"/><rect ${rectangle(whole)} fill="${paper}"/>`,
    ...items.map((item) => drawItem(item, fonts)),
    `<rect ${rectangle(grow(box, markGapPt))} fill="none" stroke="${accent}" stroke-width="${markPt}"/></svg>`,
  ].join("");
}

function isNear(item: PlacedItem, crop: PageBox): boolean {
  const [top, bottom] = [crop.yPt, crop.yPt + crop.heightPt];
  return item.kind === "text"
    ? item.baselinePt > top - tallestLetterPt && item.baselinePt < bottom + tallestLetterPt
    : item.yPt <= bottom && item.yPt + item.heightPt >= top;
}

function drawItem(item: PlacedItem, fonts: FontBook): string {
  switch (item.kind) {
    case "text":
      return drawText(item, fonts);
    case "chart":
      return drawChart(item, fonts);
    default:
      return drawShape(item);
  }
}

const lineEnds = { "soft-hyphen": "-", space: "", none: "" } as const;

function drawText({ pieces, xPt, baselinePt }: PlacedText, fonts: FontBook): string {
  let x = xPt;
  return pieces
    .map((piece) => {
      const text = piece.text.replaceAll("\u00ad", "") + lineEnds[piece.lineEnd ?? "none"];
      const at = { xPt: x, yPt: baselinePt - (piece.risePt ?? 0) };
      x += piece.widthPt;
      const outline = outlineText(text, { ...piece, face: fonts[piece.face] }, at);
      return `<path fill="${piece.colour}" d="${outline}"/>`;
    })
    .join("");
}

function drawShape(shape: PlacedShape): string {
  const { kind, xPt, yPt, widthPt, heightPt, fill = "none", stroke = "none" } = shape;
  const paint = `fill="${fill}" stroke="${stroke}" stroke-width="${shape.strokePt ?? 1}"`;
  switch (kind) {
    case "rectangle":
      return `<rect ${rectangle(shape)} ${paint}/>`;
    case "line":
      return `<path d="M${xPt} ${yPt}l${widthPt} ${heightPt}" ${paint}/>`;
    case "circle": {
      const [rx, ry] = [widthPt / 2, heightPt / 2];
      return `<ellipse cx="${xPt + rx}" cy="${yPt + ry}" rx="${rx}" ry="${ry}" ${paint}/>`;
    }
  }
}

function grow({ xPt, yPt, widthPt, heightPt }: PageBox, by: number): PageBox {
  return {
    xPt: xPt - by,
    yPt: yPt - by,
    widthPt: widthPt + 2 * by,
    heightPt: heightPt + 2 * by,
  };
}

function rectangle({ xPt, yPt, widthPt, heightPt }: PageBox): string {
  return `x="${xPt}" y="${yPt}" width="${widthPt}" height="${heightPt}"`;
}
