import type { Face, FontBook } from "../fonts/font-book.ts";
import type { PlacedChart } from "../layout/page.ts";
import { outlineText } from "./outline-text.ts";

/** A chart's own file at its place on the page, its texts as outlines. What stands beyond its edge is seen, too. */
export function drawChart({ chart, xPt, yPt, widthPt }: PlacedChart, fonts: FontBook): string {
  const inner = chart.svg.replace(/^[\s\S]*?<svg\b[^>]*>/, "").replace(/<\/svg>\s*$/, "");
  const scale = widthPt / chart.widthPt;
  return `<g transform="translate(${xPt},${yPt}) scale(${scale})">${outlineTexts(inner, fonts)}</g>`;
}

/** Vega writes a text as one element, with a `tspan` for each line where it has several. */
function outlineTexts(svg: string, fonts: FontBook): string {
  return svg.replaceAll(/<text\b([^>]*)>([\s\S]*?)<\/text>/g, (_, own: string, inner: string) => {
    const attributes = readAttributes(own);
    const setting = {
      face: faceOf(attributes, fonts),
      sizePt: Number.parseFloat(attributes.get("font-size") ?? "11"),
    };
    const anchor = attributes.get("text-anchor") ?? "start";
    let yPt = 0;
    const path = linesOf(inner).map(({ text, dy }) => {
      yPt += dy;
      const widthPt = setting.face.widthPt(text, setting.sizePt);
      const xPt = anchor === "end" ? -widthPt : anchor === "middle" ? -widthPt / 2 : 0;
      return outlineText(text, setting, { xPt, yPt });
    });
    const paint = [...attributes]
      .filter(([name]) => !name.startsWith("font-") && name !== "text-anchor")
      .map(([name, value]) => ` ${name}="${value}"`);
    return `<path${paint.join("")} d="${path.join("")}"/>`;
  });
}

interface Line {
  readonly text: string;
  /** How far under the line before it. */
  readonly dy: number;
}

function linesOf(inner: string): readonly Line[] {
  const lines = [...inner.matchAll(/<tspan\b([^>]*)>([\s\S]*?)<\/tspan>/g)];
  if (lines.length === 0) return [{ text: unescapeXml(inner), dy: 0 }];
  return lines.map(([, own = "", text = ""]) => ({
    text: unescapeXml(text),
    dy: Number(readAttributes(own).get("dy") ?? 0),
  }));
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

function faceOf(attributes: ReadonlyMap<string, string>, fonts: FontBook): Face {
  if (attributes.get("font-style") === "italic") return fonts["text-italic"];
  const named = attributes.get("font-weight") ?? "400";
  const weight = named === "bold" ? 700 : Number(named);
  if (weight >= 650) return fonts["text-bold"];
  return weight >= 550 ? fonts["text-semibold"] : fonts.text;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
    code === undefined ? (entities[name ?? ""] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
