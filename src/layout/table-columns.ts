/** What one column of a table needs, in points. */
export interface ColumnNeed {
  /** Its widest word. */
  readonly leastPt: number;
  /** Its widest cell on one line. */
  readonly naturalPt: number;
  /** Holds running text, which may take what is left. */
  readonly isText: boolean;
}

/** Columns of figures don't drift further apart than this. */
const widestFigureColumnPt = 92;

/**
 * Shares a table's width among its columns: each gets its widest cell when all fit, and text columns the rest; otherwise
 * each its widest word and a part of what it lacks. Returns undefined where not even the words fit.
 */
export function columnWidths(
  needs: readonly ColumnNeed[],
  widthPt: number,
  gapPt: number,
): readonly number[] | undefined {
  const room = widthPt - gapPt * (needs.length - 1);
  const least = sum(needs.map((need) => need.leastPt));
  if (least > room + 0.01) return undefined;
  const natural = sum(needs.map((need) => need.naturalPt));
  if (natural > room) {
    const lack = natural - least;
    return needs.map(
      (need) => need.leastPt + ((need.naturalPt - need.leastPt) / lack) * (room - least),
    );
  }
  const figures = needs.filter((need) => !need.isText);
  const spare = room - natural;
  const wanted = sum(figures.map((need) => Math.max(0, widestFigureColumnPt - need.naturalPt)));
  const given = wanted > 0 ? Math.min(1, (spare * 0.7) / wanted) : 0;
  const widths = needs.map((need) =>
    need.isText
      ? need.naturalPt
      : need.naturalPt + Math.max(0, widestFigureColumnPt - need.naturalPt) * given,
  );
  const left = room - sum(widths);
  const texts = needs.filter((need) => need.isText).length;
  return widths.map((width, index) =>
    needs[index]?.isText || texts === 0 ? width + left / (texts || needs.length) : width,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
