import type { FilePlace } from "../diagnostics/diagnostic.ts";

/** The place of a line of a table, marked at the first field that is `field`; at the line's start where none is. */
export function fieldPlace(
  line: { readonly file: string; readonly line: number; readonly text: string },
  field: string,
): FilePlace {
  const marked = fieldColumn(line.text, field);
  return {
    kind: "file",
    file: line.file,
    line: line.line,
    text: line.text,
    ...(marked === undefined ? { column: 1 } : { column: marked, length: field.length }),
  };
}

/** From 1. A field begins and ends at a delimiter, a quote or an end of the line. */
function fieldColumn(text: string, field: string): number | undefined {
  if (field === "") return undefined;
  for (let at = text.indexOf(field); at !== -1; at = text.indexOf(field, at + 1))
    if (isEdge(text[at - 1]) && isEdge(text[at + field.length])) return at + 1;
  return undefined;
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || /[,;\t"\s]/.test(character);
}
