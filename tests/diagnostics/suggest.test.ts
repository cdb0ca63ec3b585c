import { describe, expect, test } from "vitest";
import { suggest } from "../../src/diagnostics/suggest.ts";

describe("suggestions", () => {
  test("are the nearest names first, whatever their case", () => {
    expect(suggest("Progres", ["progresses", "progress", "press", "progress"])).toEqual([
      "progress",
      "progresses",
    ]);
  });

  test("are no farther than 30 % of the length", () => {
    expect(suggest("relevance", ["relevence"])).toEqual(["relevence"]);
    expect(suggest("relevance", ["irrelevant"])).toEqual([]);
  });

  test("allow one slip in a short name", () => {
    expect(suggest("nk", ["nl", "fr", "en"])).toEqual(["nl"]);
  });

  test("count two letters in each other's place as one slip", () => {
    expect(suggest("reprot", ["report"])).toEqual(["report"]);
    expect(suggest("ne", ["nl", "fr", "en"])).toEqual(["en", "nl"]);
    expect(suggest("repxxt", ["report"])).toEqual([]);
  });

  test("are at most three", () => {
    expect(suggest("areas", ["areas1", "areas2", "areas3", "areas4"])).toEqual([
      "areas1",
      "areas2",
      "areas3",
    ]);
  });
});
