import type { FilePlace } from "../diagnostics/diagnostic.ts";

/**
 * The place of a line of a table, marked at the first field that is `field`; at the line's start where none is.
 *
 * @param before the line's fields up to this one, which may read the same; where they are not found in this order,
 *   the whole line is searched
 */
export function fieldPlace(
  line: { readonly file: string; readonly line: number; readonly text: string },
  field: string,
  before: readonly string[] = [],
): FilePlace {
  const start = afterFields(line.text, before);
  const found = findField(line.text, field, start ?? 0) ?? findField(line.text, field, 0);
  const column = field === "" ? start : found;
  return {
    kind: "file",
    file: line.file,
    line: line.line,
    text: line.text,
    ...(column === undefined
      ? { column: 1 }
      : { column: column + 1, length: Math.max(1, field.length) }),
  };
}

/** Where the field after these begins, from 0; undefined where they do not stand in this order. */
function afterFields(text: string, fields: readonly string[]): number | undefined {
  let at = 0;
  for (const field of fields) {
    const found = field === "" ? at : findField(text, field, at);
    if (found === undefined) return undefined;
    const end = found + field.length;
    at = text[end] === '"' ? end + 2 : end + 1;
  }
  return at;
}

/** From 0. A field begins and ends at a delimiter, a quote or an end of the line. */
function findField(text: string, field: string, from: number): number | undefined {
  if (field === "") return undefined;
  for (let at = text.indexOf(field, from); at !== -1; at = text.indexOf(field, at + 1))
    if (isEdge(text[at - 1]) && isEdge(text[at + field.length])) return at;
  return undefined;
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || /[,;\t"\s]/.test(character);
}
