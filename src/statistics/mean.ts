/**
 * Arithmetic mean: the sum over the number of values. Exact sums for integers and for amounts in halves.
 * Undefined without values.
 */
export function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
