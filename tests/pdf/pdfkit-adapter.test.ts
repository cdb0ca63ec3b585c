import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";

import { escapeName, openPdfFile, textString } from "../../src/pdf/pdfkit-adapter.ts";
import { objectsOf, readPdf } from "./read-pdf.ts";
import { fonts } from "./sample-document.ts";

const properties = {
  language: "en-GB",
  information: { Title: "A", CreationDate: new Date(0), ModDate: new Date(0) },
  metadata: '<rdf:Description rdf:about=""/>',
};

/** A property of PDFKit that has no type. */
function inside(object: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : value),
    object,
  );
}

describe("what the adapter relies on in PDFKit", () => {
  it("is the version that it was written against", () => {
    const file = new URL("../../node_modules/pdfkit/package.json", import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ version: "0.20.2" });
  });

  const kit = new PDFDocument({ autoFirstPage: false, bufferPages: true, compress: false });
  kit.addPage({ size: [100, 200], margin: 0 });

  it.each(["ref", "addPage", "font", "getStructTreeRoot", "appendXML", "end"])(
    "a document has the method %s",
    (method) => {
      expect(inside(kit, method)).toBeTypeOf("function");
    },
  );

  it("a PDF/A document writes its metadata and its output intent through methods of its own", () => {
    const archival = new PDFDocument({ autoFirstPage: false, subset: "PDF/A-3a" });
    const calls: string[] = [];
    for (const method of ["_addInfo", "_addColorOutputIntent"]) {
      expect(inside(archival, method)).toBeTypeOf("function");
      Reflect.set(archival, method, () => calls.push(method));
    }
    archival.addPage();
    archival.end();
    expect(calls).toEqual(["_addColorOutputIntent", "_addInfo"]);
  });

  it("a reference holds its data and the chunks of its stream until it is finalized", () => {
    const reference = kit.ref({ Type: "Probe" });
    expect(inside(reference, "data")).toEqual({ Type: "Probe" });
    expect(inside(reference, "buffer")).toEqual([]);
    expect(inside(reference, "finalize")).toBeTypeOf("function");
    const waiting = Number(inside(kit, "_waiting"));
    let finalized = false;
    const finalize = inside(reference, "finalize");
    Reflect.set(reference, "finalize", () => {
      finalized = true;
      if (typeof finalize === "function") finalize.call(reference);
    });
    reference.end(Buffer.from("abc"));
    expect(finalized).toBe(true);
    expect(inside(kit, "_waiting")).toBe(waiting - 1);
  });

  it("the catalogue, the names and a page's dictionary are references whose data can be set", () => {
    expect(inside(kit, "_root", "data", "Type")).toBe("Catalog");
    expect(inside(kit, "_root", "data", "Names", "data", "Dests")).toBeTypeOf("object");
    expect(inside(kit, "page", "dictionary", "data", "Type")).toBe("Page");
    expect(inside(kit, "page", "fonts")).toEqual({});
    expect(inside(kit, "page", "ext_gstates")).toEqual({});
    expect(inside(kit, "page", "write")).toBeTypeOf("function");
  });

  it("a page's content starts at its top-left corner", () => {
    const chunks = inside(kit, "page", "content", "buffer");
    const content = Buffer.concat(Array.isArray(chunks) ? chunks : []).toString();
    expect(content).toContain("1 0 0 -1 0 200 cm");
  });

  it("an embedded font writes the glyphs, widths and characters of its lists", () => {
    kit.font(Buffer.from(fonts.text.bytes));
    const font = inside(kit, "_font");
    expect(inside(font, "id")).toBe("F2");
    expect(inside(font, "subset", "glyphs")).toEqual([0]);
    expect(inside(font, "subset", "includeGlyph")).toBeTypeOf("function");
    expect(inside(font, "unicode")).toEqual([[0]]);
    expect(inside(font, "widths")).toHaveLength(1);
    expect(inside(font, "font", "layout")).toBeTypeOf("function");
  });

  it("a parsed font can be handed to another document", () => {
    const other = new PDFDocument({ autoFirstPage: false });
    const parsed = inside(kit, "_font", "font");
    const setFont = inside(other, "font");
    if (typeof setFont === "function") setFont.call(other, parsed);
    expect(inside(other, "_font", "font")).toBe(parsed);
    expect(inside(other, "_font", "subset", "glyphs")).toEqual([0]);
  });
});

describe("the adapter", () => {
  it("gives one glyph a code for each character that it stands for", () => {
    const font = openPdfFile(properties).font(fonts.text.bytes);
    const [hyphen] = fonts.text.shape("-").glyphs;
    const id = hyphen?.id ?? 0;
    const code = font.codeFor(id, [0x2d], 300);
    const softCode = font.codeFor(id, [0xad], 300);
    expect(softCode).not.toBe(code);
    expect(font.codeFor(id, [0x2d], 300)).toBe(code);
    expect(font.codeFor(id, [0xad], 300)).toBe(softCode);
  });

  it("embeds faces of one file once", () => {
    const file = openPdfFile(properties);
    expect(file.font(fonts.text.bytes)).toBe(file.font(fonts.text.bytes));
    expect(file.font(fonts.text.bytes.slice())).toBe(file.font(fonts.text.bytes));
    expect(file.font(fonts["text-bold"].bytes)).not.toBe(file.font(fonts.text.bytes));
  });

  it("shares opacities between pages", async () => {
    const file = openPdfFile(properties);
    const names = [1, 2].map(() => file.addPage(100, 100).useOpacity(0.5, 1));
    file.setStructureRoot({ K: [] });
    expect(names).toEqual(["G1", "G1"]);
    const written = objectsOf(await file.finish());
    expect(written.filter(({ text }) => text.includes("/Type /ExtGState"))).toHaveLength(1);
  });

  it("refuses to end while a reserved object is unwritten", async () => {
    const file = openPdfFile(properties);
    file.addPage(100, 100);
    file.reserve();
    await expect(file.finish()).rejects.toThrow("1 objects of the PDF were never written");
  });

  it("compresses streams by itself, but not the metadata", async () => {
    const file = openPdfFile(properties);
    file.addPage(100, 100).writeContent("0 0 m");
    const bytes = await file.finish();
    const compressed = objectsOf(bytes).filter(({ text }) => text.includes("/Filter /FlateDecode"));
    expect(compressed.length).toBeGreaterThan(1);
    // zlib's first bytes at a level below 6.
    for (const { text } of compressed) expect(text).toContain("stream\nx\x5e");
    expect((await readPdf(bytes)).metadata).toContain('<rdf:Description rdf:about=""/>');
  });

  it("writes texts beyond ASCII and escapes the signs of names", async () => {
    const file = openPdfFile(properties);
    file.addPage(100, 100);
    file.setCatalog("Probe", textString("é (1)"));
    const bytes = await file.finish();
    const catalogue = objectsOf(bytes).find(({ text }) => text.includes("/Type /Catalog"));
    expect(catalogue?.text).toContain("/Probe (\xfe\xff\0\xe9\0 \0\\(\x001\0\\))");
    expect(escapeName("text/csv")).toBe("text#2Fcsv");
  });
});
