import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "../../src/edition/edition.ts";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import type { Fact, Facts } from "../../src/facts/fact.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import {
  makeEdition,
  makeWorkbook,
  type RowCells,
  register,
  response,
} from "../intake/made-up-edition.ts";
import { readShippedEdition } from "./shipped-edition.ts";

function factsOf(edition: Edition, workbook: Workbook): Facts {
  const { value: intake, diagnostics } = takeIn({ edition, workbook });
  expect(diagnostics).toEqual([]);
  if (intake === undefined) throw new Error("the survey cannot be taken in");
  const { value: facts } = computeFacts({ edition, intake });
  if (facts === undefined) throw new Error("the facts cannot be computed");
  return facts;
}

function factNamed(facts: Facts, id: string): Fact {
  const fact = facts.byId.get(id);
  if (fact === undefined) throw new Error(`no fact is called ${id}`);
  return fact;
}

describe("the shipped survey of 2018", () => {
  let facts: Facts;
  beforeAll(async () => {
    const { edition, workbook } = await readShippedEdition();
    facts = factsOf(edition, workbook);
  });

  const file = new URL("statistics-check.csv", import.meta.url);
  const lines: Record<string, string>[] = parse(readFileSync(file, "utf8"), { columns: true });
  const estimates = lines.filter(({ kind }) => kind === "estimate");

  test("the check file of R holds 64 estimates", () => {
    expect(estimates.length).toBe(64);
  });

  test.each(
    estimates.map((line) => {
      const segment = line.segment_or_variable === "all" ? "" : `@${line.segment_or_variable}`;
      const name = [line.question, line.choice, line.statistic].filter((part) => part !== "");
      return { id: name.join(".") + segment, line };
    }),
  )("$id agrees with R to 1e-9", ({ id, line }) => {
    const fact = factNamed(facts, id);
    expect(fact.base).toBe(Number(line.base));
    expect(fact.count).toBe(line.count === "" ? null : Number(line.count));
    for (const bound of ["value", "lower", "upper"] as const) {
      const wanted = line[bound];
      if (wanted === "") expect(fact[bound]).toBeNull();
      else expect(Math.abs((fact[bound] ?? Number.NaN) - Number(wanted))).toBeLessThan(1e-9);
    }
  });

  test("a fact says where its answers stand", () => {
    const fact = factNamed(facts, "areas.energy.share@region:brussels");
    expect(fact).toEqual({
      id: "areas.energy.share@region:brussels",
      question: "areas",
      choice: "energy",
      statistic: "share",
      segment: "region:brussels",
      value: 0.25,
      base: 4,
      population: 19,
      count: 1,
      lower: expect.closeTo(0.0517774691414273, 9),
      upper: expect.closeTo(0.670491646548553, 9),
      unit: "share",
      flags: ["smallBase"],
      decimals: 0,
      cells: { columns: ["AK"], rows: [25, 115, 124, 130] },
    });
  });

  test("the sample is counted against the register, exactly and without a mark", () => {
    expect(factNamed(facts, "sample.count")).toMatchObject({
      value: 123,
      base: 123,
      population: 589,
      unit: "count",
      flags: [],
    });
    expect(factNamed(facts, "sample.response-rate@province:liege")).toMatchObject({
      value: 19 / 84,
      base: 84,
      count: 19,
      lower: null,
      upper: null,
      unit: "share",
      flags: [],
    });
  });

  test("segments come in the register's order, and their samples add up to the whole", () => {
    expect(facts.segments.map(({ id }) => id)).toEqual([
      "all",
      "region:flanders",
      "region:wallonia",
      "region:brussels",
      "province:antwerp",
      "province:limburg",
      "province:east-flanders",
      "province:flemish-brabant",
      "province:west-flanders",
      "province:walloon-brabant",
      "province:hainaut",
      "province:liege",
      "province:luxembourg",
      "province:namur",
      "province:brussels",
      "nature:rural",
      "nature:urban",
    ]);
    for (const cut of ["region", "province", "nature"]) {
      const parts = facts.segments.filter((segment) => segment.cut === cut);
      const sum = parts.reduce(
        (total, { id }) => total + (factNamed(facts, `sample.count@${id}`).value ?? 0),
        0,
      );
      expect(sum).toBe(123);
    }
  });

  test("every share is its count over its base, and lies within its interval", () => {
    const shares = facts.all.filter(({ unit, value }) => unit === "share" && value !== null);
    expect(shares.length).toBeGreaterThan(3000);
    for (const { id, value, count, base, lower, upper } of shares) {
      expect([id, value]).toEqual([id, (count ?? Number.NaN) / base]);
      if (lower !== null && upper !== null && value !== null)
        expect([id, lower <= value + 1e-12 && value <= upper + 1e-12]).toEqual([id, true]);
    }
  });

  test("the counts of all scores add up to the base, and shares at least fall from score to score", () => {
    const counts = Array.from({ length: 11 }, (_, score) =>
      factNamed(facts, `progress.count-${score}`),
    );
    expect(counts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(123);
    const shares = Array.from(
      { length: 10 },
      (_, index) => factNamed(facts, `progress.share-at-least-${index + 1}`).value ?? -1,
    );
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    expect(facts.byId.has("progress.share-at-least-0")).toBe(false);
  });
});

describe("an edition of one region", () => {
  test("has no cut by region, and the provinces and natures of the region", async () => {
    const { edition, workbook } = await readShippedEdition();
    const wallonia = register.municipalities.filter(({ region }) => region === "wallonia");
    const settings = {
      ...edition.settings,
      territory: { region: "wallonia" },
      closing: "2018-01-31",
    };
    const facts = factsOf({ ...edition, settings, population: wallonia }, workbook);
    expect(factNamed(facts, "sample.count")).toMatchObject({ value: 58, population: 262 });
    expect(facts.segments.map(({ id }) => id)).toEqual([
      "all",
      "province:walloon-brabant",
      "province:hainaut",
      "province:liege",
      "province:luxembourg",
      "province:namur",
      "nature:rural",
      "nature:urban",
    ]);
  });
});

/** Four of Antwerp, five of Limburg, one of Liège; all distinct municipalities. */
const antwerp = ["Antwerpen", "Mechelen", "Turnhout", "Lier"];
const limburg = ["Hasselt", "Genk", "Tongeren", "Bree", "Lommel"];

function made(rows: readonly RowCells[]): Facts {
  return factsOf(makeEdition(), makeWorkbook(rows));
}

function rowsOf(names: readonly string[], change: (index: number) => RowCells = () => ({})) {
  return names.map((name, index) => response(100 + index, name, change(index)));
}

describe("each kind of question", () => {
  const orders = [
    ["A1", "A2", "A3"],
    ["A1", "A3", "A2"],
    ["A2", "A1", ""],
    ["A4", "", ""],
  ];
  const facts = () =>
    made(
      rowsOf(antwerp, (index) => ({
        Q02: index === 0 ? "-oth-" : index === 1 ? "" : "A2",
        "Q02[other]": index === 0 ? "Conseillère" : "",
        "Q03[SQ001]": index === 0 ? "Y" : "",
        "Q06[1]": orders[index]?.[0] ?? "",
        "Q06[2]": orders[index]?.[1] ?? "",
        "Q06[3]": orders[index]?.[2] ?? "",
        Q05: [0, 3, 4, 9][index] ?? "",
      })),
    );
  const values = (all: Facts, ...ids: readonly string[]) =>
    ids.map((id) => {
      const { value, base, count } = factNamed(all, id);
      return [value, base, count];
    });

  test("one choice: the base is those who answered, one's own words are an answer", () => {
    expect(
      values(
        facts(),
        "role.count",
        "role.director.share",
        "role.officer.share",
        "role.other.share",
      ),
    ).toEqual([
      [3, 3, 3],
      [0, 3, 0],
      [2 / 3, 3, 2],
      [1 / 3, 3, 1],
    ]);
  });

  test("several choices: the base is everyone who was asked, boxes or none", () => {
    expect(
      values(facts(), "areas.energy.share", "areas.mobility.share", "areas.other.share"),
    ).toEqual([
      [0.25, 4, 1],
      [0, 4, 0],
      [0, 4, 0],
    ]);
  });

  test("a ranking: first, among the first three, and 3-2-1 points", () => {
    expect(
      values(
        facts(),
        "dimensions.living.rank-1",
        "dimensions.living.rank-3",
        "dimensions.living.points",
        "dimensions.people.points",
        "dimensions.mobility.rank-1",
        "dimensions.mobility.points",
      ),
    ).toEqual([
      [0.5, 4, 2],
      [0.75, 4, 3],
      [(3 + 3 + 2) / 4, 4, null],
      [(2 + 1 + 3) / 4, 4, null],
      [0.25, 4, 1],
      [3 / 4, 4, null],
    ]);
  });

  test("scores: 0 is an answer; mean, median, quartiles, each score and each threshold", () => {
    expect(
      values(
        facts(),
        "progress.mean",
        "progress.median",
        "progress.q1",
        "progress.q3",
        "progress.share-at-least-4",
        "progress.count-0",
        "progress.count-9",
      ),
    ).toEqual([
      [4, 4, null],
      [3.5, 4, null],
      [2.25, 4, null],
      [5.25, 4, null],
      [0.5, 4, 2],
      [1, 4, 1],
      [1, 4, 1],
    ]);
  });

  test("texts give no figure", () => {
    expect(facts().all.filter(({ question }) => question === "comment")).toEqual([]);
  });
});

describe("small bases", () => {
  const flagsOf = (facts: Facts, id: string) => {
    const { value, base, flags } = factNamed(facts, id);
    return { value, base, flags };
  };

  test("a base of 0 is listed without a value", () => {
    const facts = made(rowsOf(antwerp));
    expect(flagsOf(facts, "progress.mean@province:namur")).toEqual({
      value: null,
      base: 0,
      flags: [],
    });
  });

  test("bases of 1 and 2 are hidden, their base stays; 3 are shown with a mark", () => {
    const facts = made(rowsOf([...limburg.slice(0, 3), "Liège", "Verviers"]));
    expect(factNamed(facts, "areas.energy.share@province:liege")).toMatchObject({
      value: null,
      base: 2,
      count: null,
      lower: null,
      upper: null,
      flags: ["smallBase", "hidden"],
    });
    expect(flagsOf(facts, "areas.energy.share@province:limburg")).toEqual({
      value: 1,
      base: 3,
      flags: ["smallBase"],
    });
  });

  test("beside a hidden base of 1 the sibling with the smallest base is hidden, never the whole", () => {
    const facts = made(rowsOf([...antwerp, ...limburg, "Liège"]));
    expect(flagsOf(facts, "progress.mean@province:liege").flags).toEqual(["smallBase", "hidden"]);
    expect(flagsOf(facts, "progress.mean@province:antwerp")).toEqual({
      value: null,
      base: 4,
      flags: ["smallBase", "hiddenComplement"],
    });
    expect(flagsOf(facts, "progress.mean@province:limburg").value).toBe(4);
    expect(flagsOf(facts, "progress.mean").value).toBe(4);
    // The region of Wallonia is Liège alone here: its sibling Flanders is hidden in that cut.
    expect(flagsOf(facts, "progress.mean@region:flanders").flags).toEqual([
      "smallBase",
      "hiddenComplement",
    ]);
  });

  test("an amount has no figure below a base of 10", () => {
    const nine = [...antwerp, ...limburg];
    const paid = (index: number) => ({ Q10: index + 1 });
    expect(flagsOf(made(rowsOf(nine, paid)), "staff.median")).toEqual({
      value: null,
      base: 9,
      flags: ["smallBase", "hidden"],
    });
    expect(flagsOf(made(rowsOf(nine, paid)), "staff.count")).toEqual({
      value: 9,
      base: 9,
      flags: ["smallBase"],
    });
    expect(flagsOf(made(rowsOf([...nine, "Gent"], paid)), "staff.median")).toEqual({
      value: 5.5,
      base: 10,
      flags: ["smallBase"],
    });
  });

  test("where everybody answered a figure is exact: it has no interval", () => {
    const few = antwerp.map((name) =>
      register.municipalities.find(({ names }) => names.nl === name),
    );
    const population = few.flatMap((municipality) => municipality ?? []);
    const facts = factsOf(makeEdition({ population }), makeWorkbook(rowsOf(antwerp)));
    expect(factNamed(facts, "areas.energy.share")).toMatchObject({
      value: 1,
      population: 4,
      lower: null,
      upper: null,
    });
    expect(factNamed(facts, "progress.mean")).toMatchObject({ value: 4, lower: null });
  });
});
