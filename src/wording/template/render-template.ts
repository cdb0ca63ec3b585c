import {
  localOutsideBlock,
  partialInItself,
  unknownHelper,
  unknownPartial,
} from "../../diagnostics/catalogue/text.ts";
import { type Diagnostic, hasErrors, type Outcome } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../edition/checked-yaml.ts";
import type { Edition } from "../../edition/edition.ts";
import type { Language } from "../../edition/language.ts";
import type { Facts } from "../../facts/fact.ts";
import type { Intake } from "../../intake/response.ts";
import { type Bibliography, emptyBibliography } from "../bibliography.ts";
import type { RenderedText } from "../printed.ts";
import type { Words } from "../words.ts";
import { checkArguments } from "./check-arguments.ts";
import { type Helper, type Locals, never, once } from "./helper.ts";
import { type Knowledge, nearestHints } from "./knowledge.ts";
import { parseTemplate } from "./parse-template.ts";
import { fail, HelperFailure, type Scene } from "./scene.ts";
import {
  type Expression,
  type HelperCall,
  placeOf,
  type Span,
  type Template,
  type TemplateNode,
  type Value,
} from "./template.ts";
import { createValues } from "./values.ts";
import { vocabulary } from "./vocabulary.ts";

export interface RenderRequest extends SourceFile {
  readonly language: Language;
  readonly words: Words;
  readonly facts: Facts;
  readonly edition: Edition;
  readonly intake: Intake;
  /** By name; `{{> name}}` puts one in. */
  readonly partials: ReadonlyMap<string, SourceFile>;
  readonly bibliography?: Bibliography;
  /** Ids of the charts of questions that no text charts. */
  readonly uncharted?: readonly string[];
  /** What a caption may name because of where its chart stands: `here`. */
  readonly localValues?: ReadonlyMap<string, Value>;
}

interface Rendering {
  readonly scene: Scene;
  readonly knowledge: Knowledge;
  readonly partials: ReadonlyMap<string, SourceFile>;
  readonly diagnostics: Diagnostic[];
}

/** Where the rendering is: in which file, inside which partials, with which local words. */
interface Position {
  readonly template: Template;
  readonly inside: readonly string[];
  readonly words: NonNullable<Locals["words"]>;
  readonly values: NonNullable<Locals["values"]>;
}

/**
 * Renders a template: Markdown with marks, and what the marks stand for. The tree of Handlebars' parser is walked
 * here instead of compiled, so that everything that goes wrong has its place in the text, all of it is collected,
 * and no code is made from texts. Without a value where an error stands.
 */
export function renderTemplate(request: RenderRequest): Outcome<RenderedText> {
  const { words, facts, edition, intake, partials } = request;
  const { bibliography = emptyBibliography, uncharted = [] } = request;
  const { value: template, diagnostics } = parseTemplate(request);
  if (!template) return { value: undefined, diagnostics };
  const rendering: Rendering = {
    scene: { words, facts, edition, intake, bibliography, uncharted, printed: [], blocks: [] },
    knowledge: { edition },
    partials,
    diagnostics: [...diagnostics],
  };
  const markdown = renderNodes(
    template.nodes,
    { template, inside: [], words: new Map(), values: request.localValues ?? new Map() },
    rendering,
  );
  if (hasErrors(rendering.diagnostics)) {
    return { value: undefined, diagnostics: rendering.diagnostics };
  }
  const { printed, blocks } = rendering.scene;
  return {
    value: { file: request.file, markdown, printed, blocks },
    diagnostics: rendering.diagnostics,
  };
}

function renderNodes(
  nodes: readonly TemplateNode[],
  position: Position,
  rendering: Rendering,
): string {
  return nodes.map((node) => renderNode(node, position, rendering)).join("");
}

