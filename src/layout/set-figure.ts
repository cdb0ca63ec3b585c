import { chartTooWide } from "../diagnostics/catalogue/pages.ts";
import type { PageBox } from "../diagnostics/diagnostic.ts";
import type { Figure } from "../document/document.ts";
import { type InlineText, inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Overflow } from "./overflow.ts";
import { type PageDraft, placeChart, placeRule, placeText } from "./page-draft.ts";
import type { BlockSetting, SetBlock } from "./set-block.ts";
import { type SetText, setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element, slotChild } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";
import { unit } from "./unit.ts";

const ruleToTextPt = 8;
const captionToNotesPt = 6;
const chartToNotesPt = 8;
const betweenNotesPt = 3;
/** The notes leave the margin where that makes the figure lower by this much at least. */
const worthwhilePt = 6;
const roundingPt = 0.5;

/** A text with the white above it. */
interface Stacked {
  readonly text: SetText;
  readonly abovePt: number;
}

/** What stands in the margin beside a chart, what under it, and how tall all of it is. */
interface Arrangement {
  readonly beside: readonly Stacked[];
  readonly under: readonly Stacked[];
  readonly heightPt: number;
}

/**
 * A chart in the main column, its number, caption and notes beside it in the margin, under one thin rule: one unit,
 * so that nothing of it is ever parted. Notes that would stand far below a low chart stand under it instead.
 */
export function setFigure(figure: Figure, setting: BlockSetting, context: LayoutContext): SetBlock {
  const { grid, ids, styles } = context;
  const head = plainText(figure.label, styles.label, context);
  const caption = inlineText(figure.caption, styles.caption, context);
  const notes = figure.notes.map((runs) => inlineText(runs, styles.note, context));
  const arrangement = arrange(figure, head, caption, notes, context);
  const slot = ids.slot();
  const { marginXPt, mainXPt } = grid;
  const one = unit({
    name: figure.label,
    heightPt: ruleToTextPt + arrangement.heightPt,
    spaceBeforePt: grid.baselinePt,
    spaceAfterPt: grid.baselinePt,
    isOnGrid: true,
    floats: setting.mayFloat,
    destinations: [figure.id],
    noteIds: [caption, ...notes].flatMap((part) => part.noteIds),
    place: (draft, topPt) => {
      const rule = { xPt: marginXPt, yPt: topPt, widthPt: grid.fullWidthPt };
      // At a page's top the rule under the running head is enough.
      if (topPt > grid.topPt) placeRule(draft, rule, context.house.colours.rule, 0.6);
      const chartTop = topPt + ruleToTextPt;
      placeFigureChart(draft, figure, slot, chartTop, context);
      // Capitals, not line boxes, stand level with the chart's top.
      placeStack(draft, arrangement.beside, marginXPt, chartTop - 2, figure.id);
      placeStack(draft, arrangement.under, mainXPt, chartTop + figure.chart.heightPt, figure.id);
    },
  });
  const children = [
    // The figure's own id: the files attached to it name it.
    element(ids, "Figure", [slotChild(slot)], {
      id: figure.id,
      alternativeText: figure.chart.description,
    }),
    element(ids, "Caption", [...head.children, ...caption.children]),
    ...notes.map((note) => element(ids, "P", note.children)),
  ];
  return { units: [one], children };
}

function arrange(
  figure: Figure,
  head: InlineText,
  caption: InlineText,
  notes: readonly InlineText[],
  context: LayoutContext,
): Arrangement {
  const { grid, styles } = context;
  const set = (inline: InlineText, style: TextStyle, widthPt: number) =>
    setText(inline.spans, style, widthPt, context);
  const title: readonly Stacked[] = [
    { text: withSpaceAtEnd(set(head, styles.label, grid.marginWidthPt)), abovePt: 0 },
    { text: set(caption, styles.caption, grid.marginWidthPt), abovePt: 0 },
  ];
  const notesAt = (widthPt: number, abovePt: number): readonly Stacked[] =>
    notes.map((note, index) => ({
      text: set(note, styles.note, widthPt),
      abovePt: index === 0 ? abovePt : betweenNotesPt,
    }));
  const chartPt = figure.chart.heightPt;
  const beside = [...title, ...notesAt(grid.marginWidthPt, captionToNotesPt)];
  const whole: Arrangement = {
    beside,
    under: [],
    heightPt: Math.max(chartPt, stackHeightPt(beside)),
  };
  const under = notesAt(grid.mainWidthPt, chartToNotesPt);
  const heightPt = Math.max(stackHeightPt(title), chartPt + stackHeightPt(under));
  const isWorthwhile = heightPt + worthwhilePt < whole.heightPt;
  return isWorthwhile ? { beside: title, under, heightPt } : whole;
}

function stackHeightPt(stack: readonly Stacked[]): number {
  return stack.reduce((sum, one) => sum + one.abovePt + textHeightPt(one.text), 0);
}

function placeFigureChart(
  draft: PageDraft,
  figure: Figure,
  slot: string,
  yPt: number,
  context: LayoutContext,
): void {
  const { chart } = figure;
  const xPt = context.grid.mainXPt;
  const { widthPt, heightPt } = chart;
  const roomPt = context.grid.mainWidthPt;
  if (widthPt > roomPt + roundingPt)
    draft.overflows.push(tooWide(figure, roomPt, { xPt, yPt, widthPt, heightPt }));
  draft.boxes.set(figure.id, { page: draft.number, xPt, yPt, widthPt, heightPt });
  placeChart(draft, chart, { kind: "content", slot }, { xPt, yPt, widthPt }, figure.id);
}

function placeStack(
  draft: PageDraft,
  stack: readonly Stacked[],
  xPt: number,
  topPt: number,
  where: string,
): void {
  let y = topPt;
  for (const { text, abovePt } of stack) {
    y += abovePt;
    placeText(draft, text, xPt, y, where);
    y += textHeightPt(text);
  }
}

function tooWide(figure: Figure, roomPt: number, box: PageBox): Overflow {
  const { id, file } = figure.chart.specification;
  const details = { figure: figure.label, widthPt: box.widthPt, roomPt };
  const hints = [`Draw it at most ${Math.floor(roomPt)} pt wide.`];
  const asked = { place: { kind: "file", file }, message: "the chart's specification" } as const;
  return {
    cause: `chart ${figure.id}`,
    box,
    chart: id,
    say: (_, context) =>
      chartTooWide(details, { ...context, notes: [asked, ...(context.notes ?? [])], hints }),
  };
}
