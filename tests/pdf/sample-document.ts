import { readFileSync } from "node:fs";
import type { Canvas } from "../../src/charts/canvas.ts";
import type { Chart } from "../../src/charts/chart.ts";
import type { FaceName, FontBook } from "../../src/fonts/font-book.ts";
import { openFontBook } from "../../src/fonts/open-font-book.ts";
import type {
  LaidOutDocument,
  Owner,
  Page,
  PlacedItem,
  PlacedText,
  StructureChild,
  StructureElement,
  StructureRole,
  TextPiece,
} from "../../src/layout/page.ts";

const folder = new URL("../../templates/house/fonts/", import.meta.url);
const fontFile = (name: string): Uint8Array => readFileSync(new URL(name, folder));

export const fonts: FontBook = openFontBook({
  text: fontFile("SourceSans3_400Regular.ttf"),
  "text-italic": fontFile("SourceSans3_400Regular_Italic.ttf"),
  "text-semibold": fontFile("SourceSans3_600SemiBold.ttf"),
  "text-bold": fontFile("SourceSans3_700Bold.ttf"),
  display: fontFile("SourceSerif4_600SemiBold.ttf"),
});

export const slotOwner = (slot: string): Owner => ({ kind: "content", slot });
export const pagination: Owner = { kind: "artifact", type: "Pagination" };

/** A piece as the layout measures it. */
export function piece(text: string, given: Partial<TextPiece> = {}): TextPiece {
  const face: FaceName = given.face ?? "text";
  const sizePt = given.sizePt ?? 10;
  const extraSpacePt = given.extraSpacePt ?? 0;
  const spaces = text.split(" ").length - 1;
  const widthPt = fonts[face].widthPt(text, sizePt) + spaces * extraSpacePt;
  return { text, face, sizePt, colour: "#17262B", widthPt, extraSpacePt, ...given };
}

export function line(
  owner: Owner,
  xPt: number,
  baselinePt: number,
  ...pieces: readonly TextPiece[]
): PlacedText {
  return { kind: "text", owner, xPt, baselinePt, pieces };
}

export function element(
  role: StructureRole,
  id: string,
  children: readonly (string | StructureElement)[],
  given: Partial<StructureElement> = {},
): StructureElement {
  const child = (each: string | StructureElement): StructureChild =>
    typeof each === "string" ? { kind: "slot", slot: each } : { kind: "element", element: each };
  return { id, role, children: children.map(child), ...given };
}

export function page(
  number: number,
  items: readonly PlacedItem[],
  given: Partial<Page> = {},
): Page {
  return { number, widthPt: 595.28, heightPt: 841.89, items, links: [], ...given };
}

export function chartThatPaints(paint: (canvas: Canvas) => void): Chart {
  return {
    specification: {
      id: "progress",
      file: "templates/charts/progress.yaml",
      form: "sorted-bars",
      questions: ["progress"],
      cuts: [],
      segment: null,
      sort: "value",
      title: { fr: "", nl: "", en: "" },
      caption: { fr: "", nl: "", en: "" },
    },
    widthPt: 200,
    heightPt: 100,
    svg: "",
    paint,
    description: "Most give a 3.",
    table: { columns: [], rows: [] },
    printed: [],
    bases: [],
    remarks: [],
    hasSmallBase: false,
    hasHidden: false,
    overflows: [],
  };
}

export function laidOut(
  pages: readonly Page[],
  structure: StructureElement,
  given: Partial<LaidOutDocument> = {},
): LaidOutDocument {
  return {
    name: "report-fr",
    language: "fr",
    title: "Baromètre 2018 <essai> & co",
    author: "Institut d’essai",
    subject: "Les communes de Belgique",
    status: "Projet",
    date: "2018-12-01",
    pages,
    structure,
    bookmarks: [],
    destinations: new Map(),
    attachments: [],
    placedFacts: [],
    ...given,
  };
}

