import { stringify } from "csv-stringify/sync";
import type { DataTable } from "../charts/chart.ts";
import type { Fact, Facts } from "../facts/fact.ts";

const columns = [
  "fact",
  "question",
  "choice",
  "statistic",
  "segment",
  "value",
  "base",
  "population",
  "count",
  "lower",
  "upper",
  "unit",
] as const;

/**
 * The facts behind a chart as CSV at full precision, in the order in which its table prints them. Hidden figures
 * are left out, so that nothing attached says more than the page.
 */
export function formatChartData(table: DataTable, facts: Facts): string {
  const ids = new Set(
    table.rows.flatMap((row) =>
      row.cells.flatMap((cell) => (typeof cell === "string" ? [] : cell.facts)),
    ),
  );
  const rows = [...ids]
    .map((id) => facts.byId.get(id))
    .filter((fact): fact is Fact => fact !== undefined && fact.value !== null)
    .map((fact) => columns.map((column) => (column === "fact" ? fact.id : fact[column])));
  return stringify([columns, ...rows]);
}
