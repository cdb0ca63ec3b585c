/**
 * Rounds `numerator / denominator × 10^tenfold` to `decimals` places in whole numbers, halves away from zero.
 * `roundRatioHalfAway(5, 8, 0, 2)` is 63: 62.5 per cent. Both must be integers, the denominator above 0; throws
 * RangeError otherwise.
 */
export function roundRatioHalfAway(
  numerator: number,
  denominator: number,
  decimals: number,
  tenfold = 0,
): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0)
    throw new RangeError(`not a ratio of counts: ${numerator} / ${denominator}`);
  const places = decimals + tenfold;
  const dividend =
    BigInt(Math.abs(numerator)) * 2n * 10n ** BigInt(Math.max(0, places)) +
    BigInt(denominator) * 10n ** BigInt(Math.max(0, -places));
  const divisor = 2n * BigInt(denominator) * 10n ** BigInt(Math.max(0, -places));
  const rounded = Number(`${dividend / divisor}e${-decimals}`);
  return numerator < 0 && rounded !== 0 ? -rounded : rounded;
}
