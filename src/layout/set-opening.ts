import type { Block, Section } from "../document/document.ts";
import { inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import { baselineOffsetPt, placeRectangle, placeText } from "./page-draft.ts";
import type { SetBlock } from "./set-block.ts";
import { setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";
import { unit } from "./unit.ts";

const barWidthPt = 40;
const barHeightPt = 3;
const barToTitlePt = 14;
/** Inside the band of a chapter's opener. */
const bandTopPt = 0;
const titleToLeadPt = 10;
const bandFootPt = 20;
/** White above the bar, in lines of the grid. */
const dropLines: Readonly<Record<Section["kind"], number>> = {
  cover: 0,
  colophon: 0,
  front: 2,
  contents: 1,
  "key-figures": 0,
  chapter: 0,
  profiles: 0,
  annex: 0,
  back: 0,
};

/** A section's beginning, and the blocks that are still to be set. */
export interface SetOpening extends SetBlock {
  readonly rest: readonly Block[];
}

/** How a section begins: a chapter under a dark band, others with a title under a short bar. */
export function setOpening(
  section: Section,
  how: { readonly runsOn: boolean },
  context: LayoutContext,
): SetOpening {
  return section.kind === "chapter" || section.kind === "profiles"
    ? setBand(section, context)
    : setTitle(section, how, context);
}

/** A band to the page's edges with number, title and leading paragraph. */
function setBand(section: Section, context: LayoutContext): SetOpening {
  const { grid, ids, styles, house } = context;
  const [first, ...others] = section.blocks;
  const hasLead = first?.kind === "paragraph" && first.role === "lead";
  const set = (inline: ReturnType<typeof inlineText>, style: TextStyle) =>
    setText(inline.spans, style, grid.mainWidthPt, context);
  const title = inlineText(section.title, styles.openerTitle, context);
  const titleText = set(title, styles.openerTitle);
  const lead = hasLead ? inlineText(first.runs, styles.openerLead, context) : undefined;
  const leadText = lead && set(lead, styles.openerLead);
  const number = setNumber(section, styles.openerNumber, context);
  const titleTop = bandTopPt + barHeightPt + barToTitlePt;
  const leadTop = titleTop + textHeightPt(titleText) + titleToLeadPt;
  const heightPt = (leadText ? leadTop + textHeightPt(leadText) : leadTop) + bandFootPt;
  const one = unit({
    heightPt,
    spaceAfterPt: grid.baselinePt * 2,
    startsPage: true,
    coversHead: true,
    keepsWithNext: true,
    destinations: [section.id],
    noteIds: [...title.noteIds, ...(lead?.noteIds ?? [])],
    place: (draft, topPt) => {
      const band = { xPt: 0, yPt: 0, widthPt: grid.pageWidthPt, heightPt: topPt + heightPt };
      placeRectangle(draft, band, house.colours.primaryDark, "Background");
      const bar = { xPt: grid.mainXPt, yPt: topPt + bandTopPt, widthPt: barWidthPt };
      placeRectangle(draft, { ...bar, heightPt: barHeightPt }, house.colours.accent);
      number?.place(draft, topPt + titleTop, styles.openerTitle);
      placeText(draft, titleText, grid.mainXPt, topPt + titleTop);
      if (leadText) placeText(draft, leadText, grid.mainXPt, topPt + leadTop);
    },
  });
  const heading = element(ids, "H1", [...(number?.children ?? []), ...title.children]);
  return {
    units: [one],
    children: [heading, ...(lead ? [element(ids, "P", lead.children)] : [])],
    rest: hasLead ? others : section.blocks,
  };
}

/** A title, large, under a short bar; its number in the margin. */
function setTitle(
  section: Section,
  { runsOn }: { readonly runsOn: boolean },
  context: LayoutContext,
): SetOpening {
  const { grid, ids, styles, house } = context;
  const isQuiet = section.kind === "colophon";
  const style = isQuiet ? styles.heading2 : runsOn ? styles.runOnTitle : styles.heading1;
  const title = inlineText(section.title, style, context);
  const text = setText(title.spans, style, grid.mainWidthPt, context);
  const number = setNumber(section, styles.chapterNumber, context);
  const drop = dropLines[section.kind] * grid.baselinePt;
  const titleTop = isQuiet ? 0 : drop + barHeightPt + barToTitlePt;
  const one = unit({
    heightPt: titleTop + textHeightPt(text),
    spaceBeforePt: grid.baselinePt * 2,
    spaceAfterPt: isQuiet || runsOn ? grid.baselinePt : grid.baselinePt * 2,
    startsPage: !runsOn,
    keepsWithNext: true,
    destinations: [section.id],
    noteIds: title.noteIds,
    place: (draft, topPt) => {
      if (!isQuiet) {
        const bar = { xPt: grid.mainXPt, yPt: topPt + drop, widthPt: barWidthPt };
        placeRectangle(draft, { ...bar, heightPt: barHeightPt }, house.colours.accent);
      }
      number?.place(draft, topPt + titleTop, style);
      placeText(draft, text, grid.mainXPt, topPt + titleTop);
    },
  });
  const children = [...(number?.children ?? []), ...title.children];
  return {
    units: [one],
    children: text.lines.length > 0 ? [element(ids, "H1", children)] : [],
    rest: section.blocks,
  };
}

function setNumber(section: Section, style: TextStyle, context: LayoutContext) {
  if (!section.number) return undefined;
  const { grid, ids } = context;
  const inline = plainText(section.number, style, context);
  const text = withSpaceAtEnd(setText(inline.spans, style, grid.marginWidthPt, context));
  return {
    children: [element(ids, "Span", inline.children)],
    /** The figure's foot stands on the first line of the title. */
    place: (draft: Parameters<typeof placeText>[0], titleTopPt: number, beside: TextStyle) => {
      const rise = baselineOffsetPt(style) - baselineOffsetPt(beside);
      placeText(draft, text, grid.marginXPt, titleTopPt - rise);
    },
  };
}
