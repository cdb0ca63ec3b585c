import type { Block, Contents, Run, Section } from "../document/document.ts";
import { inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { StructureChild } from "./page.ts";
import { type PageDraft, placeLine, placeRule, placeText } from "./page-draft.ts";
import { reportOverfull } from "./report-overfull.ts";
import type { SetBlock } from "./set-block.ts";
import { type SetText, type Span, setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element, slotChild } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";
import { neverBreak, type Unit, unit, withSpace } from "./unit.ts";

/** A line of a list of contents. */
interface Entry {
  readonly level: 1 | 2;
  /** "2", "Figure 3"; stands in the margin. */
  readonly label: string;
  readonly title: readonly Run[];
  readonly destination: string;
}

const pageNumberWidthPt = 30;
const indentPt = 0;
const leaderGapPt = 6;
/** How far above the baseline the leader runs. */
const leaderRisePt = 2.4;

/** The contents, or the list of figures or tables, with links and the pages on which things stand. */
export function setContents(contents: Contents, context: LayoutContext): SetBlock {
  const entries =
    contents.of === "sections" ? sectionEntries(context) : blockEntries(contents.of, context);
  const set = entries.map((entry) => ({ entry, ...setEntry(entry, contents, context) }));
  const units = set.map((one, index): Unit => {
    const next = set[index + 1]?.entry;
    const opens = one.entry.level === 1 && next?.level === 2;
    const isLastOfGroup = one.entry.level === 2 && next?.level !== 2;
    return {
      ...one.unit,
      keepsWithNext: opens,
      breakCost: isLastOfGroup && set[index - 1]?.entry.level === 2 ? neverBreak : 0,
    };
  });
  const { grid } = context;
  return {
    units: withSpace(units, grid.stepPt, grid.baselinePt * 2),
    children: [element(context.ids, "TOC", nest(set, context))],
  };
}

/** Second levels make a list of their own inside the list. */
function nest(
  set: readonly { readonly entry: Entry; readonly child: StructureChild }[],
  context: LayoutContext,
): readonly StructureChild[] {
  const children: StructureChild[] = [];
  let inner: StructureChild[] = [];
  const close = () => {
    if (inner.length > 0) children.push(element(context.ids, "TOC", inner));
    inner = [];
  };
  for (const { entry, child } of set) {
    if (entry.level === 2 && entry.label === "") {
      inner.push(child);
    } else {
      close();
      children.push(child);
    }
  }
  close();
  return children;
}

function sectionEntries({ document }: LayoutContext): readonly Entry[] {
  return document.sections.filter(isListed).flatMap((section) => [
    {
      level: 1 as const,
      label: section.number ?? "",
      title: section.title,
      destination: section.id,
    },
    ...section.blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 2
        ? [{ level: 2 as const, label: "", title: block.runs, destination: block.id }]
        : [],
    ),
  ]);
}

function isListed(section: Section): boolean {
  return section.kind !== "cover" && section.kind !== "colophon" && section.kind !== "contents";
}

function blockEntries(of: "figures" | "tables", { document }: LayoutContext): readonly Entry[] {
  const kind = of === "figures" ? "figure" : "table";
  const collect = (blocks: readonly Block[]): readonly Entry[] =>
    blocks.flatMap((block): readonly Entry[] => {
      if (block.kind === "callout") return collect(block.blocks);
      if (block.kind === "list") return block.items.flatMap(collect);
      if (block.kind !== kind || (block.kind !== "figure" && block.kind !== "table")) return [];
      return [{ level: 2, label: block.label, title: block.caption, destination: block.id }];
    });
  return document.sections.flatMap((section) => collect(section.blocks));
}

