import { define } from "../diagnostic.ts";

/** What doesn't fit on the page, or can't be set. */

export const characterNotCovered = define<{
  readonly character: string;
  readonly codePoint: string;
  readonly face: string;
  readonly publication: string;
  readonly where: string;
}>({
  code: "P001",
  severity: "error",
  message: ({ character, codePoint, face, publication, where }) =>
    `the face "${face}" has no glyph for "${character}" (${codePoint}), wanted in ${publication}, ${where}`,
});

export const wordTooWide = define<{
  readonly words: string;
  readonly widthPt: number;
  readonly publication: string;
}>({
  code: "P002",
  severity: "error",
  message: ({ words, widthPt, publication }) =>
    `"${words}" is wider than its column of ${Math.round(widthPt)} pt in ${publication}`,
});

export const blockTooTall = define<{
  readonly what: string;
  readonly heightPt: number;
  readonly roomPt: number;
}>({
  code: "P003",
  severity: "error",
  message: ({ what, heightPt, roomPt }) =>
    `${what} is ${Math.ceil(heightPt)} pt tall where a page has room for ${Math.floor(roomPt)} pt`,
});

export const coverTooFull = define<{
  readonly publication: string;
  readonly overPt: number;
}>({
  code: "P004",
  severity: "error",
  message: ({ publication, overPt }) =>
    `the cover of ${publication} holds too much text, by ${Math.ceil(overPt)} pt`,
});

export const tableTooWide = define<{
  readonly table: string;
  readonly neededPt: number;
  readonly roomPt: number;
}>({
  code: "P005",
  severity: "error",
  message: ({ table, neededPt, roomPt }) =>
    `the columns of ${table} need ${Math.ceil(neededPt)} pt where the page has ${Math.floor(roomPt)} pt`,
});

export const chartTooWide = define<{
  readonly figure: string;
  readonly widthPt: number;
  readonly roomPt: number;
}>({
  code: "P006",
  severity: "error",
  message: ({ figure, widthPt, roomPt }) =>
    `the chart of ${figure} is ${Math.ceil(widthPt)} pt wide where its column has ${Math.floor(roomPt)} pt`,
});

export const linkToNowhere = define<{
  readonly text: string;
  readonly target: string;
  readonly publication: string;
}>({
  code: "P007",
  severity: "error",
  message: ({ text, target, publication }) =>
    `the link "${text}" in ${publication} goes to "${target}", which isn't in it`,
});

export const runningHeadShortened = define<{
  readonly text: string;
  readonly publication: string;
}>({
  code: "P008",
  severity: "warning",
  message: ({ text, publication }) =>
    `"${text}" is too long for the head or foot of a page in ${publication} and ends there with "…"`,
});
