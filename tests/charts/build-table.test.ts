import { describe, expect, it } from "vitest";
import { buildTable } from "../../src/charts/build-table.ts";
import { edition, facts } from "./made-up-edition.ts";
import { words } from "./shipped-look.ts";

const origin = { line: 1, column: 1, text: "" };
const specification = {
  id: "sample",
  file: "templates/tables/sample.yaml",
  form: "sample",
  title: { fr: "", nl: "", en: "" },
  caption: { fr: "", nl: "", en: "" },
  captionOrigins: { fr: origin, nl: origin, en: origin },
} as const;

describe("buildTable", () => {
  it("sets the sample beside the population and what the overall rate would give, per segment", () => {
    const table = buildTable({ specification, facts, edition, words: words.fr });
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      "Groupe",
      "Communes",
      "Attendues",
      "Répondantes",
      "Taux de réponse",
    ]);
    // 4 of 5 answered: of 2 municipalities 1.6 were to be expected, of 3 2.4.
    expect(
      table.rows.map(({ isGroup, isTotal, cells }) => [
        isGroup ? "group" : isTotal ? "total" : "row",
        ...cells.map((cell) => (typeof cell === "string" ? cell : cell.text)),
      ]),
    ).toEqual([
      ["group", "Provinces"],
      ["row", "Anvers", "2", "1,6", "2", "100\u202F%"],
      ["row", "Namur", "3", "2,4", "2", "67\u202F%"],
      ["total", "Belgique", "5", "4,0", "4", "80\u202F%"],
    ]);
  });

  it("says the fact behind every figure", () => {
    const { rows } = buildTable({ specification, facts, edition, words: words.en });
    expect(
      rows[1]?.cells.map((cell) => (typeof cell === "string" ? "" : cell.facts.join())),
    ).toEqual([
      "",
      "sample.count@province:antwerp",
      "sample.response-rate",
      "sample.count@province:antwerp",
      "sample.response-rate@province:antwerp",
    ]);
  });
});
