import { beforeAll, describe, expect, it } from "vitest";
import type { Block, Document, Section } from "../../src/document/document.ts";
import { layOutDocument } from "../../src/layout/lay-out-document.ts";
import type { PlacedShape } from "../../src/layout/page.ts";
import { pageGrid } from "../../src/layout/page-grid.ts";
import { loadHyphenation } from "../../src/wording/hyphenate.ts";
import { elementsWithRole, heardText, readLines } from "./read-pages.ts";
import {
  chapter,
  chart,
  documentOf,
  figure,
  fonts,
  heading,
  house,
  paragraph,
  prose,
  run,
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

function section(
  kind: Section["kind"],
  title: string,
  blocks: readonly Block[],
  more: Partial<Section> = {},
): Section {
  return { id: `section-${title}`, kind, title: [run(title)], blocks, ...more };
}

describe("the opener of a chapter", () => {
  const pages = () =>
    layOut(
      documentOf([
        chapter("section-one", "1", "Comprendre", [
          paragraph("Ce que les mots évoquent.", "lead"),
          paragraph(prose("fr", 60)),
        ]),
      ]),
    );

  it("is a dark band to the page's edges that holds number, title and leading paragraph", () => {
    const [first] = pages().pages;
    const bands = (first?.items ?? []).filter(
      (item): item is PlacedShape =>
        item.kind === "rectangle" && item.fill === house.colours.primaryDark,
    );
    expect(bands.map(({ xPt, yPt, widthPt }) => [xPt, yPt, widthPt])).toEqual([
      [0, 0, grid.pageWidthPt],
    ]);
    const foot = bands[0]?.heightPt ?? 0;
    const inside = readLines(pages()).filter(
      ({ page, baselinePt }) => page === 1 && baselinePt < foot,
    );
    expect(inside.map(({ text }) => text)).toEqual([
      "1",
      "Comprendre",
      "Ce que les mots évoquent.",
    ]);
  });

  it("has no running head above it; the pages after it have", () => {
    const above = readLines(pages()).filter(({ baselinePt }) => baselinePt < grid.topPt - 20);
    expect(above.some(({ page }) => page === 1)).toBe(false);
    expect(above.filter(({ page }) => page === 2).map(({ text }) => text)).toEqual([
      "Baromètre Smart City",
      "1\u00A0\u00A0Comprendre",
    ]);
  });

  it("is heard as heading, then paragraph", () => {
    const laidOut = pages();
    const [title] = elementsWithRole(laidOut, "H1");
    const [lead] = elementsWithRole(laidOut, "P");
    expect(title && heardText(laidOut, title).trim()).toBe("1 Comprendre");
    expect(lead && heardText(laidOut, lead).trim()).toBe("Ce que les mots évoquent.");
  });
});

describe("profiles", () => {
  const profile = (name: string, segment: "province:hainaut" | "region:flanders"): Block[] => {
    const shown = figure(1, 100);
    const specification = { ...shown.chart.specification, segment };
    return [
      heading(2, `h-${name}`, name),
      paragraph(prose("fr", 2)),
      { ...shown, id: `figure-${name}`, chart: { ...chart(name, 361, 100), specification } },
    ];
  };
  const laidOut = () =>
    layOut(
      documentOf([
        section("profiles", "Régions", [
          heading(2, "how", "Comment lire"),
          paragraph(prose("fr", 2)),
          ...profile("Flandre", "region:flanders"),
          ...profile("Hainaut", "province:hainaut"),
        ]),
      ]),
    );

  it("begin a page each, under a bar in the colour of their region", () => {
    const { pages, destinations } = laidOut();
    expect(pages.length).toBe(3);
    expect(destinations.get("how")?.page).toBe(1);
    expect(destinations.get("h-Flandre")?.page).toBe(2);
    expect(destinations.get("h-Hainaut")?.page).toBe(3);
    const bars = pages.flatMap(({ number, items }) =>
      items.flatMap((item) =>
        item.kind === "rectangle" && item.widthPt === grid.fullWidthPt ? [[number, item.fill]] : [],
      ),
    );
    expect(bars).toEqual([
      [2, house.colours.regions.flanders],
      [3, house.colours.regions.wallonia],
    ]);
  });
});

describe("a section that runs on", () => {
  it("begins where the one before it ends; another begins a page", () => {
    const { pages, destinations } = layOut(
      documentOf([
        section("back", "Un", [paragraph(prose("fr", 2))]),
        section("back", "Deux", [paragraph(prose("fr", 2))], { runsOn: true }),
        section("back", "Trois", [paragraph(prose("fr", 2))]),
      ]),
    );
    expect(pages.length).toBe(2);
    expect(
      ["Un", "Deux", "Trois"].map((name) => destinations.get(`section-${name}`)?.page),
    ).toEqual([1, 1, 2]);
  });
});

describe("a colophon", () => {
  it("has its headings in the margin, level with what they head", () => {
    const laidOut = layOut(
      documentOf([
        section("colophon", "Colophon", [
          heading(2, "cite", "Pour citer"),
          paragraph("Un rapport."),
        ]),
      ]),
    );
    const lines = readLines(laidOut);
    const title = lines.find(({ text }) => text === "Pour citer");
    const text = lines.find(({ text }) => text === "Un rapport.");
    expect(title?.xPt).toBe(grid.marginXPt);
    expect(text?.xPt).toBe(grid.mainXPt);
    expect(Math.abs((title?.baselinePt ?? 0) - (text?.baselinePt ?? 99))).toBeLessThan(0.01);
  });
});

describe("a long list of contents", () => {
  const headings = (count: number): readonly Section[] =>
    Array.from({ length: count }, (_, index) =>
      chapter(`section-${index}`, String(index + 1), `Chapitre ${index + 1}`, [
        heading(2, `h-${index}-1`, "Premier point"),
        paragraph("Texte."),
        heading(2, `h-${index}-2`, "Second point"),
        paragraph("Texte."),
      ]),
    );
  const contents = section("contents", "Table", [{ kind: "contents", of: "sections" }]);
  const titlesOf = (sections: number) =>
    readLines(layOut(documentOf([contents, ...headings(sections)]))).filter(
      ({ page, text }) => page === 1 && /^(?:Chapitre \d+|Premier point|Second point)$/u.test(text),
    );

  it("stands in two columns on one page, no section being parted from its headings", () => {
    const titles = titlesOf(12);
    const columns = new Set(titles.map(({ xPt }) => xPt));
    expect(titles.length).toBe(36);
    expect(columns.size).toBe(2);
    const [left = 0] = [...columns].sort((a, b) => a - b);
    const second = titles.filter(({ xPt }) => xPt !== left);
    expect(second[0]?.text).toMatch(/^Chapitre/u);
  });

  it("of a few entries stands in the main column", () => {
    expect(new Set(titlesOf(2).map(({ xPt }) => xPt))).toEqual(new Set([grid.mainXPt]));
  });
});
