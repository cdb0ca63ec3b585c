import { typedDigits } from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { digitHints } from "./argument-kind.ts";
import { placeOf, type Template } from "./template.ts";

/** Parts of a template in which digits are no figures: what helpers are given, addresses, ids, marks of notes and lists. */
const notPrinted: readonly RegExp[] = [
  /\{\{!--[\s\S]*?--~?\}\}/g,
  /\{\{\{?(?:"[^"]*"|'[^']*'|[^}"'])*\}?\}\}/g,
  /\]\([^)]*\)/g,
  /<[a-z][a-z+.-]*:[^>\s]*>/gi,
  /\{#[^}\n]*\}/g,
  /\[\^[^\]\n]+\]/g,
  /^\[[^\]\n]+\]:\s*\S+/gm,
];

/** A numbered list: it begins after an empty line, else its first number is a figure at a line's start. */
const numberedList = /(?<=^|\n[ \t>]*\n)(?:[ \t>]*\d+[.)][ \t].*(?:\n|$))+/g;
const listNumber = /^[ \t>]*\d+[.)]/gm;

const typed = /\p{N}+(?:[.,]\p{N}+)*(?:[ \u00A0\u202F]?%)?/gu;

/** Digits that someone typed into running text: each is an error, since a correction would not reach it. */
export function findTypedDigits(template: Template): readonly Diagnostic[] {
  const text = notPrinted
    .reduce((masked, pattern) => masked.replace(pattern, blank), template.source)
    .replace(numberedList, (list) => list.replace(listNumber, blank));
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
