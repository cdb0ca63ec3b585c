import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";
import { drawCharts } from "../../src/charts/draw-charts.ts";
import { readChartSpecifications } from "../../src/charts/read-chart-specifications.ts";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { annexTables } from "../../src/publications/annex-tables.ts";
import { fonts, house, readShippedFolder, words } from "../charts/shipped-look.ts";
import { readShippedEdition } from "../facts/shipped-edition.ts";

const { edition, workbook } = await readShippedEdition();
const intake = takeIn({ edition, workbook }).value;
const facts = intake && computeFacts({ edition, intake }).value;
if (!facts) throw new Error("the 2018 edition can't be computed");

async function draw(ids: readonly string[]): Promise<readonly Chart[]> {
  const { value = [] } = readChartSpecifications(readShippedFolder("templates/charts"), edition);
  const specifications = value.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const drawn = await drawCharts({
    specifications: [
      ...specifications,
      ...value
        .filter(({ id }) => id === "profile-areas")
        .map((one) => ({ ...one, id: "profile-hainaut", segment: "province:hainaut" as const })),
    ],
    ...{ facts: facts as NonNullable<typeof facts>, edition, words: words.en, house, fonts },
  });
  if (!drawn.value) throw new Error("the shipped charts can't be drawn");
  return drawn.value;
}

describe("the annex", () => {
  it("has a table that holds all data of each chart", async () => {
    const charts = await draw([]);
    const { tables, dataTableOf } = annexTables({
      ...{ edition, facts, words: words.en, charts, tables: new Map() },
    });
    const known = new Map(
      tables.map(({ id, table }) => [
        id,
        new Set(
          table.rows.flatMap((row) =>
            row.cells.flatMap((cell) => (typeof cell === "string" ? [] : cell.facts)),
          ),
        ),
      ]),
    );
    // Response rates stand in the table of the sample, which no chart of a question is about.
    const ofQuestions = charts.filter(({ specification }) => specification.questions.length > 0);
    for (const chart of ofQuestions) {
      const id = dataTableOf.get(chart.specification.id) ?? "";
      const facts = chart.table.rows.flatMap((row) =>
        row.cells.flatMap((cell) => (typeof cell === "string" ? [] : cell.facts)),
      );
      expect(facts.filter((fact) => !known.get(id)?.has(fact))).toEqual([]);
    }
  });

  it("has one table a question, and more where charts show provinces or single scores", async () => {
    const charts = await draw(["progress-by-province", "progress-distribution"]);
    const { tables } = annexTables({
      ...{ edition, facts, words: words.en, charts, tables: new Map() },
    });
    expect(tables.filter(({ id }) => id.startsWith("table-question-"))).toHaveLength(22);
    expect(tables.filter(({ by }) => by !== undefined).map(({ id, by }) => [id, by])).toEqual([
      ["table-data-progress-by-province", "Provinces"],
      ["table-data-progress-distribution", "Score"],
      ["table-question-areas-flanders", "Provinces, Flanders"],
      ["table-question-areas-wallonia", "Provinces, Wallonia"],
    ]);
  });
});
