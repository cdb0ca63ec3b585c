import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Block, Document, Run } from "../../src/document/document.ts";
import { languages } from "../../src/edition/language.ts";
import { layOutDocument } from "../../src/layout/lay-out-document.ts";
import type { LaidOutDocument } from "../../src/layout/page.ts";
import { pageGrid } from "../../src/layout/page-grid.ts";
import { loadHyphenation } from "../../src/wording/hyphenate.ts";
import {
  elementsOf,
  elementsWithRole,
  heardText,
  linesOf,
  readLines,
  slotsOf,
} from "./read-pages.ts";
import {
  chapter,
  documentOf,
  figure,
  fonts,
  heading,
  house,
  paragraph,
  printedRun,
  prose,
  run,
  table,
  wordsOf,
} from "./sample.ts";

const grid = pageGrid(house);

beforeAll(() => loadHyphenation(languages));

function layOut(document: Document): LaidOutDocument {
  const { value, diagnostics } = layOutDocument({
    document,
    house,
    fonts,
    words: wordsOf(document.language),
  });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error("nothing was laid out");
  return value;
}

const chapterOf = (blocks: readonly Block[], more: Partial<Document> = {}) =>
  documentOf([chapter("section-one", "1", "Comprendre", blocks)], more);

/** What the source says, block by block, in the order in which it is read. */
function sourceTexts(blocks: readonly Block[]): readonly string[] {
  const text = (runs: readonly Run[]) => runs.map((one) => one.text).join("");
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return [text(block.runs)];
      case "list":
        return block.items.flatMap((item) => sourceTexts(item));
      case "quote":
        return [text(block.runs), text(block.attribution)];
      case "callout":
        return [text(block.title), ...sourceTexts(block.blocks)];
      case "figure":
        return [`${block.label} ${text(block.caption)}`, ...block.notes.map(text)];
      default:
        return [];
    }
  });
}

/** A block by its number, so that documents can be drawn at random. */
function blockOf(kind: number, index: number): Block {
  const text = prose("fr", 1 + (kind % 9), index);
  switch (kind % 12) {
    case 0:
      return heading(2, `h-${index}`, "Ce que les communes attendent");
    case 1:
      return heading(3, `h-${index}`, "Par région");
    case 2:
      return figure(index + 1, 140 + ((kind * 37) % 200));
    case 3:
      return {
        kind: "list",
        isOrdered: kind % 2 === 0,
        items: [[paragraph(text)], [paragraph("Court.")]],
      };
    case 4:
      return { kind: "callout", title: [run("Lire les graphiques")], blocks: [paragraph(text)] };
    case 5:
      return { kind: "quote", runs: [run(text)], attribution: [run("— Une échevine")] };
    default:
      return paragraph(text);
  }
}

const anyBlocks = fc
  .array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 45 })
  .map((kinds) => [...kinds.map(blockOf), paragraph(prose("fr", 4))]);

