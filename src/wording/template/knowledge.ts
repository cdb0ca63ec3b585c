import {
  unknownChoice,
  unknownQuestion,
  unknownSegment,
} from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { didYouMean, suggest } from "../../diagnostics/suggest.ts";
import { choiceNames } from "../../edition/choice-names.ts";
import type { Edition } from "../../edition/edition.ts";
import type { Matrix, Question } from "../../edition/questionnaire.ts";
import { listSegments } from "../../facts/list-segments.ts";

/** What templates may name, known before any answer is read. A set that is not given is not checked. */
export interface Knowledge {
  readonly edition: Edition;
  readonly charts?: ReadonlySet<string>;
  readonly tables?: ReadonlySet<string>;
  /** Ids of the bibliography's entries. */
  readonly citations?: ReadonlySet<string>;
  readonly sections?: ReadonlySet<string>;
  readonly partials?: ReadonlySet<string>;
}

/** Ids of the segments by which the edition's facts are given. */
export function segmentIds(edition: Edition): readonly string[] {
  const known = segmentsOf.get(edition);
  if (known) return known;
  const ids = listSegments(edition.population).map(({ id }) => id);
  segmentsOf.set(edition, ids);
  return ids;
}

const segmentsOf = new WeakMap<Edition, readonly string[]>();

export function findSegment(id: string, edition: Edition): Diagnostic | undefined {
  const known = segmentIds(edition);
  return known.includes(id)
    ? undefined
    : unknownSegment({ segment: id }, { hints: nearestHints(id, known) });
}

/** A question, or a question and one of its choices: "progress", "areas.energy", "role.other". */
export interface Reference {
  readonly question: Question;
  readonly choice: string | null;
}

export function isDiagnostic(value: object): value is Diagnostic {
  return "code" in value && "severity" in value;
}

export function findReference(text: string, { questionnaire }: Edition): Reference | Diagnostic {
  const [name = "", choice, ...rest] = text.split(".");
  const question = questionnaire.byName.get(name);
  if (!question || rest.length > 0) {
    const isMatrix = questionnaire.matrices.has(text);
    return unknownQuestion(
      { question: rest.length > 0 ? text : name },
      {
        hints: isMatrix
          ? [`${text} is a matrix; name one of its rows: ${rowsOf(text, questionnaire.matrices)}.`]
          : nearestHints(name, questionnaire.byName.keys()),
      },
    );
  }
  if (choice === undefined) return { question, choice: null };
  const choices = choiceNames(question);
  return choices.includes(choice)
    ? { question, choice }
    : unknownChoice(
        { question: name, choice },
        {
          hints:
            choices.length === 0
              ? [`${name} has no choices.`]
              : nearestHints(choice, choices, `The choices are ${choices.join(", ")}.`),
        },
      );
}

export function findQuestion(name: string, edition: Edition): Question | Matrix | Diagnostic {
  const { byName, matrices } = edition.questionnaire;
  return (
    byName.get(name) ??
    matrices.get(name) ??
    unknownQuestion(
      { question: name },
      { hints: nearestHints(name, [...byName.keys(), ...matrices.keys()]) },
    )
  );
}

export function hasScores(question: Question): boolean {
  return question.kind === "range" || question.kind === "integer" || question.kind === "decimal";
}

/** The hint under an unknown name: the nearest known ones, else what is said otherwise. */
export function nearestHints(
  typed: string,
  candidates: Iterable<string>,
  otherwise?: string,
): readonly string[] {
  const hint = didYouMean(suggest(typed, candidates)) ?? otherwise;
  return hint === undefined ? [] : [hint];
}

function rowsOf(name: string, matrices: ReadonlyMap<string, Matrix>): string {
  return (matrices.get(name)?.questions ?? []).join(", ");
}