function renderNode(node: TemplateNode, position: Position, rendering: Rendering): string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "insert":
      return attempt(node.call.at, position, rendering, "", () =>
        print(node.call, position, rendering),
      );
    case "partial":
      return attempt(node.at, position, rendering, "", () =>
        renderPartial(node.name, node.indent, position, rendering),
      );
    case "block": {
      const rounds = attempt<readonly Locals[] | undefined>(
        node.call.at,
        position,
        rendering,
        undefined,
        () => roundsOf(node.call, position, rendering),
      );
      if (!rounds) return "";
      if (rounds.length === 0) return renderNodes(node.otherwise, position, rendering);
      return rounds
        .map((own) => {
          const words = new Map([...position.words, ...(own.words ?? [])]);
          const values = new Map([...position.values, ...(own.values ?? [])]);
          return renderNodes(node.body, { ...position, words, values }, rendering);
        })
        .join("");
    }
  }
}

/** Runs a helper; a failure becomes a diagnostic with the helper's place, and rendering goes on. */
function attempt<T>(
  at: Span,
  { template }: Position,
  rendering: Rendering,
  otherwise: T,
  run: () => T,
): T {
  try {
    return run();
  } catch (failure) {
    if (!(failure instanceof HelperFailure)) throw failure;
    rendering.diagnostics.push({ ...failure.diagnostic, place: placeOf(template, at) });
    return otherwise;
  }
}

function print(call: HelperCall, position: Position, rendering: Rendering): string {
  const local = position.words.get(call.name);
  if (local) return local(rendering.scene);
  const helper = findHelper(call.name, "text");
  return helper.print(evaluateArguments(call, helper, position, rendering), rendering.scene);
}

function roundsOf(call: HelperCall, position: Position, rendering: Rendering): readonly Locals[] {
  if (call.name === "if" || call.name === "unless") {
    const [condition] = call.positional;
    const isTrue = condition !== undefined && Boolean(evaluate(condition, position, rendering));
    return isTrue === (call.name === "if") ? once : never;
  }
  const helper = findHelper(call.name, "block");
  return helper.rounds(evaluateArguments(call, helper, position, rendering), rendering.scene);
}

function evaluate(expression: Expression, position: Position, rendering: Rendering): Value {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "local") {
    const { name } = expression;
    return position.values.get(name) ?? fail(localOutsideBlock, { name }, localHints);
  }
  const { call } = expression;
  const helper = findHelper(call.name, "value");
  return helper.value(evaluateArguments(call, helper, position, rendering), rendering.scene);
}

const localHints = ['It is the segment at hand inside {{#each-segment cut="province"}} … .'];

function evaluateArguments(
  call: HelperCall,
  helper: Helper,
  position: Position,
  rendering: Rendering,
) {
  const positional = call.positional.map((expression) => evaluate(expression, position, rendering));
  const options = new Map(
    call.options.map(({ name, value }) => [name, evaluate(value, position, rendering)] as const),
  );
  const given = { positional, options };
  const [finding] = checkArguments(call.name, helper, given, rendering.knowledge);
  if (finding) throw new HelperFailure(finding.diagnostic);
  return createValues(positional, options);
}

function findHelper<Kind extends Helper["kind"]>(
  name: string,
  kind: Kind,
): Extract<Helper, { kind: Kind }> {
  const helper = vocabulary.get(name);
  if (!helper || !isOfKind(helper, kind)) {
    return fail(unknownHelper, { name }, nearestHints(name, vocabulary.keys()));
  }
  return helper;
}

function isOfKind<Kind extends Helper["kind"]>(
  helper: Helper,
  kind: Kind,
): helper is Extract<Helper, { kind: Kind }> {
  return helper.kind === kind;
}

function renderPartial(
  name: string,
  indent: string,
  position: Position,
  rendering: Rendering,
): string {
  if (position.inside.includes(name)) return fail(partialInItself, { name });
  const source = rendering.partials.get(name);
  if (!source) return fail(unknownPartial, { name }, nearestHints(name, rendering.partials.keys()));
  const { value: template, diagnostics } = parseTemplate(source);
  rendering.diagnostics.push(...diagnostics);
  if (!template) return "";
  const inside = [...position.inside, name];
  const text = renderNodes(template.nodes, { ...position, template, inside }, rendering);
  return indent === "" ? text : text.replace(/^(?=.)/gm, indent);
}