/** Two pages with one of everything. */
export function everything(): LaidOutDocument {
  const first = page(
    1,
    [
      {
        kind: "rectangle",
        owner: { kind: "artifact", type: "Background" },
        xPt: 0,
        yPt: 0,
        widthPt: 595.28,
        heightPt: 60,
        fill: "#D5E4E6",
      },
      line(slotOwner("h1"), 60, 100, piece("Méthode", { face: "display", sizePt: 30 })),
      line(
        slotOwner("p-1"),
        60,
        140,
        piece("Les communes répondent «\u00a0oui\u00a0» à 38\u202f%\u00a0:", { extraSpacePt: 1.5 }),
        piece(" c’est ", { face: "text-italic" }),
        piece("l’essentiel de l’accom", { lineEnd: "soft-hyphen" }),
      ),
      line(slotOwner("p-1"), 60, 154, piece("pagnement, voir", { lineEnd: "space" })),
      line(slotOwner("link-1"), 140, 154, piece("example.org", { colour: "#0F4C5C" })),
      line(slotOwner("p-2"), 200, 154, piece(" et la note")),
      line(slotOwner("reference"), 260, 154, piece("1", { sizePt: 6, risePt: 3 })),
      line(slotOwner("p-3"), 264, 154, piece(", suite à la", { lineEnd: "space" })),
      line(slotOwner("bullet-1"), 60, 180, piece("•")),
      line(slotOwner("item-1"), 70, 180, piece("peut-être sans «\u00a0smart\u2011city\u00a0»")),
      line(slotOwner("note-label"), 60, 780, piece("1", { sizePt: 6, risePt: 3 })),
      line(slotOwner("note-1"), 66, 780, piece("Une note.", { sizePt: 8 })),
      {
        kind: "line",
        owner: { kind: "artifact", type: "Layout" },
        xPt: 60,
        yPt: 765,
        widthPt: 80,
        heightPt: 0,
        stroke: "#C9D1D4",
        strokePt: 0.5,
      },
      line(pagination, 540, 810, piece("1", { sizePt: 8 })),
    ],
    {
      links: [
        {
          xPt: 140,
          yPt: 145,
          widthPt: 52,
          heightPt: 12,
          target: { kind: "web", url: "https://example.org/é?a=1%20" },
          elementId: "link",
          contents: "example.org",
        },
        {
          xPt: 260,
          yPt: 145,
          widthPt: 4,
          heightPt: 12,
          target: { kind: "internal", destination: "note-1" },
          elementId: "link-note",
          contents: "Note 1",
        },
      ],
    },
  );
  const figure = { page: 2, xPt: 60, yPt: 120, widthPt: 400, heightPt: 200 };
  const second = page(2, [
    line(slotOwner("p-3"), 60, 80, piece("page suivante.")),
    {
      kind: "chart",
      owner: slotOwner("figure-content"),
      xPt: 60,
      yPt: 120,
      widthPt: 400,
      heightPt: 200,
      chart: chartThatPaints(paintBars),
    },
    line(slotOwner("caption"), 60, 335, piece("Figure 1", { face: "text-bold" })),
    line(slotOwner("cell-head-1"), 60, 400, piece("Région")),
    line(slotOwner("cell-head-2"), 160, 400, piece("n")),
    line(slotOwner("cell-1"), 60, 414, piece("Flandre")),
    line(slotOwner("cell-2"), 160, 414, piece("58")),
    {
      kind: "circle",
      owner: { kind: "artifact", type: "Layout" },
      xPt: 300,
      yPt: 400,
      widthPt: 10,
      heightPt: 10,
      fill: "#0F4C5C",
      stroke: "#17262B",
    },
    line(pagination, 540, 810, piece("2", { sizePt: 8 })),
  ]);
  return laidOut([first, second], structureOfEverything(figure), {
    bookmarks: [
      {
        title: "Méthode",
        destination: "section-method",
        children: [{ title: "Figure 1", destination: "figure-progress", children: [] }],
      },
    ],
    destinations: new Map([
      ["section-method", { page: 1, yPt: 70 }],
      ["figure-progress", { page: 2, yPt: 110 }],
      ["note-1", { page: 1, yPt: 770 }],
    ]),
    attachments: [
      {
        name: "progress.csv",
        mediaType: "text/csv",
        description: "Données de la figure 1",
        bytes: new TextEncoder().encode("score,n\n3,58\n"),
        figureId: "figure-progress",
      },
    ],
  });
}

function structureOfEverything(box: NonNullable<StructureElement["box"]>): StructureElement {
  const note = element("Note", "note-1", [element("Lbl", "note-label", ["note-label"]), "note-1"]);
  return element("Document", "document", [
    element(
      "Sect",
      "section-method",
      [
        element("H1", "h1", ["h1"]),
        element("P", "p", [
          "p-1",
          element("Link", "link", ["link-1"]),
          "p-2",
          element("Reference", "reference", [element("Link", "link-note", ["reference"])]),
          "p-3",
          note,
        ]),
        element(
          "L",
          "list",
          [
            element("LI", "li", [
              element("Lbl", "lbl", ["bullet-1"]),
              element("LBody", "body", [element("P", "item", ["item-1"])]),
            ]),
          ],
          { listNumbering: "Disc" },
        ),
        element("Figure", "figure-progress", ["figure-content"], {
          alternativeText: "La plupart donnent 3.",
          box,
        }),
        element("P", "caption", ["caption"], { language: "nl-BE" }),
        element("Table", "table", [
          element("THead", "thead", [
            element("TR", "row-1", [
              element("TH", "head-1", ["cell-head-1"], { scope: "Column" }),
              element("TH", "head-2", ["cell-head-2"], { scope: "Column" }),
            ]),
          ]),
          element("TBody", "tbody", [
            element("TR", "row-2", [
              element("TH", "head-3", ["cell-1"], { scope: "Row" }),
              element("TD", "cell", ["cell-2"], { headers: ["head-2", "head-3"] }),
            ]),
          ]),
        ]),
      ],
      { title: "Méthode" },
    ),
  ]);
}

function paintBars(canvas: Canvas): void {
  canvas.save();
  canvas.translate(0.5, 0.5);
  canvas.fillStyle = "#0F4C5C";
  canvas.beginPath();
  canvas.rect(0, 10, 120, 12);
  canvas.fill();
  canvas.globalAlpha = 0.5;
  canvas.beginPath();
  canvas.arc(150, 60, 10, 0, 2 * Math.PI);
  canvas.fill();
  canvas.globalAlpha = 1;
  canvas.strokeStyle = "rgb(100, 100, 100)";
  canvas.setLineDash([2, 2]);
  canvas.beginPath();
  canvas.moveTo(0, 0);
  canvas.lineTo(0, 100);
  canvas.stroke();
  canvas.fillStyle = "#17262B";
  canvas.font = '600 9px "Source Sans 3", sans-serif';
  canvas.textAlign = "right";
  canvas.fillText("3,64", 180, 20);
  canvas.restore();
}
