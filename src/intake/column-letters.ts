/** A column's letters from its number: 1 → "A", 27 → "AA". */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  const before = Math.floor((column - 1) / 26);
  return before === 0 ? letter : columnLetters(before) + letter;
}
