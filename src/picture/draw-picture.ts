import type { PageBox } from "../diagnostics/diagnostic.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import type { FontBook } from "../fonts/font-book.ts";
import type { Page } from "../layout/page.ts";
import { cropAround } from "./crop-around.ts";
import { drawPage } from "./draw-page.ts";
import { rasterise } from "./rasterise.ts";

export interface PictureRequest {
  readonly page: Page;
  /** What the picture is about: it is outlined. */
  readonly box: PageBox;
  readonly house: HouseStyle;
  readonly fonts: FontBook;
}

/**
 * A part of a placed page as a PNG, with what it is about outlined in the accent colour.
 *
 *   placed page → SVG of outlines → pixels
 *
 * Letters are drawn as the outlines of the publication's own faces where the layout put them, so that the picture is
 * true to the page on every machine.
 *
 * @throws Where the library that makes the pixels has no program for this machine.
 */
export function drawPicture({ page, box, house, fonts }: PictureRequest): Promise<Uint8Array> {
  return rasterise(drawPage({ page, box, crop: cropAround(box, page), house, fonts }));
}