describe("layOutDocument, on documents drawn at random", () => {
  const check = (rule: (laidOut: LaidOutDocument, blocks: readonly Block[]) => void) => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => rule(layOut(chapterOf(blocks)), blocks)),
      { numRuns: 25 },
    );
  };

  it("says every block once, in the source's order, word for word", () => {
    check((laidOut, blocks) => {
      const roles = new Set(["P", "H2", "H3", "Caption"]);
      const heard = elementsOf(laidOut.structure)
        .filter((element) => roles.has(element.role))
        .map((element) => heardText(laidOut, element));
      expect(heard).toEqual(sourceTexts(blocks));
    });
  });

  it("keeps all text inside the type area", () => {
    check((laidOut) => {
      for (const line of readLines(laidOut).filter(({ slot }) => slot !== undefined)) {
        expect(line.xPt).toBeGreaterThanOrEqual(grid.marginXPt - 0.01);
        expect(line.rightPt).toBeLessThanOrEqual(grid.rightPt + 0.2);
        expect(line.baselinePt).toBeLessThan(grid.bottomPt);
      }
    });
  });

  it("leaves neither a first nor a last line of a paragraph alone, and no page ends inside a word", () => {
    check((laidOut) => {
      for (const element of elementsWithRole(laidOut, "P")) {
        const lines = linesOf(laidOut, element);
        const pages = [...new Set(lines.map((line) => line.page))];
        if (pages.length < 2) continue;
        for (const page of pages) {
          const here = lines.filter((line) => line.page === page);
          expect(here.length).toBeGreaterThanOrEqual(2);
          if (page !== pages.at(-1)) expect(here.at(-1)?.endsWithHyphen).toBe(false);
        }
      }
    });
  });

  it("ends no page with a heading", () => {
    check((laidOut) => {
      const headings = new Set(
        elementsOf(laidOut.structure)
          .filter(({ role }) => role === "H1" || role === "H2" || role === "H3")
          .flatMap(slotsOf),
      );
      const lines = readLines(laidOut).filter(({ slot }) => slot !== undefined);
      for (const page of laidOut.pages) {
        const charts = page.items.flatMap((item) =>
          item.kind === "chart" ? [item.yPt + item.heightPt] : [],
        );
        const here = lines.filter((line) => line.page === page.number);
        const lowest = here.reduce((a, b) => (b.baselinePt > a.baselinePt ? b : a));
        if (lowest.baselinePt < Math.max(0, ...charts)) continue;
        expect(headings.has(lowest.slot ?? "")).toBe(false);
      }
    });
  });

  it("places every figure once, whole, on or after the page of the block before it", () => {
    check((laidOut, blocks) => {
      const figures = blocks.flatMap((block) => (block.kind === "figure" ? [block] : []));
      const boxes = elementsWithRole(laidOut, "Figure").map(({ box }) => box);
      expect(boxes.map((box) => box?.heightPt)).toEqual(figures.map(({ chart }) => chart.heightPt));
      for (const box of boxes) {
        expect((box?.yPt ?? 0) + (box?.heightPt ?? 0)).toBeLessThanOrEqual(grid.bottomPt + 0.01);
      }
      const pages = boxes.map((box) => box?.page ?? 0);
      expect(pages).toEqual([...pages].sort((a, b) => a - b));
    });
  });

  it("never sets two lines, or a line and a chart, on one another", () => {
    check((laidOut) => {
      for (const page of laidOut.pages) {
        const lines = readLines(laidOut).filter((line) => line.page === page.number);
        for (const [index, line] of lines.entries()) {
          for (const other of lines.slice(index + 1)) {
            const apart =
              Math.abs(line.baselinePt - other.baselinePt) > 7 ||
              line.rightPt <= other.xPt + 0.5 ||
              other.rightPt <= line.xPt + 0.5;
            expect(apart, `“${line.text}” and “${other.text}” on page ${page.number}`).toBe(true);
          }
        }
        for (const item of page.items) {
          if (item.kind !== "chart") continue;
          const inside = lines.filter(
            (line) =>
              line.baselinePt > item.yPt &&
              line.baselinePt < item.yPt + item.heightPt &&
              line.rightPt > item.xPt + 0.5,
          );
          expect(inside.map((line) => line.text)).toEqual([]);
        }
      }
    });
  });
});

