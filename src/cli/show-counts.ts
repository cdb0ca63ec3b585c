import type { IntakeCounts } from "../intake/response.ts";

/** "Read 150 responses: 123 kept; left out: 12 incomplete, 3 excluded"; what is 0 is not said. */
export function formatCounts(counts: IntakeCounts): string {
  const left = [
    `${counts.incomplete} incomplete`,
    `${counts.excluded} excluded`,
    `${counts.outsideTerritory} outside the territory`,
    `${counts.afterClosing} after closing`,
    `${counts.superseded} superseded`,
  ].filter((text) => !text.startsWith("0 "));
  const leftOut = left.length === 0 ? "" : `; left out: ${left.join(", ")}`;
  return `Read ${counts.read} responses: ${counts.kept} kept${leftOut}.`;
}
