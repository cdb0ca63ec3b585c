import { beforeAll, describe, expect, it } from "vitest";
import type { Page, PlacedItem } from "../../src/layout/page.ts";
import { drawPicture } from "../../src/picture/draw-picture.ts";
import { chart, fonts, house } from "../layout/sample.ts";
import { countPixels, type Picture, readPng } from "./read-png.ts";

const owner = { kind: "artifact", type: "Layout" } as const;
const { ink, accent, paper, rule } = house.colours;
const box = { xPt: 100, yPt: 200, widthPt: 400, heightPt: 60 };
/** The crop begins at 76, 176; a point has two pixels. */
const pixel = (points: number, start: number) => (points - start) * 2;
const x = (points: number) => pixel(points, 76);
const y = (points: number) => pixel(points, 176);

function pageOf(...items: readonly PlacedItem[]): Page {
  return { number: 1, widthPt: 595.28, heightPt: 841.89, items, links: [] };
}

async function draw(...items: readonly PlacedItem[]): Promise<Picture> {
  return readPng(await drawPicture({ page: pageOf(...items), box, house, fonts }));
}

function text(words: string, xPt: number, more: object = {}): PlacedItem {
  const piece = {
    text: words,
    face: "text",
    sizePt: 20,
    colour: ink,
    widthPt: fonts.text.widthPt(words, 20),
    extraSpacePt: 0,
    ...more,
  } as const;
  return { kind: "text", owner, xPt, baselinePt: 240, pieces: [piece] };
}

/** Between which pixels a row of pixels has ink. */
function inkOf(picture: Picture): readonly [number, number] {
  const columns = Array.from({ length: picture.width }, (_, column) => column).filter(
    (column) => countPixels(picture, [column, y(215), column + 1, y(245)], ink) > 0,
  );
  return [columns[0] ?? -1, columns.at(-1) ?? -1];
}

describe("a picture of a part of a page", () => {
  let empty: Picture;
  beforeAll(async () => {
    empty = await draw();
  });

  it("has two pixels for each point of the rectangle and of the 24 points around it", () => {
    expect([empty.width, empty.height]).toEqual([(400 + 48) * 2, (60 + 48) * 2]);
  });

  it("outlines the rectangle in the accent colour, just outside of it", () => {
    for (const [across, down] of [
      [x(98), y(230)],
      [x(502), y(230)],
      [x(300), y(198)],
      [x(300), y(262)],
    ] as const)
      expect(empty.at(across, down)).toBe(accent);
    expect(empty.at(x(300), y(230))).toBe(paper);
  });

  it("shows what lies beyond the page in another colour", async () => {
    const wide = { ...box, widthPt: 2000 };
    const bytes = await drawPicture({ page: pageOf(), box: wide, house, fonts });
    const picture = readPng(bytes);
    expect(picture.at(picture.width - 5, 10)).toBe(rule);
  });

  it("sets letters where the layout put them, with its spaces between words and letters", async () => {
    const width = (words: string) => fonts.text.widthPt(words, 20);
    const plain = inkOf(await draw(text("Namur II", 120)));
    expect(plain[0]).toBeGreaterThan(x(120));
    expect(plain[0]).toBeLessThan(x(124));
    expect(plain[1]).toBeLessThan(x(120 + width("Namur II")));
    expect(plain[1]).toBeGreaterThan(x(120 + width("Namur II") - 4));
    const spaced = inkOf(await draw(text("Namur II", 120, { extraSpacePt: 10 })));
    expect(spaced[1] - plain[1]).toBe(20);
    const wide = inkOf(await draw(text("Namur II", 120, { letterSpacingPt: 3 })));
    expect(wide[1] - plain[1]).toBe(7 * 3 * 2);
  });

  it("draws a broken word's hyphen, and no soft hyphen that wasn't used", async () => {
    const whole = inkOf(await draw(text("gemeen\u00adte", 120)));
    expect(whole).toEqual(inkOf(await draw(text("gemeente", 120))));
    const broken = inkOf(await draw(text("gemeen", 120, { lineEnd: "soft-hyphen" })));
    expect(broken).toEqual(inkOf(await draw(text("gemeen-", 120))));
  });

  it("draws rectangles, lines and circles", async () => {
    const shape = { owner, fill: ink } as const;
    const picture = await draw(
      { kind: "rectangle", ...shape, xPt: 120, yPt: 210, widthPt: 20, heightPt: 20 },
      { kind: "circle", ...shape, xPt: 220, yPt: 210, widthPt: 20, heightPt: 20 },
      {
        kind: "line",
        owner,
        stroke: ink,
        strokePt: 4,
        xPt: 320,
        yPt: 220,
        widthPt: 40,
        heightPt: 0,
      },
    );
    expect(picture.at(x(121), y(211))).toBe(ink);
    expect(picture.at(x(230), y(220))).toBe(ink);
    expect(picture.at(x(221), y(211))).toBe(paper);
    expect(picture.at(x(340), y(220))).toBe(ink);
  });

  it("draws a chart's own file at its size on the page, texts aligned as they are there", async () => {
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" viewBox="0 0 100 40">` +
      `<title>Wat &amp; wie</title><rect width="10" height="10" fill="${ink}"/>` +
      `<text text-anchor="end" transform="translate(100,30)" font-family="'Source Sans 3'" font-size="10px" font-weight="400" fill="${ink}">` +
      `<tspan>A &lt; B</tspan></text></svg>`;
    const placed = { ...chart("areas", 100, 40), svg };
    const picture = await draw({
      kind: "chart",
      owner,
      xPt: 120,
      yPt: 205,
      widthPt: 200,
      heightPt: 80,
      chart: placed,
    });
    expect(picture.at(x(121), y(206))).toBe(ink);
    expect(picture.at(x(139), y(224))).toBe(ink);
    const right = 120 + 200;
    const left = right - fonts.text.widthPt("A < B", 20);
    const letters = (from: number, to: number) =>
      countPixels(picture, [x(from), y(248), x(to), y(259)], ink);
    expect(letters(left, right)).toBeGreaterThan(50);
    expect(letters(140, left)).toBe(0);
    expect(letters(right, 400)).toBe(0);
  });

  it("is the same, byte for byte, each time", async () => {
    const request = { page: pageOf(text("Namur", 120)), box, house, fonts };
    expect(await drawPicture(request)).toEqual(await drawPicture(request));
  });
});
