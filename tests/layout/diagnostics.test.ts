import { beforeAll, describe, expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/pages.ts";
import type { Block, Document } from "../../src/document/document.ts";
import { layOutDocument } from "../../src/layout/lay-out-document.ts";
import { loadHyphenation } from "../../src/wording/hyphenate.ts";
import { readLines } from "./read-pages.ts";
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

beforeAll(() => loadHyphenation(["fr"]));

const layOut = (document: Document) =>
  layOutDocument({ document, house, fonts, words: wordsOf("fr") });
const codesOf = (document: Document) => layOut(document).diagnostics.map(({ code }) => code);
const withBlocks = (...blocks: readonly Block[]) =>
  documentOf([chapter("section-one", "1", "Comprendre", blocks)]);

describe("what can't be set is said, never cut", () => {
  it("names a character that its face lacks, once, with the section and the text around it", () => {
    const { diagnostics } = layOut(
      withBlocks(paragraph("Une 漢 commune 漢"), paragraph("Encore 漢")),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.characterNotCovered.code]);
    expect(diagnostics[0]?.message).toContain("U+6F22");
    expect(diagnostics[0]?.message).toContain('section "Comprendre": Une 漢 commune 漢');
  });

  it("checks the characters of table cells in the face that they are set in", () => {
    const block = table(1, 2);
    if (block.kind !== "table") throw new Error("not a table");
    const rows = [{ isGroup: false, isTotal: true, cells: ["Ā漢", "1", "1", "1"] }];
    const { diagnostics } = layOut(withBlocks({ ...block, table: { ...block.table, rows } }));
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.characterNotCovered.code]);
    expect(diagnostics[0]?.message).toContain("text-semibold");
  });

  it("names a word wider than its column, and places all of it", () => {
    const word = "1".repeat(120);
    const outcome = layOut(withBlocks(paragraph(`Avant ${word} après`)));
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual([catalogue.wordTooWide.code]);
    expect(outcome.diagnostics[0]?.message).toContain(word);
    const pages = outcome.value;
    expect(pages && readLines(pages).some((line) => line.text.includes(word))).toBe(true);
  });

  it("names a figure taller than the page", () => {
    const { diagnostics } = layOut(withBlocks(figure(1, 900)));
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.blockTooTall.code]);
    expect(diagnostics[0]?.message).toMatch(/^Figure 1 is \d+ pt tall/u);
  });

  it("names a row of a table taller than the page", () => {
    const block = table(1, 3);
    if (block.kind !== "table") throw new Error("not a table");
    const rows = [
      { isGroup: false, isTotal: false, cells: ["Namur", "1", "1", "1"] },
      { isGroup: false, isTotal: false, cells: [prose("fr", 150), "1", "1", "1"] },
      { isGroup: false, isTotal: false, cells: ["Liège", "1", "1", "1"] },
    ];
    const { diagnostics } = layOut(withBlocks({ ...block, table: { ...block.table, rows } }));
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.blockTooTall.code]);
    expect(diagnostics[0]?.message).toMatch(/^row 2 of Tableau 1 /u);
  });

  it("names a chart wider than the main column, with its specification", () => {
    const { diagnostics } = layOut(
      withBlocks({ ...figure(1, 100), chart: chart("wide", 420, 100) }),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.chartTooWide.code]);
    expect(diagnostics[0]?.place).toEqual({ kind: "file", file: "templates/charts/wide.yaml" });
  });

  it("names a table whose columns don't fit beside each other", () => {
    const block = table(1, 2);
    if (block.kind !== "table") throw new Error("not a table");
    const heading = "Intercommunalisation";
    const columns = Array.from({ length: 9 }, () => ({ heading, align: "decimal" as const }));
    const rows = [{ isGroup: false, isTotal: false, cells: columns.map(() => "1") }];
    const codes = codesOf(withBlocks({ ...block, table: { columns, rows } }));
    expect(codes).toContain(catalogue.tableTooWide.code);
  });

  it("says that a cover holds too much text", () => {
    const cover = (title: string) =>
      documentOf(
        [
          {
            id: "section-cover",
            kind: "cover",
            title: [],
            blocks: [{ kind: "cover-art", chart: chart("map", 300, 300) }],
          },
        ],
        { title },
      );
    expect(codesOf(cover("Baromètre"))).toEqual([]);
    expect(codesOf(cover(prose("fr", 5)))).toEqual([catalogue.coverTooFull.code]);
  });

  it("says that a link goes nowhere", () => {
    const link = { kind: "internal", target: "figure-nowhere" } as const;
    const block: Block = {
      kind: "paragraph",
      role: "body",
      runs: [run("Voir "), { text: "la figure", style: "plain", link }],
    };
    const { diagnostics } = layOut(withBlocks(block));
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.linkToNowhere.code]);
    expect(diagnostics[0]?.message).toContain('"la figure"');
  });
});
