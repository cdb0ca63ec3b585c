import type { FontBook } from "../fonts/font-book.ts";
import type { Owner, Page, PlacedItem } from "../layout/page.ts";
import { drawItem } from "./draw-item.ts";
import {
  createPageContent,
  type FaceEmbedder,
  formatProperties,
  type PageContent,
} from "./page-content.ts";
import type { PdfPage } from "./pdf-file.ts";

/** Which slot each marked sequence of a page belongs to; the index is the sequence's MCID. */
export type PageMarks = readonly string[];

export interface DrawRequest {
  readonly page: Page;
  readonly pdfPage: PdfPage;
  readonly fonts: FontBook;
  readonly embed: FaceEmbedder;
  /** The role of the element that each slot belongs to. */
  readonly slotRoles: ReadonlyMap<string, string>;
}

/**
 * Draws a page's items in their order, each inside the marks of its owner; neighbours of one owner share a mark.
 * Throws where an item's slot is missing in the structure.
 */
export function drawPage(request: DrawRequest): PageMarks {
  const { page, pdfPage, fonts, embed, slotRoles } = request;
  const content = createPageContent(pdfPage, embed);
  const marks: string[] = [];
  let open: Owner | undefined;
  for (const item of page.items) {
    if (open === undefined || !continuesMark(open, item.owner)) {
      if (open !== undefined) content.write("EMC");
      openMark(content, item, page, marks, slotRoles);
      open = item.owner;
    }
    drawItem(content, item, fonts);
  }
  if (open !== undefined) content.write("EMC");
  pdfPage.writeContent(content.text());
  return marks;
}

function continuesMark(open: Owner, next: Owner): boolean {
  if (open.kind === "content") return next.kind === "content" && next.slot === open.slot;
  // Each background says its own box.
  return next.kind === "artifact" && next.type === open.type && next.type !== "Background";
}

function openMark(
  content: PageContent,
  item: PlacedItem,
  page: Page,
  marks: string[],
  slotRoles: ReadonlyMap<string, string>,
): void {
  const { owner } = item;
  if (owner.kind === "artifact") {
    const box = owner.type === "Background" ? { BBox: boxOf(item, page.heightPt) } : {};
    content.write(`/Artifact ${formatProperties({ Type: owner.type, ...box })} BDC`);
    return;
  }
  const role = slotRoles.get(owner.slot);
  if (role === undefined) {
    throw new Error(`page ${page.number} fills the slot ${owner.slot}, which the structure lacks`);
  }
  content.write(`/${role} ${formatProperties({ MCID: marks.length })} BDC`);
  marks.push(owner.slot);
}

/** An item's box from the page's bottom-left corner: left, bottom, right, top. */
function boxOf(item: PlacedItem, pageHeightPt: number): readonly number[] {
  if (item.kind !== "text") {
    const { xPt, yPt, widthPt, heightPt } = item;
    return [xPt, pageHeightPt - yPt - heightPt, xPt + widthPt, pageHeightPt - yPt];
  }
  const widthPt = item.pieces.reduce((sum, piece) => sum + piece.widthPt, 0);
  const sizePt = Math.max(0, ...item.pieces.map((piece) => piece.sizePt));
  const baselinePt = pageHeightPt - item.baselinePt;
  return [item.xPt, baselinePt - sizePt / 4, item.xPt + widthPt, baselinePt + sizePt];
}
