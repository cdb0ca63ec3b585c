import { describe, expect, it } from "vitest";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { formatChartData } from "../../src/publications/chart-data.ts";
import { readShippedEdition } from "../facts/shipped-edition.ts";

describe("formatChartData", () => {
  it("gives every fact of the table once, at full precision, in the table's order", async () => {
    const { edition, workbook } = await readShippedEdition();
    const intake = takeIn({ edition, workbook }).value;
    const facts = intake && computeFacts({ edition, intake }).value;
    if (!facts) throw new Error("no facts");
    const cell = (id: string) => ({ text: "", facts: [id], kind: "fact" as const });
    const rows = ["progress.mean", "areas.energy.share@region:flanders", "progress.mean"].map(
      (id) => ({
        isGroup: false,
        isTotal: false,
        cells: ["label", cell(id)],
      }),
    );
    expect(formatChartData({ columns: [], rows }, facts)).toBe(
      [
        "fact,question,choice,statistic,segment,value,base,population,count,lower,upper,unit",
        "progress.mean,progress,,mean,all,3.6422764227642275,123,589,,3.2889368822173313,3.9956159633111237,mean",
        "areas.energy.share@region:flanders,areas,energy,share,region:flanders,0.3793103448275862,58,308,22,0.2755483053468121,0.49542491895511553,share",
        "",
      ].join("\n"),
    );
  });

  it("leaves out what is hidden", () => {
    const fact = {
      id: "areas.energy.share@province:namur",
      question: "areas",
      choice: "energy",
      statistic: "share",
      segment: "province:namur",
      value: null,
      base: 2,
      population: 38,
      count: null,
      lower: null,
      upper: null,
      unit: "share",
      flags: ["hidden"],
      decimals: 0,
      cells: { columns: [], rows: [] },
    } as const;
    const facts = { edition: "x", all: [fact], byId: new Map([[fact.id, fact]]), segments: [] };
    const rows = [
      {
        isGroup: false,
        isTotal: false,
        cells: [{ text: ":", facts: [fact.id], kind: "fact" as const }],
      },
    ];
    expect(formatChartData({ columns: [], rows }, facts)).toBe(
      "fact,question,choice,statistic,segment,value,base,population,count,lower,upper,unit\n",
    );
  });
});
