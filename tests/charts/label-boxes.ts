import type { SceneMark } from "vega";

/** A drawn text with the rectangle that it fills, in points of the chart. */
export interface LabelBox {
  readonly text: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The texts of a scene as Vega laid them out, measured with the page's font. */
export function labelBoxes(scene: SceneMark): readonly LabelBox[] {
  return scene.items.flatMap((item) => [
    ...(scene.marktype === "text" && item.text ? [{ text: item.text, ...boundsOf(item) }] : []),
    ...(item.items ?? []).flatMap(labelBoxes),
  ]);
}

function boundsOf({ bounds: { x1, y1, x2, y2 } }: SceneMark["items"][number]) {
  return { x1, y1, x2, y2 };
}

export function outside(boxes: readonly LabelBox[], width: number, height: number) {
  return boxes
    .filter(({ x1, x2, y1, y2 }) => x1 < -0.5 || x2 > width + 0.5 || y1 < -3 || y2 > height + 3)
    .map(({ text }) => text);
}

/** Pairs of texts that touch. Vega's boxes are as high as the type's size, more than the letters need. */
export function overlaps(boxes: readonly LabelBox[]): readonly string[] {
  return boxes.flatMap((first, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (second) =>
          first.x1 < second.x2 - 0.1 &&
          second.x1 < first.x2 - 0.1 &&
          first.y1 < second.y2 - 1 &&
          second.y1 < first.y2 - 1,
      )
      .map((second) => `${first.text} × ${second.text}`),
  );
}

/** A drawn bar or part of one, in points of the chart, its edge included. */
export interface DrawnBar {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

export function drawnBars(scene: SceneMark): readonly DrawnBar[] {
  return scene.items.flatMap((item) => [
    ...(scene.marktype === "rect" ? [boundsOf(item)] : []),
    ...(item.items ?? []).flatMap(drawnBars),
  ]);
}

/** Bars by their middle, from top to bottom, each row from left to right. */
export function barRows(bars: readonly DrawnBar[]): readonly (readonly DrawnBar[])[] {
  const rows = new Map<number, DrawnBar[]>();
  for (const bar of bars) {
    const middle = Math.round((bar.y1 + bar.y2) / 2);
    rows.set(middle, [...(rows.get(middle) ?? []), bar]);
  }
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row.toSorted((a, b) => a.x1 - b.x1));
}
