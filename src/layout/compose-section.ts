import { blockTooTall } from "../diagnostics/catalogue/pages.ts";
import type { Section } from "../document/document.ts";
import { breakPages, type FilledPage } from "./break-pages.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Overflow } from "./overflow.ts";
import type { StructureChild } from "./page.ts";
import type { PageDraft } from "./page-draft.ts";
import { setCover } from "./place-cover.ts";
import { placeRunningMatter, plainTitle } from "./running-matter.ts";
import { type BlockSetting, setBlocks } from "./set-block.ts";
import { noteSpacePt, placeNotes } from "./set-notes.ts";
import { setOpening } from "./set-opening.ts";

/** A page whose content is decided, before its number is known. */
export interface ComposedPage {
  readonly destinations: readonly string[];
  readonly place: (draft: PageDraft) => void;
}

export interface ComposedSection {
  readonly section: Section;
  readonly pages: readonly ComposedPage[];
  readonly children: readonly StructureChild[];
}

/** Sets a section and divides it among pages of its own. */
export function composeSection(section: Section, context: LayoutContext): ComposedSection {
  if (section.kind === "cover") {
    const cover = setCover(section, context);
    const page = { destinations: [section.id], place: cover.place };
    return { section, pages: [page], children: cover.children };
  }
  const { grid } = context;
  const opening = setOpening(section, context);
  const body = setBlocks(section.blocks, settingOf(section, context), context);
  const filled = breakPages([...opening.units, ...body.units], {
    heightPt: grid.heightPt,
    stepPt: grid.stepPt,
    noteHeightPt: (id) => context.notes.get(id)?.heightPt ?? 0,
    noteSpacePt,
  });
  const pages = filled.map((page) => composePage(page, section, filled.length === 1, context));
  return { section, pages, children: [...opening.children, ...body.children] };
}

function settingOf(section: Section, context: LayoutContext): BlockSetting {
  const { grid, styles } = context;
  const column = { xPt: grid.mainXPt, widthPt: grid.mainWidthPt };
  const full = { xPt: grid.marginXPt, widthPt: grid.fullWidthPt };
  return {
    column,
    wideColumn: section.kind === "key-figures" ? full : column,
    bodyStyle: section.kind === "colophon" ? styles.small : styles.body,
    isQuiet: section.kind === "colophon",
    mayFloat: section.kind === "chapter",
  };
}

function composePage(
  page: FilledPage,
  section: Section,
  isOnly: boolean,
  context: LayoutContext,
): ComposedPage {
  const { grid } = context;
  // A colophon rests on the foot of its page.
  const isAtFoot = section.kind === "colophon" && isOnly;
  const drop = isAtFoot ? Math.max(0, grid.heightPt - page.usedPt) : 0;
  return {
    destinations: [
      ...page.units.flatMap(({ unit }) => unit.destinations),
      ...page.noteIds.flatMap((id) => context.notes.get(id)?.destination ?? []),
    ],
    place: (draft) => {
      placeRunningMatter(draft, section, context);
      if (page.overflows) draft.overflows.push(tooTall(page, section, context));
      for (const { unit, topPt, isCarried } of page.units) {
        const top = grid.topPt + drop + topPt;
        for (const destination of unit.destinations) draft.destinations.set(destination, top);
        if (isCarried && unit.atPageTop) unit.atPageTop.place(draft, grid.topPt + drop);
        unit.place(draft, top);
      }
      placeNotes(draft, page.noteIds, context);
    },
  };
}

/** The unit that a page begins with, and that ends below the page; the notes called in it stand at the foot, too. */
function tooTall(page: FilledPage, section: Section, context: LayoutContext): Overflow {
  const { grid, notes } = context;
  const [first] = page.units;
  const title = plainTitle(section.title);
  const what = first?.unit.name ?? `a part of the section "${title}"`;
  const ownPt = (first?.topPt ?? 0) + (first?.unit.heightPt ?? 0);
  const noteHeights = (first?.unit.noteIds ?? []).map((id) => notes.get(id)?.heightPt ?? 0);
  const notesPt = noteHeights.reduce((sum, heightPt) => sum + heightPt, 0);
  const heightPt = ownPt + (notesPt > 0 ? notesPt + noteSpacePt : 0);
  const hints = ["Shorten it, or part it into two."];
  return {
    cause: `tall ${what}`,
    box: { xPt: grid.marginXPt, yPt: grid.topPt, widthPt: grid.fullWidthPt, heightPt },
    say: (_, said) => blockTooTall({ what, heightPt, roomPt: grid.heightPt }, { ...said, hints }),
  };
}
