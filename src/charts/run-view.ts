import * as vega from "vega";
import type { Face, FontBook } from "../fonts/font-book.ts";
import type { Canvas } from "./canvas.ts";
import { type CompiledForm, openLogger } from "./compile-form.ts";
import type { Drawing } from "./form.ts";

/** A chart after Vega's dataflow has run. */
export interface RunView {
  /** As Vega writes it, without title and language. */
  readonly svg: string;
  readonly paint: (canvas: Canvas) => void;
  /** Vega's tree of drawn items. */
  readonly scene: vega.SceneMark;
  readonly warnings: readonly string[];
}

/** Gives a compiled form its data, runs it and draws it as SVG. Nothing is loaded: no file, no address. */
export async function runView(form: CompiledForm, drawing: Drawing): Promise<RunView> {
  const logger = openLogger();
  const view = new vega.View(form.runtime, { renderer: "none", logger, loader: refusingLoader });
  view.width(drawing.widthPt).height(drawing.heightPt);
  if (drawing.background) view.background(drawing.background);
  for (const [name, value] of Object.entries(drawing.signals)) view.signal(name, value);
  for (const [name, rows] of Object.entries(drawing.data)) {
    // Vega marks rows as its own, so each view gets copies.
    view.data(
      name,
      rows.map((row) => ({ ...row })),
    );
  }
  await view.runAsync();
  // The numbers of clip paths and gradients go on from chart to chart otherwise.
  vega.resetSVGDefIds();
  const svg = await view.toSVG();
  const scene = view.scenegraph().root;
  view.finalize();
  const paint = (canvas: Canvas) => paintScene(scene, drawing, canvas);
  return { svg, scene, warnings: logger.messages, paint };
}

function paintScene(scene: vega.SceneMark, { widthPt, heightPt }: Drawing, canvas: Canvas): void {
  const renderer = new vega.CanvasRenderer();
  renderer.initialize(null, widthPt, heightPt, [0, 0], 1, { externalContext: canvas });
  renderer._redraw = true;
  renderer.draw(canvas, scene, null, null);
}

/** Lets Vega measure with the house's faces, so that a label is as wide in its calculation as on the page. */
export function measureWith(fonts: FontBook): void {
  vega.textMetrics.width = (item, text) => {
    const shown = text === null || text === undefined ? "" : String(text).trim();
    return faceOf(item, fonts).widthPt(shown, Number(item.fontSize ?? 11));
  };
}

function faceOf({ fontWeight, fontStyle }: vega.MeasuredText, fonts: FontBook): Face {
  if (fontStyle === "italic") return fonts["text-italic"];
  const weight = fontWeight === "bold" ? 700 : Number(fontWeight ?? 400);
  if (weight >= 650) return fonts["text-bold"];
  return weight >= 550 ? fonts["text-semibold"] : fonts.text;
}

const refuse = (address: string): Promise<never> =>
  Promise.reject(new Error(`a chart asked for ${address}`));
const refusingLoader: vega.Loader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
};
