import { type Locale, noBreakSpace } from "./locale.ts";

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** ISO date → "30 avril 2018"; day and month are never parted. Throws on anything but an ISO date. */
export function formatDate(iso: string, locale: Locale): string {
  const date = parseIsoDate(iso);
  return `${dayAndMonth(date, locale)} ${date.year}`;
}

/**
 * "5 octobre 2017 au 25 avril 2018", "5 au 25 avril 2018", "5 mars au 25 avril 2018": what both ends share is
 * said once. The word before the range ("du", "van", "from") is the sentence's.
 */
export function formatDateRange(fromIso: string, toIso: string, locale: Locale): string {
  if (fromIso === toIso) return formatDate(fromIso, locale);
  const from = parseIsoDate(fromIso);
  const to = parseIsoDate(toIso);
  const start =
    from.year !== to.year
      ? formatDate(fromIso, locale)
      : from.month !== to.month
        ? dayAndMonth(from, locale)
        : locale.day(from.day);
  return `${start} ${locale.untilDate} ${formatDate(toIso, locale)}`;
}

function dayAndMonth({ day, month }: DateParts, locale: Locale): string {
  return `${locale.day(day)}${noBreakSpace}${locale.months[month - 1]}`;
}

function parseIsoDate(iso: string): DateParts {
  const match = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(iso);
  if (!match) throw new Error(`not an ISO date: ${iso}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}
