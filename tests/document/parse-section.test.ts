import { describe, expect, it } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { parseSection } from "../../src/document/parse-section.ts";
import {
  type BlockRequest,
  blockMark,
  inlineMark,
  type Printed,
  type RenderedText,
} from "../../src/wording/printed.ts";

const share: Printed = { text: "44 %", facts: ["areas.energy.share"], kind: "fact" };
const mean: Printed = { text: "3,64", facts: ["progress.mean"], kind: "fact" };

function value(index: number): string {
  return `${inlineMark.open}${index}${inlineMark.close}`;
}

function block(index: number): string {
  return `${blockMark.open}${index}${blockMark.close}`;
}

function parse(markdown: string, blocks: readonly BlockRequest[] = []) {
  const text: RenderedText = {
    file: "templates/report/fr/method.md",
    markdown,
    printed: [share, mean],
    blocks,
  };
  const asked: BlockRequest[] = [];
  const parts = parseSection({
    id: "method",
    language: "fr",
    text,
    firstNoteNumber: 4,
    resolve: (request): readonly Block[] => {
      asked.push(request);
      return request.kind === "key-figure"
        ? [{ kind: "key-figures", items: [{ value: request.value, label: [], note: [] }] }]
        : [{ kind: "contents", of: "sections" }];
    },
  });
  return { parts, asked };
}

