import { unknownOption, wrongUse } from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type ArgumentKind, checkValue } from "./argument-kind.ts";
import type { Signature } from "./helper.ts";
import { type Knowledge, nearestHints } from "./knowledge.ts";
import type { Value } from "./template.ts";
import { createValues, withoutFirst } from "./values.ts";

/** Arguments as far as they are known: undefined where a subexpression gives them when there are data. */
export interface Arguments {
  readonly positional: readonly (Value | undefined)[];
  readonly options: ReadonlyMap<string, Value | undefined>;
}

/** A finding, and which argument it is about; about the whole call where none is named. */
export interface ArgumentFinding {
  readonly at?: number | string;
  readonly diagnostic: Diagnostic;
}

/** Checks a helper's arguments one by one, then against each other where all are known. */
export function checkArguments(
  helper: string,
  signature: Signature,
  given: Arguments,
  knowledge: Knowledge,
): readonly ArgumentFinding[] {
  const { takes, options } = effectiveSignature(signature, given);
  if (given.positional.length !== takes.length) {
    return [{ diagnostic: wrongNumber(helper, takes, given) }];
  }
  const findings = [
    ...takes.flatMap((kind, index) =>
      findingsOf(kind, given.positional[index], index, helper, knowledge),
    ),
    ...[...given.options].flatMap(([name, value]) => {
      const kind = options[name];
      if (kind !== undefined) return findingsOf(kind, value, name, helper, knowledge);
      const hints = nearestHints(name, Object.keys(options), optionsHint(Object.keys(options)));
      return [{ at: name, diagnostic: unknownOption({ helper, option: name }, { hints }) }];
    }),
  ];
  if (findings.length > 0) return findings;
  const together = checkTogether(signature, given, knowledge);
  return together ? [{ at: 0, diagnostic: together }] : [];
}

function effectiveSignature(signature: Signature, given: Arguments) {
  const first = given.positional[0];
  const other = typeof first === "string" ? signature.delegate?.(first) : undefined;
  return {
    takes: [...signature.takes, ...(other?.takes ?? [])],
    options: { ...signature.options, ...other?.options },
  };
}

function findingsOf(
  kind: ArgumentKind,
  value: Value | undefined,
  at: number | string,
  helper: string,
  knowledge: Knowledge,
): readonly ArgumentFinding[] {
  if (value === undefined) return [];
  const diagnostic = checkValue(kind, value, helper, knowledge);
  return diagnostic ? [{ at, diagnostic }] : [];
}

function checkTogether(
  signature: Signature,
  given: Arguments,
  knowledge: Knowledge,
): Diagnostic | undefined {
  const positional = given.positional.filter((value) => value !== undefined);
  if (positional.length < given.positional.length) return undefined;
  const options = new Map(
    [...given.options].flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
  const values = createValues(positional, options);
  const [first] = positional;
  const other = typeof first === "string" ? signature.delegate?.(first) : undefined;
  return other
    ? other.check?.(withoutFirst(values), knowledge)
    : signature.check?.(values, knowledge);
}

function wrongNumber(helper: string, takes: readonly ArgumentKind[], given: Arguments): Diagnostic {
  const wanted = takes.length === 0 ? "nothing" : takes.map(nameOf).join(" and ");
  return wrongUse({
    helper,
    problem: `takes ${wanted}; it is given ${given.positional.length || "nothing"}${given.positional.length > 0 ? " argument" : ""}${given.positional.length > 1 ? "s" : ""}`,
  });
}

function nameOf(kind: ArgumentKind): string {
  if (typeof kind === "object") return `one of ${kind.oneOf.join(", ")}`;
  return names[kind];
}

const names: Readonly<Record<Exclude<ArgumentKind, object>, string>> = {
  number: "a number",
  boolean: "true or false",
  literal: "a text",
  words: "a text",
  reference: 'a question or a choice ("progress", "areas.energy")',
  labelled: "a question, matrix or choice",
  question: "a question",
  scale: "a question with a scale",
  choices: "a question with choices",
  "scores-matrix": "a matrix of scores",
  "choices-or-scores-matrix": "a question with choices or a matrix of scores",
  segment: 'a segment ("region:flanders")',
  fact: 'a fact ("progress.mean@region:flanders")',
  "fact-or-number": "a fact or a number",
  chart: "a chart",
  table: "a table",
  citation: "an entry of the bibliography",
  target: '"chart:…", "table:…" or "section:…"',
  "question-perhaps": "a question",
  "segment-perhaps": "a segment",
};

function optionsHint(options: readonly string[]): string {
  return options.length === 0 ? "It has no options." : `Its options: ${options.join(", ")}.`;
}
