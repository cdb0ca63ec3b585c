import { expect, it } from "vitest";
import type { Owner, PlacedItem } from "../../src/layout/page.ts";
import { embedFace } from "../../src/pdf/embedded-face.ts";
import { drawPage } from "../../src/pdf/marked-content.ts";
import { openPdfFile } from "../../src/pdf/pdfkit-adapter.ts";
import { fonts, page, slotOwner } from "./sample-document.ts";

const roles = new Map([
  ["a", "P"],
  ["b", "H1"],
]);

/** The marks of a page: the slots behind them, and the operators that open and close them. */
function markPage(...owners: readonly Owner[]) {
  const information = { CreationDate: new Date(0) };
  const file = openPdfFile({ language: "en-GB", information, metadata: "" });
  const items = owners.map(
    (owner): PlacedItem => ({
      kind: "rectangle",
      owner,
      xPt: 10,
      yPt: 20,
      widthPt: 30,
      heightPt: 40,
      fill: "#000000",
    }),
  );
  let written = "";
  const pdfPage = {
    ...file.addPage(100, 200),
    writeContent: (operators: string) => {
      written = operators;
    },
  };
  const placed = page(1, items, { widthPt: 100, heightPt: 200 });
  const embed = (name: keyof typeof fonts) => embedFace(file, fonts[name]);
  const slots = drawPage({ page: placed, pdfPage, fonts, embed, slotRoles: roles });
  return { slots, marks: written.split("\n").filter((each) => /(BDC|EMC)$/.test(each)) };
}

it("numbers marks in the order of painting and names their element's role", () => {
  expect(markPage(slotOwner("b"), slotOwner("a"))).toEqual({
    slots: ["b", "a"],
    marks: ["/H1 <</MCID 0>> BDC", "EMC", "/P <</MCID 1>> BDC", "EMC"],
  });
});

it("shares a mark between neighbours of one slot, and opens a new one after others", () => {
  expect(markPage(slotOwner("a"), slotOwner("a"), slotOwner("b"), slotOwner("a")).slots).toEqual([
    "a",
    "b",
    "a",
  ]);
});

it("keeps artifacts apart from content and gives a background its box", () => {
  const artifact = (type: "Pagination" | "Layout" | "Background"): Owner => ({
    kind: "artifact",
    type,
  });
  const background = "/Artifact <</Type /Background /BBox [10 140 40 180]>> BDC";
  expect(
    markPage(
      artifact("Background"),
      artifact("Background"),
      artifact("Layout"),
      artifact("Layout"),
      slotOwner("a"),
      artifact("Pagination"),
    ),
  ).toEqual({
    slots: ["a"],
    marks: [
      background,
      "EMC",
      background,
      "EMC",
      "/Artifact <</Type /Layout>> BDC",
      "EMC",
      "/P <</MCID 0>> BDC",
      "EMC",
      "/Artifact <</Type /Pagination>> BDC",
      "EMC",
    ],
  });
});

it("writes nothing for an empty page", () => {
  expect(markPage()).toEqual({ slots: [], marks: [] });
});
