import { describe, expect, it } from "vitest";
import { widestPieceWidthPt, wrapLabel } from "../../src/charts/wrap-label.ts";
import { fonts } from "./shipped-look.ts";

const wrap = (label: string, widthPt: number) => wrapLabel(label, fonts.text, 9, widthPt);

describe("wrapLabel", () => {
  it("leaves a label that fits on one line", () => {
    expect(wrap("Afvalbeheer", 100)).toEqual(["Afvalbeheer"]);
  });

  it("makes lines of even length instead of a last word alone", () => {
    expect(wrap("Inclusieve participatie van burgers en publieke en private actoren", 190)).toEqual(
      ["Inclusieve participatie van burgers", "en publieke en private actoren"],
    );
  });

  it("keeps every line within the measure and every word of the label", () => {
    const label = "Smart City manager ou personne en charge des projets Smart City";
    for (const widthPt of [50, 70, 90, 130, 200]) {
      const lines = wrap(label, widthPt);
      expect(lines.join(" ")).toBe(label);
      expect(lines.filter((line) => fonts.text.widthPt(line, 9) > widthPt)).toEqual([]);
    }
  });

  it("breaks after a hyphen between words, and never at a no-break space", () => {
    expect(wrap("Smart City-projecten", 45)).toEqual(["Smart City-", "projecten"]);
    expect(wrap("2,5\u00A0millions\u202F%", 10)).toEqual(["2,5\u00A0millions\u202F%"]);
  });

  it("leaves a word that is wider than the measure whole", () => {
    expect(wrap("Gegevensbescherming", 20)).toEqual(["Gegevensbescherming"]);
    expect(widestPieceWidthPt("Gegevensbescherming nu", fonts.text, 9)).toBeCloseTo(
      fonts.text.widthPt("Gegevensbescherming", 9),
      9,
    );
  });
});
