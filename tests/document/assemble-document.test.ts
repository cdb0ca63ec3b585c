import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";
import {
  assembleDocument,
  type DocumentRequest,
  type SectionSource,
} from "../../src/document/assemble-document.ts";
import type { Block, Run } from "../../src/document/document.ts";
import { type BlockRequest, blockMark, type RenderedText } from "../../src/wording/printed.ts";
import { createWords } from "../../src/wording/words.ts";
import { shippedStrings } from "../wording/shipped-strings.ts";

const words = createWords("nl", shippedStrings().nl);

function text(markdown: string, blocks: readonly BlockRequest[] = []): RenderedText {
  return { file: "templates/report/nl/x.md", markdown, printed: [], blocks };
}

function section(id: string, source: RenderedText, isNumbered = true): SectionSource {
  return { id, kind: "chapter", isNumbered, text: source };
}

function chart(id: string, marks: Partial<Chart> = {}): Chart {
  return {
    specification: {
      id,
      file: `templates/charts/${id}.yaml`,
      form: "sorted-bars",
      questions: ["areas"],
      cut: null,
      sort: "value",
      caption: { fr: "", nl: "", en: "" },
    },
    widthPt: 300,
    heightPt: 100,
    svg: "<svg/>",
    paint: () => undefined,
    description: "Staven.",
    table: {
      columns: [{ heading: "Antwoord", align: "left" }],
      rows: [{ isGroup: false, isTotal: false, cells: ["Energie", ":"] }],
    },
    printed: [],
    bases: [{ text: "n = 12", facts: ["areas.count"], kind: "base" }],
    hasSmallBase: false,
    hasHidden: false,
    overflows: [],
    ...marks,
  };
}

const mark = (index: number) => `\n\n${blockMark.open}${index}${blockMark.close}\n\n`;

function assemble(sections: readonly SectionSource[], charts: readonly Chart[] = []) {
  const request: DocumentRequest = {
    name: "report-nl",
    title: "Titel",
    subtitle: "",
    author: "",
    date: "2018-06-14",
    status: "",
    language: "nl",
    words,
    sections,
    charts: new Map(
      charts.map((one) => [
        one.specification.id,
        { chart: one, caption: text("Bijschrift"), question: "Welke domeinen?", csv: "fact\n" },
      ]),
    ),
    tables: new Map([
      ["sample", { table: { columns: [], rows: [] }, caption: text("De steekproef") }],
    ]),
    notes: { smallBase: 30, hiddenBase: 3, source: "Barometer" },
  };
  return assembleDocument(request);
}

const visible = (text: string) => text.replaceAll("\u00A0", " ");
const plain = (runs: readonly Run[]) => visible(runs.map((run) => run.text).join(""));

function labelsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === "figure" || block.kind === "table"
      ? [`${block.id}: ${visible(block.label)}`]
      : [],
  );
}

describe("assembleDocument", () => {
  it("numbers sections, figures and tables in reading order across sections", () => {
    const { document } = assemble(
      [
        section(
          "one",
          text(`# Een${mark(0)}${mark(1)}`, [
            { kind: "chart", id: "areas" },
            { kind: "table", id: "sample" },
          ]),
        ),
        section("foreword", text("# Woord vooraf"), false),
        section(
          "two",
          text(`# Twee${mark(0)}${mark(1)}`, [
            { kind: "chart", id: "funding" },
            { kind: "data-tables" },
          ]),
        ),
      ],
      [chart("areas"), chart("funding")],
    );
    expect(document.sections.map(({ id, number }) => `${id} ${number ?? "–"}`)).toEqual([
      "section-one 1",
      "section-foreword –",
      "section-two 2",
    ]);
    expect(document.sections.flatMap(({ blocks }) => labelsOf(blocks))).toEqual([
      "figure-areas: Figuur 1",
      "table-sample: Tabel 1",
      "figure-funding: Figuur 2",
      "table-data-areas: Tabel 2",
      "table-data-funding: Tabel 3",
    ]);
  });

  it("fills in references, also to what comes later", () => {
    const { document } = assemble(
      [
        section(
          "one",
          text("# Een\n\nZie [](#figure-areas), [](#section-two) en [](#figure-none)."),
        ),
        section("two", text(`# Twee${mark(0)}`, [{ kind: "chart", id: "areas" }])),
      ],
      [chart("areas")],
    );
    const [paragraph] = document.sections[0]?.blocks ?? [];
    expect(paragraph?.kind === "paragraph" && plain(paragraph.runs)).toBe(
      "Zie figuur 1, hoofdstuk 2 en .",
    );
  });

  it("numbers footnotes through the whole document", () => {
    const { document } = assemble([
      section("one", text("# Een\n\nA[^x].\n\n[^x]: Eerste.")),
      section("two", text("# Twee\n\nB[^x].\n\n[^x]: Tweede.")),
    ]);
    expect(
      [...document.notes.values()].map(({ id, number, runs }) => [id, number, plain(runs)]),
    ).toEqual([
      ["note-one-x", 1, "Eerste."],
      ["note-two-x", 2, "Tweede."],
    ]);
  });

  it("gives each chart its question, n, the marks that stand in it and its source, and attaches its data", () => {
    const { document } = assemble(
      [section("one", text(`# Een${mark(0)}`, [{ kind: "chart", id: "areas" }]))],
      [chart("areas", { hasSmallBase: true, hasHidden: true })],
    );
    const [figure] = document.sections[0]?.blocks ?? [];
    if (figure?.kind !== "figure") throw new Error("no figure");
    expect(figure.notes.map(plain)).toEqual([
      "Vraag: Welke domeinen?",
      "n = 12 · Bron: Barometer",
      visible(words.string("document.smallBase", { number: "30" })),
      visible(words.string("document.hidden", { number: "3" })),
    ]);
    expect(document.attachments).toEqual([
      {
        name: "figure-areas.csv",
        mediaType: "text/csv",
        description: "Gegevens van figuur\u00A01",
        bytes: new TextEncoder().encode("fact\n"),
        figureId: "figure-areas",
      },
    ]);
  });

  it("links a table of data to its figure and explains the hidden sign only where it stands", () => {
    const { document } = assemble(
      [
        section(
          "one",
          text(`# Een${mark(0)}${mark(1)}`, [
            { kind: "chart", id: "areas" },
            { kind: "data-tables" },
          ]),
        ),
      ],
      [chart("areas")],
    );
    const table = document.sections[0]?.blocks[1];
    if (table?.kind !== "table") throw new Error("no table");
    expect(plain(table.caption)).toBe("Gegevens van figuur 1. Welke domeinen?");
    expect(table.caption.find(({ link }) => link)?.link).toEqual({
      kind: "internal",
      target: "figure-areas",
    });
    expect(table.notes.map(plain)).toEqual([
      visible(words.string("document.hidden", { number: "3" })),
      "Bron: Barometer",
    ]);
  });
});
