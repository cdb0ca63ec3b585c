import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";
import {
  assembleDocument,
  type DocumentRequest,
  type QuestionTableSource,
  type SectionSource,
} from "../../src/document/assemble-document.ts";
import type { Block, Run } from "../../src/document/document.ts";
import {
  type Bibliography,
  type BibliographyEntry,
  emptyBibliography,
} from "../../src/wording/bibliography.ts";
import { type BlockRequest, blockMark, type RenderedText } from "../../src/wording/printed.ts";
import { createWords } from "../../src/wording/words.ts";
import { readShippedEdition } from "../facts/shipped-edition.ts";
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
      cuts: [],
      segment: null,
      sort: "value",
      title: { fr: "", nl: "", en: "" },
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
    remarks: [],
    hasSmallBase: false,
    hasHidden: false,
    overflows: [],
    ...marks,
  };
}

function chartRequest(id: string): BlockRequest {
  return { kind: "chart", id, of: id, segment: null };
}

const mark = (index: number) => `\n\n${blockMark.open}${index}${blockMark.close}\n\n`;

const { edition } = await readShippedEdition();

const questionTables: readonly QuestionTableSource[] = [
  {
    id: "table-question-areas",
    wording: "Welke domeinen?",
    table: {
      columns: [{ heading: "Antwoord", align: "left" }],
      rows: [{ isGroup: false, isTotal: false, cells: ["Energie", ":"] }],
    },
  },
  {
    id: "table-question-areas-flanders",
    wording: "Welke domeinen?",
    by: "Provincies",
    table: { columns: [], rows: [] },
  },
];

function assemble(
  sections: readonly SectionSource[],
  charts: readonly Chart[] = [],
  bibliography: Bibliography = emptyBibliography,
) {
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
        {
          chart: one,
          title: text("Onderwerp"),
          caption: text("Bijschrift"),
          question: "Welke domeinen?",
          csv: "fact\n",
          dataTable: "table-question-areas",
        },
      ]),
    ),
    tables: new Map([
      [
        "sample",
        {
          table: { columns: [], rows: [] },
          title: text("Steekproef"),
          caption: text("De steekproef"),
        },
      ],
    ]),
    questionTables,
    edition,
    bibliography,
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
            chartRequest("areas"),
            { kind: "table", id: "sample" },
          ]),
        ),
        section("foreword", text("# Woord vooraf"), false),
        section(
          "two",
          text(`# Twee${mark(0)}${mark(1)}`, [
            chartRequest("funding"),
            { kind: "question-tables" },
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
      "table-question-areas: Tabel 2",
      "table-question-areas-flanders: Tabel 3",
    ]);
  });

  it("fills in references, also to what comes later", () => {
    const { document } = assemble(
      [
        section(
          "one",
          text("# Een\n\nZie [](#figure-areas), [](#section-two) en [](#figure-none)."),
        ),
        section("two", text(`# Twee${mark(0)}`, [chartRequest("areas")])),
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

  it("gives each chart its question, n, its source, how to read it and the marks that stand in it, and attaches its data", () => {
    const { document } = assemble(
      [section("one", text(`# Een${mark(0)}`, [chartRequest("areas")]))],
      [chart("areas", { hasSmallBase: true, hasHidden: true, remarks: ["Zo te lezen."] })],
    );
    const [figure] = document.sections[0]?.blocks ?? [];
    if (figure?.kind !== "figure") throw new Error("no figure");
    expect(figure.notes.map(plain)).toEqual([
      "Vraag: Welke domeinen?",
      "n = 12 · Bron: Barometer · Gegevens: ",
      "Zo te lezen.",
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

  it("says with each chart which table holds its data, and explains the hidden sign only where it stands", () => {
    const { document } = assemble(
      [
        section(
          "one",
          text(`# Een${mark(0)}${mark(1)}`, [chartRequest("areas"), { kind: "question-tables" }]),
        ),
      ],
      [chart("areas")],
    );
    const [figure, table, provinces] = document.sections[0]?.blocks ?? [];
    if (figure?.kind !== "figure" || table?.kind !== "table" || provinces?.kind !== "table") {
      throw new Error("a figure and two tables were asked for");
    }
    expect(figure.notes.map(plain)).toContain("n = 12 · Bron: Barometer · Gegevens: tabel 1");
    expect(figure.notes.flat().find(({ link }) => link)?.link).toEqual({
      kind: "internal",
      target: "table-question-areas",
    });
    expect(plain(table.caption)).toBe("Welke domeinen?");
    expect(plain(provinces.caption)).toBe("Welke domeinen? – Provincies");
    expect(table.notes.map(plain)).toEqual([
      visible(words.string("document.hidden", { number: "3" })),
    ]);
    expect(provinces.notes).toEqual([]);
  });

  it("lists the works that texts cite by author and year, each where links to it go", () => {
    const { document } = assemble(
      [
        section("one", text("# Een\n\nZie [B](#reference-b) en [A](#reference-a).")),
        section("two", text(`# Bronnen${mark(0)}`, [{ kind: "bibliography" }])),
      ],
      [],
      bibliographyOf([
        { id: "b", authors: [{ family: "Éluard", given: "Jean-Paul" }], container: "Tijdschrift" },
        { id: "a", authors: [{ family: "Eyck", given: "Jan" }], publisher: "Uitgeverij" },
        { id: "c", authors: [{ family: "Nooit", given: "Geciteerd" }] },
      ]),
    );
    const entries = document.sections[1]?.blocks ?? [];
    expect(entries.map((block) => (block.kind === "paragraph" ? block.id : block.kind))).toEqual([
      "reference-b",
      "reference-a",
    ]);
    expect(entries.map((block) => (block.kind === "paragraph" ? plain(block.runs) : ""))).toEqual([
      "Éluard, J.-P. (2011). Werk b. Tijdschrift. ",
      "Eyck, J. (2011). Werk a. Uitgeverij. ",
    ]);
  });

  it("prints the questionnaire with numbers, answers and who was asked", () => {
    const { document } = assemble([
      section("one", text(`# Een\n\n## Vragen${mark(0)}`, [{ kind: "questionnaire" }])),
    ]);
    const printed = (document.sections[0]?.blocks ?? []).flatMap((block) =>
      block.kind === "paragraph" || block.kind === "heading" ? [plain(block.runs)] : [],
    );
    expect(printed.filter((line) => /^\d/.test(line))).toHaveLength(22);
    expect(printed).toContain(
      "8  Bevat uw algemene strategie Smart City-doelstellingen?\nEén antwoord: Ja · In voorbereiding · Nee",
    );
    expect(printed).toContain(
      "19  Met welke instrumenten?\nMeerdere antwoorden mogelijk: Dashboard · Jaarverslag · Stuurgroep · Burgerbevraging · Externe evaluatie\nAlleen gevraagd als het antwoord op vraag 7 niet ‘Nee, geen projecten’ is en het antwoord op vraag 18 niet ‘Nee’ is.",
    );
  });
});

function bibliographyOf(
  entries: readonly (Pick<BibliographyEntry, "id" | "authors"> & Partial<BibliographyEntry>)[],
): Bibliography {
  return new Map(
    entries.map((entry) => {
      const title = `Werk ${entry.id}`;
      return [entry.id, { year: 2011, title: { fr: title, nl: title, en: title }, ...entry }];
    }),
  );
}
