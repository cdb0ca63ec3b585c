import type { Language } from "../edition/language.ts";
import type { Fact } from "../facts/fact.ts";
import type { SegmentId } from "../facts/segment.ts";
import type { Printed } from "./printed.ts";

/** All that one language needs: numbers, dates, lists, names of places, fixed strings. Made by `createWords`. */
export interface Words {
  readonly language: Language;
  readonly localeTag: string;
  /** A fixed string of templates/wording/<language>.yaml; `{name}` in it is replaced. Throws on an unknown key: the keys that code uses are checked when the strings are read. */
  readonly string: (key: string, values?: Readonly<Record<string, string>>) => string;
  /** The form of a string with `one` and `other` that fits the number. */
  readonly plural: (
    key: string,
    count: number,
    values?: Readonly<Record<string, string>>,
  ) => string;
  /** Half away from zero, in the language's separators, a true minus sign. */
  readonly number: (value: number, decimals: number) => string;
  /** 0.44 → "44 %" (fr, U+202F), "44%". */
  readonly share: (value: number, decimals?: number) => string;
  /** ISO date → "30 avril 2018", "30 april 2018", "30 April 2018". */
  readonly date: (iso: string) => string;
  /** "5 octobre 2017 au 25 avril 2018" without what is said twice. */
  readonly dateRange: (fromIso: string, toIso: string) => string;
  /** "a, b et c". */
  readonly list: (items: readonly string[]) => string;
  readonly ordinal: (n: number) => string;
  /** "Flandre", "Hainaut", "communes rurales", "Belgique". */
  readonly segmentName: (segment: SegmentId) => string;
  /** "en Flandre", "dans le Hainaut", "in Vlaanderen", "in rural municipalities". */
  readonly inSegment: (segment: SegmentId) => string;
  /** A fact's value as text at its precision, tagged with its id; a hidden one prints ":" . */
  readonly fact: (fact: Fact) => Printed;
  /** "3,29 à 4,00", tagged. */
  readonly interval: (fact: Fact) => Printed;
  /** Separators for Vega's number formats. */
  readonly numberSymbols: {
    readonly decimal: string;
    readonly thousands: string;
    readonly percent: string;
  };
}
