import { linkToNowhere } from "../diagnostics/catalogue/pages.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Document, Section } from "../document/document.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import type { FontBook } from "../fonts/font-book.ts";
import { hyphenate } from "../wording/hyphenate.ts";
import type { Words } from "../wording/words.ts";
import { checkCoverage } from "./check-coverage.ts";
import { type ComposedSection, composeSections } from "./compose-sections.ts";
import type { LayoutContext } from "./layout-context.ts";
import { describeOverflows } from "./overflow.ts";
import type { Bookmark, LaidOutDocument, StructureChild, StructureElement } from "./page.ts";
import { createPageDraft, type PageDraft } from "./page-draft.ts";
import { pageGrid } from "./page-grid.ts";
import { plainTitle } from "./running-matter.ts";
import { createNotes } from "./set-notes.ts";
import { createStructureIds, element } from "./structure-tree.ts";
import { textStyles } from "./text-style.ts";

export interface LayoutRequest {
  readonly document: Document;
  readonly house: HouseStyle;
  readonly fonts: FontBook;
  readonly words: Words;
}

/**
 * Document tree → placed pages and their structure tree.
 *
 *   coverage → sections set and broken into pages → pages numbered → everything placed
 *
 * Nothing is placed before all pages are broken, so that contents know their pages. Hyphenation patterns of the
 * document's language have to be loaded (`loadHyphenation`). What doesn't fit is placed all the same, remembered by
 * its page, and said with its place.
 */
export function layOutDocument(request: LayoutRequest): Outcome<LaidOutDocument> {
  const diagnostics: Diagnostic[] = [];
  const used = new Map<string, string>();
  const context = createContext(request, used);
  diagnostics.push(...checkCoverage(request.document, request.fonts, context.styles));
  const sections = composeSections(request.document.sections, context);
  const drafts = placePages(sections);
  diagnostics.push(...describeOverflows(drafts, request.document.name));
  diagnostics.push(...brokenLinks(used, drafts, request.document));
  return { value: assemble(request.document, sections, drafts, context), diagnostics };
}

function createContext(request: LayoutRequest, used: Map<string, string>): LayoutContext {
  const context: LayoutContext = {
    ...request,
    // Words of another language are left whole: their readers know no breaks of ours.
    hyphenate: (word, language) =>
      language === request.document.language ? hyphenate(word, language) : [],
    styles: textStyles(request.house),
    grid: pageGrid(request.house),
    ids: createStructureIds(),
    notes: createNotes(() => context),
    useDestination: (destination, text) => {
      if (!used.has(destination)) used.set(destination, text);
    },
  };
  return context;
}

function placePages(sections: readonly ComposedSection[]): readonly PageDraft[] {
  const pages = sections.flatMap((section) => section.pages);
  const numbers = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const destination of page.destinations) numbers.set(destination, index + 1);
  });
  return pages.map((page, index) => {
    const draft = createPageDraft(index + 1, (destination) => numbers.get(destination));
    page.place(draft);
    return draft;
  });
}

function brokenLinks(
  used: ReadonlyMap<string, string>,
  drafts: readonly PageDraft[],
  document: Document,
): readonly Diagnostic[] {
  const known = new Set(drafts.flatMap((draft) => [...draft.destinations.keys()]));
  return [...used].flatMap(([target, text]) =>
    known.has(target)
      ? []
      : [
          linkToNowhere(
            { text, target, publication: document.name },
            { hints: ["name a section, figure or table that this publication has"] },
          ),
        ],
  );
}

function assemble(
  document: Document,
  sections: readonly ComposedSection[],
  drafts: readonly PageDraft[],
  context: LayoutContext,
): LaidOutDocument {
  const { grid, ids } = context;
  const boxes = new Map(drafts.flatMap((draft) => [...draft.boxes]));
  const children = sections.map(({ section, children: own }) => {
    const title = plainTitle(section.title);
    return element(ids, "Sect", own, title === "" ? {} : { title });
  });
  const structure: StructureElement = {
    id: ids.element(),
    role: "Document",
    children: children.map((child) => withBoxes(child, boxes)),
  };
  return {
    name: document.name,
    language: document.language,
    title: document.title,
    author: document.author,
    subject: document.subtitle,
    status: document.status,
    date: document.date,
    pages: drafts.map(({ number, items, links }) => ({
      number,
      widthPt: grid.pageWidthPt,
      heightPt: grid.pageHeightPt,
      items,
      links,
    })),
    structure,
    bookmarks: document.sections.map((section) => bookmarkOf(section, document)),
    destinations: new Map(
      drafts.flatMap((draft) =>
        [...draft.destinations].map(([id, yPt]) => [id, { page: draft.number, yPt }] as const),
      ),
    ),
    attachments: document.attachments,
    placedFacts: drafts.flatMap((draft) => draft.facts),
  };
}

/** Where a figure stands is known after its structure was made. */
function withBoxes(child: StructureChild, boxes: PageDraft["boxes"]): StructureChild {
  if (child.kind === "slot") return child;
  const box = boxes.get(child.element.id);
  const children = child.element.children.map((inner) => withBoxes(inner, boxes));
  return { kind: "element", element: { ...child.element, children, ...(box ? { box } : {}) } };
}

function bookmarkOf(section: Section, document: Document): Bookmark {
  const title = section.kind === "cover" ? document.title : plainTitle(section.title);
  const headings = section.blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2 && section.kind !== "contents" ? [block] : [],
  );
  return {
    title: section.number ? `${section.number}  ${title}` : title,
    destination: section.id,
    children: headings.map((heading) => ({
      title: plainTitle(heading.runs),
      destination: heading.id,
      children: [],
    })),
  };
}
