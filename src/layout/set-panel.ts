import type { Block, Callout, Quote } from "../document/document.ts";
import { inlineText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { StructureChild } from "./page.ts";
import { placeRectangle } from "./page-draft.ts";
import type { BlockSetting, SetBlock } from "./set-block.ts";
import { lineUnits } from "./set-flowing-text.ts";
import { setText } from "./set-text.ts";
import { element } from "./structure-tree.ts";
import { neverBreak, type Unit, withSpace } from "./unit.ts";

type SetBlocks = (
  blocks: readonly Block[],
  setting: BlockSetting,
  context: LayoutContext,
) => SetBlock;

const panelPaddingPt = 12;
const barWidthPt = 2.5;
const quoteIndentPt = 16;
/** A panel up to this share of the page is never parted. */
/** A box that opens a page stands apart from what it belongs to. */
const apartCost = 15;
/** A box sums up the figures before it: none should come after it. */
const passingPanelCost = 70;
const wholePanelShare = 0.45;
const partingCost = 80;

/** A tinted box with a bar at its left: text that stands beside the argument. */
export function setCallout(
  callout: Callout,
  setting: BlockSetting,
  context: LayoutContext,
  setBlocks: SetBlocks,
): SetBlock {
  const { styles, ids, grid } = context;
  const column = {
    xPt: setting.column.xPt + panelPaddingPt + barWidthPt,
    widthPt: setting.column.widthPt - 2 * panelPaddingPt - barWidthPt,
  };
  const title = inlineText(callout.title, styles.panelTitle, context);
  const titleText = setText(title.spans, styles.panelTitle, column.widthPt, context);
  const titleUnits = lineUnits(titleText, column, grid.stepPt).map((one) => ({
    ...one,
    keepsWithNext: true,
  }));
  const body = setBlocks(
    callout.blocks,
    {
      column,
      wideColumn: column,
      bodyStyle: styles.panel,
      isQuiet: false,
      isDense: false,
      mayFloat: false,
    },
    context,
  );
  const units = inPanel([...titleUnits, ...body.units], setting, context);
  const children: StructureChild[] = [
    ...(callout.title.length > 0 ? [element(ids, "P", title.children)] : []),
    ...body.children,
  ];
  return {
    units: withSpace(units, grid.baselinePt, grid.baselinePt),
    children: [element(ids, "Sect", children)],
  };
}

/** Puts white and a ground under units: what was between them becomes part of them, so that the ground has no gaps. */
function inPanel(
  units: readonly Unit[],
  setting: BlockSetting,
  context: LayoutContext,
): readonly Unit[] {
  const { colours } = context.house;
  const padded = units.map((one, index) => {
    const before = units[index - 1];
    const above = before ? Math.max(before.spaceAfterPt, one.spaceBeforePt) : panelPaddingPt;
    const below = index === units.length - 1 ? panelPaddingPt : 0;
    return { one, above, below, heightPt: above + one.heightPt + below };
  });
  const total = padded.reduce((sum, { heightPt }) => sum + heightPt, 0);
  const isWhole = total <= wholePanelShare * context.grid.heightPt;
  return padded.map(({ one, above, heightPt }, index): Unit => {
    const { xPt, widthPt } = setting.column;
    return {
      ...one,
      heightPt,
      spaceBeforePt: 0,
      spaceAfterPt: 0,
      isOnGrid: index === 0,
      breakCost: index === 0 ? apartCost : isWhole ? neverBreak : one.breakCost + partingCost,
      passingCost: index === 0 ? passingPanelCost : one.passingCost,
      place: (draft, topPt) => {
        const ground = { xPt, yPt: topPt, widthPt, heightPt };
        placeRectangle(draft, ground, colours.panel, "Background");
        placeRectangle(draft, { ...ground, widthPt: barWidthPt }, colours.primary, "Background");
        one.place(draft, topPt + above);
      },
    };
  });
}

/** Somebody's words, larger, with a bar at their left, and the name under them. */
export function setQuote(quote: Quote, setting: BlockSetting, context: LayoutContext): SetBlock {
  const { styles, ids, grid, house } = context;
  const column = {
    xPt: setting.column.xPt + quoteIndentPt,
    widthPt: setting.column.widthPt - quoteIndentPt,
  };
  const parts = [
    { runs: quote.runs, style: styles.quote },
    { runs: quote.attribution, style: styles.attribution },
  ].map(({ runs, style }) => {
    const inline = inlineText(runs, style, context);
    const text = setText(inline.spans, style, column.widthPt, context);
    const isEmpty = inline.spans.length === 0;
    return {
      units: isEmpty ? [] : lineUnits(text, column, grid.stepPt),
      children: isEmpty ? [] : [element(ids, "P", inline.children)],
    };
  });
  const units = parts
    .flatMap((part) => part.units)
    .map(
      (one, index): Unit => ({
        ...one,
        isOnGrid: index === 0,
        breakCost: index === 0 ? 0 : neverBreak,
        place: (draft, topPt) => {
          const bar = { xPt: setting.column.xPt, yPt: topPt, heightPt: one.heightPt };
          placeRectangle(draft, { ...bar, widthPt: barWidthPt }, house.colours.accent);
          one.place(draft, topPt);
        },
      }),
    );
  return {
    units: withSpace(units, grid.baselinePt, grid.baselinePt),
    children: [
      element(
        ids,
        "BlockQuote",
        parts.flatMap((part) => part.children),
      ),
    ],
  };
}