describe("layOutDocument", () => {
  it("gives the same pages for the same document", () => {
    const blocks = Array.from({ length: 20 }, (_, index) => blockOf(index * 7, index));
    expect(layOut(chapterOf(blocks))).toEqual(layOut(chapterOf(blocks)));
  });

  it("fills pages: none but a chapter's last is left half empty for a figure that doesn't fit", () => {
    const blocks = Array.from({ length: 8 }, (_, index) => [
      paragraph(prose("fr", 6, index)),
      figure(index + 1, 250),
      paragraph(prose("fr", 7, index + 1)),
      paragraph(prose("fr", 5, index + 2)),
    ]).flat();
    const laidOut = layOut(chapterOf(blocks));
    const filled = laidOut.pages.map((page) => {
      const feet = page.items.flatMap((item) => {
        if (item.kind === "chart") return [item.yPt + item.heightPt];
        return item.kind === "text" && item.owner.kind === "content" ? [item.baselinePt] : [];
      });
      return (Math.max(...feet) - grid.topPt) / grid.heightPt;
    });
    expect(filled.length).toBeGreaterThan(4);
    expect(Math.min(...filled.slice(0, -1))).toBeGreaterThan(0.8);
  });

  it("sends a note to the foot of the page of its call, and names it there in the structure", () => {
    const notes = new Map(
      [1, 2, 3].map((number) => [
        `n${number}`,
        { id: `n${number}`, number, runs: [run(`Note ${number} : ${prose("fr", 2, number)}`)] },
      ]),
    );
    const call = (id: string): Run => ({ text: "", style: "plain", noteId: id });
    const blocks = [1, 2, 3].flatMap((number): readonly Block[] => [
      ...Array.from({ length: 7 }, (_, index) => paragraph(prose("fr", 7, number + index))),
      {
        kind: "paragraph",
        role: "body",
        runs: [run("Selon les communes"), call(`n${number}`), run(", oui.")],
      },
    ]);
    const laidOut = layOut(chapterOf(blocks, { notes }));
    const calls = laidOut.pages.flatMap((page) =>
      page.links.map((link) => ({ page: page.number, target: link.target })),
    );
    expect(calls.map(({ target }) => target)).toEqual(
      [1, 2, 3].map((number) => ({ kind: "internal", destination: `note-n${number}` })),
    );
    for (const [index, element] of elementsWithRole(laidOut, "Note").entries()) {
      expect(element.id).toBe(`note-n${index + 1}`);
      expect(heardText(laidOut, element)).toBe(
        `${index + 1}Note ${index + 1} : ${prose("fr", 2, index + 1)}`,
      );
      const lines = linesOf(laidOut, element);
      expect(new Set(lines.map((line) => line.page))).toEqual(new Set([calls[index]?.page]));
      const text = readLines(laidOut).filter(
        (line) =>
          line.page === calls[index]?.page && line.slot && !slotsOf(element).includes(line.slot),
      );
      const first = Math.min(...lines.map((line) => line.baselinePt));
      expect(Math.max(...text.map((line) => line.baselinePt))).toBeLessThan(first);
    }
  });

  it("prints in the contents the page on which each heading, figure and table stands, and links there", () => {
    const chapters = ["one", "two"].map((name, place) =>
      chapter(`section-${name}`, String(place + 1), `Chapitre ${name}`, [
        heading(2, `h-${name}`, `Les communes ${name}`),
        ...Array.from({ length: 9 }, (_, index) => paragraph(prose("fr", 7, index))),
        figure(place + 1, 260),
        heading(2, `i-${name}`, `Les provinces ${name}`),
        paragraph(prose("fr", 5)),
        table(place + 1, 6),
      ]),
    );
    const of = ["sections", "figures", "tables"] as const;
    const laidOut = layOut(
      documentOf([
        {
          id: "section-contents",
          kind: "contents",
          title: [run("Table des matières")],
          blocks: of.map((what) => ({ kind: "contents", of: what })),
        },
        ...chapters,
      ]),
    );
    const entries = elementsWithRole(laidOut, "TOCI").map((element) => {
      const [link] = elementsOf(element).filter(({ role }) => role === "Link");
      const annotations = laidOut.pages.flatMap(({ links }) =>
        links.filter(({ elementId }) => elementId === link?.id),
      );
      const [annotation] = annotations;
      const target = annotation?.target;
      const destination = target?.kind === "internal" ? target.destination : "";
      const page = laidOut.destinations.get(destination)?.page;
      expect(annotations.length).toBe(1);
      expect(heardText(laidOut, element).endsWith(` ${page}`)).toBe(true);
      expect(annotation?.contents.endsWith(`p. ${page}`)).toBe(true);
      return destination;
    });
    expect(entries).toEqual([
      ...["section-one", "h-one", "i-one", "section-two", "h-two", "i-two"],
      ...["figure-1", "figure-2", "table-1", "table-2"],
    ]);
    expect(laidOut.destinations.get("section-two")?.page).toBeGreaterThan(3);
  });

  it("says where every fact is printed", () => {
    const blocks: Block[] = [
      {
        kind: "paragraph",
        role: "body",
        runs: [run("En Flandre, "), printedRun("44\u202F%", "a@f"), run(" d’entre elles.")],
      },
      {
        kind: "key-figures",
        items: [
          {
            value: { text: "3,64", facts: ["b"], kind: "fact" },
            label: [run("Moyenne")],
            note: [],
          },
        ],
      },
      figure(1, 200),
      table(1, 3),
    ];
    const { placedFacts } = layOut(chapterOf(blocks));
    expect(placedFacts.map(({ fact, where }) => [fact, where])).toEqual([
      ["a@f", "text"],
      ["b", "text"],
      ["chart-1.share", "figure-1"],
      ["sample.count", "figure-1"],
      ["f0", "table-1"],
      ["f1", "table-1"],
      ["f2", "table-1"],
    ]);
    for (const { widthPt, heightPt, page } of placedFacts) {
      expect(widthPt * heightPt).toBeGreaterThan(20);
      expect(page).toBe(1);
    }
  });

  it("marks what is in another language, and gives a link its place and its words", () => {
    const runs: Run[] = [
      run("Le "),
      { text: "Smart Living", style: "emphasis", language: "en" },
      run(" est décrit sur "),
      { text: "le site", style: "plain", link: { kind: "web", url: "https://example.org/" } },
      run("."),
    ];
    const laidOut = layOut(chapterOf([{ kind: "paragraph", role: "body", runs }]));
    const [span] = elementsWithRole(laidOut, "Span").filter(({ language }) => language === "en-GB");
    expect(span && heardText(laidOut, span)).toBe("Smart Living");
    const [link] = elementsWithRole(laidOut, "Link");
    expect(laidOut.pages[0]?.links).toMatchObject([
      {
        elementId: link?.id,
        contents: "le site",
        target: { kind: "web", url: "https://example.org/" },
      },
    ]);
    expect(elementsWithRole(laidOut, "P").map((element) => heardText(laidOut, element))).toEqual([
      "Le Smart Living est décrit sur le site.",
    ]);
  });

  it("starts each chapter on a page of its own and bookmarks it with its headings", () => {
    const laidOut = layOut(
      documentOf([
        chapter("section-one", "1", "Comprendre", [
          heading(2, "h", "Par région"),
          paragraph(prose("fr", 4)),
        ]),
        chapter("section-two", "2", "Agir", [paragraph(prose("fr", 4))]),
      ]),
    );
    expect(laidOut.pages.length).toBe(2);
    expect(laidOut.bookmarks).toEqual([
      {
        title: "1  Comprendre",
        destination: "section-one",
        children: [{ title: "Par région", destination: "h", children: [] }],
      },
      { title: "2  Agir", destination: "section-two", children: [] },
    ]);
  });
});
