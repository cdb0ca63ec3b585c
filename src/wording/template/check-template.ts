import {
  notAlone,
  perhapsMistyped,
  unknownHelper,
  unknownPartial,
  wrongUse,
} from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { SourceFile } from "../../edition/checked-yaml.ts";
import { type Arguments, checkArguments } from "./check-arguments.ts";
import type { BlockHelper, Helper } from "./helper.ts";
import { type Knowledge, nearestHints, segmentIds } from "./knowledge.ts";
import { parseTemplate } from "./parse-template.ts";
import {
  type Expression,
  type HelperCall,
  placeOf,
  type Span,
  type Template,
  type TemplateNode,
} from "./template.ts";
import { findTypedDigits } from "./typed-digits.ts";
import { createValues } from "./values.ts";
import { conditionals, vocabulary } from "./vocabulary.ts";

interface Check {
  readonly template: Template;
  readonly knowledge: Knowledge;
  /** A caption: one line, in which no block can stand. */
  readonly isInline: boolean;
  readonly found: Diagnostic[];
}

/**
 * Checks a template before there are data: its syntax, helpers and what they are given, questions, choices,
 * segments, facts, partials, charts and tables that it names, and digits typed by hand. Parts that this edition
 * leaves out (`asked`, `has-segment`) may name what it doesn't have.
 */
export function checkTemplate(
  source: SourceFile & { readonly isInline?: boolean },
  knowledge: Knowledge,
): readonly Diagnostic[] {
  const { value: template, diagnostics } = parseTemplate(source);
  if (!template) return diagnostics;
  const check: Check = { template, knowledge, isInline: source.isInline ?? false, found: [] };
  checkNodes(template.nodes, new Set(), check);
  return [...diagnostics, ...check.found, ...findTypedDigits(template)].sort(byPlace);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const at = ({ place }: Diagnostic) =>
    place?.kind === "file" ? (place.line ?? 0) * 10_000 + (place.column ?? 0) : 0;
  return at(a) - at(b);
}

function checkNodes(
  nodes: readonly TemplateNode[],
  locals: ReadonlySet<string>,
  check: Check,
): void {
  for (const node of nodes) {
    switch (node.kind) {
      case "text":
        break;
      case "partial":
        checkPartial(node.name, node.at, check);
        break;
      case "insert":
        checkInsert(node.call, locals, check);
        break;
      case "block":
        checkBlock(node, locals, check);
    }
  }
}

function checkPartial(name: string, at: Span, { template, knowledge, found }: Check): void {
  const { partials } = knowledge;
  if (partials === undefined || partials.has(name)) return;
  const hints = [
    ...nearestHints(name, partials, `There are: ${[...partials].join(", ") || "none"}.`),
    `What is said this year only stands in data/${knowledge.edition.id}/text/<language>/${name}.md.`,
  ];
  found.push(unknownPartial({ name }, { place: placeOf(template, at), hints }));
}

function checkInsert(call: HelperCall, locals: ReadonlySet<string>, check: Check): void {
  if (locals.has(call.name)) return;
  const helper = findHelper(call, check, locals);
  if (!helper) return;
  if (helper.kind === "block") {
    misuse(call, `stands around text: {{#${call.name}}}…{{/${call.name}}}`, check);
  } else if (helper.kind === "value") {
    misuse(call, `gives a value to another helper: {{mean … in=(${call.name} …)}}`, check);
  } else {
    checkCall(call, helper, check);
    if (helper.isBlock) checkAlone(call, check);
  }
}

function checkAlone({ name, at }: HelperCall, { template, isInline, found }: Check): void {
  const place = placeOf(template, at);
  if (isInline) {
    found.push(wrongUse({ helper: name, problem: "can't stand in a caption" }, { place }));
    return;
  }
  const before = template.lines[at.line - 1]?.slice(0, at.column - 1) ?? "";
  const after = template.lines[at.endLine - 1]?.slice(at.endColumn - 1) ?? "";
  if (before.trim() !== "" || after.trim() !== "") {
    found.push(notAlone({ helper: name }, { place, hints: ["Put it between two empty lines."] }));
  }
}

