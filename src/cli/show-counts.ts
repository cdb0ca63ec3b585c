import type { IntakeCounts } from "../intake/response.ts";

/** "Read 141 responses: 123 kept; left out: 11 incomplete, 2 excluded, 0 outside the territory …": nothing is unsaid. */
export function formatCounts(counts: IntakeCounts): string {
  const left = [
    `${counts.incomplete} incomplete`,
    `${counts.excluded} excluded`,
    `${counts.outsideTerritory} outside the territory`,
    `${counts.afterClosing} after closing`,
    `${counts.superseded} superseded`,
  ];
  return `Read ${counts.read} responses: ${counts.kept} kept; left out: ${left.join(", ")}.`;
}
