import { describe, expect, it } from "vitest";
import { writePdf } from "../../src/pdf/write-pdf.ts";
import { objectsOf, readPdf } from "./read-pdf.ts";
import {
  element,
  everything,
  fonts,
  laidOut,
  line,
  page,
  pagination,
  piece,
  slotOwner,
} from "./sample-document.ts";

const nbsp = "\u00a0";
const thinNbsp = "\u202f";

describe("a written report", async () => {
  const bytes = await writePdf({ laidOut: everything(), fonts });
  const read = await readPdf(bytes);
  const objects = objectsOf(bytes);
  const havingAll = (...parts: readonly string[]) =>
    objects.filter(({ text }) => parts.every((part) => text.includes(part)));
  const withRole = (role: string) => havingAll("/Type /StructElem", `/S /${role}\n`);

  it("has the pages of the layout in their size, labelled by their numbers", () => {
    expect(read.pages.map(({ widthPt, heightPt }) => [widthPt, heightPt])).toEqual([
      [595.28, 841.89],
      [595.28, 841.89],
    ]);
    expect(read.pageLabels).toEqual(["1", "2"]);
  });

  it("reads by its structure as the source says, line ends and no-break spaces included", () => {
    expect(read.pages.map(({ structure }) => structure)).toEqual([
      `Document
  Sect
    H1
      "Méthode"
    P
      "Les communes répondent «${nbsp}oui${nbsp}» à 38${thinNbsp}%${nbsp}: c’est l’essentiel de l’accom\u00adpagnement, voir "
      Link
        "example.org"
        (object)
      " et la note"
      Reference
        Link
          "1"
          (object)
      ", suite à la "
      Note
        Lbl
          "1"
        "Une note."
    L
      LI
        Lbl
          "•"
        LBody
          P
            "peut-être sans «${nbsp}smart\u2011city${nbsp}»"
`,
      `Document
  Sect
    P
      "page suivante."
    Figure alt="La plupart donnent 3."
      "3,64"
    P lang=nl-BE
      "Figure 1"
    Table
      THead
        TR
          TH
            "Région"
          TH
            "n"
      TBody
        TR
          TH
            "Flandre"
          TD
            "58"
`,
    ]);
  });

  it("says its language and that it is tagged", () => {
    expect(read.language).toBe("fr-BE");
    expect(read.isTagged).toBe(true);
  });

  it("leads links to addresses in ASCII and to named places, each with words for readers", () => {
    expect(read.pages.map(({ links }) => links)).toEqual([
      [
        {
          rectangle: [140, 684.89, 192, 696.89],
          contents: "example.org",
          target: "https://example.org/%C3%A9?a=1%20",
        },
        { rectangle: [260, 684.89, 264, 696.89], contents: "Note 1", target: "note-1" },
      ],
      [],
    ]);
  });

  it("ties each link to its structure element and to the page that it stands on", () => {
    const [firstPage] = havingAll("/Type /Page\n", "/StructParents 0");
    const [treeRoot] = havingAll("/Type /StructTreeRoot");
    const ties = withRole("Link").map(({ number, text }) => {
      const [, page, annotation] = /\/OBJR\n\/Pg (\d+) 0 R\n\/Obj (\d+) 0 R/.exec(text) ?? [];
      const link = objects.find((object) => object.number === Number(annotation))?.text;
      const key = /\/StructParent (\d+)/.exec(link ?? "")?.[1];
      const isParent = treeRoot?.text.includes(` ${key} ${number} 0 R`);
      return { key, isParent, isOnFirstPage: Number(page) === firstPage?.number };
    });
    expect(ties).toEqual([
      { key: "2", isParent: true, isOnFirstPage: true },
      { key: "3", isParent: true, isOnFirstPage: true },
    ]);
  });

  it("opens with bookmarks that lead to their pages", () => {
    expect(read.pageMode).toBe("UseOutlines");
    expect(read.outline).toEqual([
      { title: "Méthode", page: 1 },
      { title: "Figure 1", page: 2 },
    ]);
  });

  it("carries its data, associated with the document and with the figure", () => {
    expect([...read.attachments]).toEqual([
      ["progress.csv", { text: "score,n\n3,58\n", description: "Données de la figure 1" }],
    ]);
    const [specification] = havingAll("/Type /Filespec", "/AFRelationship /Data");
    const tie = `/AF [${specification?.number} 0 R]`;
    expect(withRole("Figure")[0]?.text).toContain(tie);
    expect(havingAll("/Type /Catalog")[0]?.text).toContain(tie);
    expect(havingAll("/Type /EmbeddedFile")[0]?.text).toContain("/Subtype /text#2Fcsv");
  });

  it("gives a figure its box in the page's own coordinates", () => {
    expect(withRole("Figure")[0]?.text).toContain("/BBox [60 521.89 460 721.89]");
  });

  it("gives header cells their scope, cells their headers, lists their numbering, notes an id", () => {
    const scopes = withRole("TH").map(({ text }) => [
      /\/ID \((.*)\)/.exec(text)?.[1],
      /\/Scope \/(\w+)/.exec(text)?.[1],
    ]);
    expect(new Map(scopes.map(([id, scope]) => [id, scope]))).toEqual(
      new Map([
        ["head-1", "Column"],
        ["head-2", "Column"],
        ["head-3", "Row"],
      ]),
    );
    expect(withRole("TD")[0]?.text).toContain("/Headers [(head-2) (head-3)]");
    expect(withRole("L")[0]?.text).toContain("/ListNumbering /Disc");
    expect(withRole("Note")[0]?.text).toContain("/ID (note-1)");
  });

  it("is a draft by its properties, which say the same in both forms", () => {
    const { Title, Author, Subject, Keywords, CreationDate, ModDate } = read.information;
    expect({ Title, Author, Subject, Keywords, CreationDate, ModDate }).toEqual({
      Title: "Baromètre 2018 <essai> & co",
      Author: "Institut d’essai",
      Subject: "Les communes de Belgique",
      Keywords: "Projet",
      CreationDate: "D:20181201000000Z",
      ModDate: "D:20181201000000Z",
    });
    const xmp = Buffer.from(read.metadata, "latin1").toString("utf8");
    expect(xmp).toContain("Baromètre 2018 &lt;essai&gt; &amp; co</rdf:li>");
    expect(xmp).toContain("<xmp:Label>Projet</xmp:Label>");
    expect(xmp).toContain("<pdf:Keywords>Projet</pdf:Keywords>");
    expect(xmp).toContain("<xmp:ModifyDate>2018-12-01T00:00:00Z</xmp:ModifyDate>");
  });

  it("claims PDF/UA-1 and PDF/A-3a", () => {
    expect(read.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(read.metadata).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(read.metadata).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
  });

  it("has the same bytes each time", async () => {
    const again = await writePdf({ laidOut: everything(), fonts });
    expect(Buffer.compare(bytes, again)).toBe(0);
  });
});

const letters = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿÄÖäöĳ",
  ".,;:!?…‘’“”«»‹›-‑–—−×/%‰€§†‡*#@&()[]<>≤≥→•°+=_|\\'\"",
];

