import { expect, it } from "vitest";
import type { Attachment } from "../../src/document/document.ts";
import { writePdf } from "../../src/pdf/write-pdf.ts";
import { objectsOf, readPdf } from "./read-pdf.ts";
import { element, fonts, laidOut, line, page, piece, slotOwner } from "./sample-document.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const csv = (name: string, text: string, figureId?: string): Attachment => ({
  name,
  mediaType: "text/csv",
  description: `Gegevens: ${name}`,
  bytes: encode(text),
  ...(figureId === undefined ? {} : { figureId }),
});

function write(...attachments: readonly Attachment[]): Promise<Uint8Array> {
  const structure = element("Document", "d", [element("Figure", "f", ["a"])]);
  const pages = [page(1, [line(slotOwner("a"), 50, 50, piece("a"))])];
  return writePdf({ laidOut: laidOut(pages, structure, { attachments }), fonts });
}

it("carries every file whole, however many a figure has", async () => {
  const long = "score,n\n".repeat(5000);
  const bytes = await write(csv("z.csv", long, "f"), csv("a.csv", "é", "f"), csv("b.csv", ""));
  const read = await readPdf(bytes);
  expect([...read.attachments].map(([name, { text }]) => [name, text])).toEqual([
    ["a.csv", "é"],
    ["b.csv", ""],
    ["z.csv", long],
  ]);
  const objects = objectsOf(bytes);
  const figure = objects.find(({ text }) => text.includes("/S /Figure"))?.text;
  expect(figure).toMatch(/\/AF \[\d+ 0 R \d+ 0 R\]/);
  const catalogue = objects.find(({ text }) => text.includes("/Type /Catalog"))?.text;
  expect(catalogue).toMatch(/\/AF \[\d+ 0 R \d+ 0 R \d+ 0 R\]/);
});

it("dates files by the document, not by the clock", async () => {
  const [file] = objectsOf(await write(csv("a.csv", "x"))).filter(({ text }) =>
    text.includes("/Type /EmbeddedFile"),
  );
  expect(file?.text).toContain("/ModDate (D:20181201000000Z)");
  expect(file?.text).toContain("/Size 1");
});

it("refuses two files of one name", async () => {
  await expect(write(csv("a.csv", "x"), csv("a.csv", "y"))).rejects.toThrow(/called a\.csv/);
});
