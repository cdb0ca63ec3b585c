import { describe, expect, it } from "vitest";
import type { ChartSpecification } from "../../src/charts/chart.ts";
import { drawChart } from "../../src/charts/draw-charts.ts";
import type { ChartSetting } from "../../src/charts/form.ts";
import { provinceMap } from "../../src/charts/forms/province-map.ts";
import { measureWith } from "../../src/charts/run-view.ts";
import * as catalogue from "../../src/diagnostics/catalogue/charts.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { type Language, languages } from "../../src/edition/language.ts";
import type { Fact, Facts } from "../../src/facts/fact.ts";
import { edition, facts, specification } from "./made-up-edition.ts";
import { fonts, house, words } from "./shipped-look.ts";

const rates = specification("province-map", { id: "rates" });
const means = specification("province-map", { id: "means", questions: ["progress"] });
const shares = specification("province-map", {
  id: "shares",
  questions: ["areas"],
  choices: ["waste"],
});

interface Wanted {
  readonly language?: Language;
  readonly facts?: Facts;
  readonly edition?: Edition;
}

function settingOf(wanted: ChartSpecification, given: Wanted = {}): ChartSetting {
  const language = given.language ?? "en";
  return {
    specification: wanted,
    facts: given.facts ?? facts,
    edition: given.edition ?? edition,
    words: words[language],
    house,
    fonts,
    widthPt: 361.28,
  };
}

function draw(wanted: ChartSpecification, given: Wanted = {}) {
  const drawing = provinceMap.draw(settingOf(wanted, given));
  if (!drawing) throw new Error("nothing drawn");
  return drawing;
}

/** The facts with some of them changed; undefined takes one away. */
function factsWith(changes: Readonly<Record<string, Partial<Fact> | undefined>>): Facts {
  const all = facts.all.flatMap((fact) => {
    if (!(fact.id in changes)) return [fact];
    const change = changes[fact.id];
    return change ? [{ ...fact, ...change }] : [];
  });
  return { ...facts, all, byId: new Map(all.map((fact) => [fact.id, fact])) };
}

/** Property of every row of a data set of the drawing. */
function read(rows: readonly object[] | undefined, ...names: readonly string[]) {
  return (rows ?? []).map((row) => names.map((name): unknown => Reflect.get(row, name)));
}

function asText({ table }: ReturnType<typeof draw>): readonly string[] {
  const cell = (content: (typeof table.rows)[number]["cells"][number]) =>
    typeof content === "string" ? content : content.text;
  return [
    table.columns.map(({ heading }) => heading).join(" | "),
    ...table.rows.map((row) => `${row.isTotal ? "= " : ""}${row.cells.map(cell).join(" | ")}`),
  ];
}

describe("a map of provinces tabulates", () => {
  it("municipalities, respondents and rate where no question is asked", () => {
    expect(asText(draw(rates))).toEqual([
      "Provinces | Municipalities | Respondents | Response rate",
      "Antwerp | 2 | 2 | 100%",
      "Namur | 3 | 2 | 67%",
      "= Belgium | 5 | 4 | 80%",
    ]);
  });

  it("n, mean and interval of a question of scores, the territory's first, hidden ones as such", () => {
    expect(asText(draw(means))).toEqual([
      "Provinces | n | Mean | 95% interval",
      "= Belgium | 4 | 1.75 | 1.25 to 2.25",
      "Antwerp | 2 | 2.50† | 1.00 to 3.50",
      "Namur | 1 | : | ",
    ]);
  });

  it("municipalities, n, share and interval of one choice", () => {
    expect(asText(draw(shares))).toEqual([
      "Provinces | Municipalities | n | Share | 95% interval",
      "Antwerp | 0 | 2 | 0%† | ",
      "Namur | 1 | 2 | 50%† | ",
      "= Belgium | 1 | 4 | 25% | 10% to 50%",
    ]);
  });
});

