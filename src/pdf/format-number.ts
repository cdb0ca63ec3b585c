/**
 * A number as an operand, without exponent. Hundredths of a point are finer than any printer; factors need more.
 * Throws on NaN and infinity.
 */
export function formatNumber(value: number, decimals: 1 | 2 | 6 = 2): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no place on a page`);
  const unit = 10 ** decimals;
  const scaled = Math.round(Math.abs(value) * unit);
  if (scaled === 0) return "0";
  const whole = Math.floor(scaled / unit);
  const rest = scaled - whole * unit;
  const sign = value < 0 ? "-" : "";
  if (rest === 0) return `${sign}${whole}`;
  // A page has tens of thousands of numbers, and writing out fractions is what costs.
  if (decimals < 6) return `${sign}${whole}${hundredths[decimals === 1 ? rest * 10 : rest]}`;
  return `${sign}${scaled / unit}`;
}

/** ".01" to ".99", without a zero at the end. */
const hundredths = Array.from({ length: 100 }, (_, rest) => String(rest / 100).slice(1));
