import { expect, it } from "vitest";
import { writePdf } from "../../src/pdf/write-pdf.ts";
import { objectsOf, readPdf } from "./read-pdf.ts";
import { element, fonts, laidOut, line, page, piece, slotOwner } from "./sample-document.ts";

const names = ["a", "b", "c", "d"];
const pages = names.map((name, index) =>
  page(index + 5, [line(slotOwner(name), 50, 50, piece(name))]),
);
const paragraphs = names.map((name) => element("P", name, [name]));
const document = laidOut(pages, element("Document", "document", paragraphs), {
  destinations: new Map(names.map((name, index) => [name, { page: index + 5, yPt: 40 }])),
  bookmarks: [
    {
      title: "A",
      destination: "a",
      children: [
        {
          title: "B",
          destination: "b",
          children: [{ title: "C", destination: "c", children: [] }],
        },
      ],
    },
    { title: "D", destination: "d", children: [] },
  ],
});

it("nests bookmarks as they are given, the first level shown and the others closed", async () => {
  const bytes = await writePdf({ laidOut: document, fonts });
  expect((await readPdf(bytes)).outline).toEqual([
    { title: "A", page: 1 },
    { title: "B", page: 2 },
    { title: "C", page: 3 },
    { title: "D", page: 4 },
  ]);
  const counts = objectsOf(bytes).flatMap(({ text }) => {
    const [, count] = /\/First [\s\S]*\/Count (-?\d+)/.exec(text) ?? [];
    return count === undefined ? [] : [Number(count)];
  });
  expect(counts.sort((a, b) => a - b)).toEqual([-1, -1, 2]);
});

it("labels pages from the first page's number on", async () => {
  const read = await readPdf(await writePdf({ laidOut: document, fonts }));
  expect(read.pageLabels).toEqual(["5", "6", "7", "8"]);
});

it("opens plainly without bookmarks", async () => {
  const bytes = await writePdf({ laidOut: { ...document, bookmarks: [] }, fonts });
  const read = await readPdf(bytes);
  expect(read.outline).toEqual([]);
  expect(read.pageMode).toBe("UseNone");
});

it("refuses a destination on a page that is none", async () => {
  const destinations = new Map([["a", { page: 9, yPt: 0 }]]);
  const broken = { ...document, bookmarks: [], destinations };
  await expect(writePdf({ laidOut: broken, fonts })).rejects.toThrow(/page 9, which is none/);
});
