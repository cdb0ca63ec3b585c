import type { Chart } from "../charts/chart.ts";
import { type Overflow, wordsTooWide } from "./overflow.ts";
import type {
  Owner,
  PlacedFact,
  PlacedItem,
  PlacedLink,
  PlacedShape,
  StructureElement,
  TextPiece,
} from "./page.ts";
import type { LinePart, SetLine, SetText } from "./set-text.ts";
import type { TextStyle } from "./text-style.ts";

/** A page while things are put on it. */
export interface PageDraft {
  readonly number: number;
  readonly items: PlacedItem[];
  readonly links: PlacedLink[];
  readonly facts: PlacedFact[];
  /** Destination → distance from the page's top. */
  readonly destinations: Map<string, number>;
  /** Structure element → where it stands. */
  readonly boxes: Map<string, NonNullable<StructureElement["box"]>>;
  /** What was put on it and doesn't fit. */
  readonly overflows: Overflow[];
  /** The page on which a destination stands; known before anything is placed. */
  readonly pageOf: (destination: string) => number | undefined;
}

export function createPageDraft(number: number, pageOf: PageDraft["pageOf"]): PageDraft {
  return {
    number,
    items: [],
    links: [],
    facts: [],
    destinations: new Map(),
    boxes: new Map(),
    overflows: [],
    pageOf,
  };
}

/** Half of a capital's height: lines are centred on their capitals. */
const halfCapital = 0.33;

/** Where the baseline of a style's line lies under the line's top, in points. */
export function baselineOffsetPt(style: Pick<TextStyle, "leadingPt" | "sizePt">): number {
  return style.leadingPt / 2 + style.sizePt * halfCapital;
}

/** Places all lines of a text, one under the other. */
export function placeText(
  draft: PageDraft,
  text: SetText,
  xPt: number,
  topPt: number,
  where = "text",
): void {
  text.lines.forEach((line, index) => {
    placeLine(draft, line, text, xPt, topPt + index * text.style.leadingPt, where);
  });
}

/** Places one line of a text; parts of one owner that follow each other become one item. */
export function placeLine(
  draft: PageDraft,
  line: SetLine,
  text: Pick<SetText, "style" | "widthPt" | "isPartOfOverflow">,
  xPt: number,
  topPt: number,
  where = "text",
): void {
  const { style } = text;
  const baselinePt = topPt + baselineOffsetPt(style);
  let x = style.align === "right" ? xPt + text.widthPt - line.widthPt : xPt;
  if (line.isOverfull && text.isPartOfOverflow !== true) {
    const box = { xPt: x, yPt: topPt, widthPt: line.widthPt, heightPt: style.leadingPt };
    const words = line.parts.map((part) => part.text).join("");
    draft.overflows.push(wordsTooWide(words, text.widthPt, box));
  }
  let open: { owner: Owner; xPt: number; pieces: TextPiece[] } | undefined;
  line.parts.forEach((part, index) => {
    const isLast = index === line.parts.length - 1;
    const piece = textPiece(part, isLast ? line.lineEnd : undefined);
    if (open && sameOwner(open.owner, part.span.owner)) {
      open.pieces.push(piece);
    } else {
      open = { owner: part.span.owner, xPt: x, pieces: [piece] };
      draft.items.push({ kind: "text", baselinePt, ...open });
    }
    recordPart(draft, part, { xPt: x, yPt: topPt, heightPt: style.leadingPt }, where);
    x += part.widthPt;
  });
}

function textPiece(part: LinePart, lineEnd: SetLine["lineEnd"]): TextPiece {
  const { span } = part;
  return {
    text: part.text,
    face: span.face,
    sizePt: span.sizePt,
    colour: span.colour,
    widthPt: part.widthPt,
    extraSpacePt: part.extraSpacePt,
    ...(span.risePt === undefined ? {} : { risePt: span.risePt }),
    ...(lineEnd ? { lineEnd } : {}),
  };
}

function sameOwner(a: Owner, b: Owner): boolean {
  return a.kind === "content"
    ? b.kind === "content" && a.slot === b.slot
    : b.kind === "artifact" && a.type === b.type;
}

function recordPart(
  draft: PageDraft,
  part: LinePart,
  place: { readonly xPt: number; readonly yPt: number; readonly heightPt: number },
  where: string,
): void {
  const { span, widthPt } = part;
  const box = { ...place, widthPt };
  if (span.link) draft.links.push({ ...box, ...span.link });
  for (const fact of span.printed?.facts ?? []) {
    draft.facts.push({ fact, text: span.printed?.text ?? "", page: draft.number, ...box, where });
  }
}

export function placeRectangle(
  draft: PageDraft,
  box: Pick<PlacedShape, "xPt" | "yPt" | "widthPt" | "heightPt">,
  fill: string,
  type: "Layout" | "Background" | "Pagination" = "Layout",
): void {
  draft.items.push({ kind: "rectangle", owner: { kind: "artifact", type }, ...box, fill });
}

/** A horizontal line. */
export function placeRule(
  draft: PageDraft,
  rule: { readonly xPt: number; readonly yPt: number; readonly widthPt: number },
  stroke: string,
  strokePt: number,
  type: "Layout" | "Pagination" = "Layout",
): void {
  const owner = { kind: "artifact", type } as const;
  draft.items.push({ kind: "line", owner, ...rule, heightPt: 0, stroke, strokePt });
}

/** Places a chart at its own proportions, and every fact that it prints with the chart's rectangle. */
export function placeChart(
  draft: PageDraft,
  chart: Chart,
  owner: Owner,
  box: { readonly xPt: number; readonly yPt: number; readonly widthPt: number },
  where: string,
): void {
  const heightPt = (chart.heightPt * box.widthPt) / chart.widthPt;
  draft.items.push({ kind: "chart", owner, ...box, heightPt, chart });
  const scale = box.widthPt / chart.widthPt;
  for (const { cause, box: part, say } of chart.overflows) {
    const onPage = {
      xPt: box.xPt + part.xPt * scale,
      yPt: box.yPt + part.yPt * scale,
      widthPt: part.widthPt * scale,
      heightPt: part.heightPt * scale,
    };
    const overflow = { cause, box: onPage, chart: chart.specification.id };
    draft.overflows.push({ ...overflow, say: (_, context) => say(context) });
  }
  for (const printed of chart.printed) {
    for (const fact of printed.facts) {
      draft.facts.push({ fact, text: printed.text, page: draft.number, ...box, heightPt, where });
    }
  }
}
