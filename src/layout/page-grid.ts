import type { HouseStyle } from "../edition/house-style.ts";

/** The house's page in points: a narrow margin column at the left, the main column at the right of it. */
export interface PageGrid {
  readonly pageWidthPt: number;
  readonly pageHeightPt: number;
  /** The type area. */
  readonly topPt: number;
  readonly bottomPt: number;
  readonly heightPt: number;
  readonly marginXPt: number;
  readonly marginWidthPt: number;
  readonly mainXPt: number;
  readonly mainWidthPt: number;
  /** Both columns and their gutter. */
  readonly fullWidthPt: number;
  readonly rightPt: number;
  readonly baselinePt: number;
  /** Paragraphs start on multiples of half a line, so that they may stand half a line apart. */
  readonly stepPt: number;
}

export function pageGrid(house: HouseStyle): PageGrid {
  const { page } = house;
  const fullWidthPt = page.widthPt - page.leftPt - page.rightPt;
  const mainXPt = page.leftPt + page.marginColumnPt + page.gutterPt;
  const bottomPt = page.heightPt - page.bottomPt;
  return {
    pageWidthPt: page.widthPt,
    pageHeightPt: page.heightPt,
    topPt: page.topPt,
    bottomPt,
    heightPt: bottomPt - page.topPt,
    marginXPt: page.leftPt,
    marginWidthPt: page.marginColumnPt,
    mainXPt,
    mainWidthPt: page.widthPt - page.rightPt - mainXPt,
    fullWidthPt,
    rightPt: page.widthPt - page.rightPt,
    baselinePt: page.baselinePt,
    stepPt: page.baselinePt / 2,
  };
}
