import type { CellValue } from "./workbook.ts";

/** What a formula cell says whose file holds no result: formulas are never calculated here. */
export const uncalculated = "formula without a stored result";

/**
 * A plain value from any of the shapes in which the library hands cells over: text, number, true or false,
 * date, rich text, hyperlink, formula with its stored result, error. Undefined for a cell that holds nothing.
 */
export function normaliseCell(value: unknown): CellValue | undefined {
  switch (typeof value) {
    case "string":
      return normaliseText(value);
    case "number":
      return Number.isFinite(value) ? value : { error: "#NUM!" };
    case "boolean":
      return value;
    case "object":
      return value === null ? undefined : normaliseObject(value);
    default:
      return undefined;
  }
}

function normaliseObject(value: object): CellValue | undefined {
  if (value instanceof Date) return formatDate(value);
  if ("error" in value) return { error: String(value.error) };
  if ("richText" in value && Array.isArray(value.richText)) {
    return normaliseText(value.richText.map(textOfRun).join(""));
  }
  if ("hyperlink" in value && "text" in value) return normaliseCell(value.text);
  if ("formula" in value || "sharedFormula" in value) {
    const result = "result" in value ? normaliseCell(value.result) : undefined;
    return result ?? { error: uncalculated };
  }
  // A reference to a shared string that the file doesn't have, as some exporters leave behind.
  if ("sharedString" in value) return { error: "missing shared string" };
  return undefined;
}

function textOfRun(run: unknown): string {
  const isRun = typeof run === "object" && run !== null && "text" in run;
  return isRun ? String(run.text ?? "") : "";
}

/** Spreadsheets write control characters as _x000D_; line ends become plain ones. Empty text is an empty cell. */
export function normaliseText(text: string): string | undefined {
  const plain = text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\r\n?/g, "\n");
  return plain === "" ? undefined : plain;
}

/** "2018-04-30 16:07:52"; spreadsheets keep local time without a zone, which the library reads as UTC. */
export function formatDate(date: Date): CellValue {
  if (Number.isNaN(date.getTime())) return { error: "#NUM!" };
  const wholeSeconds = new Date(Math.round(date.getTime() / 1000) * 1000);
  return wholeSeconds.toISOString().slice(0, 19).replace("T", " ");
}

/** A date cell stored as ISO text ("2018-11-05T00:00:00Z", "2018-11-05") in the form of all other dates. */
export function normaliseIsoDate(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text.trim());
  return match ? `${match[1]} ${match[2] ?? "00:00:00"}` : text;
}
