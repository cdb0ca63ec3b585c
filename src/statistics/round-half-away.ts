/** What a 64-bit float keeps of a decimal number: a tie such as 0.345 shows as a tie at this length. */
const reliableDigits = 15;

/** Below this, floats are far finer than what counts as near a tie: only there do the digits have to decide. */
const surelyExact = 1e6;
const nearTie = 1e-6;

/**
 * Rounds `value × 10^tenfold` to `decimals` places, halves away from zero: 62.5 → 63, −62.5 → −63.
 *
 * `roundHalfAway(0.345, 0, 2)` is 35, the percentage of a share: the shift happens on decimal digits, so that
 * 0.345 × 100 = 34.499999999999996 cannot spoil it. Never returns −0. Throws RangeError on what is not finite.
 *
 * Source: near a tie, rounds the shortest decimal of 15 significant digits, digit by digit. Exact for every ratio of two
 * integers below a million, since no such ratio lies nearer than 1e-15 to a tie without being one.
 */
export function roundHalfAway(value: number, decimals: number, tenfold = 0): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
  const scaled = Math.abs(value) * 10 ** (decimals + tenfold);
  if (scaled < surelyExact && Math.abs((scaled % 1) - 0.5) > nearTie) {
    const rounded = Math.round(scaled) / 10 ** decimals;
    return value < 0 && rounded !== 0 ? -rounded : rounded;
  }
  const [mantissa = "0", exponent = "0"] = Math.abs(value)
    .toExponential(reliableDigits - 1)
    .split("e");
  const digits = BigInt(mantissa.replace(".", ""));
  /** The value is digits × 10^−scale; what is left of `decimals` places is cut. */
  const scale = reliableDigits - 1 - Number(exponent) - tenfold;
  const cut = scale - decimals;
  const kept = cut <= 0 ? digits * 10n ** BigInt(-cut) : divideHalfUp(digits, 10n ** BigInt(cut));
  const rounded = Number(`${kept}e${-decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
