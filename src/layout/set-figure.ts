import { chartTooWide } from "../diagnostics/catalogue/pages.ts";
import type { Figure, Run } from "../document/document.ts";
import { type InlineText, inlineText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import { type PageDraft, placeChart, placeRule, placeText } from "./page-draft.ts";
import { reportOverfull } from "./report-overfull.ts";
import type { BlockSetting, SetBlock } from "./set-block.ts";
import { type SetText, setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element, slotChild } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";
import { unit } from "./unit.ts";

const ruleToTextPt = 8;
const captionToNotesPt = 6;
const betweenNotesPt = 3;
const roundingPt = 0.5;

/** A text with the white above it. */
interface Stacked {
  readonly text: SetText;
  readonly abovePt: number;
}

/**
 * A chart in the main column, its number, caption and notes beside it in the margin, under one thin rule: one unit,
 * so that nothing of it is ever parted.
 */
export function setFigure(figure: Figure, setting: BlockSetting, context: LayoutContext): SetBlock {
  const { grid, ids, styles } = context;
  checkWidth(figure, context);
  const label: Run = { text: figure.label, style: "plain" };
  const head = set([label], styles.label, grid.marginWidthPt, context);
  const caption = set(figure.caption, styles.caption, grid.marginWidthPt, context);
  const notes = figure.notes.map((runs) => set(runs, styles.note, grid.marginWidthPt, context));
  const stack: Stacked[] = [
    { text: withSpaceAtEnd(head.text), abovePt: 0 },
    { text: caption.text, abovePt: 0 },
    ...notes.map(({ text }, index) => ({
      text,
      abovePt: index === 0 ? captionToNotesPt : betweenNotesPt,
    })),
  ];
  const marginHeightPt = stack.reduce((sum, one) => sum + one.abovePt + textHeightPt(one.text), 0);
  // The figure's own id: the files attached to it name it.
  const figureId = figure.id;
  const slot = ids.slot();
  const one = unit({
    name: figure.label,
    heightPt: ruleToTextPt + Math.max(figure.chart.heightPt, marginHeightPt),
    spaceBeforePt: grid.baselinePt * 1.5,
    spaceAfterPt: grid.baselinePt * 1.5,
    isOnGrid: true,
    floats: setting.mayFloat,
    destinations: [figure.id],
    noteIds: [head, caption, ...notes].flatMap((part) => part.inline.noteIds),
    place: (draft, topPt) => {
      const rule = { xPt: grid.marginXPt, yPt: topPt, widthPt: grid.fullWidthPt };
      placeRule(draft, rule, context.house.colours.rule, 0.6);
      placeFigureChart(draft, figure, figureId, slot, topPt + ruleToTextPt, context);
      placeStack(draft, stack, grid.marginXPt, topPt + ruleToTextPt - 2, figure.id);
    },
  });
  const children = [
    element(ids, "Figure", [slotChild(slot)], {
      id: figureId,
      alternativeText: figure.chart.description,
    }),
    element(ids, "Caption", [...head.inline.children, ...caption.inline.children]),
    ...notes.map((note) => element(ids, "P", note.inline.children)),
  ];
  return { units: [one], children };
}

function set(
  runs: readonly Run[],
  style: TextStyle,
  widthPt: number,
  context: LayoutContext,
): { readonly inline: InlineText; readonly text: SetText } {
  const inline = inlineText(runs, style, context);
  const text = setText(inline.spans, style, widthPt, context);
  reportOverfull(text, context);
  return { inline, text };
}

function placeFigureChart(
  draft: PageDraft,
  figure: Figure,
  figureId: string,
  slot: string,
  yPt: number,
  context: LayoutContext,
): void {
  const { chart } = figure;
  const xPt = context.grid.mainXPt;
  const { widthPt, heightPt } = chart;
  draft.boxes.set(figureId, { page: draft.number, xPt, yPt, widthPt, heightPt });
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

function checkWidth(figure: Figure, context: LayoutContext): void {
  const roomPt = context.grid.mainWidthPt;
  if (figure.chart.widthPt <= roomPt + roundingPt) return;
  const details = { figure: figure.label, widthPt: figure.chart.widthPt, roomPt };
  const file = figure.chart.specification.file;
  context.report(
    chartTooWide(details, {
      place: { kind: "file", file },
      hints: [`draw it at most ${Math.floor(roomPt)} pt wide`],
    }),
  );
}
