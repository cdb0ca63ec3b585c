import type { ChartSpecification } from "../charts/chart.ts";
import { defaultSpecifications } from "../charts/default-specifications.ts";
import { groupQuestions } from "../charts/question-table.ts";
import type { Edition } from "../edition/edition.ts";
import type { PerLanguage } from "../edition/language.ts";
import type { Facts } from "../facts/fact.ts";
import type { Strings } from "../wording/strings.ts";

export interface UnchartedRequest {
  readonly edition: Edition;
  readonly facts: Facts;
  readonly strings: PerLanguage<Strings>;
  /** The charts that texts ask for. */
  readonly charts: readonly ChartSpecification[];
}

/**
 * Charts of the questions that no text has a chart of, each in the form of its kind: what a new question of a new
 * edition gets without anybody writing a specification.
 */
export function chartUnchartedQuestions({
  edition,
  facts,
  strings,
  charts,
}: UnchartedRequest): readonly ChartSpecification[] {
  const cuts = new Set(facts.segments.map(({ cut }) => cut));
  // A chart by region shows nothing in an edition of one region.
  const drawn = charts.filter((chart) => {
    return chart.cuts.length === 0 || chart.cuts.some((cut) => cuts.has(cut));
  });
  const charted = new Set(drawn.flatMap(({ questions }) => questions));
  return groupQuestions(edition)
    .filter(({ questions }) => !questions.some(({ name }) => charted.has(name)))
    .flatMap((group) => defaultSpecifications(group, { facts, strings }));
}
