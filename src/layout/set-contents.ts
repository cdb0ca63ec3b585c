import type { Contents } from "../document/document.ts";
import { type ContentsEntry, contentsEntries } from "./contents-entries.ts";
import { inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { StructureChild } from "./page.ts";
import { baselineOffsetPt, type PageDraft, placeRule, placeText } from "./page-draft.ts";
import { reportOverfull } from "./report-overfull.ts";
import type { SetBlock } from "./set-block.ts";
import { type SetText, setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element, slotChild } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";
import { neverBreak, type Unit, unit, withSpace } from "./unit.ts";

const pageNumberWidthPt = 30;
const leaderGapPt = 6;
/** How far above the baseline the leader runs. */
const leaderRisePt = 0.6;
const ruleBelowTopPt = 3;
/** White above and below an entry. */
const entrySpacePt = {
  section: { above: 9, below: 2 },
  heading: { above: 0, below: 0 },
  block: { above: 0, below: 1.5 },
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

/** The contents, or the list of figures or tables, with links and the pages on which things stand. */
export function setContents(contents: Contents, context: LayoutContext): SetBlock {
  const set = contentsEntries(contents.of, context.document).map((entry) =>
    setEntry(entry, context),
  );
  const units = set.map((one, index): Unit => {
    const before = set[index - 1]?.entry.kind;
    const next = set[index + 1]?.entry.kind;
    // Neither the first nor the last heading of a section is parted from its neighbour.
    const isLastHeading =
      before === "heading" && one.entry.kind === "heading" && next !== "heading";
    const { above, below } = entrySpacePt[one.entry.kind];
    return unit({
      heightPt: above + textHeightPt(one.title) + below,
      keepsWithNext: one.entry.kind === "section" && next === "heading",
      breakCost: isLastHeading ? neverBreak : 0,
      place: (draft, topPt) => placeEntry(draft, one, topPt, context),
    });
  });
  const { grid } = context;
  return {
    units: withSpace(units, grid.stepPt, grid.baselinePt * 2),
    children: [element(context.ids, "TOC", nest(set, context))],
  };
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

function setEntry(entry: ContentsEntry, context: LayoutContext): SetEntry {
  const { grid, styles, ids, house } = context;
  const isSection = entry.kind === "section";
  const listed = entry.kind === "block" ? styles.entry : styles.entry2;
  const style = isSection ? styles.entry1 : listed;
  const labelStyle = isSection ? styles.entryNumber : { ...listed, colour: house.colours.primary };
  const label = plainText(entry.label, labelStyle, context);
  const labelText =
    entry.label === ""
      ? undefined
      : withSpaceAtEnd(setText(label.spans, labelStyle, grid.marginWidthPt, context));
  const title = inlineText(entry.title, style, context);
  const widthPt = grid.mainWidthPt - pageNumberWidthPt - leaderGapPt;
  const titleText = withSpaceAtEnd(setText(title.spans, style, widthPt, context));
  reportOverfull(titleText, context);
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

function placeEntry(draft: PageDraft, set: SetEntry, topPt: number, context: LayoutContext): void {
  const { grid, house } = context;
  const { entry, label, title, style } = set;
  const top = topPt + entrySpacePt[entry.kind].above;
  if (entry.kind === "section") {
    const rule = { xPt: grid.marginXPt, yPt: topPt + ruleBelowTopPt, widthPt: grid.fullWidthPt };
    placeRule(draft, rule, house.colours.rule, 0.5);
  }
  if (label) placeText(draft, label, grid.marginXPt, top);
  placeText(draft, title, grid.mainXPt, top);
  const lastTop = top + (title.lines.length - 1) * style.leadingPt;
  const number = pageNumberText(draft, set, context);
  placeText(draft, number, grid.rightPt - pageNumberWidthPt, lastTop);
  const from = grid.mainXPt + (title.lines.at(-1)?.widthPt ?? 0) + leaderGapPt;
  const to = grid.rightPt - (number.lines[0]?.widthPt ?? 0) - leaderGapPt;
  if (to > from && entry.kind !== "section") {
    const yPt = lastTop + baselineOffsetPt(style) - leaderRisePt;
    placeRule(draft, { xPt: from, yPt, widthPt: to - from }, house.colours.rule, 0.4);
  }
  linkEntry(draft, set, top, context);
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

function linkEntry(draft: PageDraft, set: SetEntry, yPt: number, context: LayoutContext): void {
  const { grid, words } = context;
  const { entry, label, title } = set;
  const number = String(draft.pageOf(entry.destination) ?? "");
  const page = words.string("document.pageReference", { number });
  const xPt = label ? grid.marginXPt : grid.mainXPt;
  draft.links.push({
    xPt,
    yPt,
    widthPt: grid.rightPt - xPt,
    heightPt: textHeightPt(title),
    target: { kind: "internal", destination: entry.destination },
    elementId: set.linkId,
    contents: [entry.label, wordsOf(entry), page].filter((part) => part !== "").join(", "),
  });
}
