/** A number as an operand, without exponent; thousandths of a point are enough for places. Throws on NaN and infinity. */
export function formatNumber(value: number, decimals: 1 | 3 | 6 = 3): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no place on a page`);
  const unit = 10 ** decimals;
  const rounded = Math.round(value * unit) / unit;
  return rounded === 0 ? "0" : String(rounded);
}