describe("parseSection", () => {
  it("takes the first heading as the section's title and gives the others ids by their position", () => {
    const { parts } = parse("# Méthode\n\n## Qui\n\n### Où\n\n## Quand\n");
    expect(parts.title).toEqual([{ text: "Méthode", style: "plain" }]);
    expect(parts.blocks).toEqual([
      {
        kind: "heading",
        level: 2,
        id: "section-method-1",
        runs: [{ text: "Qui", style: "plain" }],
      },
      {
        kind: "heading",
        level: 3,
        id: "section-method-1-1",
        runs: [{ text: "Où", style: "plain" }],
      },
      {
        kind: "heading",
        level: 2,
        id: "section-method-2",
        runs: [{ text: "Quand", style: "plain" }],
      },
    ]);
    expect(parts.problems).toEqual([]);
  });

  it("keeps every printed value in a run of its own, with the facts it came from", () => {
    const { parts } = parse(`# T\n\nEn tout, **${value(0)}** des communes et ${value(1)}.\n`);
    expect(parts.blocks).toEqual([
      {
        kind: "paragraph",
        role: "body",
        runs: [
          { text: "En tout, ", style: "plain" },
          { text: "44 %", style: "strong", printed: share },
          { text: " des communes et ", style: "plain" },
          { text: "3,64", style: "plain", printed: mean },
          { text: ".", style: "plain" },
        ],
      },
    ]);
  });

  it("applies the language's typography across printed values", () => {
    const { parts } = parse(`# T\n\nCombien ? « ${value(0)} » !\n`);
    const [paragraph] = parts.blocks;
    const text =
      paragraph?.kind === "paragraph" ? paragraph.runs.map((run) => run.text).join("") : "";
    expect(text).toBe("Combien\u202F? «\u202F44 %\u202F»\u202F!");
  });

  it("keeps a line break that the text asks for, and turns others into spaces", () => {
    const { parts } = parse("# T\n\nInstitut\\\n14 juin\n2018\n");
    expect(parts.blocks[0]).toEqual({
      kind: "paragraph",
      role: "body",
      runs: [{ text: "Institut\n14\u00A0juin 2018", style: "plain" }],
    });
  });

  it("leaves links to numbered things empty and marks words of another language", () => {
    const { parts } = parse("# T\n\nVoir [](#figure-progress), le [Smart Living](lang:en).\n");
    expect(parts.blocks[0]).toEqual({
      kind: "paragraph",
      role: "body",
      runs: [
        { text: "Voir ", style: "plain" },
        { text: "", style: "plain", link: { kind: "internal", target: "figure-progress" } },
        { text: ", le ", style: "plain" },
        { text: "Smart Living", style: "plain", language: "en" },
        { text: ".", style: "plain" },
      ],
    });
  });

  it("asks for charts and tables in reading order, and sets key figures side by side", () => {
    const requests: readonly BlockRequest[] = [
      { kind: "chart", id: "progress", of: "progress", segment: null },
      { kind: "key-figure", value: share, label: "a", note: "" },
      { kind: "key-figure", value: mean, label: "b", note: "" },
    ];
    const { parts, asked } = parse(`# T\n\n${block(0)}\n\n${block(1)}\n${block(2)}\n`, requests);
    expect(asked).toEqual(requests);
    expect(parts.blocks).toEqual([
      { kind: "contents", of: "sections" },
      {
        kind: "key-figures",
        items: [
          { value: share, label: [], note: [] },
          { value: mean, label: [], note: [] },
        ],
      },
    ]);
  });

  it("numbers footnotes on from those before, and reads quotes, lists and callouts", () => {
    const { parts } = parse(
      [
        "# T",
        "",
        "Selon Nam[^nam].",
        "",
        "> Une idée.",
        "> — Une commune",
        "",
        "::: callout Comment lire",
        "- un",
        "- deux",
        ":::",
        "",
        "[^nam]: Nam et Pardo.",
      ].join("\n"),
    );
    expect(parts.notes).toEqual([
      { id: "note-method-nam", number: 4, runs: [{ text: "Nam et Pardo.", style: "plain" }] },
    ]);
    expect(parts.blocks).toEqual([
      {
        kind: "paragraph",
        role: "body",
        runs: [
          { text: "Selon Nam", style: "plain" },
          { text: "", style: "plain", noteId: "note-method-nam" },
          { text: ".", style: "plain" },
        ],
      },
      {
        kind: "quote",
        runs: [{ text: "Une idée.", style: "plain" }],
        attribution: [{ text: "— Une commune", style: "plain" }],
      },
      {
        kind: "callout",
        title: [{ text: "Comment lire", style: "strong" }],
        blocks: [
          {
            kind: "list",
            isOrdered: false,
            items: [
              [{ kind: "paragraph", role: "body", runs: [{ text: "un", style: "plain" }] }],
              [{ kind: "paragraph", role: "body", runs: [{ text: "deux", style: "plain" }] }],
            ],
          },
        ],
      },
    ]);
  });

  it("says what a publication can't hold, and what to look for in the template", () => {
    const problemsOf = (markdown: string) => parse(markdown).parts.problems;
    expect(problemsOf("Pas de titre.\n")).toEqual([{ what: "no title", detail: "", needle: "" }]);
    expect(problemsOf("# A\n\n# B\n")).toEqual([
      { what: "second title", detail: "", needle: "# B" },
    ]);
    expect(problemsOf("# A\n\n### Saut\n")).toEqual([
      { what: "heading jump", detail: "", needle: "### Saut" },
    ]);
    expect(problemsOf("# A\n\n---\n")).toEqual([
      { what: "unsupported", detail: "hr", needle: "---" },
    ]);
  });

  it.each([
    ["![x](y.png)", "image", "!["],
    ["~~x~~", "strikethrough", "~~"],
    ["`x`", "code", "`"],
    ["<b>x", "HTML", "<b>"],
    ["<!-- x -->", "HTML", "<!--"],
    [":::nope x", "box of this name", ":::nope"],
    ["x[^zz]", "note of this name", "[^zz]"],
    ["[x](javascript:alert)", "link to such an address", "](javascript:alert)"],
    ["[x](other.html)", "link to such an address", "](other.html"],
    ["**x", "** or __ without its pair", "**"],
  ])("refuses what Markdown would print as it is typed: %s", (markdown, detail, needle) => {
    expect(parse(`# A\n\nUn ${markdown} mot.\n`).parts.problems).toEqual([
      { what: "unsupported", detail, needle },
    ]);
  });
});
