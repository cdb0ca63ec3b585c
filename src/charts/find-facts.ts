import type { Fact, Facts, Statistic } from "../facts/fact.ts";
import type { Cut, Segment, SegmentId } from "../facts/segment.ts";

/** The fact of a question, or of one of its choices, in a segment; undefined where it was not computed. */
export function findFact(
  facts: Facts,
  question: string,
  choice: string | null,
  statistic: Statistic,
  segment: SegmentId,
): Fact | undefined {
  const stem = choice === null ? question : `${question}.${choice}`;
  const suffix = segment === "all" ? "" : `@${segment}`;
  return facts.byId.get(`${stem}.${statistic}${suffix}`);
}

/** The parts of the territory that a cut makes, in the order of tables. */
export function segmentsOf(facts: Facts, cut: Cut): readonly Segment[] {
  return facts.segments.filter((segment) => segment.cut === cut);
}

/** The cuts of a specification that divide this edition's territory; within one region there is none by region. */
export function cutsOf(facts: Facts, { cuts }: { readonly cuts: readonly Cut[] }): readonly Cut[] {
  return cuts.filter((cut) => segmentsOf(facts, cut).length > 0);
}

/** All that share the greatest value, so that nobody is called the first who isn't alone. */
export function leaders<Row extends { readonly fact: Fact }>(rows: readonly Row[]): readonly Row[] {
  const greatest = Math.max(...rows.map(({ fact }) => fact.value ?? -Infinity));
  return rows.filter(({ fact }) => fact.value === greatest);
}

/** All that share the least value. */
export function trailers<Row extends { readonly fact: Fact }>(
  rows: readonly Row[],
): readonly Row[] {
  const least = Math.min(...rows.map(({ fact }) => fact.value ?? Infinity));
  return rows.filter(({ fact }) => fact.value === least);
}

/** Descending by value; hidden ones last; ties keep their order. */
export function compareValues(first: Fact, second: Fact): number {
  return (second.value ?? -Infinity) - (first.value ?? -Infinity) || 0;
}
