import type { Bookmark, Destination } from "../layout/page.ts";
import { nameTree } from "./name-tree.ts";
import type { PdfDictionary, PdfFile, PdfPage, PdfReference } from "./pdf-file.ts";
import { textString } from "./pdfkit-adapter.ts";

/** The places that links and bookmarks lead to, by name; pages by their number. Throws where a place has no page. */
export function destinationTree(
  destinations: ReadonlyMap<string, Destination>,
  pages: ReadonlyMap<number, PdfPage>,
): PdfDictionary {
  const places = [...destinations].map(([name, { page: number, yPt }]) => {
    const page = pages.get(number);
    if (page === undefined) throw new Error(`${name} stands on page ${number}, which is none`);
    const place = [page.reference, "XYZ", null, page.heightPt - yPt, null] as const;
    return [name, place] as const;
  });
  return nameTree(new Map(places));
}

/**
 * Writes the outline: a reader opens with it, its first level shown. Throws where a bookmark's destination is missing.
 */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  destinations: ReadonlyMap<string, Destination>,
): void {
  if (bookmarks.length === 0) return;
  const root = file.reserve();
  const ends = writeBookmarks(file, bookmarks, root.reference, destinations);
  root.write({ Type: "Outlines", ...ends, Count: bookmarks.length });
  file.setCatalog("Outlines", root.reference);
  file.setCatalog("PageMode", "UseOutlines");
}

function writeBookmarks(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  parent: PdfReference,
  destinations: ReadonlyMap<string, Destination>,
): PdfDictionary {
  const objects = bookmarks.map(() => file.reserve());
  bookmarks.forEach(({ title, destination, children }, index) => {
    if (!destinations.has(destination)) {
      throw new Error(`the bookmark "${title}" leads to ${destination}, which is nowhere`);
    }
    const object = objects[index];
    const reference = object?.reference ?? parent;
    // A negative count: closed, with so many inside.
    const inside =
      children.length === 0
        ? {}
        : {
            ...writeBookmarks(file, children, reference, destinations),
            Count: -children.length,
          };
    object?.write({
      Title: textString(title),
      Parent: parent,
      Prev: objects[index - 1]?.reference,
      Next: objects[index + 1]?.reference,
      Dest: textString(destination),
      ...inside,
    });
  });
  return { First: objects[0]?.reference, Last: objects.at(-1)?.reference };
}

/** Page labels as printed: decimal, from the first page's number. */
export function writePageLabels(file: PdfFile, firstNumber: number): void {
  file.setCatalog("PageLabels", { Nums: [0, { S: "D", St: firstNumber }] });
}
