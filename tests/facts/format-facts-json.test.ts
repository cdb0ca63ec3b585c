import { expect, test } from "vitest";
import type { Fact } from "../../src/facts/fact.ts";
import { formatFactsJson } from "../../src/facts/format-facts-json.ts";

const share: Fact = {
  decimals: 0,
  cells: { columns: ["AK"], rows: [5, 6] },
  flags: ["smallBase"],
  unit: "share",
  upper: 0.5,
  lower: 0.25,
  count: 22,
  population: 308,
  base: 58,
  value: 22 / 58,
  segment: "region:flanders",
  statistic: "share",
  choice: "energy",
  question: "areas",
  id: "areas.energy.share@region:flanders",
};
const mean: Fact = {
  ...share,
  id: "progress.mean",
  question: "progress",
  choice: null,
  statistic: "mean",
  segment: "all",
  value: null,
  count: null,
  lower: null,
  upper: null,
  unit: "mean",
  flags: [],
};

test("facts are one line each, in the published order of fields and in full precision", () => {
  expect(formatFactsJson({ id: "2018" }, [share, mean])).toBe(
    [
      '{"schema":"barometer/facts@1","edition":"2018","facts":[',
      '{"id":"areas.energy.share@region:flanders","question":"areas","choice":"energy","statistic":"share","segment":"region:flanders","value":0.3793103448275862,"base":58,"population":308,"count":22,"lower":0.25,"upper":0.5,"unit":"share","flags":["smallBase"]},',
      '{"id":"progress.mean","question":"progress","choice":null,"statistic":"mean","segment":"all","value":null,"base":58,"population":308,"count":null,"lower":null,"upper":null,"unit":"mean","flags":[]}',
      "]}",
      "",
    ].join("\n"),
  );
});

test("no facts are an empty list", () => {
  expect(JSON.parse(formatFactsJson({ id: "2018" }, []))).toEqual({
    schema: "barometer/facts@1",
    edition: "2018",
    facts: [],
  });
});
