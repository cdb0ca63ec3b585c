import { expect, test } from "vitest";
import * as L from "../../src/diagnostics/catalogue/languages.ts";
import type { Language } from "../../src/edition/language.ts";
import { compareLanguages } from "../../src/wording/compare-languages.ts";
import type { BlockRequest, RenderedText } from "../../src/wording/printed.ts";

function text(
  language: Language,
  name: string,
  facts: readonly string[],
  blocks: readonly BlockRequest[] = [],
): RenderedText {
  const printed = facts.map((id) => ({ text: "1", facts: [id], kind: "fact" as const }));
  return { file: `templates/report/${language}/${name}.md`, markdown: "", printed, blocks };
}

function compare(...texts: readonly [Language, readonly RenderedText[]][]) {
  return compareLanguages(new Map(texts)).map(({ code, message, place }) => [
    code,
    message,
    place?.kind === "file" && place.file,
  ]);
}

const chart = (id: string) => ({ kind: "chart", of: "", segment: null, id }) as const;
const table = (id: string) => ({ kind: "table", id }) as const;

test("texts with the same facts, charts and tables are the same, whatever the order of their facts", () => {
  expect(
    compare(
      ["fr", [text("fr", "a", ["x", "y"], [chart("c"), table("t")])]],
      ["nl", [text("nl", "a", ["y", "x", "x"], [table("t"), chart("c")])]],
    ),
  ).toEqual([]);
});

test("a text that one language lacks is an error, in both directions", () => {
  expect(compare(["fr", [text("fr", "a", [])]], ["en", [text("en", "b", [])]])).toEqual([
    [L.sectionMissing.code, "text report/a.md is missing in en", "templates/report/fr/a.md"],
    [L.sectionMissing.code, "text report/b.md is missing in fr", "templates/report/en/b.md"],
  ]);
});

test("other charts or tables, or another order of them, are errors", () => {
  expect(
    compare(
      ["fr", [text("fr", "a", [], [chart("c"), chart("d"), table("t")])]],
      ["nl", [text("nl", "a", [], [chart("d"), chart("c")])]],
      ["en", [text("en", "a", [], [chart("c"), chart("e"), chart("f"), table("t")])]],
    ),
  ).toEqual([
    [L.blocksDiffer.code, "charts stand in another order than in fr", "templates/report/nl/a.md"],
    [L.blocksDiffer.code, "lacks table t, which fr has", "templates/report/nl/a.md"],
    [
      L.blocksDiffer.code,
      "lacks chart d, which fr has; has charts e, f, which fr lacks",
      "templates/report/en/a.md",
    ],
  ]);
});

test.each<[string, string, string, string | undefined]>([
  ["# A\n\n## B\n\n# C", "# a\n\n## b\n\n# c", "the same levels", undefined],
  ["# A\n\n## B\n\n# C", "# a\n\n# c", "one heading less", "here none, in fr “## B”"],
  ["# A\n\n## B", "# a\n\n### b", "another level", "here “### b”, in fr “## B”"],
  [
    "# A\n\n## B\n\n## C\n\n# D",
    "# a\n\n## b\n\n## c\n\n## x\n\n# d",
    "one of several more",
    "here “## b”, “## c”, “## x”, in fr “## B”, “## C”",
  ],
])("of the headings those are shown that differ: %j and %j, %s", (french, dutch, _, shown) => {
  const withHeadings = (language: Language, markdown: string) => ({
    ...text(language, "a", []),
    markdown,
  });
  const found = compare(["fr", [withHeadings("fr", french)]], ["nl", [withHeadings("nl", dutch)]]);
  const message = `the headings differ from those in fr: ${shown}`;
  expect(found).toEqual(
    shown === undefined ? [] : [[L.headingsDiffer.code, message, "templates/report/nl/a.md"]],
  );
});

test("facts that only one language prints are warned of where they are missing, key figures included", () => {
  const large: BlockRequest = {
    kind: "key-figure",
    value: { text: "1", facts: ["z"], kind: "fact" },
    label: "",
    note: "",
  };
  expect(
    compare(["fr", [text("fr", "a", ["x", "y"])]], ["nl", [text("nl", "a", ["x"], [large])]]),
  ).toEqual([
    [L.factsDiffer.code, "a fact printed in fr but not here: y", "templates/report/nl/a.md"],
    [L.factsDiffer.code, "a fact printed in nl but not here: z", "templates/report/fr/a.md"],
  ]);
});

test("one language alone has nothing to be compared with", () => {
  expect(compare(["nl", [text("nl", "a", ["x"])]])).toEqual([]);
  expect(compare()).toEqual([]);
});

test("a part that one language lacks is an error where it is missing, whichever part it is", () => {
  const parts: readonly (readonly [BlockRequest, string])[] = [
    [chart("c"), "chart c"],
    [table("t"), "table t"],
    [{ kind: "question-tables" }, "{{question-tables}}"],
    [{ kind: "questionnaire" }, "{{questionnaire}}"],
    [{ kind: "bibliography" }, "{{bibliography}}"],
    [{ kind: "contents", of: "figures" }, '{{contents "figures"}}'],
    [{ kind: "cover-art", id: "cover-map" }, '{{cover-art "cover-map"}}'],
  ];
  for (const [part, name] of parts) {
    const withIt = (language: Language) => text(language, "a", [], [part]);
    const without = (language: Language) => text(language, "a", []);
    const message = [
      L.blocksDiffer.code,
      `lacks ${name}, which fr has`,
      "templates/report/nl/a.md",
    ];
    expect(compare(["fr", [withIt("fr")]], ["nl", [without("nl")]])).toEqual([message]);
    expect(compare(["fr", [without("fr")]], ["nl", [withIt("nl")]])).toEqual([
      [L.blocksDiffer.code, `lacks ${name}, which nl has`, "templates/report/fr/a.md"],
    ]);
  }
});
