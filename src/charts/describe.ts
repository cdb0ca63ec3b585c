import type { Words } from "../wording/words.ts";

/** Screen readers cut off longer alternative texts, and listeners give up. */
export const greatestDescriptionLength = 300;

/**
 * The message, then as many of the details as fit, most important first.
 *
 * @param message A whole sentence, with its full stop.
 * @param details Such as "Wallonie 42 %".
 * @param key The string that leads the details in: "Viennent ensuite {details}."
 */
export function composeDescription(
  message: string,
  details: readonly string[],
  words: Words,
  key: string,
): string {
  for (let count = details.length; count > 0; count -= 1) {
    const list = details.slice(0, count).join(words.string("chart.separator"));
    const longer = `${message} ${words.string(key, { details: list })}`;
    if (longer.length <= greatestDescriptionLength) return longer;
  }
  return message;
}
