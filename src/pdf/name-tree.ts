import type { PdfDictionary, PdfValue } from "./pdf-file.ts";
import { textString } from "./pdfkit-adapter.ts";

/** A name tree of one leaf, sorted by the bytes in which readers search (ISO 32000-1, 7.9.6). */
export function nameTree(entries: ReadonlyMap<string, PdfValue>): PdfDictionary {
  const sorted = [...entries].sort(([a], [b]) => compareWritten(a, b));
  return { Names: sorted.flatMap(([name, value]) => [textString(name), value]) };
}

/** ASCII is written as it is; other names start with the byte 0xFE and come last. */
function compareWritten(a: string, b: string): number {
  const [isPlainA, isPlainB] = [isAscii(a), isAscii(b)];
  if (isPlainA !== isPlainB) return isPlainA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
