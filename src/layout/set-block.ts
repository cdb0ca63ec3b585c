import type { Block, Heading, List, Paragraph } from "../document/document.ts";
import { inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { StructureChild } from "./page.ts";
import { placeText } from "./page-draft.ts";
import { setContents } from "./set-contents.ts";
import { setFigure } from "./set-figure.ts";
import { type Column, flowingText } from "./set-flowing-text.ts";
import { setKeyFigures } from "./set-key-figures.ts";
import { setCallout, setQuote } from "./set-panel.ts";
import { setTable } from "./set-table.ts";
import { setText, textHeightPt } from "./set-text.ts";
import { element } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";
import { neverBreak, type Unit, unit, withSpace } from "./unit.ts";

/** A block as units for the pages, and as elements of the structure tree. */
export interface SetBlock {
  readonly units: readonly Unit[];
  readonly children: readonly StructureChild[];
}

/** Where blocks stand and how their running text looks. */
export interface BlockSetting {
  readonly column: Column;
  /** For key figures, which may be wider than text. */
  readonly wideColumn: Column;
  readonly bodyStyle: TextStyle;
  /** Small headings beside what they head, in the margin: a colophon. */
  readonly isQuiet: boolean;
  /** Small headings stand closer: an annex. */
  readonly isDense: boolean;
  /** Chapters let figures and small tables move; annexes keep the order. */
  readonly mayFloat: boolean;
}

const listIndentPt = 15;
/** Around an entry of the bibliography. */
const entrySpacePt = 5;
/** A figure that slips past the next heading leaves its subject; past a smaller one less so. */
const passingHeading2Cost = 80;
const passingHeading3Cost = 25;

/** Sets blocks one after the other. */
export function setBlocks(
  blocks: readonly Block[],
  setting: BlockSetting,
  context: LayoutContext,
): SetBlock {
  const set = blocks.map((block) => setBlock(block, setting, context));
  return {
    units: set.flatMap((one) => one.units),
    children: set.flatMap((one) => one.children),
  };
}

function setBlock(block: Block, setting: BlockSetting, context: LayoutContext): SetBlock {
  switch (block.kind) {
    case "heading":
      return setHeading(block, setting, context);
    case "paragraph":
      return setParagraph(block, setting, context);
    case "list":
      return setList(block, setting, context);
    case "quote":
      return setQuote(block, setting, context);
    case "callout":
      return setCallout(block, setting, context, setBlocks);
    case "key-figures":
      return setKeyFigures(block, setting.wideColumn, context);
    case "figure":
      return setFigure(block, setting, context);
    case "table":
      return setTable(block, setting, context);
    case "contents":
      return setContents(block, context);
    case "cover-art":
      // Only a cover has one, and it places its picture itself.
      return { units: [], children: [] };
  }
}

function setHeading(heading: Heading, setting: BlockSetting, context: LayoutContext): SetBlock {
  if (setting.isQuiet) return setMarginHeading(heading, context);
  const isLarge = heading.level === 2;
  const style = isLarge ? context.styles.heading2 : context.styles.heading3;
  const inline = inlineText(heading.runs, style, context);
  const text = setText(inline.spans, style, setting.column.widthPt, context);
  const { baselinePt, stepPt } = context.grid;
  const one = unit({
    heightPt: textHeightPt(text),
    spaceBeforePt: isLarge ? 2 * baselinePt : baselinePt + (setting.isDense ? 0 : stepPt),
    spaceAfterPt: isLarge ? stepPt : 0,
    keepsWithNext: true,
    isOnGrid: !setting.isDense,
    passingCost: heading.level === 2 ? passingHeading2Cost : passingHeading3Cost,
    noteIds: inline.noteIds,
    destinations: [heading.id],
    place: (draft, topPt) => placeText(draft, text, setting.column.xPt, topPt),
  });
  const role = heading.level === 2 ? "H2" : "H3";
  return { units: [one], children: [element(context.ids, role, inline.children)] };
}

/** A heading in the margin takes no height: the text beside it does. */
function setMarginHeading(heading: Heading, context: LayoutContext): SetBlock {
  const { grid, styles } = context;
  const inline = inlineText(heading.runs, styles.marginHeading, context);
  const text = setText(inline.spans, styles.marginHeading, grid.marginWidthPt, context);
  const one = unit({
    heightPt: 0,
    spaceBeforePt: grid.baselinePt,
    keepsWithNext: true,
    noteIds: inline.noteIds,
    destinations: [heading.id],
    place: (draft, topPt) => placeText(draft, text, grid.marginXPt, topPt + grid.stepPt),
  });
  const role = heading.level === 2 ? "H2" : "H3";
  return { units: [one], children: [element(context.ids, role, inline.children)] };
}

function setParagraph(
  paragraph: Paragraph,
  setting: BlockSetting,
  context: LayoutContext,
): SetBlock {
  const { styles, grid } = context;
  const style = paragraph.role === "body" ? setting.bodyStyle : styles[paragraph.role];
  const column = paragraph.role === "question" ? setting.wideColumn : setting.column;
  const { units, children } = flowingText(paragraph.runs, style, column, context);
  const aroundPt = paragraph.role === "entry" ? entrySpacePt : grid.stepPt;
  const after = paragraph.role === "lead" ? grid.baselinePt + grid.stepPt : aroundPt;
  const spaced = withDestination(withSpace(units, aroundPt, after), paragraph.id);
  const end = paragraph.runs.at(-1)?.text.trimEnd() ?? "";
  return {
    units: end.endsWith(":") ? keepLastWithNext(spaced) : spaced,
    children: [element(context.ids, "P", children)],
  };
}

function withDestination(units: readonly Unit[], id: string | undefined): readonly Unit[] {
  if (id === undefined) return units;
  return units.map((one, index) => (index === 0 ? { ...one, destinations: [id] } : one));
}

/** "…, namely:" is nothing without what follows. */
function keepLastWithNext(units: readonly Unit[]): readonly Unit[] {
  return units.map((one, index) =>
    index === units.length - 1 ? { ...one, keepsWithNext: true } : one,
  );
}

function setList(list: List, setting: BlockSetting, context: LayoutContext): SetBlock {
  const { ids, grid } = context;
  const column = {
    xPt: setting.column.xPt + listIndentPt,
    widthPt: setting.column.widthPt - listIndentPt,
  };
  // Items are short: justified, their few lines would gape.
  const bodyStyle: TextStyle = { ...setting.bodyStyle, align: "left" };
  const inside: BlockSetting = { ...setting, column, wideColumn: column, bodyStyle };
  const items = list.items.map((blocks, index) => {
    const label = setLabel(list.isOrdered ? `${index + 1}.` : "•", setting, context);
    const body = setBlocks(blocks, inside, context);
    const units = body.units.map((one, place) => ({
      ...one,
      // Items stand close together; the list as a whole keeps its distance.
      spaceBeforePt: place === 0 ? 0 : one.spaceBeforePt,
      spaceAfterPt: place === body.units.length - 1 ? 2 : one.spaceAfterPt,
      isOnGrid: false,
      ...(place === 0
        ? {
            place: (...at: Parameters<Unit["place"]>) => {
              placeText(at[0], label.text, setting.column.xPt, at[1]);
              one.place(...at);
            },
          }
        : {}),
    }));
    const children = [element(ids, "Lbl", label.children), element(ids, "LBody", body.children)];
    return { units, child: element(ids, "LI", children) };
  });
  const units = items.flatMap((item) => item.units);
  return {
    units: withoutLoneLines(withSpace(units, grid.stepPt, grid.stepPt)),
    children: [
      element(
        ids,
        "L",
        items.map((item) => item.child),
        { listNumbering: list.isOrdered ? "Decimal" : "Disc" },
      ),
    ],
  };
}

function setLabel(label: string, setting: BlockSetting, context: LayoutContext) {
  const style = {
    ...setting.bodyStyle,
    faces: context.styles.label.faces,
    colour: context.house.colours.primary,
    align: "left" as const,
  };
  const inline = plainText(label, style, context);
  return { text: setText(inline.spans, style, listIndentPt, context), children: inline.children };
}

/** Neither the first nor the last line of a list stands alone on a page. */
function withoutLoneLines(units: readonly Unit[]): readonly Unit[] {
  return units.map((one, index) =>
    index === 1 || (index > 0 && index === units.length - 1)
      ? { ...one, breakCost: neverBreak }
      : one,
  );
}
