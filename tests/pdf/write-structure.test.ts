import { describe, expect, it } from "vitest";
import type { LaidOutDocument } from "../../src/layout/page.ts";
import { writePdf } from "../../src/pdf/write-pdf.ts";
import { indexSlots } from "../../src/pdf/write-structure.ts";
import { objectsOf } from "./read-pdf.ts";
import { element, fonts, laidOut, line, page, piece, slotOwner } from "./sample-document.ts";

/** The elements of a role as they are written, and the objects of the pages. */
async function written(document: LaidOutDocument, role: string) {
  const objects = objectsOf(await writePdf({ laidOut: document, fonts }));
  const pages = objects.filter(({ text }) => text.includes("/Type /Page\n"));
  return {
    elements: objects.filter(({ text }) => text.includes(`/S /${role}\n`)).map(({ text }) => text),
    pageNumbers: pages.map(({ number }) => number),
    root: objects.find(({ text }) => text.includes("/Type /StructTreeRoot"))?.text ?? "",
  };
}

const item = (slot: string) => line(slotOwner(slot), 50, 50, piece(slot));

it("knows the role of each slot", () => {
  const tree = element("Document", "d", [
    element("H1", "h", ["a"]),
    element("P", "p", ["b", element("Span", "s", ["c"])]),
  ]);
  expect([...indexSlots(tree)]).toEqual([
    ["a", "H1"],
    ["b", "P"],
    ["c", "Span"],
  ]);
});

it("names the page of each part of an element that goes over pages", async () => {
  const tree = element("Document", "d", [element("P", "p", ["a", "b"])]);
  const document = laidOut([page(1, [item("a"), item("b")]), page(2, [item("b")])], tree);
  const { elements, pageNumbers } = await written(document, "P");
  const [first, second] = pageNumbers;
  expect(elements[0]).toContain(`/Pg ${first} 0 R\n`);
  expect(elements[0]).toContain(`/K [0 1 <<\n/Type /MCR\n/Pg ${second} 0 R\n/MCID 0\n>>]`);
});

it("keeps the order of the tree, whatever is painted first", async () => {
  const tree = element("Document", "d", [
    element("P", "p", ["a", element("Span", "s", ["c"]), "b"]),
  ]);
  const { elements } = await written(
    laidOut([page(1, [item("b"), item("a"), item("c")])], tree),
    "P",
  );
  expect(elements[0]).toMatch(/\/K \[1 \d+ 0 R 0\]/);
});

it("explains roles that PDF 1.7 doesn't know", async () => {
  const tree = element("Document", "d", [element("Aside", "a", [element("P", "p", ["a"])])]);
  const { root, elements } = await written(laidOut([page(1, [item("a")])], tree), "Aside");
  expect(elements).toHaveLength(1);
  expect(root).toContain("/RoleMap <<\n/Aside /Sect\n>>");
});

it("lists header cells and notes by their ids", async () => {
  const tree = element("Document", "d", [
    element("Table", "t", [
      element("TR", "r", [
        element("TH", "z", ["a"], { scope: "Both" }),
        element("TD", "cell", ["b"], { columnSpan: 3, headers: ["z"] }),
      ]),
    ]),
    element("Note", "n", []),
  ]);
  const document = laidOut([page(1, [item("a"), item("b")])], tree);
  expect((await written(document, "TH")).root).toMatch(
    /\/IDTree <<\n\/Names \[\(n\) \d+ 0 R \(z\) \d+ 0 R\]/,
  );
  expect((await written(document, "TD")).elements[0]).toContain(
    "/A <<\n/O /Table\n/Headers [(z)]\n/ColSpan 3\n>>",
  );
});

describe("what an element refers to has to be there", () => {
  it("header cells", async () => {
    const cell = element("TD", "cell", ["a"], { headers: ["gone"] });
    const tree = element("Document", "d", [element("TR", "r", [cell])]);
    await expect(written(laidOut([page(1, [item("a")])], tree), "TD")).rejects.toThrow(/gone/);
  });

  it("a figure's page", async () => {
    const box = { page: 2, xPt: 0, yPt: 0, widthPt: 1, heightPt: 1 };
    const tree = element("Document", "d", [element("Figure", "f", ["a"], { box })]);
    await expect(written(laidOut([page(1, [item("a")])], tree), "Figure")).rejects.toThrow(
      /page 2, which is none/,
    );
  });
});