function setEntry(
  entry: Entry,
  contents: Contents,
  context: LayoutContext,
): { readonly unit: Unit; readonly child: StructureChild } {
  const { grid, styles, ids } = context;
  const style = entry.level === 1 ? styles.entry1 : styles.entry2;
  const indent = entry.level === 2 && contents.of === "sections" ? indentPt : 0;
  const widthPt = grid.mainWidthPt - pageNumberWidthPt - leaderGapPt - indent;
  const labelStyle =
    entry.level === 1
      ? styles.entryNumber
      : { ...styles.entry2, colour: context.house.colours.primary };
  const slots = { label: ids.slot(), page: ids.slot() };
  const elementId = ids.element();
  const title = inlineText(entry.title.map(withoutLinks), style, context);
  const titleText = withSpaceAtEnd(setText(title.spans, style, widthPt, context));
  reportOverfull(titleText, context);
  const label = labelText(entry.label, labelStyle, slots.label, context);
  const words = entry.title.map((run) => run.text).join("");
  context.useDestination(entry.destination, words);
  const abovePt = entry.level === 1 ? 9 : 0;
  const place = (draft: PageDraft, topPt: number) => {
    const pageNumber = draft.pageOf(entry.destination) ?? 0;
    const top = topPt + abovePt;
    if (entry.level === 1) {
      const rule = { xPt: grid.marginXPt, yPt: topPt + 3, widthPt: grid.fullWidthPt };
      placeRule(draft, rule, context.house.colours.rule, 0.5);
    }
    if (label) placeText(draft, label, grid.marginXPt, top);
    const lastLine = titleText.lines.length - 1;
    titleText.lines.forEach((line, index) => {
      placeLine(draft, line, titleText, grid.mainXPt + indent, top + index * style.leadingPt);
    });
    const lastTop = top + lastLine * style.leadingPt;
    const number = setText(
      [pageSpan(pageNumber, style, slots.page, context)],
      { ...style, align: "right" },
      pageNumberWidthPt,
      context,
    );
    const baseline = lastTop + style.leadingPt / 2 + style.sizePt * 0.33;
    const from = grid.mainXPt + indent + (titleText.lines[lastLine]?.widthPt ?? 0) + leaderGapPt;
    const to = grid.rightPt - (number.lines[0]?.widthPt ?? 0) - leaderGapPt;
    if (to > from && entry.level === 2) {
      placeRule(
        draft,
        { xPt: from, yPt: baseline - leaderRisePt, widthPt: to - from },
        context.house.colours.rule,
        0.4,
      );
    }
    placeText(draft, number, grid.rightPt - pageNumberWidthPt, lastTop);
    const page = context.words.string("document.pageReference", { number: String(pageNumber) });
    draft.links.push({
      xPt: label ? grid.marginXPt : grid.mainXPt,
      yPt: top,
      widthPt: grid.rightPt - (label ? grid.marginXPt : grid.mainXPt),
      heightPt: textHeightPt(titleText),
      target: { kind: "internal", destination: entry.destination },
      elementId,
      contents: [entry.label, words, page].filter((part) => part !== "").join(", "),
    });
  };
  const children = [
    ...(label ? [slotChild(slots.label)] : []),
    ...title.children,
    slotChild(slots.page),
  ];
  const link = element(ids, "Link", children, { id: elementId });
  const child = element(ids, "TOCI", [element(ids, "Reference", [link])]);
  const heightPt = abovePt + textHeightPt(titleText) + (entry.level === 1 ? 2 : 0);
  return { unit: unit({ heightPt, place }), child };
}

/** The line as a whole is the link: what its title links to, or its notes, belong to the title's own place. */
function withoutLinks(run: Run): Run {
  const { link: _link, noteId, ...rest } = run;
  return noteId === undefined ? rest : { ...rest, text: "" };
}

function labelText(
  label: string,
  style: TextStyle,
  slot: string,
  context: LayoutContext,
): SetText | undefined {
  if (label === "") return undefined;
  const [span] = plainText(label, style, context).spans;
  if (!span) return undefined;
  const own: Span = { ...span, owner: { kind: "content", slot } };
  return withSpaceAtEnd(setText([own], style, context.grid.marginWidthPt, context));
}

function pageSpan(
  pageNumber: number,
  style: TextStyle,
  slot: string,
  context: LayoutContext,
): Span {
  return {
    text: String(pageNumber),
    face: style.faces.plain,
    sizePt: style.sizePt,
    colour: style.colour,
    owner: { kind: "content", slot },
    language: context.document.language,
  };
}
