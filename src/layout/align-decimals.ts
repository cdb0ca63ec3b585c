/**
 * Cuts a printed figure where a column aligns: after its whole units, so that marks such as † and signs such as % stand
 * to the right of the line of digits. Without a digit (":", "–") all of it stands to the left.
 */
export function splitAtDecimal(
  text: string,
  decimalSign: string,
): { readonly whole: string; readonly rest: string } {
  const sign = text.lastIndexOf(decimalSign);
  const isDecimal =
    sign > 0 && /\p{N}/u.test(text[sign - 1] ?? "") && /\p{N}/u.test(text[sign + 1] ?? "");
  const end = isDecimal ? sign : lastDigit(text) + 1;
  if (end === 0) return { whole: text, rest: "" };
  return { whole: text.slice(0, end), rest: text.slice(end) };
}

function lastDigit(text: string): number {
  for (let index = text.length - 1; index >= 0; index--) {
    if (/\p{N}/u.test(text[index] ?? "")) return index;
  }
  return -1;
}
