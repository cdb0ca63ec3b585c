import { describe, expect, it } from "vitest";
import { cropAround } from "../../src/picture/crop-around.ts";

const page = { widthPt: 595.28, heightPt: 841.89 };
const crop = (xPt: number, yPt: number, widthPt: number, heightPt: number) =>
  cropAround({ xPt, yPt, widthPt, heightPt }, page);

describe("the part of a page around a rectangle", () => {
  it("shows at least 260 by 100 points, the rectangle in the middle", () => {
    expect(crop(200, 400, 60, 20)).toEqual({ xPt: 100, yPt: 360, widthPt: 260, heightPt: 100 });
  });

  it("shows 24 points around a large rectangle", () => {
    expect(crop(60, 100, 400, 200)).toEqual({ xPt: 36, yPt: 76, widthPt: 448, heightPt: 248 });
  });

  it("reaches 24 points beyond the page, and no farther, however wide a word is", () => {
    expect(crop(300, 100, 4000, 200)).toEqual({ xPt: 276, yPt: 76, widthPt: 344, heightPt: 248 });
    expect(crop(-900, 800, 1000, 900)).toMatchObject({ xPt: -24, widthPt: 148 + 112 });
  });

  it("still shows the page's edge for what stands beyond it", () => {
    expect(crop(900, 100, 100, 20)).toMatchObject({ xPt: 359, widthPt: 261 });
  });
});