describe("every character copies as itself", () => {
  it.each(["text", "text-italic", "text-semibold", "text-bold", "display"] as const)(
    "in the face %s",
    async (face) => {
      const sample = [...letters, `ffi fl a${nbsp}b${thinNbsp}c d`, "un-deux\u2011trois"];
      const rows = sample.map((row) =>
        [...row].filter((sign) => fonts[face].covers(sign.codePointAt(0) ?? 0)).join(""),
      );
      const items = rows.map((row, index) =>
        line(slotOwner(`row-${index}`), 50, 50 + index * 20, piece(row, { face })),
      );
      const paragraphs = rows.map((_, index) => element("P", `p-${index}`, [`row-${index}`]));
      const structure = element("Document", "document", paragraphs);
      const bytes = await writePdf({ laidOut: laidOut([page(1, items)], structure), fonts });
      const read = await readPdf(bytes);
      expect(read.pages[0]?.text).toBe(rows.join(""));
      expect(rows.join("").length).toBeGreaterThan(160);
    },
  );

  it("a soft hyphen only where its line ends, drawn as a hyphen", async () => {
    const text = line(
      slotOwner("p"),
      50,
      50,
      piece("a\u00adb well-known "),
      piece("hy", { lineEnd: "soft-hyphen" }),
    );
    const structure = element("Document", "document", [element("P", "p", ["p"])]);
    const bytes = await writePdf({ laidOut: laidOut([page(1, [text])], structure), fonts });
    expect((await readPdf(bytes)).pages[0]?.text).toBe("ab well-known hy\u00ad");
  });
});

