import type { PerLanguage } from "../edition/language.ts";

/**
 * How one language writes numbers, dates and lists. Written out instead of asked of Intl: what Intl prints
 * changes with the version of ICU and with the machine, and the same inputs must print the same text anywhere.
 */
export interface Locale {
  readonly decimal: string;
  readonly thousands: string;
  /** What follows the number of a percentage, its space included. */
  readonly percent: string;
  /** January first. */
  readonly months: readonly string[];
  /** The day of a month as it is written in a date. */
  readonly day: (day: number) => string;
  /** Between the two ends of a range of dates, and of numbers. */
  readonly untilDate: string;
  readonly untilNumber: string;
  /** Before the last item of a list. */
  readonly and: string;
  readonly ordinal: (n: number) => string;
  readonly isSingular: (count: number) => boolean;
}

export const trueMinus = "\u2212";
export const noBreakSpace = "\u00A0";
export const narrowNoBreakSpace = "\u202F";

export const locales: PerLanguage<Locale> = {
  fr: {
    decimal: ",",
    thousands: narrowNoBreakSpace,
    percent: `${narrowNoBreakSpace}%`,
    months: [
      "janvier",
      "février",
      "mars",
      "avril",
      "mai",
      "juin",
      "juillet",
      "août",
      "septembre",
      "octobre",
      "novembre",
      "décembre",
    ],
    day: (day) => (day === 1 ? "1er" : String(day)),
    untilDate: "au",
    untilNumber: "à",
    and: "et",
    ordinal: (n) => (n === 1 ? "1er" : `${n}e`),
    isSingular: (count) => Math.abs(count) < 2,
  },
  nl: {
    decimal: ",",
    thousands: ".",
    percent: "%",
    months: [
      "januari",
      "februari",
      "maart",
      "april",
      "mei",
      "juni",
      "juli",
      "augustus",
      "september",
      "oktober",
      "november",
      "december",
    ],
    day: String,
    untilDate: "tot en met",
    untilNumber: "tot",
    and: "en",
    ordinal: (n) => `${n}${takesSte(n % 100) ? "ste" : "de"}`,
    isSingular: (count) => Math.abs(count) === 1,
  },
  en: {
    decimal: ".",
    thousands: ",",
    percent: "%",
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    day: String,
    untilDate: "to",
    untilNumber: "to",
    and: "and",
    ordinal: (n) => `${n}${englishSuffix(n)}`,
    isSingular: (count) => Math.abs(count) === 1,
  },
};

/** 1ste, 8ste, 20ste and everything above, 100ste; 2de, 12de, 102de. */
function takesSte(lastTwo: number): boolean {
  return lastTwo === 0 || lastTwo === 1 || lastTwo === 8 || lastTwo >= 20;
}

function englishSuffix(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][n % 10] ?? "th";
}
