/** A box by its middle, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Distance kept between boxes. */
const gapPt = 2;

/**
 * Places labels around the points that they name: on the point where there is room, else on the nearest free place in
 * widening rings. Boxes stay inside the field and apart from each other.
 *
 * @param wanted Boxes around their points; earlier ones choose first.
 */
export function placeBoxes(
  wanted: readonly Box[],
  field: { readonly width: number; readonly height: number },
): readonly Box[] {
  const placed: Box[] = [];
  for (const box of wanted) {
    const candidates = around(box).map((candidate) => keepInside(candidate, field));
    placed.push(
      candidates.find((candidate) => placed.every((other) => !overlap(candidate, other))) ?? box,
    );
  }
  return placed;
}

function around(box: Box): readonly Box[] {
  const candidates: Box[] = [box];
  for (let ring = 1; ring <= 20; ring += 1) {
    for (let turn = 0; turn < 16; turn += 1) {
      const angle = (turn * Math.PI) / 8;
      const distance = ring * 4;
      candidates.push({
        ...box,
        x: box.x + Math.cos(angle) * distance,
        y: box.y + Math.sin(angle) * distance,
      });
    }
  }
  return candidates;
}

function keepInside(box: Box, field: { readonly width: number; readonly height: number }): Box {
  const clamp = (value: number, half: number, most: number) =>
    Math.min(Math.max(value, half), most - half);
  return {
    ...box,
    x: clamp(box.x, box.width / 2, field.width),
    y: clamp(box.y, box.height / 2, field.height),
  };
}

function overlap(first: Box, second: Box): boolean {
  return (
    Math.abs(first.x - second.x) < (first.width + second.width) / 2 + gapPt &&
    Math.abs(first.y - second.y) < (first.height + second.height) / 2 + gapPt
  );
}
