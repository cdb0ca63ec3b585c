import type { PageBox } from "../diagnostics/diagnostic.ts";
import type { Page } from "../layout/page.ts";

/** White and neighbours around what a picture is about, in points; so much may also be seen beyond the page's edge. */
const aroundPt = 24;
/** A small box is shown with what stands around it. */
const leastPt = { width: 260, height: 100 } as const;

/** The part of a page to be shown around a box, on whole points. What lies far beyond the page is left out. */
export function cropAround(box: PageBox, page: Pick<Page, "widthPt" | "heightPt">): PageBox {
  const [left, right] = span(box.xPt, box.widthPt, leastPt.width, page.widthPt);
  const [top, bottom] = span(box.yPt, box.heightPt, leastPt.height, page.heightPt);
  return { xPt: left, yPt: top, widthPt: right - left, heightPt: bottom - top };
}

function span(
  start: number,
  length: number,
  least: number,
  page: number,
): readonly [number, number] {
  const more = Math.max(aroundPt, (least - length) / 2);
  const [first, last] = [-aroundPt, page + aroundPt];
  const from = Math.min(Math.max(start - more, first), last - least);
  const to = Math.max(Math.min(start + length + more, last), from + least);
  return [Math.floor(from), Math.ceil(to)];
}