describe("a map of provinces is described", () => {
  const describeAll = (wanted: ChartSpecification) =>
    languages.map((language) => draw(wanted, { language }).description);

  it("by the territory's rate, the highest and the lowest", () => {
    expect(describeAll(rates)).toEqual([
      "Belgique\u00A0: 80\u202F% des communes ont répondu. Le taux le plus élevé\u00A0: Anvers 100\u202F%\u202F; le plus bas\u00A0: Namur 67\u202F%.",
      "België: 80% van de gemeenten antwoordde. De hoogste responsgraad: Antwerpen 100%; de laagste: Namen 67%.",
      "Belgium: 80% of municipalities replied. The highest rate: Antwerp 100%; the lowest: Namur 67%.",
    ]);
  });

  it("by the choice, its share in the territory, the highest and the lowest, with n where few answered", () => {
    expect(describeAll(shares)).toEqual([
      "«\u202FDéchets\u202F»\u00A0: 25\u202F% (n\u00A0=\u00A04) des communes qui ont répondu. La part la plus élevée\u00A0: Namur 50\u202F% (n\u00A0=\u00A02)\u202F; la plus basse\u00A0: Anvers 0\u202F% (n\u00A0=\u00A02).",
      "‘Afval’: 25% (n\u00A0=\u00A04) van de gemeenten die antwoordden. Het hoogste aandeel: Namen 50% (n\u00A0=\u00A02); het laagste: Antwerpen 0% (n\u00A0=\u00A02).",
      "‘Waste’: 25% (n\u00A0=\u00A04) of the municipalities that answered. The highest share: Namur 50% (n\u00A0=\u00A02); the lowest: Antwerp 0% (n\u00A0=\u00A02).",
    ]);
  });

  it("without calling one the first where all are alike, and with n of each where few answered", () => {
    const alike = factsWith({ "areas.waste.share@province:antwerp": { value: 0.5, base: 40 } });
    expect(draw(shares, { facts: alike }).description).toBe(
      "The same value in all provinces shown: Antwerp and Namur (n\u00A0=\u00A02) 50%.",
    );
  });

  it("as any chart of scores where it shows means", () => {
    expect(draw(means).description).toContain("Only one mean may be published: Antwerp 2.50");
  });
});

describe("a map of provinces writes", () => {
  const labelsOf = (drawing: ReturnType<typeof draw>) =>
    read(drawing.data.labels, "text").map(String);

  it("name and figure of each province, marked where its base is small, hidden where it must be", () => {
    const drawing = draw(means);
    expect(labelsOf(drawing).slice(0, 4)).toEqual(["Antwerp", "2.50†", "Namur", ":"]);
    expect([drawing.hasSmallBase, drawing.hasHidden]).toEqual([true, true]);
  });

  it("the name alone where nobody answered, and no row in the table", () => {
    const without = factsWith({ "progress.mean@province:namur": undefined });
    const drawing = draw(means, { facts: without });
    expect(labelsOf(drawing).slice(0, 3)).toEqual(["Antwerp", "2.50†", "Namur"]);
    expect(drawing.data.areas?.length).toBe(2);
    expect(asText(drawing).join()).not.toContain("Namur");
    expect(drawing.hasHidden).toBe(false);
  });

  it("the facts of what it writes, each once, and n of the whole territory", () => {
    const { printed, bases } = draw(means);
    expect(printed.map(({ text, facts: ids }) => `${text} ${ids.join()}`)).toEqual([
      "2.50† progress.mean@province:antwerp",
      ": progress.mean@province:namur",
    ]);
    expect(bases).toEqual([{ text: "n\u00A0=\u00A04", facts: ["progress.mean"], kind: "base" }]);
    // A rate rests on all municipalities; n is how many answered.
    expect(draw(rates).bases).toEqual([
      { text: "n\u00A0=\u00A04", facts: ["sample.count"], kind: "base" },
    ]);
  });

  it("a legend that says what the figures are", () => {
    expect(labelsOf(draw(rates)).slice(4)).toEqual([
      "Response rate",
      "100% or more",
      "80% to 100%",
      "under 80%",
    ]);
    expect(labelsOf(draw(shares))).toContain("Waste");
  });

  it("the scale of means in the legend, and each class beside its colour, highest first", () => {
    const both = factsWith({
      "progress.mean@province:namur": { value: 1.2, flags: [] },
    });
    const drawing = draw(means, { facts: both });
    expect(labelsOf(drawing).slice(4)).toEqual([
      "Mean (0 to 4)",
      "2.5 or more",
      "2.0 to 2.5",
      "1.5 to 2.0",
      "under 1.5",
    ]);
    const [antwerp, namur, ...swatches] = read(drawing.data.areas, "colour").flat();
    expect([swatches.indexOf(antwerp), swatches.indexOf(namur)]).toEqual([0, 3]);
    expect(new Set(swatches).size).toBe(4);
  });
});

