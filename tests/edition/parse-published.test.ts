import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/edition.ts";
import { parsePublished } from "../../src/edition/parse-published.ts";

const file = "data/2018/published.csv";
const text = readFileSync(file, "utf8");

it("an edition keeps its own lines of published.csv, values as they were written", () => {
  const belgium = parsePublished({ file, text }, "2018");
  const wallonia = parsePublished({ file, text }, "2018-wallonia");
  expect([...belgium.diagnostics, ...wallonia.diagnostics]).toEqual([]);
  expect([belgium.value?.length, wallonia.value?.length]).toEqual([41, 14]);
  expect(belgium.value?.find(({ value }) => value === "4.00")).toEqual({
    line: 22,
    text: "2018,progress,,mean,region:brussels,4.00,published as 4,2018-06-14",
    file,
    question: "progress",
    choice: "",
    statistic: "mean",
    segment: "region:brussels",
    value: "4.00",
    note: "published as 4",
  });
});

it("a statistic, a segment or a value that means nothing is an error in its field", () => {
  const lines = [
    "edition,question,choice,statistic,segment,value,note,as_of",
    "2018,progress,,average,belgium,3.64,,2018-06-14",
    "2018,progress,,mean,region:flandres,3.53,,2018-06-14",
    '2018,progress,,mean,belgium,"3,64",,2018-06-14',
    "2017,progress,,nothing,nowhere,much,,",
  ];
  const { diagnostics } = parsePublished({ file, text: lines.join("\n") }, "2018");
  expect(diagnostics.map(({ code }) => code)).toEqual(
    Array.from({ length: 3 }, () => catalogue.wrongTableValue.code),
  );
  expect(diagnostics.map(({ place }) => place?.kind === "file" && place.column)).toEqual([
    16, 21, 29,
  ]);
  expect(diagnostics[1]?.hints[0]).toBe('Did you mean "region:flanders"?');
});
