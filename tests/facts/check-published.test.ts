import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as statistics from "../../src/diagnostics/catalogue/statistics.ts";
import type { Edition, PublishedFigure } from "../../src/edition/edition.ts";
import { parsePublished } from "../../src/edition/parse-published.ts";
import { checkPublished } from "../../src/facts/check-published.ts";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import type { Facts } from "../../src/facts/fact.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { makeEdition, makeWorkbook, register, response } from "../intake/made-up-edition.ts";
import { readShippedEdition } from "./shipped-edition.ts";

function factsOf(edition: Edition, workbook: Workbook): Facts {
  const { value: intake } = takeIn({ edition, workbook });
  const facts = intake && computeFacts({ edition, intake }).value;
  if (facts === undefined) throw new Error("the facts cannot be computed");
  return facts;
}

describe("what was published about 2018", () => {
  test("each of the 41 figures about Belgium is reproduced", async () => {
    const { edition, workbook } = await readShippedEdition();
    expect(edition.published.length).toBe(41);
    expect(checkPublished(edition, factsOf(edition, workbook))).toEqual([]);
  });

  test("each of the 14 figures about Wallonia is reproduced by the responses until 31 January", async () => {
    const { edition, workbook } = await readShippedEdition();
    const file = "data/2018/published.csv";
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
    const published = parsePublished({ file, text }, "2018-wallonia").value ?? [];
    expect(published.length).toBe(14);
    const territory = { region: "wallonia" };
    const wallonia: Edition = {
      ...edition,
      id: "2018-wallonia",
      settings: { ...edition.settings, territory, closing: "2018-01-31" },
      population: register.municipalities.filter(({ region }) => region === "wallonia"),
      published,
    };
    expect(checkPublished(wallonia, factsOf(wallonia, workbook))).toEqual([]);
  });
});

describe("a published line", () => {
  const names = ["Gent", "Aalst", "Namur", "Hasselt", "Genk", "Bree", "Lier", "Mechelen"];
  const workbook = makeWorkbook(
    names.map((name, index) =>
      response(index, name, { "Q03[SQ001]": index < 5 ? "Y" : "", Q05: index, Q08: "" }),
    ),
  );

  function check(text: string) {
    const [question = "", choice = "", statistic = "", segment = "", value = ""] = text.split(",");
    const figure: PublishedFigure = {
      line: 7,
      text,
      file: "data/made-up/published.csv",
      question,
      choice,
      statistic,
      segment,
      value,
      note: "",
    };
    const edition = makeEdition({ published: [figure] });
    return checkPublished(edition, factsOf(edition, workbook));
  }
  const codes = (text: string) => check(text).map(({ code }) => code);

  test("is held against the figure rounded as it was printed, halves away from zero", () => {
    expect(codes("areas,energy,percent,belgium,63")).toEqual([]); // 5 of 8 is 62.5 %
    expect(codes("areas,energy,percent,belgium,62.5")).toEqual([]);
    expect(codes("progress,,mean,belgium,3.5")).toEqual([]);
    expect(codes("progress,,mean,all,3.50")).toEqual([]);
    expect(codes("progress,5+,percent,belgium,38")).toEqual([]); // 3 of 8 is 37.5 %
    expect(codes("progress,7,count,belgium,1")).toEqual([]);
    expect(codes("progress,,count,belgium,8")).toEqual([]);
    expect(codes(",,sample,region:flanders,7")).toEqual([]);
    expect(codes(",,population,region:flanders,308")).toEqual([]);
    expect(codes(",,response_rate,region:flanders,2")).toEqual([]);
  });

  test("that differs is an error at its line, with what the data give", () => {
    expect(check("areas,energy,percent,belgium,62")).toEqual([
      statistics.publishedDiffers(
        { fact: "areas.energy.share", published: "62", computed: "63" },
        {
          place: {
            kind: "file",
            file: "data/made-up/published.csv",
            line: 7,
            text: "areas,energy,percent,belgium,62",
            column: 30,
            length: 2,
          },
          affects: ["areas.energy.share"],
          hints: [
            "Compare the survey and data/made-up/corrections.csv with what was used for the publication; to see the figure: barometer facts --edition made-up --search areas.energy.share",
            "If the correction is right, write the new value and its date (as_of) in data/made-up/published.csv:7.",
          ],
        },
      ),
    ]);
    expect(codes("progress,,mean,belgium,3.51")).toEqual([statistics.publishedDiffers.code]);
  });

  test("about what was not asked is an error with a suggestion", () => {
    const [unknown] = check("areas,enrgy,percent,belgium,63");
    expect(unknown?.code).toBe(statistics.publishedUnknown.code);
    expect(unknown?.hints[0]).toBe("Did you mean areas.energy.share, areas.other.share?");
    expect(codes("areas,energy,percent,flanders,63")).toEqual([statistics.publishedUnknown.code]);
  });

  test("that is no number, and one about a figure that may not be shown, are errors", () => {
    expect(codes("progress,,mean,belgium,about 4")).toEqual([statistics.publishedUnreadable.code]);
    expect(codes("progress,,mean,province:namur,2.00")).toEqual([statistics.publishedHidden.code]);
  });
});
