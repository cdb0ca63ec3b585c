import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import type { Question } from "../edition/questionnaire.ts";
import { municipalityQuestionName } from "../intake/municipality-question.ts";
import { questionParts } from "../intake/question-parts.ts";
import type { AnswerValue, Intake, Response } from "../intake/response.ts";
import type { Fact, FactFlag, Facts } from "./fact.ts";
import { type Hiding, hideSmallBases } from "./hide-small-bases.ts";
import { isInSegment, listSegments } from "./list-segments.ts";
import { type Answers, measureFigure, nothingMeasured, tallyChoices } from "./measure-figure.ts";
import { type Figure, factId, questionFigures } from "./question-figures.ts";
import type { Segment } from "./segment.ts";

/** Amounts are told by their median, and only from this base on. */
export const smallestAmountBase = 10;

/**
 * Computes every fact of an edition: the sample, then each question in the order asked, each figure for the whole
 * territory and for every segment. Values are never rounded. Small bases are marked, very small ones hidden.
 */
export function computeFacts(request: {
  readonly edition: Edition;
  readonly intake: Intake;
}): Outcome<Facts> {
  const { edition, intake } = request;
  const segments = listSegments(edition.population);
  const members = segments.map((segment) => ({
    segment,
    responses: intake.responses.filter(({ municipality }) => isInSegment(municipality, segment)),
  }));
  const all = [
    ...members.flatMap((member) => sampleFacts(intake, member)),
    ...edition.questionnaire.questions.flatMap((question) =>
      questionFacts(edition, intake, question, members),
    ),
  ];
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  return { value: { edition: edition.id, all, byId, segments }, diagnostics: [] };
}

interface SegmentMembers {
  readonly segment: Segment;
  readonly responses: readonly Response[];
}

/** How many municipalities answered, and which share of the segment that is: exact, so without interval or mark. */
function sampleFacts(intake: Intake, { segment, responses }: SegmentMembers): readonly Fact[] {
  const column = intake.columns.get(municipalityQuestionName);
  const population = segment.municipalities.length;
  const count = responses.length;
  const common = {
    question: "sample",
    choice: null,
    segment: segment.id,
    population,
    count,
    lower: null,
    upper: null,
    flags: [],
    decimals: 0,
    cells: {
      columns: column === undefined ? [] : [column],
      rows: responses.map(({ row }) => row),
    },
  };
  const fact = (
    statistic: "count" | "response-rate",
    rest: Pick<Fact, "value" | "base" | "unit">,
  ) => ({
    id: factId({ question: "sample", choice: null, statistic }, segment.id),
    statistic,
    ...common,
    ...rest,
  });
  return [
    fact("count", { value: count, base: count, unit: "count" }),
    fact("response-rate", { value: count / population, base: population, unit: "share" }),
  ];
}

/** A segment's answers to one question. */
interface Group {
  readonly segment: Segment;
  readonly answers: Answers;
  readonly base: number;
  readonly rows: readonly number[];
  readonly isSmall: boolean;
  readonly isThinAmount: boolean;
  readonly hiding: Hiding | undefined;
}

function questionFacts(
  edition: Edition,
  intake: Intake,
  question: Question,
  members: readonly SegmentMembers[],
): readonly Fact[] {
  const figures = questionFigures(question);
  if (figures.length === 0) return [];
  const groups = groupAnswers(edition, question, members);
  return figures.flatMap((figure) => {
    const columns = columnsOf(intake, question, figure);
    return groups.map((group) => makeFact(figure, columns, group));
  });
}

function groupAnswers(
  edition: Edition,
  question: Question,
  members: readonly SegmentMembers[],
): readonly Group[] {
  const answered = members.map(({ segment, responses }) => {
    const pairs = responses.flatMap((response) => {
      const value = answerOf(response, question);
      return value === undefined ? [] : [{ value, row: response.row }];
    });
    return { segment, pairs, base: pairs.length };
  });
  const hidden = hideSmallBases(answered, edition.settings.hiddenBase);
  return answered.map(({ segment, pairs, base }) => {
    const values = pairs.map(({ value }) => value);
    const ascending = values
      .flatMap((value) => (value.kind === "number" ? [value.number] : []))
      .sort((a, b) => a - b);
    return {
      segment,
      base,
      rows: pairs.map(({ row }) => row),
      answers: {
        values,
        chosen: tallyChoices(values),
        ascending,
        population: segment.municipalities.length,
      },
      isSmall: base > 0 && base < edition.settings.smallBase,
      isThinAmount: isThinAmount(question, base),
      hiding: hidden.get(segment.id),
    };
  });
}

function answerOf(response: Response, question: Question): AnswerValue | undefined {
  const answer = response.answers.get(question.name);
  return answer?.state === "answered" ? answer.value : undefined;
}

function isThinAmount({ kind }: Question, base: number): boolean {
  return (kind === "integer" || kind === "decimal") && base > 0 && base < smallestAmountBase;
}

function makeFact(figure: Figure, columns: readonly string[], group: Group): Fact {
  const { segment, answers, base, rows } = group;
  const hiding = hidingOf(figure, group);
  const isShown = base > 0 && hiding === undefined;
  const measured = isShown ? measureFigure(figure, answers) : nothingMeasured;
  return {
    id: factId(figure, segment.id),
    question: figure.question,
    choice: figure.choice,
    statistic: figure.statistic,
    segment: segment.id,
    base,
    population: segment.municipalities.length,
    value: measured.value,
    count: measured.count,
    lower: measured.lower,
    upper: measured.upper,
    unit: figure.unit,
    flags: flagsOf(group.isSmall, hiding),
    decimals: figure.decimals,
    cells: { columns, rows },
  };
}

/** How many gave an amount may be said where the amounts may not. */
function hidingOf({ measure }: Figure, group: Group): Hiding | undefined {
  return group.hiding ?? (group.isThinAmount && measure.kind !== "base" ? "hidden" : undefined);
}

function flagsOf(isSmall: boolean, hiding: Hiding | undefined): readonly FactFlag[] {
  if (isSmall) return hiding === undefined ? ["smallBase"] : ["smallBase", hiding];
  return hiding === undefined ? [] : [hiding];
}

/** The columns a figure rests on: a choice's box, where it has one; else all of the question. */
function columnsOf(intake: Intake, question: Question, { choice }: Figure): readonly string[] {
  const parts = questionParts(question).map(({ name }) => name);
  const own =
    question.kind === "select-multiple" && choice !== null ? `${question.name}.${choice}` : "";
  const wanted = parts.includes(own) ? [own] : parts;
  return wanted.flatMap((part) => intake.columns.get(part) ?? []);
}
