import { roundHalfAway } from "../statistics/round-half-away.ts";
import { type Locale, trueMinus } from "./locale.ts";

/**
 * A number for people: rounded half away from zero to `decimals` places, with the language's separators and a
 * true minus sign. `tenfold` shifts the point first: 2 makes a percentage of a share.
 */
export function formatNumber(
  value: number,
  decimals: number,
  locale: Locale,
  tenfold: 0 | 2 = 0,
): string {
  const rounded = roundHalfAway(value, decimals, tenfold);
  const [whole = "", fraction] = Math.abs(rounded).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, locale.thousands);
  const sign = rounded < 0 ? trueMinus : "";
  return `${sign}${grouped}${fraction === undefined ? "" : locale.decimal + fraction}`;
}

/** 0.44 → "44 %" in French, with its narrow no-break space; "44%" elsewhere. */
export function formatShare(share: number, decimals: number, locale: Locale): string {
  return formatNumber(share, decimals, locale, 2) + locale.percent;
}
