import type { SceneMark } from "vega";
import { describe, expect, it } from "vitest";
import { findOverflows } from "../../src/charts/find-overflows.ts";
import type { Drawing } from "../../src/charts/form.ts";
import { labelWiderThanColumn, textBeyondChart } from "../../src/diagnostics/catalogue/charts.ts";
import { edition, facts, specification } from "./made-up-edition.ts";
import { fonts, house, words } from "./shipped-look.ts";

const bars = specification("sorted-bars", { questions: ["areas"] });
const setting = {
  specification: bars,
  facts,
  edition,
  words: words.nl,
  house,
  fonts,
  widthPt: 300,
};

const drawing: Drawing = {
  widthPt: 300,
  heightPt: 100,
  signals: {},
  data: {},
  description: "",
  table: { columns: [], rows: [] },
  printed: [],
  bases: [],
  hasSmallBase: false,
  hasHidden: false,
  remarks: [],
  tooWide: [],
};

/** Texts as Vega lays them out: left, top, right, bottom. */
function sceneOf(texts: Readonly<Record<string, readonly [number, number, number, number]>>) {
  const items = Object.entries(texts).map(([text, [x1, y1, x2, y2]]) => ({
    text,
    x: x1,
    y: y1,
    bounds: { x1, y1, x2, y2 },
  }));
  const scene: SceneMark = { marktype: "text", role: "mark", items };
  return scene;
}

const codesOf = (texts: Parameters<typeof sceneOf>[0], more: Partial<Drawing> = {}) =>
  findOverflows(setting, { ...drawing, ...more }, sceneOf(texts)).map(({ say }) => say({}).code);

describe("what doesn't fit in a chart", () => {
  it("is nothing where all texts stand within its edges", () => {
    expect(codesOf({ Energie: [0, 0, 40, 10], "62 %": [260, 90, 300, 100] })).toEqual([]);
  });

  it("is a text beyond any of its edges, whichever form drew it", () => {
    for (const box of [
      [-2, 0, 40, 10],
      [270, 0, 302, 10],
      [0, -5, 40, 5],
      [0, 95, 40, 105],
    ] as const)
      expect(codesOf({ Energie: box })).toEqual([textBeyondChart.code]);
  });

  it("is not the white that a text's box has over and under its letters", () => {
    expect(codesOf({ Energie: [0, -2, 40, 8], Afval: [0, 92, 40, 102] })).toEqual([]);
  });

  it("is a label that its form found too wide, told once, with the lines that it was wrapped into and without what it pushed over the edge", () => {
    const found = findOverflows(
      setting,
      { ...drawing, tooWide: ["Slimme Ongebroken-woorden", "Slimme Ongebroken-woorden"] },
      sceneOf({ "Slimme\nOngebroken-\nwoorden": [0, 20, 400, 60], "62 %": [400, 0, 440, 10] }),
    );
    expect(found.map(({ box }) => box)).toEqual([{ xPt: 0, yPt: 20, widthPt: 400, heightPt: 40 }]);
    expect(found.map(({ say }) => say({}).code)).toEqual([labelWiderThanColumn.code]);
  });

  it("is the whole chart where nobody knows where the label stands", () => {
    const [found] = findOverflows(setting, { ...drawing, tooWide: ["Weg"] }, sceneOf({}));
    expect(found?.box).toEqual({ xPt: 0, yPt: 0, widthPt: 300, heightPt: 100 });
  });
});
