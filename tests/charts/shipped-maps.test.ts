import { beforeAll, describe, expect, it } from "vitest";
import { type Area, edgeMeetsBox, isInArea, makeArea } from "../../src/charts/area.ts";
import { type DrawnChart, drawChart } from "../../src/charts/draw-charts.ts";
import { readChartSpecifications } from "../../src/charts/read-chart-specifications.ts";
import { measureWith } from "../../src/charts/run-view.ts";
import { contrast } from "../../src/edition/contrast.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { languages } from "../../src/edition/language.ts";
import { mainColumnWidthPt } from "../../src/edition/read-house-style.ts";
import type { Region } from "../../src/edition/register.ts";
import { affectedFacts } from "../../src/facts/affected-facts.ts";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { readShippedEdition } from "../facts/shipped-edition.ts";
import { labelBoxes, outside, overlaps } from "./label-boxes.ts";
import { specification } from "./made-up-edition.ts";
import { fonts, house, readShippedFile, words } from "./shipped-look.ts";

const widthPt = mainColumnWidthPt(house);
const territories = ["belgium", "flanders", "wallonia"] as const;

interface Drawn extends DrawnChart {
  readonly name: string;
}

let drawn: readonly Drawn[] = [];

/** The edition as if only one region had been asked. */
function within(edition: Edition, region: Region): Edition {
  const population = edition.population.filter((municipality) => municipality.region === region);
  return { ...edition, population, settings: { ...edition.settings, territory: { region } } };
}

beforeAll(async () => {
  const { edition: whole, workbook } = await readShippedEdition();
  measureWith(fonts);
  const files = ["response-map", "progress-map"].map((id) =>
    readShippedFile(`templates/charts/${id}.yaml`),
  );
  const shipped = readChartSpecifications(files, whole);
  expect(shipped.diagnostics).toEqual([]);
  const share = specification("province-map", { questions: ["areas"], choices: ["energy"] });
  const found: Drawn[] = [];
  for (const territory of territories) {
    const edition = territory === "belgium" ? whole : within(whole, territory);
    const intake = takeIn({ edition, workbook, factsAffected: affectedFacts(edition) });
    const facts = intake.value && computeFacts({ edition, intake: intake.value }).value;
    if (!facts) throw new Error("no facts");
    for (const language of languages) {
      const setting = { facts, edition, words: words[language], house, fonts, widthPt };
      for (const wanted of [...(shipped.value ?? []), share]) {
        const { value, diagnostics } = await drawChart({ ...setting, specification: wanted });
        expect(diagnostics).toEqual([]);
        const name = `${wanted.id} of ${territory} in ${language}`;
        if (value) found.push({ ...value, name });
      }
    }
  }
  drawn = found;
});

/** What is wrong with a map, by its name; maps without a fault are left out. */
function faults(find: (map: Drawn) => readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    drawn.flatMap((map) => {
      const found = find(map);
      return found.length > 0 ? [[map.name, found]] : [];
    }),
  );
}

/** Where the provinces of a map were drawn: the first shapes of its file, swatches follow. */
function areasOf({ chart }: Drawn): readonly Area[] {
  const provinces = chart.table.rows.filter(({ isTotal }) => !isTotal).length;
  const shapes = [...chart.svg.matchAll(/<path [^>]*d="([^"]*)" fill="#[\da-fA-F]{6}"/g)];
  return shapes.slice(0, provinces).map(([, path = ""]) => {
    const rings = path.split("Z").filter((ring) => ring !== "");
    return makeArea([rings.map(pointsOf)]);
  });
}

/** "M1,2L3,4" as points, the first again at the end. */
function pointsOf(ring: string): readonly (readonly number[])[] {
  const points = ring
    .slice(1)
    .split("L")
    .map((point) => point.split(",").map(Number));
  return [...points, ...points.slice(0, 1)];
}

/** The box that a text's letters fill, by its middle. */
function lettersOf({ x1, y1, x2, y2 }: ReturnType<typeof labelBoxes>[number]) {
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 + 0.5, width: x2 - x1, height: 6 };
}