type BlockNode = Extract<TemplateNode, { kind: "block" }>;

function checkBlock(node: BlockNode, locals: ReadonlySet<string>, check: Check): void {
  const { call, body, otherwise } = node;
  if (conditionals.includes(call.name)) {
    checkConditional(call, check);
    checkNodes(body, locals, check);
    checkNodes(otherwise, locals, check);
    return;
  }
  const helper = findHelper(call, check, locals);
  if (helper && helper.kind !== "block") misuse(call, "doesn't stand around text", check);
  if (helper?.kind === "block") checkCall(call, helper, check);
  if (helper?.kind !== "block" || isPossible(call, helper, check)) {
    const own = helper?.kind === "block" ? (helper.locals ?? []) : [];
    checkNodes(body, new Set([...locals, ...own]), check);
  }
  checkNodes(otherwise, locals, check);
}

function checkConditional(call: HelperCall, check: Check): void {
  const [condition, ...rest] = call.positional;
  if (!condition || rest.length > 0 || call.options.length > 0) {
    misuse(call, `takes one condition: {{#${call.name} (exceeds "…" "…")}}`, check);
  } else if (condition.kind === "call") {
    checkSubexpression(condition.call, check);
  }
}

/** What the edition lacks is left out without a word, unless its name looks like a typing error. */
function isPossible(call: HelperCall, helper: BlockHelper, check: Check): boolean {
  const [first] = call.positional;
  if (!helper.isPossible || first?.kind !== "literal" || typeof first.value !== "string")
    return true;
  const { edition } = check.knowledge;
  if (helper.isPossible(createValues([first.value], new Map()), check.knowledge)) return true;
  const isSegment = call.name === "has-segment";
  const known = isSegment
    ? segmentIds(edition).filter((id) => id.split(":")[0] === String(first.value).split(":")[0])
    : [...edition.questionnaire.byName.keys(), ...edition.questionnaire.matrices.keys()];
  const near = suggest(first.value, known, 1);
  if (near.length > 0 && !isSegment) {
    check.found.push(
      perhapsMistyped(
        { what: "question", name: first.value },
        { place: placeOf(check.template, first.at), hints: [`Did you mean ${near.join()}?`] },
      ),
    );
  }
  return false;
}

function findHelper(
  call: HelperCall,
  check: Check,
  locals: ReadonlySet<string> = new Set(),
): Helper | undefined {
  const helper = vocabulary.get(call.name);
  if (helper) return helper;
  const hints = nearestHints(call.name, [...vocabulary.keys(), ...conditionals, ...locals]);
  const place = placeOf(check.template, nameSpan(call));
  check.found.push(unknownHelper({ name: call.name }, { place, hints }));
  return undefined;
}

/** The name itself, inside the braces or the parenthesis. */
function nameSpan({ name, at }: HelperCall): Span {
  return at.line === at.endLine
    ? at
    : { ...at, endLine: at.line, endColumn: at.column + name.length + 2 };
}

function checkCall(call: HelperCall, helper: Helper, check: Check): void {
  const given: Arguments = {
    positional: call.positional.map((expression) => knownValue(expression, check)),
    options: new Map(
      call.options.map(({ name, value }) => [name, knownValue(value, check)] as const),
    ),
  };
  for (const { at, diagnostic } of checkArguments(call.name, helper, given, check.knowledge)) {
    const span =
      typeof at === "number"
        ? call.positional[at]?.at
        : call.options.find(({ name }) => name === at)?.at;
    check.found.push({ ...diagnostic, place: placeOf(check.template, span ?? call.at) });
  }
}

function knownValue(expression: Expression, check: Check) {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "local") return undefined;
  checkSubexpression(expression.call, check);
  return undefined;
}

function checkSubexpression(call: HelperCall, check: Check): void {
  const helper = findHelper(call, check);
  if (!helper) return;
  if (helper.kind === "value") checkCall(call, helper, check);
  else misuse(call, "prints text; only helpers that give a value stand between parentheses", check);
}

function misuse(call: HelperCall, problem: string, { template, found }: Check): void {
  found.push(wrongUse({ helper: call.name, problem }, { place: placeOf(template, call.at) }));
}
