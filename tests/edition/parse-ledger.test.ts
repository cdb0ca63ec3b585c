import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/edition.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { correctionReasons } from "../../src/edition/edition.ts";
import { parseLedger } from "../../src/edition/parse-ledger.ts";

const file = "data/2018/corrections.csv";
const heading = "response,action,question,was,now,reason,date,note";

function parse(...lines: readonly string[]) {
  return parseLedger({ file, text: [heading, ...lines, ""].join("\n") });
}

/** Code, line, column and length of each diagnostic. */
function summary(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, place }) =>
    place?.kind === "file" ? `${code} ${place.line}:${place.column}+${place.length}` : code,
  );
}

describe("the ledger of 2018", () => {
  const text = readFileSync(file, "utf8");

  it("has eight lines, as they stand in the file", () => {
    const { value, diagnostics } = parseLedger({ file, text });
    expect(diagnostics).toEqual([]);
    expect(value?.lines.map(({ line, response, action }) => [line, response, action])).toEqual([
      [2, "7", "exclude"],
      [3, "8", "exclude"],
      [4, "141", "change"],
      [5, "98", "change"],
      [6, "110", "change"],
      [7, "94", "change"],
      [8, "38", "change"],
      [9, "78", "change"],
    ]);
    expect(value?.lines[6]).toEqual({
      line: 8,
      text: '38,change,spending,63500,63.5,unit-error,2018-05-03,"amount given in euros instead of thousand euros"',
      response: "38",
      action: "change",
      question: "spending",
      was: "63500",
      now: "63.5",
      reason: "unit-error",
      date: "2018-05-03",
      note: "amount given in euros instead of thousand euros",
    });
  });

  it("reads the same with semicolons or tabs, a BOM, CRLF, quotes and empty lines", () => {
    const original = parseLedger({ file, text }).value?.lines.map((line) => ({
      ...line,
      text: "",
    }));
    const rewrite = (separator: string): string =>
      `\uFEFF${text.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, separator).replaceAll("\n", "\r\n")}`;
    for (const separator of [";", "\t"]) {
      const { value, diagnostics } = parseLedger({
        file,
        text: `${rewrite(separator)}\r\n${separator.repeat(7)}\r\n`,
      });
      expect(diagnostics).toEqual([]);
      expect(value?.lines.map((line) => ({ ...line, text: "" }))).toEqual(original);
    }
    const quoted = text.replace(heading, heading.replaceAll(/\w+/g, '"$&"'));
    expect(parseLedger({ file, text: quoted }).value?.lines).toHaveLength(8);
  });
});

