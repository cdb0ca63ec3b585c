import stringWidth from "string-width";
import type { CellPlace, FilePlace, Place } from "../diagnostics/diagnostic.ts";

/** Lines longer than this are cut around the mark. */
const widestLine = 100;

/** Where something stands, on one line: `data/2018/survey.xlsx › "Smart City barometer" › AA89`. */
export function formatPlace(place: Place): string {
  switch (place.kind) {
    case "cell": {
      const sheet = /[^\w-]/.test(place.sheet) ? `"${place.sheet}"` : place.sheet;
      return [place.file, sheet, place.cell].filter((part) => part !== "").join(" › ");
    }
    case "file": {
      const { file, line, column } = place;
      return [file, line, line === undefined ? undefined : column]
        .filter((part) => part !== undefined)
        .join(":");
    }
    case "page":
      return `${place.file} › page ${place.page}`;
  }
}

/** The lines that show the place itself, the last one marking it; empty where the place has no text. */
export function formatFrame(place: Place): readonly string[] {
  if (place.kind === "cell") return formatCellFrame(place);
  return place.kind === "file" ? formatFileFrame(place) : [];
}

/**
 * A few cells of the row under their columns, the marked one last:
 *
 *          A id │ I Q01   │ … AA Q06
 *     89     94 │ Aubange │   inconnu
 *                             ^^^^^^^
 */
function formatCellFrame({ cell, frame = [] }: CellPlace): readonly string[] {
  const marked = frame.at(-1);
  if (!marked) return [];
  const row = /\d+$/.exec(cell)?.[0] ?? "";
  const around = frame.slice(0, -1).map(({ column, heading, value }) => {
    const head = `${column} ${cutEnd(heading, 24)}`.trimEnd();
    const text = cutEnd(value, 24);
    const widthOf = Math.max(stringWidth(head), stringWidth(text));
    const pad = isNumeric(value) ? padStart : padEnd;
    return { head: pad(head, widthOf), value: pad(text, widthOf) };
  });
  const before = (lead: string, texts: readonly string[]) =>
    `${lead}    ${texts.map((text) => `${text} │ `).join("")}`;
  const isAfterGap = around.length > 0 && !isNextColumn(frame.at(-2)?.column ?? "", marked.column);
  const heads = before(
    ` ${" ".repeat(row.length)}`,
    around.map(({ head }) => head),
  );
  const values = before(
    ` ${row}`,
    around.map(({ value }) => value),
  );
  const text = cutEnd(marked.value, 60);
  const indent = isAfterGap ? "  " : "";
  return [
    `${heads}${isAfterGap ? "… " : ""}${marked.column} ${cutEnd(marked.heading, 60)}`.trimEnd(),
    `${values}${indent}${text}`.trimEnd(),
    `${" ".repeat(stringWidth(values) + indent.length)}${"^".repeat(Math.max(1, stringWidth(text)))}`,
  ];
}

/** The line of the file with its number, and a mark under the columns named. */
function formatFileFrame({ line, column, length = 1, text }: FilePlace): readonly string[] {
  if (line === undefined || text === undefined) return [];
  const whole = text.replaceAll("\t", " ").trimEnd();
  const lead = ` ${line}   `;
  if (column === undefined) return [`${lead}${cutEnd(whole, widestLine)}`];
  const first = Math.max(0, column - 1 - Math.floor(widestLine / 2));
  const start = whole.length <= widestLine ? 0 : first;
  const shown = whole.slice(start, start + widestLine);
  const isCutBefore = start > 0;
  const isCutAfter = start + widestLine < whole.length;
  const markedText = whole.slice(column - 1, Math.min(column - 1 + length, start + widestLine));
  const marked = Math.max(1, stringWidth(markedText));
  const offset = stringWidth(`${isCutBefore ? "…" : ""}${whole.slice(start, column - 1)}`);
  return [
    `${lead}${isCutBefore ? "…" : ""}${shown}${isCutAfter ? "…" : ""}`,
    `${" ".repeat(lead.length + offset)}${"^".repeat(marked)}`,
  ];
}

/** Line breaks and other control characters of a cell would break the frame. */
function cutEnd(text: string, most: number): string {
  const onLine = text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
  const characters = [...onLine];
  return characters.length <= most ? onLine : `${characters.slice(0, most - 1).join("")}…`;
}

function isNumeric(text: string): boolean {
  return /^[-−]?\d[\d.,]*$/.test(text);
}

function padStart(text: string, widthOf: number): string {
  return " ".repeat(Math.max(0, widthOf - stringWidth(text))) + text;
}

function padEnd(text: string, widthOf: number): string {
  return text + " ".repeat(Math.max(0, widthOf - stringWidth(text)));
}

/** "Z" then "AA". */
function isNextColumn(column: string, next: string): boolean {
  const number = (letters: string) =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return number(column) + 1 === number(next);
}
