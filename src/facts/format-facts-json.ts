import type { Edition } from "../edition/edition.ts";
import type { Fact } from "./fact.ts";

/** The facts as JSON, one a line, in full precision: schema "barometer/facts@1". Ends with a line break. */
export function formatFactsJson(edition: Pick<Edition, "id">, facts: readonly Fact[]): string {
  const lines = facts.map((fact) => JSON.stringify(record(fact)));
  const head = `{"schema":"barometer/facts@1","edition":${JSON.stringify(edition.id)},"facts":[`;
  return lines.length === 0 ? `${head}]}\n` : `${head}\n${lines.join(",\n")}\n]}\n`;
}

/** The published fields, in their published order. */
function record(fact: Fact) {
  const { id, question, choice, statistic, segment, value, base, population } = fact;
  const { count, lower, upper, unit, flags } = fact;
  return {
    id,
    question,
    choice,
    statistic,
    segment,
    value,
    base,
    population,
    count,
    lower,
    upper,
    unit,
    flags,
  };
}
