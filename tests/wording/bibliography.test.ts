import { describe, expect, test } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/plan.ts";
import { parseBibliography } from "../../src/wording/bibliography.ts";

const read = (text: string) => parseBibliography({ file: "bibliography.yaml", text });

describe("a bibliography", () => {
  test("holds works by authors or organisations, with titles in one language or three", () => {
    const { value, diagnostics } = read(
      [
        "- id: nam-pardo-2011",
        "  authors: [{ family: Nam, given: Taewoo }]",
        "  year: 2011",
        "  title: Conceptualizing Smart City",
        "  language: en",
        "  in: Proceedings",
        "- id: oecd",
        "  organisation: { fr: OCDE, nl: OESO, en: OECD }",
        "  year: 2011",
        "  title: { fr: Typologie, nl: Typologie, en: Typology }",
      ].join("\n"),
    );
    expect(diagnostics).toEqual([]);
    expect([...(value ?? [])]).toEqual([
      [
        "nam-pardo-2011",
        {
          id: "nam-pardo-2011",
          authors: [{ family: "Nam", given: "Taewoo" }],
          year: 2011,
          title: {
            fr: "Conceptualizing Smart City",
            nl: "Conceptualizing Smart City",
            en: "Conceptualizing Smart City",
          },
          language: "en",
          container: "Proceedings",
        },
      ],
      [
        "oecd",
        {
          id: "oecd",
          authors: [],
          organisation: { fr: "OCDE", nl: "OESO", en: "OECD" },
          year: 2011,
          title: { fr: "Typologie", nl: "Typologie", en: "Typology" },
        },
      ],
    ]);
  });

  test.each([
    ["- id: a\n  year: 2011\n  title: T", catalogue.bibliographyWrongValue.code, 1],
    ["- id: a\n  organisation: O\n  title: T", catalogue.bibliographyMissingKey.code, 1],
    [
      "- id: a\n  organisation: O\n  year: 2011\n  title: T\n  pages: x",
      catalogue.bibliographyUnknownKey.code,
      5,
    ],
    ["- id: [", catalogue.bibliographyNotReadable.code, 1],
    [
      "- id: a\n  organisation: O\n  year: 2011\n  title: T\n- id: a\n  organisation: O\n  year: 2012\n  title: U",
      catalogue.bibliographyEntryTwice.code,
      5,
    ],
  ])("says what is wrong with an entry, and where: %j", (text, code, line) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(
      diagnostics.map((one) => [one.code, one.place?.kind === "file" ? one.place.line : 0]),
    ).toEqual([[code, line]]);
  });
});
