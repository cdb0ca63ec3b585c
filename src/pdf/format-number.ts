/** A number as an operand: thousandths of a point, no exponent. Throws on NaN and infinity. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no place on a page`);
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? "0" : String(rounded);
}
