import { typedDigits } from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { digitHints } from "./argument-kind.ts";
import { placeOf, type Template } from "./template.ts";

/** Parts of a template in which digits are no figures: what helpers are given, addresses, ids, marks of notes and lists. */
const notPrinted: readonly RegExp[] = [
  /\{\{!--[\s\S]*?--~?\}\}/g,
  /\{\{\{?(?:"[^"]*"|'[^']*'|[^}"'])*\}?\}\}/g,
  /<!--[\s\S]*?-->/g,
  /\]\([^)]*\)/g,
  /<[a-z][a-z+.-]*:[^>\s]*>/gi,
  /\{#[^}\n]*\}/g,
  /\[\^[^\]\n]+\]/g,
  /^\[[^\]\n]+\]:\s*\S+/gm,
  /^[ \t>]*\d+[.)](?=\s)/gm,
];

const typed = /\d+(?:[.,]\d+)*(?:[ \u00A0\u202F]?%)?/g;

/** Digits that someone typed into running text: each is an error, since a correction would not reach it. */
export function findTypedDigits(template: Template): readonly Diagnostic[] {
  const text = notPrinted.reduce(
    (masked, pattern) => masked.replace(pattern, blank),
    template.source,
  );
  return [...text.matchAll(typed)].map(({ 0: digits, index }) => {
    const before = text.slice(0, index);
    const line = before.split("\n").length;
    const column = index - before.lastIndexOf("\n");
    const endColumn = column + digits.length;
    const place = placeOf(template, { line, column, endLine: line, endColumn });
    return typedDigits({ digits }, { place, hints: digitHints });
  });
}

/** As many characters on as many lines, so that places stay right. */
function blank(text: string): string {
  return text.includes("\n") ? text.replace(/[^\n]/g, " ") : " ".repeat(text.length);
}
