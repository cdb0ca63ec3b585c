import { describe, expect, test } from "vitest";
import { reachTexts } from "../../src/publications/reach-texts.ts";

function texts(written: Readonly<Record<string, string>>) {
  return new Map(
    Object.entries(written).map(([name, text]) => [name, { file: `templates/${name}.md`, text }]),
  );
}

const none = texts({});

describe("a plan", () => {
  test("leads through partials to texts, charts and tables, also in parts that may be left out", () => {
    const fr = texts({
      method: '{{> remarks}} {{chart "roles"}}',
      remarks: '{{#asked "areas"}}{{chart "areas"}}{{/asked}} {{> method}}',
      cover: '{{cover-art "map"}}',
      idle: '{{table "sample"}} {{chart "nobody"}}',
    });
    const nl = texts({ method: '{{#if (exceeds "a.mean" 5)}}x{{else}}{{table "sample"}}{{/if}}' });
    const sections = [
      { id: "cover", kind: "cover" as const },
      { id: "method", kind: "chapter" as const },
    ];
    const reached = reachTexts({ sections }, { fr, nl, en: none }, ["fr", "nl", "en"]);
    expect(reached).toEqual({
      texts: {
        fr: new Set(["cover", "method", "remarks"]),
        nl: new Set(["method"]),
        en: new Set(),
      },
      charts: new Set(["map", "areas", "roles"]),
      tables: new Set(["sample"]),
    });
  });

  test("leads to a text that can't be parsed, so that its check says what is wrong, and not further", () => {
    const fr = texts({ method: '{{> remarks}} {{#asked "x"}}', remarks: "" });
    const sections = [{ id: "method", kind: "chapter" as const }];
    const reached = reachTexts({ sections }, { fr, nl: none, en: none }, ["fr"]);
    expect(reached.texts.fr).toEqual(new Set(["method"]));
  });
});
