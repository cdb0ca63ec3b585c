import type { Canvas } from "./canvas.ts";

/**
 * What is used of Vega beyond its published types. tests/charts/vega-internals.test.ts holds Vega to it, since an
 * update could change it without a word.
 */
declare module "vega" {
  /** Vega measures text through this; nothing else is asked. */
  export const textMetrics: {
    width: (item: MeasuredText, text: unknown) => number;
  };

  export interface MeasuredText {
    readonly fontSize?: number;
    readonly fontWeight?: number | string;
    readonly fontStyle?: string;
    readonly limit?: number;
  }

  export class CanvasRenderer {
    /** Without it the renderer repaints changed regions only. */
    _redraw: boolean;
    initialize(
      element: null,
      width: number,
      height: number,
      origin: readonly [number, number],
      scaleFactor: number,
      options: { readonly externalContext: Canvas },
    ): this;
    draw(context: Canvas, scene: SceneMark, bounds: null, markTypes: null): void;
  }

  /** A mark of the scenegraph: its items share a type; a group's items hold marks again. */
  export interface SceneMark {
    readonly marktype: string;
    readonly role: string;
    readonly items: readonly SceneMarkItem[];
  }

  export interface SceneMarkItem {
    readonly bounds: {
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    };
    readonly x: number;
    readonly y: number;
    readonly text?: string;
    /** Of a symbol: its area. */
    readonly size?: number;
    readonly fill?: string;
    readonly items?: readonly SceneMark[];
  }

  export interface View {
    scenegraph(): { readonly root: SceneMark };
  }
}
