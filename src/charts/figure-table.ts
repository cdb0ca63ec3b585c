import type { Fact } from "../facts/fact.ts";
import type { Words } from "../wording/words.ts";
import type { DataRow, DataTable } from "./chart.ts";
import type { PressSheet } from "./press-sheet.ts";

/** Figures of one segment, or of one row of a matrix. */
export interface FigureGroup {
  /** Over its rows; empty where the table has one group only. */
  readonly heading: string;
  readonly isTotal: boolean;
  readonly rows: readonly { readonly label: string; readonly fact: Fact }[];
}

/** Shares answer by answer, or means question by question, with n and interval; one group of rows a segment. */
export function tabulateFigures(
  groups: readonly FigureGroup[],
  words: Words,
  sheet: PressSheet,
): DataTable {
  const isOfMeans = groups[0]?.rows[0]?.fact.unit === "mean";
  return {
    columns: [
      { heading: words.string(isOfMeans ? "table.question" : "table.answer"), align: "left" },
      ...(isOfMeans
        ? []
        : [{ heading: words.string("table.municipalities"), align: "right" as const }]),
      { heading: words.string("table.base"), align: "right" },
      isOfMeans
        ? { heading: words.string("table.mean"), align: "decimal" }
        : { heading: words.string("statistics.share"), align: "right" },
      { heading: words.string("table.interval"), align: "right" },
    ],
    rows: groups.flatMap(({ heading, isTotal, rows }) => [
      ...(heading === "" ? [] : [{ isGroup: true, isTotal: false, cells: [heading] }]),
      ...rows.map(
        ({ label, fact }): DataRow => ({
          isGroup: false,
          isTotal,
          cells: [
            label,
            ...(isOfMeans ? [] : [sheet.count(fact)]),
            sheet.base(fact),
            sheet.value(fact),
            sheet.interval(fact),
          ],
        }),
      ),
    ]),
  };
}
