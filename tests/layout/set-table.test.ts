import { beforeAll, describe, expect, it } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { layOutDocument } from "../../src/layout/lay-out-document.ts";
import type { LaidOutDocument } from "../../src/layout/page.ts";
import { loadHyphenation } from "../../src/wording/hyphenate.ts";
import {
  elementsOf,
  elementsWithRole,
  heardText,
  linesOf,
  readLines,
  slotsOf,
} from "./read-pages.ts";
import { documentOf, fonts, house, run, table, wordsOf } from "./sample.ts";

beforeAll(() => loadHyphenation(["fr"]));

function layOut(blocks: readonly Block[]) {
  const section = {
    id: "section-annex",
    kind: "annex" as const,
    number: "A",
    title: [run("Tableaux")],
    blocks,
  };
  const { value, diagnostics } = layOutDocument({
    document: documentOf([section]),
    house,
    fonts,
    words: wordsOf("fr"),
  });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error("nothing was laid out");
  return value;
}

describe("a table longer than its page", () => {
  let laidOut: LaidOutDocument;
  beforeAll(() => {
    laidOut = layOut([table(1, 60)]);
  });

  it("says each row once, in order, with the row's head first", () => {
    const rows = elementsWithRole(laidOut, "TR");
    expect(rows.length).toBe(61);
    expect(rows.slice(1).map((row) => heardText(laidOut, row))).toEqual(
      Array.from({ length: 60 }, (_, index) =>
        [
          `Province ${index + 1}`,
          String(index * 7 + 1),
          index % 3 === 0 ? "21\u202F%" : "8\u202F%\u202F†",
          index % 4 === 0 ? ":" : "3,64",
        ].join(""),
      ),
    );
  });

  it("shows its head and “suite” again on each further page, as nobody's content", () => {
    const lines = readLines(laidOut);
    const pages = new Set(
      linesOf(laidOut, elementsWithRole(laidOut, "TBody")[0] ?? never()).map((line) => line.page),
    );
    expect([...pages]).toEqual([1, 2]);
    const repeated = lines
      .filter((line) => line.slot === undefined && line.page === 2)
      .map((line) => line.text);
    expect(repeated).toEqual(
      expect.arrayContaining([
        "Tableau 1 (suite)",
        "Province",
        "Communes",
        "Taux de réponse",
        "Moyenne",
      ]),
    );
    const first = lines
      .filter((line) => line.slot === undefined && line.page === 1)
      .map((line) => line.text);
    expect(first).not.toContain("Tableau 1 (suite)");
  });

  it("leaves at least two rows on each page, and the notes with the last row", () => {
    for (let count = 28; count <= 45; count++) {
      const pages = layOut([table(1, count)]);
      const body = elementsWithRole(pages, "TBody")[0] ?? never();
      const rows = elementsOf(body).filter(({ role }) => role === "TR");
      const pageOf = rows.map((row) => linesOf(pages, row)[0]?.page);
      for (const page of new Set(pageOf)) {
        expect(pageOf.filter((one) => one === page).length).toBeGreaterThanOrEqual(2);
      }
      const note = elementsWithRole(pages, "P")[0] ?? never();
      expect(linesOf(pages, note)[0]?.page).toBe(pageOf.at(-1));
    }
  });
});

describe("a table", () => {
  it("names for every cell the heads of its column, group and row", () => {
    const block: Block = {
      kind: "table",
      id: "table-1",
      number: 1,
      label: "Tableau 1",
      title: [run("Échantillon")],
      caption: [run("Échantillon")],
      isSmall: false,
      continued: "suite",
      notes: [],
      table: {
        columns: [
          { heading: "Lieu", align: "left" },
          { heading: "Part", align: "decimal" },
        ],
        rows: [
          { isGroup: true, isTotal: false, cells: ["Régions"] },
          { isGroup: false, isTotal: false, cells: ["Flandre", "44\u202F%"] },
        ],
      },
    };
    const laidOut = layOut([block]);
    const heads = elementsWithRole(laidOut, "TH");
    expect(heads.map((head) => [heardText(laidOut, head), head.scope, head.columnSpan])).toEqual([
      ["Lieu", "Column", undefined],
      ["Part", "Column", undefined],
      ["Régions", "Row", 2],
      ["Flandre", "Row", undefined],
    ]);
    const [cell] = elementsWithRole(laidOut, "TD");
    expect(cell?.headers).toEqual([heads[1]?.id, heads[2]?.id, heads[3]?.id]);
    const [caption] = elementsWithRole(laidOut, "Caption");
    expect(caption && heardText(laidOut, caption)).toBe("Tableau 1 Échantillon");
  });

  it("aligns the digits of a column whatever stands to their right", () => {
    const laidOut = layOut([table(1, 10)]);
    const whole = elementsWithRole(laidOut, "TD").flatMap((cell) => {
      const [line] = linesOf(laidOut, cell);
      if (!line?.text.includes("%")) return [];
      const digits = line.text.slice(0, line.text.indexOf("\u202F"));
      const width = fonts.text.widthPt(digits, house.type.table.sizePt);
      return slotsOf(cell).length === 1 && line.text.startsWith("8\u202F%\u202F†")
        ? [line.xPt + width]
        : [];
    });
    expect(whole.length).toBeGreaterThan(3);
    for (const end of whole) expect(end).toBeCloseTo(whole[0] ?? 0, 4);
    const plain = readLines(laidOut).filter((line) => line.text === "21\u202F%");
    const end = (plain[0]?.xPt ?? 0) + fonts.text.widthPt("21", house.type.table.sizePt);
    expect(end).toBeCloseTo(whole[0] ?? 0, 4);
  });
});

function never(): never {
  throw new Error("missing in the structure");
}
