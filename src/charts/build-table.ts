import type { Edition } from "../edition/edition.ts";
import type { Facts } from "../facts/fact.ts";
import type { Cut, Segment } from "../facts/segment.ts";
import type { Words } from "../wording/words.ts";
import type { DataRow, DataTable } from "./chart.ts";
import { findFact, segmentsOf } from "./find-facts.ts";
import { segmentLabel } from "./name-segment.ts";
import type { TableForm, TableSpecification } from "./read-table-specifications.ts";

export interface BuildTableRequest {
  readonly specification: TableSpecification;
  readonly facts: Facts;
  readonly edition: Edition;
  readonly words: Words;
}

/** Builds a table of the report in one language. */
export function buildTable(request: BuildTableRequest): DataTable {
  return builders[request.specification.form](request);
}

const builders: Readonly<Record<TableForm, (request: BuildTableRequest) => DataTable>> = {
  sample: buildSampleTable,
};

const cuts: readonly Cut[] = ["region", "province", "nature"];

/**
 * Municipalities of the population, how many answers the overall response rate would lead one to expect, how many
 * came, and the rate, for every segment and the whole territory.
 */
function buildSampleTable({ facts, words }: BuildTableRequest): DataTable {
  const whole = facts.segments.find(({ id }) => id === "all");
  return {
    columns: [
      { heading: words.string("table.segment"), align: "left" },
      { heading: words.string("table.municipalities"), align: "right" },
      { heading: words.string("chart.expected"), align: "decimal" },
      { heading: words.string("table.sample"), align: "right" },
      { heading: words.string("table.responseRate"), align: "right" },
    ],
    rows: [
      ...cuts.flatMap((cut) => {
        const rows = segmentsOf(facts, cut).flatMap((segment) =>
          sampleRow(facts, words, segment, false),
        );
        const heading = {
          isGroup: true,
          isTotal: false,
          cells: [words.string(`cuts.${cut}.heading`)],
        };
        // One segment is the territory itself, and its row would say the total twice.
        return rows.length > 1 ? [heading, ...rows] : [];
      }),
      ...(whole ? sampleRow(facts, words, whole, true) : []),
    ],
  };
}

function sampleRow(
  facts: Facts,
  words: Words,
  segment: Segment,
  isTotal: boolean,
): readonly DataRow[] {
  const rate = findFact(facts, "sample", null, "response-rate", segment.id);
  const overall = findFact(facts, "sample", null, "response-rate", "all");
  const count = findFact(facts, "sample", null, "count", segment.id);
  if (!rate || !count || overall?.value === null || overall?.value === undefined) return [];
  const expected = overall.value * rate.population;
  return [
    {
      isGroup: false,
      isTotal,
      cells: [
        segmentLabel(segment.id, words),
        { text: words.number(rate.population, 0), facts: [count.id], kind: "count" },
        { text: words.number(expected, 1), facts: [overall.id], kind: "number" },
        words.fact(count),
        words.fact(rate),
      ],
    },
  ];
}