describe("a map of provinces draws", () => {
  it("what is hidden as blank as paper", () => {
    const [shown, hidden] = read(draw(means).data.areas, "colour").flat();
    expect(hidden).toBe(house.colours.paper);
    expect(shown).not.toBe(house.colours.paper);
  });

  it("the border of regions stronger than those of provinces", () => {
    const widths = (given: Wanted) => {
      const inner = read(draw(rates, given).data.borders, "coordinates", "widthPt");
      const isInner = ([lines]: readonly unknown[]) =>
        JSON.stringify(lines).match(/\[/g)?.length === 4;
      return inner.filter(isInner).map(([, width]) => Number(width));
    };
    const oneRegion = facts.segments.map((segment) => ({
      ...segment,
      municipalities: segment.municipalities.map((each) => ({
        ...each,
        region: "wallonia" as const,
      })),
    }));
    const between = widths({});
    const within = widths({ facts: { ...facts, segments: oneRegion } });
    expect([between.length, within.length]).toEqual([2, 2]);
    expect(Math.min(...between)).toBeGreaterThan(Math.min(...within));
    expect(Math.max(...between)).toBeGreaterThan(Math.max(...within));
  });

  it("only shapes of the territory, as large as they can be, in the middle of the chart", () => {
    const spanOf = (given: Wanted) => {
      const { areas = [] } = draw(means, given).data;
      const points = JSON.stringify(read(areas, "coordinates")).matchAll(/\[([\d.]+),([\d.]+)\]/g);
      const found = [...points].map(([, x, y]) => [Number(x), Number(y)] as const);
      const [xs, ys] = [found.map(([x]) => x), found.map(([, y]) => y)];
      expect(Math.min(...xs) + Math.max(...xs)).toBeCloseTo(361.3, 1);
      return {
        shapes: areas.length,
        width: Math.max(...xs) - Math.min(...xs),
        bottom: Math.max(...ys),
      };
    };
    const segments = facts.segments.filter(({ id }) => id !== "province:namur");
    const [whole, part] = [spanOf({}), spanOf({ facts: { ...facts, segments } })];
    expect([whole.shapes, part.shapes]).toEqual([2, 1]);
    // Twice as high as wide, so that its height decides.
    expect([whole.bottom, part.bottom]).toEqual([239, 239]);
    expect(part.width).toBeGreaterThan(1.8 * whole.width);
  });
});

describe("a map that can't be drawn", () => {
  measureWith(fonts);

  it("is an error where the project has no map, with what to do", async () => {
    const { map: _, ...without } = edition;
    const { value, diagnostics } = await drawChart(settingOf(rates, { edition: without }));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.noMap.code]);
    expect(diagnostics[0]?.hints.join()).toContain("map: boundaries.topo.json");
  });

  it("is an error where every figure is hidden", async () => {
    const hidden = factsWith({
      "progress.mean@province:antwerp": { value: null, flags: ["hidden"] },
    });
    const { diagnostics } = await drawChart(settingOf(means, { facts: hidden }));
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.nothingToShow.code]);
  });

  it("needs no map for a chart of another form", async () => {
    const { map: _, ...without } = edition;
    const bars = specification("sorted-bars", { questions: ["areas"] });
    expect((await drawChart(settingOf(bars, { edition: without }))).diagnostics).toEqual([]);
  });
});
