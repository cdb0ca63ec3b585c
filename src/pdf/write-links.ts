import type { Destination, Page, PlacedLink } from "../layout/page.ts";
import type { PdfFile, PdfPage, PdfValue } from "./pdf-file.ts";
import { textString } from "./pdfkit-adapter.ts";
import type { StructuredAnnotation } from "./write-structure.ts";

/** The annotation is printed with the page (ISO 32000-1, table 165). */
const printFlag = 4;

/**
 * Writes the link annotations of every page; their keys in the parent tree follow those of the pages.
 * Throws where a link's destination is missing.
 */
export function writeLinks(
  file: PdfFile,
  pages: readonly { readonly page: Page; readonly pdfPage: PdfPage }[],
  destinations: ReadonlyMap<string, Destination>,
): readonly StructuredAnnotation[] {
  const written: StructuredAnnotation[] = [];
  for (const { page, pdfPage } of pages) {
    const annotations = page.links.map((link) => {
      const structParent = pages.length + written.length;
      const annotation = file.object({
        Type: "Annot",
        Subtype: "Link",
        Rect: rectangleOf(link, page.heightPt),
        Border: [0, 0, 0],
        F: printFlag,
        Contents: textString(link.contents),
        A: actionOf(link, page, destinations),
        StructParent: structParent,
      });
      written.push({ elementId: link.elementId, page: pdfPage, annotation, structParent });
      return annotation;
    });
    if (annotations.length > 0) pdfPage.set("Annots", annotations);
  }
  return written;
}

function rectangleOf(link: PlacedLink, pageHeightPt: number): readonly number[] {
  const { xPt, yPt, widthPt, heightPt } = link;
  return [xPt, pageHeightPt - yPt - heightPt, xPt + widthPt, pageHeightPt - yPt];
}

function actionOf(
  { target }: PlacedLink,
  page: Page,
  destinations: ReadonlyMap<string, Destination>,
): PdfValue {
  if (target.kind === "web") {
    // An address is ASCII in a PDF; what is escaped already stays.
    const url = target.url.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
    return { Type: "Action", S: "URI", URI: textString(url) };
  }
  if (!destinations.has(target.destination)) {
    throw new Error(
      `a link of page ${page.number} leads to ${target.destination}, which is nowhere`,
    );
  }
  return { Type: "Action", S: "GoTo", D: textString(target.destination) };
}
