/** A column's letters from its number: 1 → "A", 27 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A column's number from its letters: "AA" → 27; undefined when they are none. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Z]+$/i.test(letters)) return undefined;
  return [...letters.toUpperCase()].reduce(
    (number, letter) => number * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

/** "AA89" from column 27 and row 89. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
