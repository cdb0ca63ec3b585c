import { beforeAll, describe, expect, it } from "vitest";
import type { Block, Document, Run, Section } from "../../src/document/document.ts";
import { layOutDocument } from "../../src/layout/lay-out-document.ts";
import { pageGrid } from "../../src/layout/page-grid.ts";
import { loadHyphenation } from "../../src/wording/hyphenate.ts";
import { elementsOf, elementsWithRole, heardText, linesOf, readLines } from "./read-pages.ts";
import {
  chapter,
  chart,
  documentOf,
  figure,
  fonts,
  house,
  paragraph,
  prose,
  run,
  table,
  wordsOf,
} from "./sample.ts";

const grid = pageGrid(house);

beforeAll(() => loadHyphenation(["fr"]));

function layOut(document: Document) {
  const { value, diagnostics } = layOutDocument({ document, house, fonts, words: wordsOf("fr") });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error("nothing was laid out");
  return value;
}

const section = (kind: Section["kind"], title: string, blocks: readonly Block[]): Section => ({
  id: `section-${kind}`,
  kind,
  title: title === "" ? [] : [run(title)],
  blocks,
});

/** Contrast of two colours after WCAG 2. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("a cover", () => {
  const art: Block = { kind: "cover-art", chart: chart("map", 361, 300) };
  const cover = section("cover", "Stratégies et projets", [
    art,
    paragraph("Baromètre 2018", "lead"),
    paragraph("Institut, 14 juin 2018"),
    paragraph("Sur 589 communes, 123 ont répondu."),
    paragraph("Données reconstituées. Les réponses ne sont pas publiques."),
  ]);

  it("says title, subtitle, picture, institute and notice in this order", () => {
    const laidOut = layOut(documentOf([cover]));
    const said = elementsOf(laidOut.structure).flatMap((element) =>
      ["H1", "P", "Figure"].includes(element.role)
        ? [element.alternativeText ?? heardText(laidOut, element)]
        : [],
    );
    expect(said).toEqual([
      "Stratégies et projets",
      "Baromètre 2018",
      "What map says",
      "Institut, 14 juin 2018",
      "Sur 589 communes, 123 ont répondu.",
      "Données reconstituées. Les réponses ne sont pas publiques.",
    ]);
  });

  it("has a ground to its edges on which all text can be read, and no running head", () => {
    const [page] = layOut(documentOf([cover])).pages;
    const [ground] = page?.items ?? [];
    expect(ground).toMatchObject({
      kind: "rectangle",
      xPt: 0,
      yPt: 0,
      widthPt: 595.28,
      heightPt: 841.89,
    });
    const fill = ground?.kind === "rectangle" ? (ground.fill ?? "") : "";
    const texts = page?.items.flatMap((item) => (item.kind === "text" ? [item] : [])) ?? [];
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) {
      expect(text.owner.kind).toBe("content");
      for (const piece of text.pieces) expect(contrast(piece.colour, fill)).toBeGreaterThan(4.5);
    }
  });

  it("shows its picture at its own proportions, between the subtitle and the notice", () => {
    const laidOut = layOut(documentOf([cover]));
    const [item] = laidOut.pages[0]?.items.filter(({ kind }) => kind === "chart") ?? [];
    if (item?.kind !== "chart") throw new Error("no picture");
    expect(item.widthPt / item.heightPt).toBeCloseTo(361 / 300, 6);
    const baselines = readLines(laidOut).map((line) => line.baselinePt);
    for (const baseline of baselines) {
      expect(baseline < item.yPt || baseline > item.yPt + item.heightPt).toBe(true);
    }
  });

  it("falls back on the document's title, subtitle, institute and date", () => {
    const laidOut = layOut(documentOf([section("cover", "", [paragraph("Avis.")])]));
    expect(elementsWithRole(laidOut, "P").map((element) => heardText(laidOut, element))).toEqual([
      "Édition 2018, Belgique",
      "Smart City Institute 2018-06-01",
      "Avis.",
    ]);
  });

  it("sets a title a little smaller before it breaks a word of it", () => {
    const title = "Smart City-strategieën en -projecten in België";
    const laidOut = layOut(documentOf([section("cover", title, [])]));
    const [element] = elementsWithRole(laidOut, "H1");
    const lines = element ? linesOf(laidOut, element).map((line) => line.text) : [];
    expect(lines).toEqual(["Smart City-strategieën", "en -projecten in België"]);
  });
});

describe("a colophon", () => {
  it("rests on the foot of its page", () => {
    const colophon = section("colophon", "Colophon", [
      paragraph("Auteurs."),
      paragraph("Licence."),
    ]);
    const laidOut = layOut(documentOf([colophon]));
    const last = readLines(laidOut).find((line) => line.text === "Licence.");
    expect(grid.bottomPt - (last?.baselinePt ?? 0)).toBeLessThan(house.type.small.leadingPt);
  });
});

describe("key figures", () => {
  const item = (text: string, fact: string, label: string) => ({
    value: { text, facts: [fact], kind: "fact" as const },
    label: [run(label)],
    note: [run("n = 58")],
  });
  const laidOut = () =>
    layOut(
      documentOf([
        section("key-figures", "Chiffres clés", [
          {
            kind: "key-figures",
            items: [
              item("3,53", "progress.mean@region:flanders", "en Flandre"),
              item("3,72", "progress.mean@region:wallonia", "en Wallonie"),
              item("3,64", "progress.mean", "en Belgique"),
            ],
          },
        ]),
      ]),
    );

  it("are each heard as value, label, note", () => {
    const pages = laidOut();
    expect(elementsWithRole(pages, "P").map((element) => heardText(pages, element).trim())).toEqual(
      ["3,53 en Flandre n = 58", "3,72 en Wallonie n = 58", "3,64 en Belgique n = 58"],
    );
  });

  it("stand side by side, each in the colour of what it is about", () => {
    const values = laidOut().pages[0]?.items.flatMap((one) =>
      one.kind === "text" && /^3,/u.test(one.pieces[0]?.text ?? "") ? [one] : [],
    );
    expect(values?.map((one) => one.pieces[0]?.colour)).toEqual([
      house.colours.regions.flanders,
      house.colours.regions.wallonia,
      house.colours.primary,
    ]);
    expect(new Set(values?.map((one) => one.baselinePt)).size).toBe(1);
    expect(new Set(values?.map((one) => one.xPt)).size).toBe(3);
  });
});

describe("a figure", () => {
  const notes: readonly (readonly Run[])[] = [[run(prose("fr", 3))], [run("n = 123")]];
  const noteX = (heightPt: number) => {
    const block = { ...figure(1, heightPt), notes };
    const laidOut = layOut(documentOf([chapter("section-one", "1", "Comprendre", [block])]));
    const [note] = elementsWithRole(laidOut, "P");
    return note ? linesOf(laidOut, note)[0]?.xPt : undefined;
  };

  it("has its notes in the margin beside a tall chart, and under a low one", () => {
    expect(noteX(320)).toBe(grid.marginXPt);
    expect(noteX(70)).toBe(grid.mainXPt);
  });

  it("has the number and caption beside the chart, level with its top, and its box in the structure", () => {
    const laidOut = layOut(
      documentOf([chapter("section-one", "1", "Comprendre", [figure(1, 200)])]),
    );
    const [box] = elementsWithRole(laidOut, "Figure").map((element) => element.box);
    const label = readLines(laidOut).find((line) => line.text === "Figure 1");
    expect(label?.xPt).toBe(grid.marginXPt);
    expect(label?.page).toBe(box?.page);
    expect(Math.abs((label?.baselinePt ?? 0) - (box?.yPt ?? 0))).toBeLessThan(12);
    expect(box).toMatchObject({ xPt: grid.mainXPt, widthPt: 361.28, heightPt: 200 });
  });
});

describe("a table of few narrow columns", () => {
  it("stands in the main column, a wider one over both", () => {
    const firstX = (block: Block) => {
      const laidOut = layOut(documentOf([section("annex", "Tableaux", [block])]));
      const [head] = elementsWithRole(laidOut, "TH");
      return head ? linesOf(laidOut, head)[0]?.xPt : undefined;
    };
    const narrow = table(1, 4);
    expect(firstX(narrow)).toBe(grid.mainXPt);
    if (narrow.kind !== "table") throw new Error("not a table");
    const columns = [...narrow.table.columns, ...narrow.table.columns.slice(1)];
    const rows = narrow.table.rows.map((row) => ({
      ...row,
      cells: [...row.cells, ...row.cells.slice(1)],
    }));
    expect(firstX({ ...narrow, table: { columns, rows } })).toBe(grid.marginXPt);
  });
});
