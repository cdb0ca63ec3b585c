import {
  typedDigits,
  unknownCitation,
  unknownTarget,
  wrongUse,
} from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { checkFactId } from "./fact-name.ts";
import {
  findQuestion,
  findReference,
  findSegment,
  hasScores,
  isDiagnostic,
  type Knowledge,
  nearestHints,
} from "./knowledge.ts";
import type { Value } from "./template.ts";

/** What a helper takes at one place; each kind says what may stand there. */
export type ArgumentKind =
  | "number"
  | "boolean"
  /** Any text, digits too. */
  | "literal"
  /** Text that is printed as it stands, so without digits. */
  | "words"
  /** "progress" or "areas.energy". */
  | "reference"
  /** A question, a matrix, or a question's choice: whatever has a label. */
  | "labelled"
  /** A question or a matrix. */
  | "question"
  /** A question with scores. */
  | "scale"
  /** A question with choices. */
  | "choices"
  /** A matrix whose rows are scores. */
  | "scores-matrix"
  | "choices-or-scores-matrix"
  | "segment"
  | "fact"
  | "fact-or-number"
  | "chart"
  | "table"
  /** An entry of the bibliography. */
  | "citation"
  /** "chart:progress-by-province", "table:sample", "section:method". */
  | "target"
  /** Names that may be missing from an edition: the block is left out then. */
  | "question-perhaps"
  | "segment-perhaps"
  | { readonly oneOf: readonly string[] };

const typedNumber = /\d+(?:[.,]\d+)*/;

/** Why a value can't stand where this kind is wanted; undefined where it can. The place is added by the caller. */
export function checkValue(
  kind: ArgumentKind,
  value: Value,
  helper: string,
  knowledge: Knowledge,
): Diagnostic | undefined {
  const { edition } = knowledge;
  if (kind === "number") return expectType(value, "number", "a number", helper);
  if (kind === "boolean") return expectType(value, "boolean", "true or false", helper);
  if (kind === "fact-or-number" && typeof value === "number") return undefined;
  if (typeof value !== "string") return expectType(value, "string", "a text in quotes", helper);
  if (typeof kind === "object") return checkOneOf(value, kind.oneOf, helper);
  switch (kind) {
    case "literal":
      return undefined;
    case "words":
      return checkWords(value);
    case "reference":
      return onlyDiagnostic(findReference(value, edition));
    case "labelled":
      return onlyDiagnostic(
        value.includes(".") ? findReference(value, edition) : findQuestion(value, edition),
      );
    case "question":
      return onlyDiagnostic(findQuestion(value, edition));
    case "scale":
    case "choices":
    case "scores-matrix":
    case "choices-or-scores-matrix":
      return checkQuestionKind(value, kind, helper, knowledge);
    case "segment":
      return findSegment(value, edition);
    case "fact":
    case "fact-or-number":
      return checkFactId(value, edition);
    case "chart":
      return checkTarget("chart", value, knowledge.charts);
    case "table":
      return checkTarget("table", value, knowledge.tables);
    case "citation":
      return checkCitation(value, knowledge.citations);
    case "target":
      return checkReferenceTarget(value, helper, knowledge);
    case "question-perhaps":
    case "segment-perhaps":
      return undefined;
  }
}

/** Digits in text that is printed as typed: a figure must come from the data. */
export function checkWords(text: string): Diagnostic | undefined {
  const match = typedNumber.exec(text);
  return match ? typedDigits({ digits: match[0] }, { hints: digitHints }) : undefined;
}

export const digitHints: readonly string[] = [
  'Let a helper print it ({{share "areas.energy"}}, {{year}}, {{date "closing"}}), or write {{literal "…"}} where it is no result.',
];

function expectType(
  value: Value,
  type: "number" | "boolean" | "string",
  wanted: string,
  helper: string,
): Diagnostic | undefined {
  return typeof value === type
    ? undefined
    : wrongUse({ helper, problem: `takes ${wanted} here, not ${String(value)}` });
}

function checkOneOf(
  value: string,
  names: readonly string[],
  helper: string,
): Diagnostic | undefined {
  return names.includes(value)
    ? undefined
    : wrongUse(
        { helper, problem: `doesn't know ${value}` },
        { hints: nearestHints(value, names, `It takes ${names.join(", ")}.`) },
      );
}

function checkQuestionKind(
  name: string,
  kind: "scale" | "choices" | "scores-matrix" | "choices-or-scores-matrix",
  helper: string,
  { edition }: Knowledge,
): Diagnostic | undefined {
  const found = findQuestion(name, edition);
  if (isDiagnostic(found)) return found;
  const refuse = (problem: string) =>
    wrongUse({ helper, problem: `${problem}, ${name} isn't one` });
  if ("questions" in found) {
    const isOfScores = found.questions.every((row) => {
      const question = edition.questionnaire.byName.get(row);
      return question !== undefined && hasScores(question);
    });
    if (kind === "scale") return refuse("needs a question with a scale");
    if (kind === "choices") return refuse("needs a question with choices");
    return isOfScores ? undefined : refuse("needs a matrix of scores");
  }
  if (kind === "scale") return found.scale ? undefined : refuse("needs a question with a scale");
  if (kind === "scores-matrix") return refuse("needs a matrix of scores");
  const hasShares =
    found.kind === "select-one" || found.kind === "select-multiple" || found.kind === "rank";
  return hasShares ? undefined : refuse("needs a question with choices");
}

function checkTarget(
  kind: string,
  id: string,
  known: ReadonlySet<string> | undefined,
): Diagnostic | undefined {
  return known === undefined || known.has(id)
    ? undefined
    : unknownTarget(
        { kind, id },
        { hints: nearestHints(id, known, `There are: ${[...known].join(", ") || "none"}.`) },
      );
}

function checkCitation(id: string, known: ReadonlySet<string> | undefined): Diagnostic | undefined {
  return known === undefined || known.has(id)
    ? undefined
    : unknownCitation({ id }, { hints: nearestHints(id, known) });
}

function checkReferenceTarget(
  value: string,
  helper: string,
  knowledge: Knowledge,
): Diagnostic | undefined {
  const [kind = "", id = ""] = value.split(":");
  const known = { chart: knowledge.charts, table: knowledge.tables, section: knowledge.sections };
  if (kind === "chart" || kind === "table" || kind === "section") {
    return checkTarget(kind, id, known[kind]);
  }
  return wrongUse(
    { helper, problem: `can't point to ${value}` },
    { hints: ['Write "chart:…", "table:…" or "section:…".'] },
  );
}

function onlyDiagnostic(found: object): Diagnostic | undefined {
  return isDiagnostic(found) ? found : undefined;
}