describe("maps of provinces, of the country and of regions, in three languages", () => {
  it("are all drawn", () => {
    expect(drawn).toHaveLength(3 * territories.length * languages.length);
  });

  it("cut no label and print none over another", () => {
    const found = faults(({ view, chart }) => {
      const boxes = labelBoxes(view.scene);
      return [...outside(boxes, chart.widthPt, chart.heightPt), ...overlaps(boxes)];
    });
    expect(found).toEqual({});
  });

  it("print no label on a border", () => {
    const found = faults((map) => {
      const areas = areasOf(map);
      return labelBoxes(map.view.scene)
        .filter((label) => areas.some((area) => edgeMeetsBox(area, lettersOf(label), 0)))
        .map(({ text }) => text);
    });
    expect(found).toEqual({});
  });

  it("name all provinces, inside their shape but for Brussels and where Walloon Brabant is too flat", () => {
    for (const map of drawn) {
      const areas = areasOf(map);
      const boxes = labelBoxes(map.view.scene);
      const isInside = (label: (typeof boxes)[number]) =>
        areas.some((area) => isInArea(lettersOf(label), area));
      const names = map.chart.table.rows.flatMap(({ isTotal, cells: [name] }) =>
        isTotal || name === undefined ? [] : [String(name)],
      );
      expect(areas.map(({ surface }) => surface > 50)).toEqual(names.map(() => true));
      // Names may stand on two lines.
      const written = boxes
        .map(({ text }) => text)
        .join(" ")
        .replaceAll("- ", "-");
      expect(names.filter((name) => !written.includes(name))).toEqual([]);
      const aside = boxes.filter((label) => !isInside(label)).map(({ text }) => text);
      const small = ["province:brussels", "province:walloon-brabant"] as const;
      const allowed = languages.flatMap((language) =>
        small.map((segment) => words[language].segmentName(segment)),
      );
      expect(names.filter((name) => aside.includes(name) && !allowed.includes(name))).toEqual([]);
    }
  });

  it("are written in a colour that reads on what is under it", () => {
    const { ink, paper } = house.colours;
    for (const { chart } of drawn) {
      const colours = [...chart.svg.matchAll(/<path [^>]*d="[^"]*" fill="(#[\da-fA-F]{6})"/g)];
      const grounds = colours.map(([, colour = ""]) => colour);
      expect(grounds.length).toBeGreaterThan(4);
      for (const ground of grounds) {
        const best = Math.max(contrast(ink, ground), contrast(paper, ground));
        expect(best).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it("stay small as files", () => {
    expect(
      faults(({ chart }) => (chart.svg.length > 45_000 ? [`${chart.svg.length}`] : [])),
    ).toEqual({});
  });

  it("are described in at most 300 characters, the highest and the lowest first", () => {
    expect(Math.max(...drawn.map(({ chart }) => chart.description.length))).toBeLessThanOrEqual(
      300,
    );
    const english = drawn.filter(({ name }) => name.endsWith(" of belgium in en"));
    expect(english.map(({ chart }) => chart.description)).toEqual([
      "Belgium: 21% of municipalities replied. The highest rate: Walloon Brabant 26%; the lowest: Antwerp 17%. Other provinces: Luxembourg 25%; Namur 24%; Liège 23%; Hainaut 22%; Brussels 21%; Limburg 20%; East Flanders 20%; West Flanders 19%; Flemish Brabant 18%.",
      "Highest mean: Hainaut 4.80; the lowest: Liège 2.68, on a scale from 0 to 10. Other means: Belgium 3.64; Antwerp 4.42; Walloon Brabant 4.29 (n\u00A0=\u00A07); Brussels 4.00 (n\u00A0=\u00A04); Namur 3.89 (n\u00A0=\u00A09); Luxembourg 3.55; East Flanders 3.54; Limburg 3.44 (n\u00A0=\u00A09); West Flanders 3.25; Flemish Brabant 3.00.",
      "‘Energy optimisation’: 44% of the municipalities that answered. The highest share: Luxembourg 73%; the lowest: Brussels 25% (n\u00A0=\u00A04). Other provinces: Walloon Brabant 71% (n\u00A0=\u00A07); Hainaut 47%; Namur 44% (n\u00A0=\u00A09); Antwerp 42%; Flemish Brabant 42%; East Flanders 38%; Liège 37%; Limburg 33% (n\u00A0=\u00A09).",
    ]);
  });
});