describe("what contradicts itself is refused", () => {
  const text = line(slotOwner("p"), 50, 50, piece("x"));
  const paragraph = element("P", "p", ["p"]);
  const structure = element("Document", "document", [paragraph]);
  const write = (document: ReturnType<typeof laidOut>) => writePdf({ laidOut: document, fonts });

  it("a slot that the structure lacks", async () => {
    const lost = page(1, [line(slotOwner("lost"), 50, 50, piece("x"))]);
    await expect(write(laidOut([lost], structure))).rejects.toThrow(/slot lost/);
  });

  it("two elements of one id", async () => {
    const twice = element("Document", "document", [paragraph, element("P", "p", [])]);
    await expect(write(laidOut([page(1, [text])], twice))).rejects.toThrow(/id p/);
  });

  it("a slot in two places", async () => {
    const twice = element("Document", "document", [paragraph, element("P", "q", ["p"])]);
    await expect(write(laidOut([page(1, [text])], twice))).rejects.toThrow(/slot p stands twice/);
  });

  it("a link or a bookmark to nowhere", async () => {
    const link = {
      xPt: 0,
      yPt: 0,
      widthPt: 1,
      heightPt: 1,
      target: { kind: "internal", destination: "gone" },
      elementId: "p",
      contents: "x",
    } as const;
    const linked = laidOut([page(1, [text], { links: [link] })], structure);
    await expect(write(linked)).rejects.toThrow(/gone, which is nowhere/);
    const bookmarks = [{ title: "x", destination: "gone", children: [] }];
    const marked = laidOut([page(1, [text])], structure, { bookmarks });
    await expect(write(marked)).rejects.toThrow(/gone, which is nowhere/);
  });

  it("a figure that the structure lacks", async () => {
    const attachments = [
      {
        name: "a.csv",
        mediaType: "text/csv",
        description: "a",
        bytes: new Uint8Array([1]),
        figureId: "gone",
      },
    ];
    const attached = laidOut([page(1, [text])], structure, { attachments });
    await expect(write(attached)).rejects.toThrow(/gone/);
  });

  it("a character that its face lacks", async () => {
    const foreign = page(1, [line(pagination, 50, 50, piece("漢"))]);
    await expect(write(laidOut([foreign], structure))).rejects.toThrow(/face text lacks/);
  });
});

it("puts the header cells of a table into the order in which they stand", async () => {
  const cells = ["a", "b"].map((id) => element("TH", id, [id], { scope: "Column" }));
  const structure = element("Document", "document", [
    element("Table", "table", [element("TR", "row", cells)]),
  ]);
  const items = [
    line(slotOwner("b"), 90, 50, piece("second")),
    line(slotOwner("a"), 50, 50, piece("first")),
  ];
  const read = await readPdf(
    await writePdf({ laidOut: laidOut([page(1, items)], structure), fonts }),
  );
  expect(read.pages[0]?.structure.match(/"\w+"/g)).toEqual(['"first"', '"second"']);
});
