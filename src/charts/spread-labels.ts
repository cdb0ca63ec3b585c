/** A text across a chart: where its middle would best stand, and how wide it is. */
export interface WideLabel {
  readonly wish: number;
  readonly widthPt: number;
}

/**
 * Places labels beside each other in their order, none over another, as near to where they wish to stand as that
 * allows: labels that would touch stand together around the middle of their wishes.
 *
 * @returns Their middles. Where the room from `left` to `right` is too small, they begin at its left.
 */
export function spreadLabels(
  labels: readonly WideLabel[],
  room: { readonly left: number; readonly right: number; readonly gapPt: number },
): readonly number[] {
  const groups: { wishes: number[]; start: number; count: number }[] = [];
  const offsets: number[] = [];
  let end = 0;
  for (const { wish, widthPt } of labels) {
    const offset = end + widthPt / 2;
    offsets.push(offset);
    end += widthPt + room.gapPt;
    groups.push({ wishes: [wish - offset], start: wish - offset, count: 1 });
    mergeBackwards(groups);
  }
  const last = room.right - (end - room.gapPt);
  const starts = groups.flatMap(({ start, count }) =>
    Array.from({ length: count }, () => Math.max(room.left, Math.min(start, last))),
  );
  return offsets.map((offset, index) => offset + (starts[index] ?? room.left));
}

/** The last group pushes those before it until none begins after the next. */
function mergeBackwards(groups: { wishes: number[]; start: number; count: number }[]): void {
  for (;;) {
    const [before, last] = groups.slice(-2);
    if (!before || !last || before.start <= last.start) return;
    const wishes = [...before.wishes, ...last.wishes];
    const start = wishes.reduce((sum, wish) => sum + wish, 0) / wishes.length;
    groups.splice(-2, 2, { wishes, start, count: wishes.length });
  }
}
