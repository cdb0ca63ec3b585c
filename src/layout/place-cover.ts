import { coverTooFull } from "../diagnostics/catalogue/pages.ts";
import type { Block, CoverArt, Run, Section } from "../document/document.ts";
import { inlineText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Overflow } from "./overflow.ts";
import type { StructureChild, StructureRole } from "./page.ts";
import { type PageDraft, placeChart, placeRectangle, placeText } from "./page-draft.ts";
import { type SetText, setText, textHeightPt } from "./set-text.ts";
import { element, slotChild } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";

const titleTopPt = 96;
const bottomPt = 54;
const bar = { abovePt: 22, widthPt: 56, heightPt: 4 } as const;
const titleToSubtitlePt = 12;
const aroundArtPt = 26;
const noticeGapPt = 4;
const leastArtHeightPt = 160;
/** A title whose words don't fit in the house's size is set a little smaller. */
const titleScales = [1, 0.92, 0.84] as const;

/** A cover, set but not yet on its page. */
export interface SetCover {
  readonly children: readonly StructureChild[];
  readonly place: (draft: PageDraft) => void;
}

/** What a cover says, from its text: title, leading paragraph, then institute and date, then the notice. */
interface CoverTexts {
  readonly title: readonly Run[];
  readonly subtitle: readonly Run[];
  readonly imprint: readonly Run[];
  readonly notices: readonly (readonly Run[])[];
}

interface Part {
  readonly text: SetText;
  readonly children: readonly StructureChild[];
}

interface CoverHeights {
  readonly subtitleTopPt: number;
  readonly artTopPt: number;
  readonly artRoomPt: number;
  readonly footTopPt: number;
}

/** The first page: a dark ground to the edges, title, picture, institute and date, the notice at the foot. */
export function setCover(section: Section, context: LayoutContext): SetCover {
  const { styles, ids, grid } = context;
  const texts = coverTexts(section, context);
  const title = setTitle(texts.title, context);
  const subtitle = setPart(texts.subtitle, styles.coverSubtitle, "P", grid.fullWidthPt, context);
  const imprint = setPart(texts.imprint, styles.coverText, "P", grid.marginWidthPt, context);
  const notices = texts.notices.map((runs) =>
    setPart(runs, styles.coverNotice, "P", grid.mainWidthPt, context),
  );
  const art = section.blocks.find((block) => block.kind === "cover-art");
  const heights = coverHeights({ title, subtitle, imprint, notices }, context);
  const overPt = (art ? leastArtHeightPt : 0) - heights.artRoomPt;
  const slot = ids.slot();
  const figureId = ids.element();
  const place = (draft: PageDraft) => {
    placeGround(draft, context);
    draft.destinations.set(section.id, 0);
    if (overPt > 0) draft.overflows.push(tooFull(overPt, heights, context));
    placeText(draft, title.text, grid.marginXPt, titleTopPt);
    placeText(draft, subtitle.text, grid.marginXPt, heights.subtitleTopPt);
    if (art) placeArt(draft, art, { figureId, slot }, heights, context);
    placeText(draft, imprint.text, grid.marginXPt, heights.footTopPt);
    let y = heights.footTopPt;
    for (const notice of notices) {
      placeText(draft, notice.text, grid.mainXPt, y);
      y += textHeightPt(notice.text) + noticeGapPt;
    }
  };
  const head = [title, subtitle].flatMap((part) => part.children);
  const foot = [imprint, ...notices].flatMap((part) => part.children);
  return { children: [...head, ...figureOf(art, figureId, slot, context), ...foot], place };
}

/** From the title's top to the foot: all that is too much together. */
function tooFull(overPt: number, { footTopPt }: CoverHeights, { grid }: LayoutContext): Overflow {
  const hints = ["Shorten the title, the subtitle or the notice on the cover."];
  return {
    cause: "cover",
    box: {
      xPt: grid.marginXPt,
      yPt: titleTopPt,
      widthPt: grid.fullWidthPt,
      heightPt: Math.max(footTopPt, grid.pageHeightPt - bottomPt) - titleTopPt,
    },
    say: (publication, context) => coverTooFull({ publication, overPt }, { ...context, hints }),
  };
}

function coverTexts(section: Section, context: LayoutContext): CoverTexts {
  const { document, words } = context;
  const plain = (text: string): readonly Run[] => [{ text, style: "plain" }];
  const paragraphs = section.blocks.filter((block) => block.kind === "paragraph");
  const lead = paragraphs.find((paragraph) => paragraph.role === "lead");
  const others = section.blocks.filter((block) => block !== lead).flatMap(runsOf);
  const [first, ...rest] = others;
  const hasImprint = first !== undefined && rest.length > 0;
  return {
    title: section.title.length > 0 ? section.title : plain(document.title),
    subtitle: lead?.runs ?? plain(document.subtitle),
    imprint: hasImprint ? first : plain(`${document.author}\n${words.date(document.date)}`),
    notices: hasImprint ? rest : others,
  };
}

