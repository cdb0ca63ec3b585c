import { blockTooTall } from "../diagnostics/catalogue/pages.ts";
import type { Block, Section } from "../document/document.ts";
import { breakPages, type FilledPage } from "./break-pages.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { StructureChild } from "./page.ts";
import type { PageDraft } from "./page-draft.ts";
import { setCover } from "./place-cover.ts";
import { placeRunningMatter, plainTitle } from "./running-matter.ts";
import { type BlockSetting, setBlocks } from "./set-block.ts";
import { noteSpacePt, placeNotes } from "./set-notes.ts";
import { setOpening } from "./set-opening.ts";
import { setProfileHeading } from "./set-profile-heading.ts";
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

/** Sets sections and divides them among pages. Each begins a page, but for the back matter, which runs on. */
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
    if (section.kind === "back" && last?.[0]?.kind === "back") last.push(section);
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
    if (page.overflows) reportTooTall(page, section, context);
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
  const isSpread = section.kind === "key-figures" || section.kind === "profiles";
  return {
    column,
    wideColumn: isSpread ? full : column,
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
  const drop = section.kind === "colophon" && isOnly ? grid.heightPt - page.usedPt : 0;
  const hasHead = page.units[0]?.unit.coversHead !== true;
  return {
    destinations: [
      ...page.units.flatMap(({ unit }) => unit.destinations),
      ...page.noteIds.flatMap((id) => context.notes.get(id)?.destination ?? []),
    ],
    place: (draft) => {
      placeRunningMatter(draft, section, { hasHead }, context);
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

function reportTooTall(page: FilledPage, section: Section, context: LayoutContext): void {
  const [first] = page.units;
  const title = plainTitle(section.title);
  const what = first?.unit.name ?? `a part of the section "${title}"`;
  const heightPt = (first?.topPt ?? 0) + (first?.unit.heightPt ?? 0);
  const hints = ["shorten it, or part it into two"];
  context.report(blockTooTall({ what, heightPt, roomPt: context.grid.heightPt }, { hints }));
}
