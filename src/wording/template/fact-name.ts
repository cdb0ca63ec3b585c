import { unknownStatistic } from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Edition } from "../../edition/edition.ts";
import type { Question } from "../../edition/questionnaire.ts";
import { questionFigures } from "../../facts/question-figures.ts";
import {
  findReference,
  findSegment,
  isDiagnostic,
  nearestHints,
  type Reference,
} from "./knowledge.ts";

const sampleStatistics = ["count", "response-rate"];

/** The id of a fact about a question, a choice, or the sample. */
export function nameFact(subject: string, statistic: string, segment: string): string {
  return `${subject}.${statistic}${segment === "all" ? "" : `@${segment}`}`;
}

/** Checks a whole fact id that a template names, such as "progress.mean@region:flanders", before there are facts. */
export function checkFactId(id: string, edition: Edition): Diagnostic | undefined {
  const [name = "", segment = "all", ...rest] = id.split("@");
  const dot = name.lastIndexOf(".");
  if (rest.length > 0 || dot < 0) {
    return unknownStatistic(
      { reference: id, problem: "is not the name of a fact" },
      { hints: ['A fact is named as "areas.energy.share" or "progress.mean@region:flanders".'] },
    );
  }
  const subject = name.slice(0, dot);
  const statistic = name.slice(dot + 1);
  if (subject === "sample") {
    return findSegment(segment, edition) ?? checkAmong(subject, statistic, sampleStatistics);
  }
  const reference = findReference(subject, edition);
  if (isDiagnostic(reference)) return reference;
  return findSegment(segment, edition) ?? checkStatistic(reference, statistic);
}

/** Whether a question, or a choice of one, has a statistic: a mean needs scores, a share needs a choice. */
export function checkStatistic(reference: Reference, statistic: string): Diagnostic | undefined {
  const known = statisticsOf(reference.question).get(reference.choice) ?? [];
  return checkAmong(subjectOf(reference), statistic, known);
}

/** The statistics of a question that texts may print, by choice; null for the question itself. */
function statisticsOf(question: Question): ReadonlyMap<string | null, readonly string[]> {
  const known = statistics.get(question);
  if (known) return known;
  const byChoice = new Map<string | null, string[]>();
  // A few large amounts pull their mean away from what most spend: texts tell the median and quartiles.
  const isAmount = question.kind === "integer" || question.kind === "decimal";
  for (const { choice, statistic } of questionFigures(question)) {
    if (isAmount && statistic === "mean") continue;
    byChoice.set(choice, [...(byChoice.get(choice) ?? []), statistic]);
  }
  statistics.set(question, byChoice);
  return byChoice;
}

/** Texts name the same few questions hundreds of times. */
const statistics = new WeakMap<Question, ReadonlyMap<string | null, readonly string[]>>();

/** "areas.energy", "progress". */
export function subjectOf({ question, choice }: Reference): string {
  return choice === null ? question.name : `${question.name}.${choice}`;
}

function checkAmong(
  subject: string,
  statistic: string,
  known: readonly string[],
): Diagnostic | undefined {
  if (known.includes(statistic)) return undefined;
  const names = known.map((name) => name.replace(/-\d+$/, "-N"));
  const list = [...new Set(names)].join(", ") || "none";
  return unknownStatistic(
    { reference: subject, problem: `has no statistic ${statistic}` },
    { hints: nearestHints(statistic, known, `Its statistics: ${list}.`) },
  );
}
