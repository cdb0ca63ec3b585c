/** Round values from minimum to maximum, both included, six or fewer where the scale divides. */
export function chooseTicks(minimum: number, maximum: number): readonly number[] {
  const span = maximum - minimum;
  if (span <= 0) return [minimum];
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];
  const step = steps.find((size) => span / size <= 6 && Number.isInteger(span / size)) ?? span;
  return Array.from({ length: Math.round(span / step) + 1 }, (_, index) => minimum + index * step);
}
