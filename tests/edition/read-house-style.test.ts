import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as charts from "../../src/diagnostics/catalogue/charts.ts";
import { contrast } from "../../src/edition/contrast.ts";
import { mainColumnWidthPt, readHouseStyle } from "../../src/edition/read-house-style.ts";

const file = "templates/house/house.yaml";
const shipped = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const read = (text: string) => readHouseStyle({ file, text });
const problems = (text: string) =>
  read(text).diagnostics.map(({ code, place }) => ({
    code,
    line: place?.kind === "file" ? place.line : undefined,
    marked:
      place?.kind === "file" && place.text !== undefined && place.column !== undefined
        ? place.text.slice(place.column - 1, place.column - 1 + (place.length ?? 1))
        : undefined,
  }));

describe("contrast", () => {
  it("is that of WCAG: 21 for black on white, 4.48 for #777777 on white", () => {
    expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 9);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
  });
});

describe("readHouseStyle", () => {
  it("reads the shipped look without a complaint", () => {
    const { value, diagnostics } = read(shipped);
    expect(diagnostics).toEqual([]);
    expect(value?.colours.regions.flanders).toBe("#A97400");
    expect(value && mainColumnWidthPt(value)).toBeCloseTo(361.28, 9);
  });

  it("names an unknown key and the one that was meant", () => {
    const text = shipped.replace("  accent:", "  acent:");
    expect(problems(text)).toEqual([
      { code: charts.missingKey.code, line: 4, marked: 'ink: "#17262B"' },
      { code: charts.unknownKey.code, line: 13, marked: "acent" },
    ]);
    expect(read(text).diagnostics[1]?.hints).toEqual(['Did you mean "accent"?']);
  });

  it("refuses a colour that is not #rrggbb and a length that is not a number", () => {
    const text = shipped.replace('"#B8501F"', "orange").replace(/topPt: \d+/, "topPt: wide");
    expect(problems(text)).toEqual([
      { code: charts.wrongValue.code, line: 13, marked: "orange" },
      { code: charts.wrongValue.code, line: 28, marked: "wide" },
    ]);
  });

  it("refuses text and shapes that hardly stand out, naming every ground", () => {
    const text = shipped.replace('"#4F6067"', '"#8A979C"').replace('"#A97400"', '"#F0C24B"');
    expect(problems(text)).toEqual([
      { code: charts.textContrastTooLow.code, line: 5, marked: '"#8A979C"' },
      { code: charts.textContrastTooLow.code, line: 5, marked: '"#8A979C"' },
      { code: charts.shapeContrastTooLow.code, line: 14, marked: '"#F0C24B"' },
    ]);
  });

  it("blames a pale primary for what does not stand out, not the paper", () => {
    const pale = shipped.replace(/^( {2}primary: (?:&primary )?)"#\w+"/m, '$1"#9CCFC8"');
    const darker = shipped.replace(/^( {2}primaryDark: )"#\w+"/m, '$1"#9CCFC8"');
    for (const [text, name] of [
      [pale, "primary"],
      [darker, "primaryDark"],
    ] as const) {
      const { diagnostics } = read(text);
      expect(diagnostics.map(({ code, message, hints }) => [code, message, hints])).toEqual(
        [
          ["paper", "1.7"],
          ["panel", "1.5"],
        ].map(([ground, ratio]) => [
          charts.textContrastTooLow.code,
          `text in ${name} on ${ground} has a contrast of ${ratio}:1, text needs 4.5:1`,
          [`Make colours.${name} darker.`],
        ]),
      );
    }
  });

  it("refuses margins that leave no room for a chart", () => {
    expect(problems(shipped.replace(/leftPt: \d+/, "leftPt: 150")).map(({ code }) => code)).toEqual(
      [charts.mainColumnTooNarrow.code],
    );
  });

  it("says where the file stops being YAML", () => {
    expect(problems(shipped.replace('ink: "#17262B"', 'ink: "#17262B'))[0]).toMatchObject({
      code: charts.yamlNotReadable.code,
    });
  });
});
