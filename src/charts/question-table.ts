import { choiceNames } from "../edition/choice-names.ts";
import type { Edition } from "../edition/edition.ts";
import type { Question } from "../edition/questionnaire.ts";
import { natures } from "../edition/register.ts";
import type { Fact, Facts, Statistic } from "../facts/fact.ts";
import type { Segment, SegmentId } from "../facts/segment.ts";
import type { Words } from "../wording/words.ts";
import type { DataRow, DataTable } from "./chart.ts";
import { findFact } from "./find-facts.ts";
import { choiceLabel, isUnusedOther } from "./name-choice.ts";
import { segmentLabel } from "./name-segment.ts";
import { dagger, openPressSheet, type PressSheet } from "./press-sheet.ts";

/** A question that stands alone, or all rows of a matrix. */
export interface QuestionGroup {
  /** Of the question or the matrix. */
  readonly name: string;
  readonly isMatrix: boolean;
  readonly questions: readonly Question[];
}

export interface QuestionTableRequest {
  readonly group: QuestionGroup;
  /** One column each. */
  readonly segments: readonly Segment[];
  readonly facts: Facts;
  readonly edition: Edition;
  readonly words: Words;
}

/** The questions in the order asked, rows of a matrix together. */
export function groupQuestions({ questionnaire }: Edition): readonly QuestionGroup[] {
  const groups = new Map<string, QuestionGroup>();
  for (const question of questionnaire.questions) {
    const name = question.matrix ?? question.name;
    const isMatrix = question.matrix !== undefined;
    const questions = [...(groups.get(name)?.questions ?? []), question];
    groups.set(name, { name, isMatrix, questions });
  }
  return [...groups.values()];
}

/** Every figure of a question that texts may print, by segment; n closes each question. */
export function buildQuestionTable(request: QuestionTableRequest): DataTable {
  const { group, segments, words } = request;
  const sheet = openPressSheet(words);
  const isScores = group.isMatrix && group.questions.every(({ kind }) => kind === "range");
  const rows = isScores
    ? scoreRows(group.questions, request, sheet)
    : group.questions.flatMap((question) => [
        ...(group.isMatrix ? [heading(words.label(question.labels))] : []),
        ...questionRows(question, request, sheet),
      ]);
  const hasSmallBase = textsOf(rows).some((text) => text.endsWith(dagger));
  return {
    ...(hasSmallBase ? { explainsSmallBase: true } : {}),
    columns: [
      { heading: words.string(isScores ? "table.question" : "table.answer"), align: "left" },
      ...segments.map(({ id }) => ({
        heading: columnHeading(id, words),
        align: "right" as const,
      })),
    ],
    rows: hasSmallBase ? explainSmallBase(rows, request) : rows,
  };
}

/** In the last row of n, where there is room, rather than in a note under each of many tables. */
function explainSmallBase(
  rows: readonly DataRow[],
  { edition, words }: QuestionTableRequest,
): readonly DataRow[] {
  const number = words.number(edition.settings.smallBase, 0);
  return rows.map((row, index) =>
    index === rows.length - 1
      ? { ...row, cells: [words.string("table.baseAndMark", { number }), ...row.cells.slice(1)] }
      : row,
  );
}

/** Natures have short names over a column. */
function columnHeading(segment: SegmentId, words: Words): string {
  const nature = natures.find((name) => segment === `nature:${name}`);
  return nature ? words.string(`columns.${nature}`) : segmentLabel(segment, words);
}

function questionRows(
  question: Question,
  request: QuestionTableRequest,
  sheet: PressSheet,
): readonly DataRow[] {
  const { words } = request;
  const row = (label: string, choice: string | null, statistic: Statistic) =>
    factRow(label, question, choice, statistic, request, sheet);
  const base = baseRow(question, request, sheet);
  switch (question.kind) {
    case "select-one":
    case "select-multiple":
      return [
        ...choiceNames(question).flatMap((choice) => {
          const overall = findFact(request.facts, question.name, choice, "share", "all");
          if (overall && isUnusedOther(choice, overall)) return [];
          return row(choiceLabel(question, choice, words), choice, "share");
        }),
        ...base,
      ];
    case "rank":
      return [...rankRows(question, request, sheet), ...base];
    case "range":
      return [...centreRows(question, request, sheet), ...base];
    case "integer":
    case "decimal":
      return [
        ...(["median", "q1", "q3"] as const).flatMap((statistic) =>
          row(words.string(`statistics.${statistic}`), null, statistic),
        ),
        ...base,
      ];
    case "text":
      return [];
  }
}

function centreRows(
  question: Question,
  request: QuestionTableRequest,
  sheet: PressSheet,
): readonly DataRow[] {
  return (["mean", "median", "q1", "q3"] as const).flatMap((statistic) =>
    factRow(
      request.words.string(`statistics.${statistic}`),
      question,
      null,
      statistic,
      request,
      sheet,
    ),
  );
}

/** The means of a matrix of scores; n closes all rows where it is the same for all, else each. */
function scoreRows(
  questions: readonly Question[],
  request: QuestionTableRequest,
  sheet: PressSheet,
): readonly DataRow[] {
  const bases = questions.map((question) =>
    baseRow(question, request, openPressSheet(request.words)),
  );
  const isCommon = new Set(bases.map((rows) => JSON.stringify(textsOf(rows)))).size === 1;
  return questions.flatMap((question, index) => [
    ...factRow(request.words.label(question.labels), question, null, "mean", request, sheet),
    ...(isCommon && index < questions.length - 1 ? [] : baseRow(question, request, sheet)),
  ]);
}

function textsOf(rows: readonly DataRow[]): readonly string[] {
  return rows.flatMap((row) =>
    row.cells.map((cell) => (typeof cell === "string" ? cell : cell.text)),
  );
}

function rankRows(
  question: Question,
  request: QuestionTableRequest,
  sheet: PressSheet,
): readonly DataRow[] {
  const { words } = request;
  const ranks = question.maximumRank ?? question.choices.length;
  const statistics: readonly Statistic[] = ranks > 1 ? ["rank-1", `rank-${ranks}`] : ["rank-1"];
  return statistics.flatMap((statistic, index) => [
    heading(
      index === 0
        ? words.string("statistics.rankFirst")
        : words.string("statistics.rankAmong", { number: words.number(ranks, 0) }),
    ),
    ...question.choices.flatMap(({ name }) =>
      factRow(choiceLabel(question, name, words), question, name, statistic, request, sheet),
    ),
  ]);
}

function factRow(
  label: string,
  question: Question,
  choice: string | null,
  statistic: Statistic,
  { facts, segments }: QuestionTableRequest,
  sheet: PressSheet,
): readonly DataRow[] {
  const found = segments.map(({ id }) => findFact(facts, question.name, choice, statistic, id));
  if (found.every((fact) => fact === undefined)) return [];
  return [
    {
      isGroup: false,
      isTotal: false,
      cells: [label, ...found.map((fact) => (fact ? sheet.value(fact) : ""))],
    },
  ];
}

function baseRow(
  question: Question,
  { facts, segments, words }: QuestionTableRequest,
  sheet: PressSheet,
): readonly DataRow[] {
  const bases = segments.map(({ id }) => findFact(facts, question.name, null, "count", id));
  const cells = bases.map((fact: Fact | undefined) => (fact ? sheet.base(fact) : ""));
  return [{ isGroup: false, isTotal: true, cells: [words.string("table.base"), ...cells] }];
}

function heading(label: string): DataRow {
  return { isGroup: true, isTotal: false, cells: [label] };
}
