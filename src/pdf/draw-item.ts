import type { FontBook } from "../fonts/font-book.ts";
import type {
  PlacedChart,
  PlacedItem,
  PlacedShape,
  PlacedText,
  TextPiece,
} from "../layout/page.ts";
import { CanvasContext } from "./canvas-context.ts";
import { formatNumber } from "./format-number.ts";
import type { PageContent } from "./page-content.ts";
import { parseColour } from "./parse-colour.ts";

/** Writes the operators of one item. */
export function drawItem(content: PageContent, item: PlacedItem, fonts: FontBook): void {
  switch (item.kind) {
    case "text":
      drawText(content, item);
      return;
    case "chart":
      drawChart(content, item, fonts);
      return;
    default:
      drawShape(content, item);
  }
}

function drawText(content: PageContent, item: PlacedText): void {
  content.write("BT");
  let xPt = item.xPt;
  for (const piece of item.pieces) {
    drawPiece(content, piece, xPt, item.baselinePt);
    xPt += piece.widthPt;
  }
  content.write("ET");
}

function drawPiece(content: PageContent, piece: TextPiece, xPt: number, baselinePt: number): void {
  const text = piece.text + lineEnds[piece.lineEnd ?? "none"];
  if (text === "") return;
  const face = content.setFont(piece.face, piece.sizePt);
  const colour = parseColour(piece.colour);
  content.setOpacity(colour.opacity, colour.opacity);
  content.set("fill", colour.operands, "rg");
  const yPt = baselinePt - (piece.risePt ?? 0);
  // The page's y axis points down and letters stand upright.
  content.write(`1 0 0 -1 ${formatNumber(xPt)} ${formatNumber(yPt)} Tm`);
  const { sizePt, extraSpacePt, letterSpacingPt = 0 } = piece;
  content.write(face.showText(text, { sizePt, extraSpacePt, letterSpacingPt }));
}

const lineEnds = { "soft-hyphen": "\u00ad", space: " ", none: "" } as const;

function drawShape(content: PageContent, shape: PlacedShape): void {
  const { fill, stroke } = shape;
  if (fill === undefined && stroke === undefined) return;
  const [inside, edge] = [parseColour(fill ?? stroke), parseColour(stroke ?? fill)];
  content.setOpacity(inside.opacity, edge.opacity);
  if (fill !== undefined) content.set("fill", inside.operands, "rg");
  if (stroke !== undefined) {
    content.set("stroke", edge.operands, "RG");
    content.set("lineWidth", formatNumber(shape.strokePt ?? 1), "w");
  }
  content.write(outline(shape));
  content.write(fill === undefined ? "S" : stroke === undefined ? "f" : "B");
}

function outline(shape: PlacedShape): string {
  const { xPt, yPt, widthPt, heightPt } = shape;
  if (shape.kind === "rectangle") return `${numbers(xPt, yPt, widthPt, heightPt)} re`;
  if (shape.kind === "line") {
    return `${numbers(xPt, yPt)} m ${numbers(xPt + widthPt, yPt + heightPt)} l`;
  }
  const [rx, ry] = [widthPt / 2, heightPt / 2];
  const [cx, cy] = [xPt + rx, yPt + ry];
  const [kx, ky] = [rx * quarterArc, ry * quarterArc];
  return [
    `${numbers(cx + rx, cy)} m`,
    `${numbers(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)} c`,
    `${numbers(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)} c`,
    `${numbers(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)} c`,
    `${numbers(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)} c h`,
  ].join("\n");
}

/** Length of a handle that makes a Bézier curve a quarter of a circle of radius 1. */
const quarterArc = (4 / 3) * (Math.SQRT2 - 1);

function numbers(...values: readonly number[]): string {
  return values.map((value) => formatNumber(value)).join(" ");
}

function drawChart(content: PageContent, item: PlacedChart, fonts: FontBook): void {
  const { chart } = item;
  const scaleX = item.widthPt / chart.widthPt;
  const scaleY = item.heightPt / chart.heightPt;
  const depth = content.depth();
  content.save();
  chart.paint(new CanvasContext(content, fonts, [scaleX, 0, 0, scaleY, item.xPt, item.yPt]));
  content.restore();
  if (content.depth() !== depth) {
    throw new Error(`the chart ${chart.specification.id} saves and restores unequally often`);
  }
}
