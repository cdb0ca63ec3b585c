import type { Fact } from "../facts/fact.ts";
import type { Words } from "../wording/words.ts";

/** Screen readers cut off longer alternative texts, and listeners give up. */
export const greatestDescriptionLength = 300;

/** A figure on fewer answers is never said without its n: a listener doesn't see the † beside it. */
const fewAnswers = 10;

/** "n = 4" where a figure rests on a few answers. */
export function cautionOf(fact: Fact, words: Words): string | undefined {
  if (fact.base >= fewAnswers) return undefined;
  return words.string("chart.base", { n: words.number(fact.base, 0) });
}

/** A figure as it is said: "4,00", "4,00 (n = 4)". */
export function sayFigure(fact: Fact, words: Words): string {
  const caution = cautionOf(fact, words);
  const { text } = words.fact(fact);
  return caution ? `${text} (${caution})` : text;
}

/**
 * The message, then as many of the details as fit, most important first.
 *
 * @param message A whole sentence, with its full stop.
 * @param details Such as "Wallonie 42 %".
 * @param key The string that leads the details in: "Viennent ensuite {details}."
 * @param values What that string wants besides.
 */
export function composeDescription(
  message: string,
  details: readonly string[],
  words: Words,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string {
  for (let count = details.length; count > 0; count -= 1) {
    const list = details.slice(0, count).join(words.string("chart.separator"));
    const longer = `${message} ${words.string(key, { ...values, details: list })}`;
    if (longer.length <= greatestDescriptionLength) return longer;
  }
  return message;
}
