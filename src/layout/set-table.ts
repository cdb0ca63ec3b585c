import { tableTooWide } from "../diagnostics/catalogue/pages.ts";
import type { PageBox } from "../diagnostics/diagnostic.ts";
import type { TableBlock } from "../document/document.ts";
import { artifactSpans, inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import { measureTable, type TableMeasure } from "./measure-table.ts";
import type { Overflow } from "./overflow.ts";
import { type PageDraft, placeRule, placeText } from "./page-draft.ts";
import type { BlockSetting, SetBlock } from "./set-block.ts";
import { flowingText } from "./set-flowing-text.ts";
import { placeRow, type SetRow, setBodyRow, setHeadRow, setRepeatedHead } from "./set-table-row.ts";
import { setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element } from "./structure-tree.ts";
import { tableStructure } from "./table-structure.ts";
import { type Carried, neverBreak, type Unit, unit, withSpace } from "./unit.ts";

const cellPaddingPt = 3;
const smallCellPaddingPt = 0.7;
const groupSpacePt = 5;
const captionToHeadPt = { plain: 6, small: 3 } as const;
const headRulePt = 1;
/** A table up to this share of the page is short: in a chapter it stays whole and may move like a figure. */
const shortTableShare = 0.42;
const partingCost = 60;
/** Tables that follow each other keep their order; a short one is parted rather than leave a third of a page white. */
const partingShortCost = 130;
/** Of an annex nobody reads a page from top to bottom. */
const partingInAnnexCost = { short: 60, long: 8 };
const leastRowsBesideBreak = 3;
/** The rows of a group that goes on overleaf have lost its name. */
const partingGroupCost = 120;
/** A table of an annex with more rows than these is long. */
const fewRows = 16;

/** A table over both columns: caption and head, then rows; a page on which it goes on repeats the head. */
export function setTable(
  block: TableBlock,
  setting: BlockSetting,
  context: LayoutContext,
): SetBlock {
  const { grid, ids } = context;
  const measure = measureTable(block, context);
  const headings = block.table.columns.map((column) => column.heading);
  const caption = setCaption(block, context);
  const head = setHeadRow(headings, measure, context);
  const rows = block.table.rows.map((row) => setBodyRow(row, measure, context));
  const carried = carriedHead(block, setRepeatedHead(headings, measure, context), measure, context);
  const body = rows.map((row, index) => rowUnit(block, row, index, carried, measure, context));
  const top = topUnit(block, caption, head, stack(body).heightPt, measure, context);
  const notes = block.notes.map((runs) =>
    flowingText(runs, context.styles.note, mainColumn(context), context),
  );
  const noteUnits = notes
    .flatMap((note) => note.units)
    .map((one, index) => ({
      ...one,
      isOnGrid: false,
      breakCost: neverBreak,
      spaceBeforePt: index === 0 ? (block.isSmall ? 2 : 5) : 0,
    }));
  const aroundPt = grid.baselinePt * (block.isSmall ? 1 : 1.5);
  const units = withSpace([top, ...body, ...noteUnits], aroundPt, aroundPt);
  return {
    units: isShort(units, context) && !block.isSmall ? keepShort(units, setting) : units,
    children: [
      tableStructure(block, caption.children, head, rows, ids),
      ...notes.map((note) => element(ids, "P", note.children)),
    ],
  };
}

function captionToHead({ isSmall }: TableBlock): number {
  return isSmall ? captionToHeadPt.small : captionToHeadPt.plain;
}

/** White above and below a row. */
function paddingPt({ isSmall }: TableBlock): number {
  return isSmall ? smallCellPaddingPt : cellPaddingPt;
}

function mainColumn({ grid }: LayoutContext) {
  return { xPt: grid.mainXPt, widthPt: grid.mainWidthPt };
}

/** "Table 2" in the margin, the caption beside it in the main column. */
function setCaption(block: TableBlock, context: LayoutContext) {
  const { styles, grid } = context;
  const label = plainText(block.label, styles.label, context);
  const caption = inlineText(block.caption, styles.caption, context);
  const labelText = setText(label.spans, styles.label, grid.marginWidthPt, context);
  const captionText = setText(caption.spans, styles.caption, grid.mainWidthPt, context);
  return {
    label: withSpaceAtEnd(labelText),
    text: captionText,
    children: [...label.children, ...caption.children],
    noteIds: caption.noteIds,
    heightPt: Math.max(textHeightPt(labelText), textHeightPt(captionText)),
  };
}

function topUnit(
  block: TableBlock,
  caption: ReturnType<typeof setCaption>,
  head: SetRow,
  rowsPt: number,
  measure: TableMeasure,
  context: LayoutContext,
): Unit {
  const { grid } = context;
  const headTopPt = caption.heightPt + captionToHead(block);
  const ownPt = headTopPt + head.heightPt + 2 * paddingPt(block);
  return unit({
    name: block.label,
    heightPt: ownPt,
    keepsWithNext: true,
    isOnGrid: true,
    noteIds: caption.noteIds,
    destinations: [block.id],
    place: (draft, topPt) => {
      placeText(draft, caption.label, grid.marginXPt, topPt, block.id);
      placeText(draft, caption.text, grid.mainXPt, topPt, block.id);
      placeHead(draft, head, topPt + headTopPt, block, measure, context);
      const { lack, xPt, widthPt } = measure;
      // All of the table, at most to the page's foot.
      const heightPt = Math.min(ownPt + rowsPt, Math.max(ownPt, grid.bottomPt - topPt));
      if (lack) draft.overflows.push(tooWide(block, lack, { xPt, yPt: topPt, widthPt, heightPt }));
    },
  });
}

function tooWide(
  block: TableBlock,
  lack: NonNullable<TableMeasure["lack"]>,
  box: PageBox,
): Overflow {
  const hints = ["Shorten its headings, or show fewer columns."];
  return {
    cause: `table ${block.id}`,
    box,
    say: (_, context) => tableTooWide({ table: block.label, ...lack }, { ...context, hints }),
  };
}

function placeHead(
  draft: PageDraft,
  head: SetRow,
  topPt: number,
  block: TableBlock,
  { xPt, widthPt }: TableMeasure,
  { house }: LayoutContext,
): void {
  const rule = { xPt, widthPt };
  placeRule(draft, { ...rule, yPt: topPt }, house.colours.primary, headRulePt);
  placeRow(draft, head, xPt, topPt + paddingPt(block), block.id, "foot");
  const footPt = topPt + head.heightPt + 2 * paddingPt(block);
  placeRule(draft, { ...rule, yPt: footPt }, house.colours.primary, 0.5);
}

function carriedHead(
  block: TableBlock,
  head: SetRow,
  measure: TableMeasure,
  context: LayoutContext,
): Carried {
  const { grid, styles } = context;
  const words = `${block.label} (${block.continued})`;
  const label = setText(
    artifactSpans(words, styles.label, context),
    styles.label,
    grid.fullWidthPt,
    context,
  );
  const headTopPt = textHeightPt(label) + captionToHead(block);
  return {
    heightPt: headTopPt + head.heightPt + 2 * paddingPt(block),
    place: (draft, topPt) => {
      placeText(draft, label, grid.marginXPt, topPt, block.id);
      placeHead(draft, head, topPt + headTopPt, block, measure, context);
    },
  };
}

function rowUnit(
  block: TableBlock,
  row: SetRow,
  index: number,
  carried: Carried,
  { xPt, widthPt }: TableMeasure,
  { house }: LayoutContext,
): Unit {
  const data = block.table.rows[index];
  const abovePt = paddingPt(block) + (data?.isGroup && index > 0 ? groupSpacePt : 0);
  const heightPt = abovePt + row.heightPt + paddingPt(block);
  const isStrong = data?.isTotal === true || index === block.table.rows.length - 1;
  return unit({
    name: `row ${index + 1} of ${block.label}`,
    heightPt,
    breakCost: rowBreakCost(block, index),
    keepsWithNext: data?.isGroup === true,
    atPageTop: carried,
    place: (draft, topPt) => {
      placeRow(draft, row, xPt, topPt + abovePt, block.id);
      const rule = { xPt, yPt: topPt + heightPt, widthPt };
      const { rule: thin, faint } = house.colours;
      placeRule(draft, rule, isStrong || data?.isGroup ? faint : thin, isStrong ? 0.6 : 0.4);
    },
  });
}

/** At least two rows on each side of a break, and a total stays with what it adds up. */
function rowBreakCost({ table: { rows }, isSmall }: TableBlock, index: number): number {
  if (index < leastRowsBesideBreak || rows.length - index < leastRowsBesideBreak) return neverBreak;
  const row = rows[index];
  if (row?.isTotal && index > 0) return neverBreak;
  const inAnnex = rows.length > fewRows ? partingInAnnexCost.long : partingInAnnexCost.short;
  const cost = isSmall ? inAnnex : partingCost;
  if (row?.isGroup) return cost / 2;
  return rows.slice(0, index).some((one) => one.isGroup) ? cost + partingGroupCost : cost;
}

/** How far under the first unit's top each unit's top stands, and their height together. */
function stack(units: readonly Unit[]): {
  readonly topsPt: readonly number[];
  readonly heightPt: number;
} {
  let heightPt = 0;
  const topsPt = units.map((one, index) => {
    const before = units[index - 1];
    const top = heightPt + (before ? Math.max(one.spaceBeforePt, before.spaceAfterPt) : 0);
    heightPt = top + one.heightPt;
    return top;
  });
  return { topsPt, heightPt };
}

function isShort(units: readonly Unit[], context: LayoutContext): boolean {
  return stack(units).heightPt <= shortTableShare * context.grid.heightPt;
}

function keepShort(units: readonly Unit[], setting: BlockSetting): readonly Unit[] {
  if (setting.mayFloat) return [oneUnit(units)];
  return units.map((one) =>
    one.breakCost === neverBreak || one.breakCost === 0
      ? one
      : { ...one, breakCost: partingShortCost },
  );
}

function oneUnit(units: readonly Unit[]): Unit {
  const { topsPt, heightPt } = stack(units);
  return unit({
    heightPt,
    spaceBeforePt: units[0]?.spaceBeforePt ?? 0,
    spaceAfterPt: units.at(-1)?.spaceAfterPt ?? 0,
    isOnGrid: true,
    floats: true,
    noteIds: units.flatMap((one) => one.noteIds),
    destinations: units.flatMap((one) => one.destinations),
    place: (draft, topPt) => {
      units.forEach((one, index) => {
        one.place(draft, topPt + (topsPt[index] ?? 0));
      });
    },
  });
}
