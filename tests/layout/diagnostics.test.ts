import { beforeAll, describe, expect, it } from "vitest";
import { labelWiderThanColumn } from "../../src/diagnostics/catalogue/charts.ts";
import * as catalogue from "../../src/diagnostics/catalogue/pages.ts";
import type { Context } from "../../src/diagnostics/diagnostic.ts";
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

  it("names a word wider than its column with its page and rectangle, and places all of it", () => {
    const word = "1".repeat(120);
    const outcome = layOut(withBlocks(paragraph(`Avant ${word} après`)));
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual([catalogue.wordTooWide.code]);
    expect(outcome.diagnostics[0]?.message).toContain(word);
    const line = outcome.value && readLines(outcome.value).find(({ text }) => text.includes(word));
    const place = outcome.diagnostics[0]?.place;
    if (place?.kind !== "page" || !line) throw new Error("no place on a page");
    expect(place).toMatchObject({ file: "report-fr.pdf", page: line.page });
    expect(place.box?.xPt).toBeCloseTo(line.xPt, 1);
    expect(place.box?.widthPt).toBeCloseTo(line.rightPt - line.xPt, 1);
    const { yPt = 0, heightPt = 0 } = place.box ?? {};
    expect(line.baselinePt).toBeGreaterThan(yPt);
    expect(line.baselinePt).toBeLessThan(yPt + heightPt);
  });

  it("finds a word that is too wide wherever it stands", () => {
    const word = "1".repeat(120);
    const runs = [run(word)];
    const cell = { isGroup: true, isTotal: false, cells: [word] };
    const block = table(1, 2);
    if (block.kind !== "table") throw new Error("not a table");
    const places: Readonly<Record<string, readonly Block[]>> = {
      "a heading": [{ kind: "heading", level: 2, id: "wide", runs }],
      "a caption in the margin": [{ ...figure(1, 100), caption: runs }],
      "a figure's note": [{ ...figure(1, 100), notes: [runs] }],
      "a table's caption": [{ ...block, caption: runs }],
      "a row over both columns": [{ ...block, table: { ...block.table, rows: [cell] } }],
      "a callout's title": [{ kind: "callout", title: runs, blocks: [paragraph("Un texte.")] }],
      "a list": [{ kind: "list", isOrdered: false, items: [[paragraph(word)]] }],
      "a quotation": [{ kind: "quote", runs, attribution: [run("Quelqu’un")] }],
      "a key figure": [
        {
          kind: "key-figures",
          items: [
            { value: { text: word, facts: [], kind: "fact" }, label: [run("communes")], note: [] },
          ],
        },
      ],
      "a key figure's label": [
        {
          kind: "key-figures",
          items: [{ value: { text: "12", facts: [], kind: "fact" }, label: runs, note: [] }],
        },
      ],
    };
    for (const [where, blocks] of Object.entries(places))
      expect({ where, codes: codesOf(withBlocks(...blocks)) }).toEqual({
        where,
        codes: [catalogue.wordTooWide.code],
      });
  });

  it("finds it in a footnote, whose page is known last", () => {
    const word = "1".repeat(120);
    const call = { text: "", style: "plain", noteId: "one" } as const;
    const { diagnostics } = layOut({
      ...withBlocks({ kind: "paragraph", role: "body", runs: [run("Un texte"), call] }),
      notes: new Map([["one", { id: "one", number: 1, runs: [run(word)] }]]),
    });
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.wordTooWide.code]);
    expect(diagnostics[0]?.place).toMatchObject({ kind: "page", page: 1 });
  });

  it("says once what shows on several pages, with all of them", () => {
    const word = "1".repeat(120);
    const page = paragraph(prose("fr", 60));
    const { diagnostics } = layOut(withBlocks(paragraph(word), page, paragraph(word)));
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.wordTooWide.code]);
    expect(diagnostics[0]?.place).toMatchObject({ page: 1 });
    expect(diagnostics[0]?.notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the same on page \d+$/),
    ]);
  });

  it("says that a running head ends with an ellipsis, once for its section", () => {
    const title = prose("fr", 1);
    const blocks = Array.from({ length: 4 }, () => paragraph(prose("fr", 30)));
    const outcome = layOut(documentOf([chapter("section-one", "1", title, blocks)]));
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual([
      catalogue.runningHeadShortened.code,
    ]);
    const heads = outcome.value && readLines(outcome.value).filter(({ text }) => /…$/.test(text));
    expect(heads?.map(({ page }) => page)).toEqual([2, 3, 4]);
    expect(outcome.diagnostics[0]?.place).toMatchObject({ page: 2 });
  });

  it("sets a running head of one endless word whole, on one line", () => {
    const word = "Samenwerkingsverbanden".repeat(5);
    const blocks = Array.from({ length: 3 }, () => paragraph(prose("fr", 30)));
    const outcome = layOut(documentOf([chapter("section-one", "1", word, blocks)]));
    expect(new Set(outcome.diagnostics.map(({ code }) => code))).toEqual(
      new Set([catalogue.wordTooWide.code]),
    );
    const heads = outcome.value && readLines(outcome.value).filter(({ text }) => /^…/.test(text));
    expect(heads).toEqual([]);
  });

  it("names a figure taller than the page, with the page on which it ends too low", () => {
    const { diagnostics } = layOut(withBlocks(paragraph("Un texte."), figure(1, 900)));
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.blockTooTall.code]);
    expect(diagnostics[0]?.message).toMatch(/^Figure 1 is \d+ pt tall/u);
    const { place } = diagnostics[0] ?? {};
    expect(place).toMatchObject({ file: "report-fr.pdf", page: 2 });
    expect(place?.kind === "page" && place.box?.heightPt).toBeGreaterThan(900);
  });

  it("counts the notes that have to stand under a tall figure", () => {
    const call = { text: "", style: "plain", noteId: "one" } as const;
    const tall = { ...figure(1, 650), caption: [run("Avec une note"), call] };
    const notes = new Map([["one", { id: "one", number: 1, runs: [run(prose("fr", 8))] }]]);
    const { diagnostics } = layOut({ ...withBlocks(tall), notes });
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.blockTooTall.code]);
    const [, heightPt, roomPt] =
      /is (\d+) pt tall .* (\d+) pt/.exec(diagnostics[0]?.message ?? "") ?? [];
    expect(Number(heightPt)).toBeGreaterThan(Number(roomPt));
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

  it("names a chart wider than the main column, with its page and its specification", () => {
    const { diagnostics } = layOut(
      withBlocks({ ...figure(1, 100), chart: chart("wide", 420, 100) }),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.chartTooWide.code]);
    expect(diagnostics[0]?.place).toMatchObject({
      kind: "page",
      page: 1,
      chart: "wide",
      box: { widthPt: 420, heightPt: 100 },
    });
    expect(diagnostics[0]?.notes.map(({ place }) => place?.file)).toEqual([
      "templates/charts/wide.yaml",
    ]);
  });

  it("says what doesn't fit in a chart where the chart stands, as large as it is drawn there", () => {
    const label = { chart: "wide", word: "Een lang woord" };
    const box = { xPt: 10, yPt: 20, widthPt: 50, heightPt: 12 };
    const drawn = chart("wide", 361.28, 100);
    const overflows = [
      { cause: "label", box, say: (said: Context) => labelWiderThanColumn(label, said) },
    ];
    const outcome = layOut(withBlocks({ ...figure(1, 100), chart: { ...drawn, overflows } }));
    const placed = outcome.value?.pages[0]?.items.find(({ kind }) => kind === "chart");
    if (placed?.kind !== "chart") throw new Error("no chart");
    const [diagnostic] = outcome.diagnostics;
    const place = diagnostic?.place;
    expect(outcome.diagnostics).toHaveLength(1);
    expect(place).toMatchObject({ file: "report-fr.pdf", page: 1, chart: "wide" });
    if (place?.kind !== "page" || !place.box) throw new Error("no rectangle");
    expect(place.box.xPt).toBeCloseTo(placed.xPt + 10, 1);
    expect(place.box.yPt).toBeCloseTo(placed.yPt + 20, 1);
    expect(place.box.widthPt).toBeCloseTo(50, 1);
  });

  it("names a table whose columns don't fit beside each other, and not each word of it", () => {
    const block = table(1, 2);
    if (block.kind !== "table") throw new Error("not a table");
    const heading = "Intercommunalisation";
    const columns = Array.from({ length: 9 }, () => ({ heading, align: "decimal" as const }));
    const rows = [{ isGroup: false, isTotal: false, cells: columns.map(() => "1") }];
    const codes = codesOf(withBlocks({ ...block, table: { columns, rows } }));
    expect(codes).toEqual([catalogue.tableTooWide.code]);
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
