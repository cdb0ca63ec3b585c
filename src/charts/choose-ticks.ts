/** Round values from minimum to maximum, both included, six or fewer where the scale divides. */
export function chooseTicks(minimum: number, maximum: number): readonly number[] {
  const span = maximum - minimum;
  if (span <= 0) return [minimum];
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];
  const step = steps.find((size) => span / size <= 6 && Number.isInteger(span / size)) ?? span;
  return Array.from({ length: Math.round(span / step) + 1 }, (_, index) => minimum + index * step);
}

/** Round values from 0 or below up to the greatest, which need not be one of them: five or fewer above the least. */
export function chooseRoundTicks(least: number, greatest: number): readonly number[] {
  const span = greatest - Math.min(0, least);
  if (span <= 0) return [0];
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const size = [1, 2, 5, 10].map((step) => step * power).find((step) => span / step <= 5) ?? span;
  const first = Math.floor(Math.min(0, least) / size);
  const last = Math.floor(greatest / size + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * size).toPrecision(12)),
  );
}
