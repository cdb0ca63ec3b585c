import type { FaceName, FontBook } from "../fonts/font-book.ts";
import type { LaidOutDocument } from "../layout/page.ts";
import { describeDocument } from "./describe-document.ts";
import { type EmbeddedFace, embedFace } from "./embedded-face.ts";
import { drawPage } from "./marked-content.ts";
import type { FaceEmbedder } from "./page-content.ts";
import type { PdfFile } from "./pdf-file.ts";
import { openPdfFile } from "./pdfkit-adapter.ts";
import { writeAttachments } from "./write-attachments.ts";
import { writeLinks } from "./write-links.ts";
import { destinationTree, writeOutline, writePageLabels } from "./write-navigation.ts";
import { indexSlots, writeStructure } from "./write-structure.ts";

export interface PdfRequest {
  readonly laidOut: LaidOutDocument;
  readonly fonts: FontBook;
}

/**
 * Writes placed pages as one tagged file that is PDF/UA-1 and PDF/A-3a at once.
 *
 *   pages + marks → links → attachments → structure → outline → bytes
 *
 * The same document gives the same bytes everywhere. Throws where the layout contradicts itself: a slot without
 * structure, a link to nowhere, a character that its face lacks.
 */
export async function writePdf({ laidOut, fonts }: PdfRequest): Promise<Uint8Array> {
  const date = new Date(`${laidOut.date}T00:00:00Z`);
  const file = openPdfFile(describeDocument(laidOut, date));
  const embed = faceEmbedder(file, fonts);
  const slotRoles = indexSlots(laidOut.structure);
  const pages = laidOut.pages.map((page, index) => {
    const pdfPage = file.addPage(page.widthPt, page.heightPt);
    pdfPage.set("StructParents", index);
    pdfPage.set("Tabs", "S");
    const marks = drawPage({ page, pdfPage, fonts, embed, slotRoles });
    return { page, pdfPage, marks };
  });
  const annotations = writeLinks(file, pages, laidOut.destinations);
  const attachments = writeAttachments(file, laidOut.attachments, date);
  const associatedFiles = attachments.byElement;
  writeStructure(file, { root: laidOut.structure, pages, annotations, associatedFiles });
  writeOutline(file, laidOut.bookmarks, laidOut.destinations);
  writePageLabels(file, laidOut.pages[0]?.number ?? 1);
  const byNumber = new Map(pages.map(({ page, pdfPage }) => [page.number, pdfPage]));
  file.setNames({
    Dests: destinationTree(laidOut.destinations, byNumber),
    EmbeddedFiles: attachments.tree,
  });
  return file.finish();
}

/** Embeds a face when it is first used. */
function faceEmbedder(file: PdfFile, fonts: FontBook): FaceEmbedder {
  const embedded = new Map<FaceName, EmbeddedFace>();
  return (name) => {
    const known = embedded.get(name);
    if (known !== undefined) return known;
    const face = embedFace(file, fonts[name]);
    embedded.set(name, face);
    return face;
  };
}
