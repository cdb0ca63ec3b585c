import { describe, expect, it } from "vitest";
import type { PlacedItem } from "../../src/layout/page.ts";
import { drawItem } from "../../src/pdf/draw-item.ts";
import { embedFace } from "../../src/pdf/embedded-face.ts";
import { createPageContent } from "../../src/pdf/page-content.ts";
import { openPdfFile } from "../../src/pdf/pdfkit-adapter.ts";
import { chartThatPaints, fonts, line, pagination, piece } from "./sample-document.ts";

/** The operators that draw items on an empty page, a line each. */
function draw(...items: readonly PlacedItem[]): readonly string[] {
  const information = { CreationDate: new Date(0) };
  const file = openPdfFile({ language: "en-GB", information, metadata: "" });
  const content = createPageContent(file.addPage(200, 200), (name) => embedFace(file, fonts[name]));
  for (const item of items) drawItem(content, item, fonts);
  return content.text().split("\n");
}

const box = { owner: pagination, xPt: 10, yPt: 20, widthPt: 30, heightPt: 40 } as const;

describe("text", () => {
  it("stands on its baseline, one piece where the one before it ends", () => {
    const first = piece("no", { widthPt: 12.5 });
    const operators = draw(line(pagination, 10, 50, first, piece("on")));
    expect(operators.filter((each) => each.endsWith("Tm"))).toEqual([
      "1 0 0 -1 10 50 Tm",
      "1 0 0 -1 22.5 50 Tm",
    ]);
    expect(operators.at(0)).toBe("BT");
    expect(operators.at(-1)).toBe("ET");
  });

  it("is raised by its rise", () => {
    expect(draw(line(pagination, 10, 50, piece("1", { risePt: 3.5 })))).toContain(
      "1 0 0 -1 10 46.5 Tm",
    );
  });

  it("sets its face and its colour once", () => {
    const again = line(pagination, 10, 50, piece("a"), piece("b"));
    const operators = draw(again, again);
    expect(operators.filter((each) => /(Tf|rg)$/.test(each))).toHaveLength(2);
  });

  it("widens real space glyphs by the extra space, in thousandths of the size", () => {
    const [shown] = draw(line(pagination, 0, 0, piece("o o o", { extraSpacePt: 0.5 }))).filter(
      (each) => each.endsWith("TJ"),
    );
    const letter = "[0-9a-f]{4}";
    // 0.5 pt of 10 pt; the space's own glyph comes before it.
    expect(shown).toMatch(
      new RegExp(`^\\[<${letter}(${letter})>-50<${letter}\\1>-50<${letter}>\\] TJ$`),
    );
  });

  it("narrows them where the line shrinks", () => {
    const operators = draw(line(pagination, 0, 0, piece("o o", { extraSpacePt: -0.25 })));
    expect(operators.join()).toContain(">25<");
  });

  it("adds letter spacing behind each glyph but the last", () => {
    const operators = draw(line(pagination, 0, 0, piece("ooo", { letterSpacingPt: 0.2 })));
    expect(operators.join()).toMatch(/\[<\w{4}>-20<\w{4}>-20<\w{4}>\] TJ/);
  });

  it("keeps the kerning that was measured", () => {
    const kerned = fonts.text.shape("To").glyphs;
    const kerning = (kerned[0]?.naturalAdvance ?? 0) - (kerned[0]?.advance ?? 0);
    expect(kerning).toBeGreaterThan(10);
    const operators = draw(line(pagination, 0, 0, piece("To")));
    expect(operators.join()).toContain(`>${Math.round(kerning * 10) / 10}<`);
  });

  it("ends a line with one more glyph for readers", () => {
    const glyphs = (lineEnd: "soft-hyphen" | "space" | undefined) =>
      draw(line(pagination, 0, 0, piece("on", lineEnd ? { lineEnd } : {})))
        .join("")
        .match(/[0-9a-f]{4}(?=[0-9a-f]*>)/g)?.length;
    expect(glyphs("soft-hyphen")).toBe(3);
    expect(glyphs("space")).toBe(3);
    expect(glyphs(undefined)).toBe(2);
  });
});

describe("shapes", () => {
  it("are filled, stroked or both", () => {
    expect(draw({ kind: "rectangle", ...box, fill: "#ff0000" })).toEqual([
      "1 0 0 rg",
      "10 20 30 40 re",
      "f",
    ]);
    expect(draw({ kind: "rectangle", ...box, stroke: "#ff0000", strokePt: 0.5 })).toEqual([
      "1 0 0 RG",
      "0.5 w",
      "10 20 30 40 re",
      "S",
    ]);
    expect(draw({ kind: "rectangle", ...box, fill: "#ff0000", stroke: "#0000ff" }).at(-1)).toBe(
      "B",
    );
    expect(draw({ kind: "rectangle", ...box })).toEqual([""]);
  });

  it("go from a line's start along its vector", () => {
    expect(draw({ kind: "line", ...box, stroke: "#000000" })).toContain("10 20 m 40 60 l");
  });

  it("are round in the box of their diameter", () => {
    const circle = draw({ kind: "circle", ...box, heightPt: 30, fill: "#000000" });
    expect(circle).toContain("40 35 m");
    const ends = circle.flatMap((each) => / (\S+ \S+) c/.exec(each)?.[1] ?? []);
    expect(ends).toEqual(["25 50", "10 35", "25 20", "40 35"]);
  });
});

describe("charts", () => {
  it("are scaled into their place and leave the page's state as it was", () => {
    const chart = chartThatPaints((canvas) => {
      canvas.fillStyle = "#ff0000";
      canvas.fillRect(0, 0, 200, 100);
    });
    const item = { kind: "chart", ...box, widthPt: 100, heightPt: 50, chart } as const;
    expect(draw(item)).toEqual([
      "q",
      "1 0 0 rg",
      "10 20 m",
      "110 20 l",
      "110 70 l",
      "10 70 l",
      "h",
      "f",
      "Q",
    ]);
  });

  it("may not leave a state saved", () => {
    const chart = chartThatPaints((canvas) => canvas.save());
    expect(() => draw({ kind: "chart", ...box, chart })).toThrow(/saves and restores/);
  });
});
