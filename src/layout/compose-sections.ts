import { blockTooTall } from "../diagnostics/catalogue/pages.ts";
import type { Block, Section } from "../document/document.ts";
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
import { setProfileHeading } from "./set-profile-heading.ts";
import type { TextStyle, TextStyles } from "./text-style.ts";
import type { Unit } from "./unit.ts";

/** A page whose content is decided, before its number is known. */
export interface ComposedPage {
  readonly destinations: readonly string[];
  readonly place: (draft: PageDraft) => void;
}

/** The pages that begin in a section, and what it adds to the structure. */
export interface ComposedSection {
  readonly section: Section;
  readonly pages: readonly ComposedPage[];
  readonly children: readonly StructureChild[];
}

/** Sets sections and divides them among pages. Each begins a page, but for one that runs on. */
export function composeSections(
  sections: readonly Section[],
  context: LayoutContext,
): readonly ComposedSection[] {
  return runsOf(sections).flatMap((run) => composeRun(run, context));
}

/** Sections that share pages. */
function runsOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const runs: Section[][] = [];
  for (const section of sections) {
    const last = runs.at(-1);
    if (section.runsOn && last && last[0]?.kind !== "cover") last.push(section);
    else runs.push([section]);
  }
  return runs;
}

interface SetSection {
  readonly section: Section;
  readonly units: readonly Unit[];
  readonly children: readonly StructureChild[];
}

function composeRun(run: readonly Section[], context: LayoutContext): readonly ComposedSection[] {
  const [first] = run;
  if (first?.kind === "cover") {
    const cover = setCover(first, context);
    const page = { destinations: [first.id], place: cover.place };
    return [{ section: first, pages: [page], children: cover.children }];
  }
  const set = run.map((section, index) => setSection(section, index > 0, context));
  const sectionOf = new Map(
    set.flatMap(({ section, units }) => units.map((one) => [one, section] as const)),
  );
  const filled = splitAtPages(set.flatMap(({ units }) => units)).flatMap((units) =>
    breakPages(units, measureOf(context)),
  );
  const pages = filled.map((page) => {
    const section = (page.units[0] && sectionOf.get(page.units[0].unit)) ?? run[0];
    if (!section) throw new Error("a page of no section");
    return { section, page: composePage(page, section, filled.length === 1, context) };
  });
  return set.map(({ section, children }) => ({
    section,
    pages: pages.filter((page) => page.section === section).map(({ page }) => page),
    children,
  }));
}

function measureOf({ grid, notes }: LayoutContext) {
  return {
    heightPt: grid.heightPt,
    stepPt: grid.stepPt,
    noteHeightPt: (id: string) => notes.get(id)?.heightPt ?? 0,
    noteSpacePt,
  };
}

/** Parts of which each begins a page. */
function splitAtPages(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const parts: Unit[][] = [];
  for (const one of units) {
    const last = parts.at(-1);
    if (last && !one.startsPage) last.push(one);
    else parts.push([one]);
  }
  return parts;
}

function setSection(section: Section, runsOn: boolean, context: LayoutContext): SetSection {
  const setting = settingOf(section, context);
  const opening = setOpening(section, { runsOn }, context);
  const body =
    section.kind === "profiles"
      ? profileParts(opening.rest).map((part) => setProfile(part, setting, context))
      : [setBlocks(opening.rest, setting, context)];
  return {
    section,
    units: [...opening.units, ...body.flatMap((part) => part.units)],
    children: [...opening.children, ...body.flatMap((part) => part.children)],
  };
}

/** Blocks from one heading of level 2 to the next. */
function profileParts(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 2) parts.push([block]);
    else parts.at(-1)?.push(block);
  }
  return parts;
}

/** A part with a figure of one segment is that segment's profile: a page of its own under a title in its colour. */
function setProfile(blocks: readonly Block[], setting: BlockSetting, context: LayoutContext) {
  const [heading, ...rest] = blocks;
  const segments = blocks.flatMap((block) =>
    block.kind === "figure" ? (block.chart.specification.segment ?? []) : [],
  );
  const [segment] = segments;
  if (heading?.kind !== "heading" || segment === undefined) {
    return setBlocks(blocks, setting, context);
  }
  const title = setProfileHeading(heading, segment, context);
  const body = setBlocks(rest, { ...setting, mayFloat: false }, context);
  return {
    units: [...title.units, ...body.units],
    children: [...title.children, ...body.children],
  };
}

function settingOf(section: Section, context: LayoutContext): BlockSetting {
  const { grid, styles } = context;
  const column = { xPt: grid.mainXPt, widthPt: grid.mainWidthPt };
  const full = { xPt: grid.marginXPt, widthPt: grid.fullWidthPt };
  return {
    column,
    wideColumn: section.kind in wideKinds ? full : column,
    bodyStyle: bodyStyleOf(section, styles),
    isQuiet: section.kind === "colophon",
    isDense: section.kind === "annex",
    mayFloat: section.kind === "chapter",
  };
}

/** Their key figures and questions stand over both columns. */
const wideKinds = { "key-figures": true, profiles: true, annex: true } as const;

function bodyStyleOf({ kind }: Section, styles: TextStyles): TextStyle {
  if (kind === "colophon") return styles.small;
  return kind === "annex" ? { ...styles.small, colour: styles.body.colour } : styles.body;
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
  const hasHead = page.units[0]?.unit.coversHead !== true;
  return {
    destinations: [
      ...page.units.flatMap(({ unit }) => unit.destinations),
      ...page.noteIds.flatMap((id) => context.notes.get(id)?.destination ?? []),
    ],
    place: (draft) => {
      placeRunningMatter(draft, section, { hasHead }, context);
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
