import { beforeAll, describe, expect, it } from "vitest";
import type { DataTable } from "../../src/charts/chart.ts";
import { buildQuestionTable, groupQuestions } from "../../src/charts/question-table.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import type { Facts } from "../../src/facts/fact.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { readShippedEdition } from "../facts/shipped-edition.ts";
import { words } from "./shipped-look.ts";

let edition: Edition;
let facts: Facts;
beforeAll(async () => {
  const shipped = await readShippedEdition();
  edition = shipped.edition;
  const intake = takeIn(shipped).value;
  const computed = intake && computeFacts({ edition, intake }).value;
  if (!computed) throw new Error("the 2018 edition can't be computed");
  facts = computed;
});

function tableOf(name: string): DataTable {
  const group = groupQuestions(edition).find((each) => each.name === name);
  if (!group) throw new Error(`no question ${name}`);
  const segments = facts.segments.filter(({ cut }) => cut !== "province");
  return buildQuestionTable({ group, segments, facts, edition, words: words.en });
}

/** Rows as they read, group headings marked. */
function rowsOf(table: DataTable): readonly string[] {
  return table.rows.map((row) => {
    const cells = row.cells.map((cell) => (typeof cell === "string" ? cell : cell.text));
    return `${row.isGroup ? "# " : ""}${cells.join(" | ")}`;
  });
}

describe("the table of a question", () => {
  it("gives every answer for the territory, its regions and natures, and n under them", () => {
    expect(tableOf("objectives").columns.map(({ heading }) => heading)).toEqual([
      "Answer",
      "Belgium",
      "Flanders",
      "Wallonia",
      "Brussels",
      "Rural",
      "Urban",
    ]);
    expect(rowsOf(tableOf("objectives"))).toEqual([
      "Yes | 35% | 38% | 31% | 50%† | 17%† | 40%",
      "In preparation | 25% | 24% | 26% | 25%† | 28%† | 24%",
      "No | 40% | 38% | 43% | 25%† | 55%† | 35%",
      "n († fewer than 30\u00A0municipalities) | 123 | 58 | 61 | 4 | 29 | 94",
    ]);
  });

  it("of a matrix of scores has a row for each, and n once where it is the same for all", () => {
    expect(rowsOf(tableOf("factors"))).toEqual([
      "Human factor | 6.76 | 7.05 | 6.48 | 6.75† | 6.28† | 6.90",
      "Institutional factor | 6.68 | 7.22 | 6.15 | 7.00† | 6.34† | 6.79",
      "Technological factor | 5.69 | 5.76 | 5.59 | 6.25† | 5.59† | 5.72",
      "n († fewer than 30\u00A0municipalities) | 123 | 58 | 61 | 4 | 29 | 94",
    ]);
  });

  it("of a matrix of choices is grouped by its rows", () => {
    const groups = rowsOf(tableOf("prerequisites")).filter((row) => row.startsWith("# "));
    expect(groups).toHaveLength(7);
    expect(groups[0]).toBe("# Political support");
  });

  it("of a ranking tells first places and places among the first", () => {
    const rows = rowsOf(tableOf("dimensions"));
    expect(rows.filter((row) => row.startsWith("# "))).toEqual([
      "# Ranked first",
      "# Ranked among the first 3",
    ]);
    expect(rows).toHaveLength(15);
  });

  it("of an amount tells median and quartiles, hidden on fewer than ten, and no mean", () => {
    const rows = rowsOf(tableOf("spending"));
    expect(rows.map((row) => row.split(" | ")[0])).toEqual([
      "Median",
      "First quartile",
      "Third quartile",
      "n († fewer than 30\u00A0municipalities)",
    ]);
    expect(rows.slice(0, 3).map((row) => row.split(" | ")[4])).toEqual([":", ":", ":"]);
  });
});
