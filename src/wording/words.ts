import type { Territory } from "../edition/edition.ts";
import { type Language, localeTags, type PerLanguage } from "../edition/language.ts";
import type { Fact } from "../facts/fact.ts";
import { isHidden } from "../facts/is-hidden.ts";
import type { SegmentId } from "../facts/segment.ts";
import { formatDate, formatDateRange } from "./format-date.ts";
import { formatNumber, formatShare } from "./format-number.ts";
import { type Locale, locales } from "./locale.ts";
import type { Printed } from "./printed.ts";
import type { Strings } from "./strings.ts";
import { typeset } from "./typeset.ts";

/** All that one language needs: numbers, dates, lists, names of places, fixed strings. Made by `createWords`. */
export interface Words {
  readonly language: Language;
  readonly localeTag: string;
  /** A fixed string of templates/wording/<language>.yaml; `{name}` in it is replaced. Throws on an unknown key: a test reads the keys that code uses. */
  readonly string: (key: string, values?: Readonly<Record<string, string>>) => string;
  /** The form of a string with `one` and `other` that fits the number; `{count}` in it is the number. */
  readonly plural: (
    key: string,
    count: number,
    values?: Readonly<Record<string, string>>,
  ) => string;
  /** Half away from zero, in the language's separators, a true minus sign. */
  readonly number: (value: number, decimals: number) => string;
  /** A label of the questionnaire in this language, with its typography. */
  readonly label: (labels: PerLanguage<string>) => string;
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
  /** "3 communes sur 4": a share on few answers as the count that it is, tagged. */
  readonly portion: (fact: Fact) => Printed;
  /** "3,29 à 4,00", tagged. */
  readonly interval: (fact: Fact) => Printed;
  /** "milliers d’euros" for thousand-euro; a unit without a string of its own is called by its name. */
  readonly unit: (name: string) => string;
  /** Separators for Vega's number formats. */
  readonly numberSymbols: {
    readonly decimal: string;
    readonly thousands: string;
    readonly percent: string;
  };
}

/** What stands where a figure is hidden because too few answered. */
export const hiddenSign = ":";
/** What stands where there is no figure: nobody was in the base, or the value is exact and has no interval. */
export const noValueSign = "–";

/**
 * The words of one language over its strings. `territory` is what segment `all` is called: the country, or the
 * region or province of the edition.
 */
export function createWords(
  language: Language,
  strings: Strings,
  territory: Territory = "belgium",
): Words {
  const locale = locales[language];
  const number = (value: number, decimals: number) => formatNumber(value, decimals, locale);
  const share = (value: number, decimals = 0) => formatShare(value, decimals, locale);
  const string = (key: string, values: Readonly<Record<string, string>> = {}) =>
    fill(strings, key, values);
  const plural: Words["plural"] = (key, count, values = {}) =>
    string(`${key}.${locale.isSingular(count) ? "one" : "other"}`, {
      count: number(count, 0),
      ...values,
    });
  const place = (segment: SegmentId, form: "name" | "in") =>
    string(`segments.${segmentKey(segment, territory)}.${form}`);
  return {
    language,
    localeTag: localeTags[language],
    string,
    label: (labels) => typeset(labels[language], language, ""),
    plural,
    number,
    share,
    date: (iso) => formatDate(iso, locale),
    dateRange: (fromIso, toIso) => formatDateRange(fromIso, toIso, locale),
    list: (items) => formatList(items, locale),
    ordinal: locale.ordinal,
    segmentName: (segment) => place(segment, "name"),
    inSegment: (segment) => place(segment, "in"),
    fact: (fact) => ({
      text: factText(fact, number, share),
      facts: [fact.id],
      kind: fact.unit === "count" ? "count" : "fact",
    }),
    portion: (fact) => ({
      text:
        fact.count === null
          ? hiddenSign
          : plural("text.portion", fact.count, { base: number(fact.base, 0) }),
      facts: [fact.id],
      kind: "count",
    }),
    interval: (fact) => ({
      text: intervalText(fact, number, share, locale),
      facts: [fact.id],
      kind: "interval",
    }),
    unit: (name) => strings.entries.get(`units.${name}`) ?? name,
    numberSymbols: {
      decimal: locale.decimal,
      thousands: locale.thousands,
      percent: locale.percent,
    },
  };
}

function fill(strings: Strings, key: string, values: Readonly<Record<string, string>>): string {
  const text = strings.entries.get(key);
  if (text === undefined) throw new Error(`no string ${key} in language ${strings.language}`);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`string ${key} needs a value for {${name}}`);
    return value;
  });
}

function segmentKey(segment: SegmentId, territory: Territory): string {
  if (segment !== "all") return segment.replace(":", ".");
  if (territory === "belgium") return "belgium";
  return "region" in territory ? `region.${territory.region}` : `province.${territory.province}`;
}

function formatList(items: readonly string[], { and }: Locale): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  return items.length === 1 ? last : `${items.slice(0, -1).join(", ")} ${and} ${last}`;
}

type Format = (value: number, decimals: number) => string;

function formatOf(fact: Fact, number: Format, share: Format): Format {
  return fact.unit === "share" ? share : number;
}

function factText(fact: Fact, number: Format, share: Format): string {
  if (isHidden(fact)) return hiddenSign;
  if (fact.value === null) return noValueSign;
  // The middle of whole scores is a whole score or halfway between two: "4", "4.5".
  const isWhole = fact.unit === "score" && Number.isInteger(fact.value);
  return formatOf(fact, number, share)(fact.value, isWhole ? 0 : fact.decimals);
}

function intervalText(fact: Fact, number: Format, share: Format, locale: Locale): string {
  if (isHidden(fact)) return hiddenSign;
  if (fact.lower === null || fact.upper === null) return noValueSign;
  const format = formatOf(fact, number, share);
  const lower = format(fact.lower, fact.decimals);
  return `${lower} ${locale.untilNumber} ${format(fact.upper, fact.decimals)}`;
}
