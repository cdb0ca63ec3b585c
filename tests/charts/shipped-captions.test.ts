import { describe, expect, it } from "vitest";
import { readChartSpecifications } from "../../src/charts/read-chart-specifications.ts";
import { readTableSpecifications } from "../../src/charts/read-table-specifications.ts";
import { languages } from "../../src/edition/language.ts";
import { affectedFacts } from "../../src/facts/affected-facts.ts";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { inlineMark } from "../../src/wording/printed.ts";
import { renderInline } from "../../src/wording/template/render-inline.ts";
import { readShippedEdition } from "../facts/shipped-edition.ts";
import { readShippedFolder, words } from "./shipped-look.ts";

describe("the captions of the shipped charts and tables", () => {
  it("read in three languages as expected, with every figure filled in from the shipped survey", async () => {
    const { edition, workbook } = await readShippedEdition();
    const { value: intake } = takeIn({ edition, workbook, factsAffected: affectedFacts(edition) });
    const facts = intake && computeFacts({ edition, intake }).value;
    const charts = readChartSpecifications(readShippedFolder("templates/charts"), edition).value;
    const tables = readTableSpecifications(readShippedFolder("templates/tables")).value;
    if (!intake || !facts || !charts || !tables)
      throw new Error("the shipped edition cannot be read");
    const captions = [...charts, ...tables].flatMap(({ id, file, caption, captionOrigins }) => [
      id,
      ...languages.map((language) => {
        const { value, diagnostics } = renderInline({
          ...{ file, text: caption[language] },
          ...(captionOrigins && { origin: captionOrigins[language] }),
          ...{ language, words: words[language], facts, edition, intake, partials: new Map() },
          // What a text of one segment says of its chart.
          localValues: new Map([["here", "province:hainaut"]]),
        });
        expect(diagnostics).toEqual([]);
        const text = (value?.markdown ?? "").replaceAll(
          new RegExp(`${inlineMark.open}(\\d+)${inlineMark.close}`, "g"),
          (_, index: string) => value?.printed[Number(index)]?.text ?? "?",
        );
        return `  ${language}: ${text}`;
      }),
    ]);
    await expect(`${captions.join("\n")}\n`).toMatchFileSnapshot("expected/captions.txt");
  });
});
