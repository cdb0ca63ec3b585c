import type { FaceName } from "../fonts/font-book.ts";
import type { EmbeddedFace } from "./embedded-face.ts";
import { formatNumber } from "./format-number.ts";
import type { PdfDictionary, PdfPage } from "./pdf-file.ts";

export type FaceEmbedder = (name: FaceName) => EmbeddedFace;

/** The graphics state that operators rely on, so that only changes are written. */
interface State {
  fill?: string;
  stroke?: string;
  lineWidth?: string;
  font?: string;
  opacity?: string;
  lineCap?: string;
  lineJoin?: string;
  miterLimit?: string;
  dash?: string;
}

/** The operators of one page. Lengths are points from the top-left corner, y downwards. */
export interface PageContent {
  readonly write: (operator: string) => void;
  /** Writes the operator where the state differs from its operand: `set("fill", "1 0 0", "rg")`. */
  readonly set: (key: keyof State, operands: string, operator: string) => void;
  readonly setOpacity: (fill: number, stroke: number) => void;
  /** Opens text in this face; returns what shows it. */
  readonly setFont: (face: FaceName, sizePt: number) => EmbeddedFace;
  readonly save: () => void;
  readonly restore: () => void;
  readonly depth: () => number;
  readonly text: () => string;
}

/** Where a page's graphics state starts (ISO 32000-1, table 52). */
const initialState: Readonly<State> = {
  opacity: "1 1",
  lineCap: "0",
  lineJoin: "0",
  miterLimit: "10",
  dash: "[] 0",
  lineWidth: "1",
};

/** Starts the content of a page. */
export function createPageContent(page: PdfPage, embed: FaceEmbedder): PageContent {
  const operators: string[] = [];
  const saved: State[] = [];
  let state: State = { ...initialState };
  const set = (key: keyof State, operands: string, operator: string): void => {
    if (state[key] === operands) return;
    state[key] = operands;
    operators.push(`${operands} ${operator}`);
  };
  return {
    write: (operator) => {
      operators.push(operator);
    },
    set,
    setOpacity: (fill, stroke) => {
      const key = `${fill} ${stroke}`;
      if (state.opacity === key) return;
      state.opacity = key;
      operators.push(`/${page.useOpacity(fill, stroke)} gs`);
    },
    setFont: (face, sizePt) => {
      const embedded = embed(face);
      page.useFont(embedded.font);
      set("font", `/${embedded.font.resourceName} ${formatNumber(sizePt)}`, "Tf");
      return embedded;
    },
    save: () => {
      saved.push({ ...state });
      operators.push("q");
    },
    restore: () => {
      const previous = saved.pop();
      if (previous === undefined) throw new Error("a page restores a state that it did not save");
      state = previous;
      operators.push("Q");
    },
    depth: () => saved.length,
    text: () => operators.join("\n"),
  };
}

/** A dictionary of names, numbers and boxes within a content stream. */
export function formatProperties(properties: PdfDictionary): string {
  const entries = Object.entries(properties).map(([key, value]) => {
    if (typeof value === "number") return `/${key} ${formatNumber(value)}`;
    if (typeof value === "string") return `/${key} /${value}`;
    if (Array.isArray(value))
      return `/${key} [${value.map((each) => formatNumber(Number(each))).join(" ")}]`;
    throw new Error(`${key} can't stand in a content stream`);
  });
  return `<<${entries.join(" ")}>>`;
}
