import { beforeAll, describe, expect, it } from "vitest";
import { defaultForm } from "../../src/charts/default-form.ts";
import { greatestDescriptionLength } from "../../src/charts/describe.ts";
import { type DrawnChart, drawChart } from "../../src/charts/draw-charts.ts";
import { readChartSpecifications } from "../../src/charts/read-chart-specifications.ts";
import { measureWith } from "../../src/charts/run-view.ts";
import { languages } from "../../src/edition/language.ts";
import { mainColumnWidthPt } from "../../src/edition/read-house-style.ts";
import { affectedFacts } from "../../src/facts/affected-facts.ts";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { readShippedEdition } from "../facts/shipped-edition.ts";
import { labelBoxes, outside, overlaps } from "./label-boxes.ts";
import { specification } from "./made-up-edition.ts";
import { fonts, house, readShippedFolder, words } from "./shipped-look.ts";

interface Drawn extends DrawnChart {
  readonly name: string;
}

let drawn: readonly Drawn[] = [];
/** Every question in its default form, as a whole and by region, that no specification asks for. */
let byDefault: readonly Drawn[] = [];

beforeAll(async () => {
  const { edition, workbook } = await readShippedEdition();
  const intake = takeIn({ edition, workbook, factsAffected: affectedFacts(edition) });
  const facts = intake.value && computeFacts({ edition, intake: intake.value }).value;
  const specifications = readChartSpecifications(readShippedFolder("templates/charts"), edition);
  if (!facts || !specifications.value) throw new Error("the shipped edition has no charts");
  measureWith(fonts);
  const widthPt = mainColumnWidthPt(house);
  const charts: Drawn[] = [];
  for (const language of languages) {
    for (const specification of specifications.value) {
      const setting = { facts, edition, words: words[language], house, fonts, widthPt };
      const { value, diagnostics } = await drawChart({ ...setting, specification });
      expect(diagnostics).toEqual([]);
      if (value) charts.push({ ...value, name: `${specification.id} ${language}` });
    }
  }
  drawn = charts;
  const defaults: Drawn[] = [];
  for (const question of edition.questionnaire.questions) {
    for (const cuts of [[], ["region"]] as const) {
      const form = defaultForm([question], cuts);
      if (!form) continue;
      const wanted = specification(form, { id: question.name, questions: [question.name], cuts });
      const setting = { facts, edition, words: words.nl, house, fonts, widthPt };
      const { value, diagnostics } = await drawChart({ ...setting, specification: wanted });
      expect(diagnostics).toEqual([]);
      if (value) defaults.push({ ...value, name: `${question.name} by ${cuts.join()}` });
    }
  }
  byDefault = defaults;
});

describe("questions without a specification", () => {
  it("get a chart by their kind, as a whole and by region, except free text", () => {
    const names = new Set(byDefault.map(({ chart }) => chart.specification.id));
    expect([...names]).toContain("dimensions");
    expect([...names]).toContain("spending");
    expect(["municipality", "comment"].filter((name) => names.has(name))).toEqual([]);
    expect(byDefault).toHaveLength(names.size * 2);
    expect(names.size).toBeGreaterThan(25);
  });

  it("are drawn with no label cut or printed over another", () => {
    const wrong = byDefault.flatMap(({ name, view, chart }) => {
      const boxes = labelBoxes(view.scene);
      const found = [...outside(boxes, chart.widthPt, chart.heightPt), ...overlaps(boxes)];
      return found.length > 0 ? [name, ...found] : [];
    });
    expect(wrong).toEqual([]);
  });
});

/** What is wrong with a chart, by its name; charts without a fault are left out. */
function faults(find: (chart: Drawn) => readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    drawn.flatMap((chart) => {
      const found = find(chart);
      return found.length > 0 ? [[chart.name, found]] : [];
    }),
  );
}

describe("the charts of the shipped edition, in three languages", () => {
  it("are all drawn", () => {
    const files = readShippedFolder("templates/charts");
    expect(files.length).toBeGreaterThanOrEqual(30);
    expect(drawn).toHaveLength(files.length * languages.length);
  });

  it("cut no label", () => {
    const cut = faults(({ view, chart }) =>
      outside(labelBoxes(view.scene), chart.widthPt, chart.heightPt),
    );
    expect(cut).toEqual({});
  });

  it("print no label over another", () => {
    expect(faults(({ view }) => overlaps(labelBoxes(view.scene)))).toEqual({});
  });

  it("list regions and natures in one order, whatever their values", () => {
    const firstCells = drawn
      .filter(({ name }) => name.endsWith(" en"))
      .map(({ chart: { table, specification } }) => ({ table, ...specification }))
      .filter(
        ({ form, cuts: [cut] }) => form === "dots-with-intervals" && cut && cut !== "province",
      )
      .map(({ id, table }) => [
        id,
        ...new Set(table.rows.filter(({ isGroup }) => !isGroup).map(({ cells }) => cells[0])),
      ]);
    expect(firstCells).toEqual([
      ["factors-by-region", "Belgium", "Flanders", "Wallonia", "Brussels"],
      ["progress-by-nature", "Belgium", "Rural municipalities", "Urban municipalities"],
      ["progress-by-region", "Belgium", "Flanders", "Wallonia", "Brussels"],
    ]);
  });

  it("show labels, except on the cover", () => {
    const bare = drawn.filter(({ view }) => labelBoxes(view.scene).length === 0);
    expect(bare.map(({ name }) => name)).toEqual(["cover-map fr", "cover-map nl", "cover-map en"]);
  });

  it("are described in at most 300 characters, with figures and without an empty place", () => {
    expect(
      faults(({ chart: { description } }) =>
        description.length > greatestDescriptionLength ||
        !/\d/.test(description) ||
        /[{}]| [.,]|undefined|null/.test(description)
          ? [description]
          : [],
      ),
    ).toEqual({});
  });

  it("print no figure smaller than 8 points", () => {
    expect(
      faults(({ chart }) =>
        [...chart.svg.matchAll(/font-size="([\d.]+)px"/g)].flatMap(([, size = ""]) =>
          Number(size) < 8 ? [size] : [],
        ),
      ),
    ).toEqual({});
  });

  it("say which fact each printed figure is", () => {
    expect(
      faults(({ chart }) =>
        chart.printed.filter(({ facts }) => facts.length === 0).map(({ text }) => text),
      ),
    ).toEqual({});
  });

  it("need no † where every base is large, and say so where one is small", () => {
    const marked = drawn.filter(({ name, chart }) => name.endsWith(" nl") && chart.hasSmallBase);
    expect(marked.map(({ chart }) => chart.specification.id)).toEqual([
      "areas-by-nature",
      "areas-by-region",
      "associations-by-nature",
      "associations-by-region",
      "citizens",
      "difficulty",
      "engagement",
      "factors-by-region",
      "monitoring",
      "objectives",
      "obstacles-by-nature",
      "obstacles-by-region",
      "prerequisites-by-region",
      "progress-by-nature",
      "progress-by-province",
      "progress-by-region",
      "progress-map",
      "relevance",
      "spending",
    ]);
  });
});