function runsOf(block: Block): readonly (readonly Run[])[] {
  if (block.kind === "paragraph") return [block.runs];
  if (block.kind === "callout") return [block.title, ...block.blocks.flatMap(runsOf)];
  return [];
}

/** The largest size in which no line of the title ends inside a word. */
function setTitle(runs: readonly Run[], context: LayoutContext): Part {
  const { styles, grid, ids } = context;
  const inline = inlineText(runs, styles.coverTitle, context);
  const candidates = titleScales.map((scale) => {
    const { sizePt, leadingPt } = styles.coverTitle;
    const style = { ...styles.coverTitle, sizePt: sizePt * scale, leadingPt: leadingPt * scale };
    const spans = inline.spans.map((span) => ({ ...span, sizePt: span.sizePt * scale }));
    return setText(spans, style, grid.fullWidthPt, context);
  });
  const fitting = candidates.filter(({ lines }) => !lines.some((line) => line.isOverfull));
  const whole = fitting.find(({ lines }) => !lines.some((line) => line.endsInsideWord));
  const text = whole ?? fitting[0] ?? candidates.at(-1);
  if (!text) throw new Error("a title has no size");
  return { text, children: [element(ids, "H1", inline.children)] };
}

function setPart(
  runs: readonly Run[],
  style: TextStyle,
  role: StructureRole,
  widthPt: number,
  context: LayoutContext,
): Part {
  const inline = inlineText(runs, style, context);
  const text = setText(inline.spans, style, widthPt, context);
  const isEmpty = inline.spans.length === 0;
  return { text, children: isEmpty ? [] : [element(context.ids, role, inline.children)] };
}

function coverHeights(
  parts: {
    readonly title: Part;
    readonly subtitle: Part;
    readonly imprint: Part;
    readonly notices: readonly Part[];
  },
  { grid }: LayoutContext,
): CoverHeights {
  const noticePt = parts.notices.reduce(
    (sum, notice) => sum + textHeightPt(notice.text) + noticeGapPt,
    -noticeGapPt,
  );
  const footPt = Math.max(noticePt, textHeightPt(parts.imprint.text));
  const footTopPt = grid.pageHeightPt - bottomPt - footPt;
  const subtitleTopPt = titleTopPt + textHeightPt(parts.title.text) + titleToSubtitlePt;
  const artTopPt = subtitleTopPt + textHeightPt(parts.subtitle.text) + aroundArtPt;
  return { subtitleTopPt, artTopPt, artRoomPt: footTopPt - aroundArtPt - artTopPt, footTopPt };
}

function placeGround(draft: PageDraft, { grid, house }: LayoutContext): void {
  const page = { xPt: 0, yPt: 0, widthPt: grid.pageWidthPt, heightPt: grid.pageHeightPt };
  placeRectangle(draft, page, house.colours.primaryDark, "Background");
  const { widthPt, heightPt } = bar;
  const box = { xPt: grid.marginXPt, yPt: titleTopPt - bar.abovePt, widthPt, heightPt };
  placeRectangle(draft, box, house.colours.accent, "Background");
}

/** The picture as large as its room allows, in the middle of it. */
function placeArt(
  draft: PageDraft,
  { chart }: CoverArt,
  ids: { readonly figureId: string; readonly slot: string },
  { artTopPt, artRoomPt }: CoverHeights,
  { grid }: LayoutContext,
): void {
  const scale = Math.min(grid.fullWidthPt / chart.widthPt, Math.max(artRoomPt, 1) / chart.heightPt);
  const size = { widthPt: chart.widthPt * scale, heightPt: chart.heightPt * scale };
  const xPt = grid.marginXPt + (grid.fullWidthPt - size.widthPt) / 2;
  const yPt = artTopPt + (artRoomPt - size.heightPt) / 2;
  draft.boxes.set(ids.figureId, { page: draft.number, xPt, yPt, ...size });
  const owner = { kind: "content", slot: ids.slot } as const;
  placeChart(draft, chart, owner, { xPt, yPt, widthPt: size.widthPt }, "cover-art");
}

function figureOf(
  art: CoverArt | undefined,
  id: string,
  slot: string,
  context: LayoutContext,
): readonly StructureChild[] {
  if (!art) return [];
  const { description: alternativeText } = art.chart;
  return [element(context.ids, "Figure", [slotChild(slot)], { id, alternativeText })];
}
