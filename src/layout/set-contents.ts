import type { Contents } from "../document/document.ts";
import { type ContentsEntry, contentsEntries } from "./contents-entries.ts";
import { inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { StructureChild } from "./page.ts";
import { baselineOffsetPt, type PageDraft, placeRule, placeText } from "./page-draft.ts";
import type { SetBlock } from "./set-block.ts";
import { type SetText, setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element, slotChild } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";
import { neverBreak, type Unit, unit, withSpace } from "./unit.ts";

const pageNumberWidthPt = 22;
/** Between the two columns of a long list, and what labels have in them. */
const columnGapPt = 26;
const labelWidthPt = { sections: 20, figures: 52, tables: 56 } as const;
/** A list of up to this share of the page stands in one column; one of two columns has to fit beside its heading. */
const shortListShare = 0.3;
const longListShare = 0.86;
const leaderGapPt = 6;
/** How far above the baseline the leader runs. */
const leaderRisePt = 0.6;
const ruleBelowTopPt = 3;
/** White above and below an entry. */
const entrySpacePt = {
  section: { above: 9, below: 2 },
  heading: { above: 0, below: 0 },
  block: { above: 0, below: 1 },
} as const;

/** An entry in lines; its page number is set when pages are known. */
interface SetEntry {
  readonly entry: ContentsEntry;
  readonly style: TextStyle;
  readonly label: SetText | undefined;
  readonly title: SetText;
  readonly numberSlot: string;
  readonly linkId: string;
  readonly child: StructureChild;
}

/** Where the parts of an entry stand. */
interface EntryPlace {
  readonly labelXPt: number;
  readonly titleXPt: number;
  readonly rightPt: number;
}

/**
 * The contents, or the list of figures or tables, with links and the pages on which things stand. A short list stands
 * in the main column; a long one in two columns over the page's whole width, if they fit on a page.
 */
export function setContents(contents: Contents, context: LayoutContext): SetBlock {
  const entries = contentsEntries(contents.of, context.document);
  const single = setColumn(entries, mainPlace(context), context);
  if (heightOf(single) <= shortListShare * context.grid.heightPt) {
    return finish(flow(single, mainPlace(context), context), single, context);
  }
  const [left, right] = columnPlaces(contents.of, context);
  const set = setColumn(entries, left, context);
  const split = splitInTwo(set);
  const heightPt = Math.max(heightOf(set.slice(0, split)), heightOf(set.slice(split)));
  if (heightPt > longListShare * context.grid.heightPt) {
    return finish(flow(single, mainPlace(context), context), single, context);
  }
  const one = unit({
    heightPt,
    place: (draft, topPt) => {
      placeColumn(draft, set.slice(0, split), left, topPt, context);
      placeColumn(draft, set.slice(split), right, topPt, context);
    },
  });
  return finish([one], set, context);
}

function finish(
  units: readonly Unit[],
  set: readonly SetEntry[],
  context: LayoutContext,
): SetBlock {
  const { grid } = context;
  return {
    units: withSpace(units, grid.stepPt, grid.baselinePt * 2),
    children: [element(context.ids, "TOC", nest(set, context))],
  };
}

function mainPlace({ grid }: LayoutContext): EntryPlace {
  return { labelXPt: grid.marginXPt, titleXPt: grid.mainXPt, rightPt: grid.rightPt };
}

function columnPlaces(
  of: Contents["of"],
  { grid }: LayoutContext,
): readonly [EntryPlace, EntryPlace] {
  const widthPt = (grid.fullWidthPt - columnGapPt) / 2;
  const place = (xPt: number): EntryPlace => ({
    labelXPt: xPt,
    titleXPt: xPt + labelWidthPt[of],
    rightPt: xPt + widthPt,
  });
  return [place(grid.marginXPt), place(grid.marginXPt + widthPt + columnGapPt)];
}

/** One unit an entry, over as many pages as it takes. */
function flow(
  set: readonly SetEntry[],
  place: EntryPlace,
  context: LayoutContext,
): readonly Unit[] {
  return set.map((one, index): Unit => {
    const before = set[index - 1]?.entry.kind;
    const next = set[index + 1]?.entry.kind;
    // Neither the first nor the last heading of a section is parted from its neighbour.
    const isLastHeading =
      before === "heading" && one.entry.kind === "heading" && next !== "heading";
    return unit({
      heightPt: entryHeightPt(one),
      keepsWithNext: one.entry.kind === "section" && next === "heading",
      breakCost: isLastHeading ? neverBreak : 0,
      place: (draft, topPt) => placeEntry(draft, one, place, topPt, context),
    });
  });
}

/** A label may take more lines than the title beside it. */
function entryHeightPt({ entry, label, title }: SetEntry): number {
  const { above, below } = entrySpacePt[entry.kind];
  return above + Math.max(textHeightPt(title), label ? textHeightPt(label) : 0) + below;
}

function heightOf(set: readonly SetEntry[]): number {
  return set.reduce((sum, one) => sum + entryHeightPt(one), 0);
}

/** Where the second column begins, so that both are about equally high; a section is not parted from its headings. */
function splitInTwo(set: readonly SetEntry[]): number {
  const candidates = set.flatMap((one, index) =>
    index > 0 && one.entry.kind !== "heading" ? [index] : [],
  );
  const height = (index: number) =>
    Math.max(heightOf(set.slice(0, index)), heightOf(set.slice(index)));
  return candidates.reduce(
    (best, index) => (height(index) < height(best) ? index : best),
    set.length,
  );
}

function placeColumn(
  draft: PageDraft,
  set: readonly SetEntry[],
  place: EntryPlace,
  topPt: number,
  context: LayoutContext,
): void {
  let y = topPt;
  for (const one of set) {
    placeEntry(draft, one, place, y, context);
    y += entryHeightPt(one);
  }
}

function setColumn(
  entries: readonly ContentsEntry[],
  place: EntryPlace,
  context: LayoutContext,
): readonly SetEntry[] {
  return entries.map((entry) => setEntry(entry, place, context));
}

/** Headings make a list of their own inside the list of sections. */
function nest(set: readonly SetEntry[], context: LayoutContext): readonly StructureChild[] {
  const children: StructureChild[] = [];
  let inner: StructureChild[] = [];
  const close = () => {
    if (inner.length > 0) children.push(element(context.ids, "TOC", inner));
    inner = [];
  };
  for (const { entry, child } of set) {
    if (entry.kind === "heading") {
      inner.push(child);
    } else {
      close();
      children.push(child);
    }
  }
  close();
  return children;
}

function setEntry(
  entry: ContentsEntry,
  { labelXPt, titleXPt, rightPt }: EntryPlace,
  context: LayoutContext,
): SetEntry {
  const { styles, ids, house } = context;
  const isSection = entry.kind === "section";
  const listed = entry.kind === "block" ? styles.listEntry : styles.entry2;
  const style = isSection ? styles.entry1 : listed;
  const labelStyle = isSection ? styles.entryNumber : { ...listed, colour: house.colours.primary };
  const label = plainText(entry.label, labelStyle, context);
  const labelText =
    entry.label === ""
      ? undefined
      : withSpaceAtEnd(setText(label.spans, labelStyle, titleXPt - labelXPt, context));
  const title = inlineText(entry.title, style, context);
  const widthPt = rightPt - titleXPt - pageNumberWidthPt - leaderGapPt;
  const titleText = withSpaceAtEnd(setText(title.spans, style, widthPt, context));
  context.useDestination(entry.destination, wordsOf(entry));
  const numberSlot = ids.slot();
  const linkId = ids.element();
  const children = [...label.children, ...title.children, slotChild(numberSlot)];
  const link = element(ids, "Link", children, { id: linkId });
  const child = element(ids, "TOCI", [element(ids, "Reference", [link])]);
  return { entry, style, label: labelText, title: titleText, numberSlot, linkId, child };
}

function wordsOf(entry: ContentsEntry): string {
  return entry.title.map((run) => run.text).join("");
}

function placeEntry(
  draft: PageDraft,
  set: SetEntry,
  place: EntryPlace,
  topPt: number,
  context: LayoutContext,
): void {
  const { house } = context;
  const { labelXPt, titleXPt, rightPt } = place;
  const { entry, label, title, style } = set;
  const top = topPt + entrySpacePt[entry.kind].above;
  if (entry.kind === "section") {
    const rule = { xPt: labelXPt, yPt: topPt + ruleBelowTopPt, widthPt: rightPt - labelXPt };
    placeRule(draft, rule, house.colours.rule, 0.5);
  }
  if (label) placeText(draft, label, labelXPt, top);
  placeText(draft, title, titleXPt, top);
  const lastTop = top + (title.lines.length - 1) * style.leadingPt;
  const number = pageNumberText(draft, set, context);
  placeText(draft, number, rightPt - pageNumberWidthPt, lastTop);
  const from = titleXPt + (title.lines.at(-1)?.widthPt ?? 0) + leaderGapPt;
  const to = rightPt - (number.lines[0]?.widthPt ?? 0) - leaderGapPt;
  if (to > from && entry.kind !== "section") {
    const yPt = lastTop + baselineOffsetPt(style) - leaderRisePt;
    placeRule(draft, { xPt: from, yPt, widthPt: to - from }, house.colours.rule, 0.4);
  }
  linkEntry(draft, set, place, top, context);
}

function pageNumberText(draft: PageDraft, set: SetEntry, context: LayoutContext): SetText {
  const style: TextStyle = { ...set.style, align: "right" };
  const span = {
    text: String(draft.pageOf(set.entry.destination) ?? ""),
    face: style.faces.plain,
    sizePt: style.sizePt,
    colour: style.colour,
    owner: { kind: "content", slot: set.numberSlot },
    language: context.document.language,
  } as const;
  return setText([span], style, pageNumberWidthPt, context);
}

function linkEntry(
  draft: PageDraft,
  set: SetEntry,
  { labelXPt, titleXPt, rightPt }: EntryPlace,
  yPt: number,
  { words }: LayoutContext,
): void {
  const { entry, label, title } = set;
  const number = String(draft.pageOf(entry.destination) ?? "");
  const page = words.string("document.pageReference", { number });
  const xPt = label ? labelXPt : titleXPt;
  draft.links.push({
    xPt,
    yPt,
    widthPt: rightPt - xPt,
    heightPt: textHeightPt(title),
    target: { kind: "internal", destination: entry.destination },
    elementId: set.linkId,
    contents: [entry.label, wordsOf(entry), page].filter((part) => part !== "").join(", "),
  });
}
