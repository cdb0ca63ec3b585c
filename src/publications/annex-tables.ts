import type { Chart, DataTable } from "../charts/chart.ts";
import { segmentLabel } from "../charts/name-segment.ts";
import {
  buildQuestionTable,
  groupQuestions,
  type QuestionGroup,
} from "../charts/question-table.ts";
import type { QuestionTableSource } from "../document/assemble-document.ts";
import type { Edition } from "../edition/edition.ts";
import type { Facts } from "../facts/fact.ts";
import type { Segment } from "../facts/segment.ts";
import { listDistinct } from "../wording/template/segment-helpers.ts";
import type { Words } from "../wording/words.ts";

export interface AnnexRequest {
  readonly edition: Edition;
  readonly facts: Facts;
  readonly words: Words;
  /** In the order in which the texts ask for them. */
  readonly charts: readonly Chart[];
  /** The tables that stand in the texts, by id. */
  readonly tables: ReadonlyMap<string, DataTable>;
}

export interface Annex {
  readonly tables: readonly QuestionTableSource[];
  /** By chart: the table that holds all of its data. */
  readonly dataTableOf: ReadonlyMap<string, string>;
}

interface KnownTable {
  readonly id: string;
  readonly facts: ReadonlySet<string>;
}

/**
 * The full tables: every question for the whole territory, its regions and natures, followed by what charts show of
 * it beyond that (provinces, single scores), so that the data of every chart stand in a table.
 */
export function annexTables(request: AnnexRequest): Annex {
  const { charts, tables } = request;
  const known: KnownTable[] = [...tables].map(([id, table]) => ({
    id: `table-${id}`,
    facts: factsOf(table),
  }));
  const sources: QuestionTableSource[] = [];
  const add = (source: QuestionTableSource) => {
    sources.push(source);
    known.push({ id: source.id, facts: factsOf(source.table) });
  };
  const isKnown = (chart: Chart) => find(chart, known) !== undefined;
  const groups = groupQuestions(request.edition);
  for (const group of groups.filter(({ questions }) => questions[0]?.kind !== "text")) {
    add(mainTable(group, request));
    const own = charts.filter(({ specification }) => isAbout(specification.questions, group));
    const showsProvinces = own.some((chart) => !isKnown(chart) && isChosenByProvince(chart, group));
    if (showsProvinces) for (const source of provinceTables(group, request)) add(source);
    for (const chart of own) if (!isKnown(chart)) add(ownTable(chart, group, request));
  }
  const dataTableOf = new Map(
    charts.flatMap((chart) => {
      const table = find(chart, known);
      return table === undefined ? [] : [[chart.specification.id, table] as const];
    }),
  );
  return { tables: sources, dataTableOf };
}

function find(chart: Chart, known: readonly KnownTable[]): string | undefined {
  const facts = [...factsOf(chart.table)];
  return known.find((table) => facts.every((fact) => table.facts.has(fact)))?.id;
}

function factsOf({ rows }: DataTable): ReadonlySet<string> {
  return new Set(
    rows.flatMap((row) =>
      row.cells.flatMap((cell) => (typeof cell === "string" ? [] : cell.facts)),
    ),
  );
}

function isAbout(questions: readonly string[], group: QuestionGroup): boolean {
  const [first] = questions;
  return group.questions.some(({ name }) => name === first);
}

function isChosenByProvince(chart: Chart, { questions }: QuestionGroup): boolean {
  const hasChoices = questions.some(({ choices }) => choices.length > 0);
  return hasChoices && [...factsOf(chart.table)].some((fact) => fact.includes("@province:"));
}

function mainTable(group: QuestionGroup, request: AnnexRequest): QuestionTableSource {
  const segments = request.facts.segments.filter(({ cut }) => cut !== "province");
  return source(group, `table-question-${group.name}`, segments, request);
}

/** By region, so that a table is no wider than the page. */
function provinceTables(
  group: QuestionGroup,
  request: AnnexRequest,
): readonly QuestionTableSource[] {
  const { segments } = request.facts;
  const whole = segments.filter(({ id }) => id === "all");
  const provinces = listDistinct(request.facts, "province");
  const byRegion = new Map<string, Segment[]>();
  for (const province of provinces) {
    const region = province.municipalities[0]?.region ?? "";
    byRegion.set(region, [...(byRegion.get(region) ?? []), province]);
  }
  const by = request.words.string("cuts.province.heading");
  return [...byRegion].map(([region, own]) => ({
    ...source(group, `table-question-${group.name}-${region}`, [...whole, ...own], request),
    by: byRegion.size > 1 ? `${by}, ${regionName(region, request)}` : by,
  }));
}

function regionName(region: string, { facts, words }: AnnexRequest): string {
  const segment = facts.segments.find(({ id }) => id === `region:${region}`);
  return segment ? segmentLabel(segment.id, words) : "";
}

function ownTable(chart: Chart, group: QuestionGroup, request: AnnexRequest): QuestionTableSource {
  const { id, cuts } = chart.specification;
  const { words } = request;
  const by =
    cuts.length > 0
      ? words.list(cuts.map((cut) => words.string(`cuts.${cut}.heading`)))
      : words.string("table.score");
  return { id: `table-data-${id}`, wording: wordingOf(group, request), by, table: chart.table };
}

function source(
  group: QuestionGroup,
  id: string,
  segments: readonly Segment[],
  request: AnnexRequest,
): QuestionTableSource {
  const { edition, facts, words } = request;
  const table = buildQuestionTable({ group, segments, facts, edition, words });
  return { id, wording: wordingOf(group, request), table };
}

function wordingOf(group: QuestionGroup, { edition, words }: AnnexRequest): string {
  const { byName, matrices } = edition.questionnaire;
  const asked = group.isMatrix ? matrices.get(group.name) : byName.get(group.name);
  return asked ? words.label(asked.labels) : group.name;
}