describe("a line", () => {
  it("may hold separators, quotes and line breaks between quotes; the next keeps its number", () => {
    const { value, diagnostics } = parse(
      '5,change,role.other,"a, b","say ""c""\nand d",other,2018-05-02,',
      "6,exclude,,,,test,2018-05-02,",
    );
    expect(diagnostics).toEqual([]);
    expect(value?.lines.map(({ line, was, now }) => [line, was, now])).toEqual([
      [2, "a, b", 'say "c"\nand d'],
      [4, "", ""],
    ]);
  });

  it("names a response by its id or its row", () => {
    const { value, diagnostics } = parse(
      "row:57,exclude,,,,test,2018-05-02,",
      "row:x,exclude,,,,test,2018-05-02,",
      ",exclude,,,,test,2018-05-02,",
    );
    expect(value?.lines.map(({ response }) => response)).toEqual(["row:57"]);
    expect(summary(diagnostics)).toEqual([
      `${catalogue.wrongTableValue.code} 3:1+5`,
      `${catalogue.wrongTableValue.code} 4:1+1`,
    ]);
  });

  it("has an action and a reason of the known ones, with suggestions", () => {
    const { value, diagnostics } = parse(
      "5,changes,progress,1,2,entry-error,2018-05-02,",
      "5,change,progress,1,2,entry error,2018-05-02,",
    );
    expect(value?.lines).toEqual([]);
    expect(summary(diagnostics)).toEqual([
      `${catalogue.wrongTableValue.code} 2:3+7`,
      `${catalogue.wrongTableValue.code} 3:23+11`,
    ]);
    expect(diagnostics.map(({ hints }) => hints)).toEqual([
      ['Did you mean "change"?'],
      ['Did you mean "entry-error"?'],
    ]);
  });

  it("changes something, or excludes a whole response", () => {
    const { diagnostics } = parse(
      "5,change,progress,2,2,test,2018-05-02,",
      "5,change,,1,2,test,2018-05-02,",
      "5,exclude,progress,,2,test,2018-05-02,",
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([
      catalogue.correctionChangesNothing.code,
      catalogue.wrongTableValue.code,
      catalogue.needlessTableValue.code,
      catalogue.needlessTableValue.code,
    ]);
  });

  it("has a date of the calendar; the day comes first only where semicolons separate", () => {
    const line = "5,exclude,,,,test,2/05/2018,";
    const days = ["2018-02-29", "2018-13-01", "yesterday", ""];
    expect(parse(line).diagnostics[0]?.hints).toEqual(["Write 2018-05-02 if the day comes first."]);
    for (const day of days) expect(parse(`5,exclude,,,,test,${day},`).diagnostics).toHaveLength(1);
    const saved = `${heading}\n${line}\n`.replaceAll(",", ";");
    expect(parseLedger({ file, text: saved }).value?.lines[0]?.date).toBe("2018-05-02");
  });

  it("has as many fields as the heading", () => {
    const { diagnostics } = parse(
      "5,exclude,,,,test,2018-05-02",
      "5,change,a,1,5,2,test,2018-05-02,",
    );
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [catalogue.wrongFieldCount.code, "this line has 7 fields instead of 8"],
      [catalogue.wrongFieldCount.code, "this line has 9 fields instead of 8"],
    ]);
  });
});

describe("a ledger that cannot be read", () => {
  it("has a heading with an unknown column and a missing one", () => {
    const text = "response,action,question,was,now,reasons,date,note\n";
    const { value, diagnostics } = parseLedger({ file, text });
    expect(value).toBeUndefined();
    expect(summary(diagnostics)).toEqual([
      `${catalogue.unknownTableColumn.code} 1:34+7`,
      `${catalogue.missingTableColumn.code} 1:undefined+undefined`,
    ]);
    expect(diagnostics[0]?.hints).toEqual(['Did you mean "reason"?']);
  });

  it("is empty", () => {
    const { value, diagnostics } = parseLedger({ file, text: "" });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.emptyFile.code]);
  });

  it("opens a quote that it never closes", () => {
    const { value, diagnostics } = parse('5,exclude,,,,test,2018-05-02,"note', "6,exclude,,,,,,");
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.tableNotReadable.code]);
  });
});

describe("any ledger that is written comes back", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."aé1.,;\t\"' \n") }).map((text) => text.trim());
  const line = fc.record({
    response: fc.integer({ min: 1, max: 999 }).map(String),
    was: cell,
    now: cell,
    reason: fc.constantFrom(...correctionReasons),
    note: cell,
  });
  it("under any separator and line end", () => {
    fc.assert(
      fc.property(
        fc.array(line.filter(({ was, now }) => was !== now)),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (lines, separator, lineEnd) => {
          const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          const rows = lines.map(({ response, was, now, reason, note }) =>
            [response, "change", "q", was, now, reason, "2018-05-02", note].map(quote),
          );
          const text = [heading.split(","), ...rows]
            .map((row) => row.join(separator))
            .join(lineEnd);
          const { value, diagnostics } = parseLedger({ file, text });
          expect(diagnostics).toEqual([]);
          expect(
            value?.lines.map(({ response, was, now, reason, note }) => ({
              response,
              was,
              now,
              reason,
              note,
            })),
          ).toEqual(lines);
        },
      ),
    );
  });
});
