import { coverTooFull } from "../diagnostics/catalogue/pages.ts";
import type { Block, Run, Section } from "../document/document.ts";
import { inlineText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { StructureChild, StructureRole } from "./page.ts";
import { type PageDraft, placeChart, placeRectangle, placeText } from "./page-draft.ts";
import { reportOverfull } from "./report-overfull.ts";
import { type SetText, setText, textHeightPt } from "./set-text.ts";
import { element, slotChild } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";

const titleTopPt = 96;
const bottomPt = 54;
const titleToSubtitlePt = 12;
const aroundArtPt = 26;
const noticeGapPt = 4;
const leastArtHeightPt = 160;

/** A cover, set but not yet on its page. */
export interface SetCover {
  readonly children: readonly StructureChild[];
  readonly place: (draft: PageDraft) => void;
}

interface Part {
  readonly text: SetText;
  readonly children: readonly StructureChild[];
}

/** The first page: a dark ground to the edges, title, picture, institute and date, the notice at the foot. */
export function setCover(section: Section, context: LayoutContext): SetCover {
  const { styles, ids, grid, document } = context;
  const widthPt = grid.fullWidthPt;
  const set = (
    runs: readonly Run[],
    style: TextStyle,
    role: StructureRole,
    width = widthPt,
  ): Part => {
    const inline = inlineText(runs, style, context);
    const text = setText(inline.spans, style, width, context);
    reportOverfull(text, context);
    return { text, children: inline.spans.length > 0 ? [element(ids, role, inline.children)] : [] };
  };
  const plain = (text: string): readonly Run[] => [{ text, style: "plain" }];
  const title = set(plain(document.title), styles.coverTitle, "H1");
  const subtitle = set(plain(document.subtitle), styles.coverSubtitle, "P");
  const art = section.blocks.find((block) => block.kind === "cover-art");
  const imprint = set(
    plain(`${document.author}\n${context.words.date(document.date)}`),
    styles.coverText,
    "P",
    grid.marginWidthPt,
  );
  const notices = section.blocks
    .flatMap(paragraphsOf)
    .map((runs) => set(runs, styles.coverNotice, "P", grid.mainWidthPt));
  const slot = ids.slot();
  const figureId = ids.element();
  const figure = art
    ? [
        element(ids, "Figure", [slotChild(slot)], {
          id: figureId,
          alternativeText: art.chart.description,
        }),
      ]
    : [];
  const noticeHeight = notices.reduce((sum, one) => sum + textHeightPt(one.text) + noticeGapPt, 0);
  const footTop = grid.pageHeightPt - bottomPt - Math.max(noticeHeight, textHeightPt(imprint.text));
  const subtitleTop = titleTopPt + textHeightPt(title.text) + titleToSubtitlePt;
  const artTop = subtitleTop + textHeightPt(subtitle.text) + aroundArtPt;
  const artRoom = footTop - aroundArtPt - artTop;
  const over = (art ? leastArtHeightPt : 0) - artRoom;
  if (over > 0) {
    context.report(
      coverTooFull(
        { publication: document.name, overPt: over },
        { hints: ["shorten the title, the subtitle or the notice on the cover"] },
      ),
    );
  }
  const place = (draft: PageDraft) => {
    const ground = { xPt: 0, yPt: 0, widthPt: grid.pageWidthPt, heightPt: grid.pageHeightPt };
    placeRectangle(draft, ground, context.house.colours.primaryDark, "Background");
    const bar = { xPt: grid.marginXPt, yPt: titleTopPt - 22, widthPt: 56, heightPt: 4 };
    placeRectangle(draft, bar, context.house.colours.accent, "Background");
    draft.destinations.set(section.id, 0);
    placeText(draft, title.text, grid.marginXPt, titleTopPt);
    placeText(draft, subtitle.text, grid.marginXPt, subtitleTop);
    if (art) {
      const { chart } = art;
      const scale = Math.min(widthPt / chart.widthPt, Math.max(artRoom, 1) / chart.heightPt);
      const size = { widthPt: chart.widthPt * scale, heightPt: chart.heightPt * scale };
      const at = {
        xPt: grid.marginXPt + (widthPt - size.widthPt) / 2,
        yPt: artTop + (artRoom - size.heightPt) / 2,
      };
      draft.boxes.set(figureId, { page: draft.number, ...at, ...size });
      const owner = { kind: "content", slot } as const;
      placeChart(draft, chart, owner, { ...at, widthPt: size.widthPt }, "cover-art");
    }
    placeText(draft, imprint.text, grid.marginXPt, footTop);
    let y = footTop;
    for (const notice of notices) {
      placeText(draft, notice.text, grid.mainXPt, y);
      y += textHeightPt(notice.text) + noticeGapPt;
    }
  };
  const children = [title, subtitle].flatMap((part) => part.children);
  const foot = [imprint, ...notices].flatMap((part) => part.children);
  return { children: [...children, ...figure, ...foot], place };
}

function paragraphsOf(block: Block): readonly (readonly Run[])[] {
  if (block.kind === "paragraph") return [block.runs];
  if (block.kind === "callout") return [block.title, ...block.blocks.flatMap(paragraphsOf)];
  return [];
}
