import type { Diagnostic, Place } from "./diagnostic.ts";

/**
 * By place: file, then sheet, row and column, or line and column, or page; what has no place comes first.
 * Diagnostics of one place keep their order.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics
    .map((diagnostic) => ({ diagnostic, key: keyOf(diagnostic.place) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ diagnostic }) => diagnostic);
}

type Key = readonly (string | number)[];

function keyOf(place: Place | undefined): Key {
  if (!place) return [];
  switch (place.kind) {
    case "cell": {
      const { column, row } = parseCell(place.cell);
      return [place.file, place.sheet, row, column];
    }
    case "file":
      return [place.file, place.line ?? 0, place.column ?? 0];
    case "page":
      return [place.file, place.page];
  }
}

/** "AA89" → column 27, row 89; a whole column ("AA") is row 0, a whole row ("89") column 0. */
function parseCell(cell: string): { readonly column: number; readonly row: number } {
  const [, letters = "", digits = ""] = /^([A-Z]*)(\d*)/.exec(cell) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(digits) };
}

function compareKeys(a: Key, b: Key): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (one === other) continue;
    // Two places of one file may be of different kinds: numbers come before names.
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return a.length - b.length;
}
