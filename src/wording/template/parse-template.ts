import Handlebars from "handlebars";
import { templateSyntax } from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../edition/checked-yaml.ts";
import { explainSyntaxError } from "./explain-syntax-error.ts";
import {
  type Expression,
  type HelperCall,
  placeOf,
  type Span,
  type Template,
  type TemplateNode,
} from "./template.ts";

/** Handlebars' own nodes, as far as they are read here. */
interface ForeignNode {
  readonly type: string;
  readonly loc: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}
interface ForeignPath extends ForeignNode {
  readonly original: string;
  readonly data: boolean;
  readonly depth: number;
}
interface ForeignCall extends ForeignNode {
  readonly path: ForeignPath;
  readonly params: readonly ForeignNode[];
  readonly hash?: {
    readonly pairs: readonly (ForeignNode & {
      readonly key: string;
      readonly value: ForeignNode;
    })[];
  };
}
interface ForeignProgram {
  readonly body: readonly ForeignNode[];
}
interface ForeignBlock extends ForeignCall {
  readonly program?: ForeignProgram;
  readonly inverse?: ForeignProgram;
}
interface ForeignPartial extends ForeignNode {
  readonly name: ForeignPath;
  readonly indent: string;
  readonly params: readonly ForeignNode[];
  readonly hash?: unknown;
}
interface ForeignLiteral extends ForeignNode {
  readonly value: string | number | boolean;
}

interface Reading {
  readonly file: string;
  readonly lines: readonly string[];
  readonly diagnostics: Diagnostic[];
}

/** Words that stand without quotes: values that a block brings. */
const localNames: ReadonlySet<string> = new Set(["here"]);

/** A text is parsed once, whether it is checked, rendered or used as a partial. */
const parsed = new Map<string, Outcome<Template>>();

/**
 * Parses a template with Handlebars' parser. What Handlebars can do beyond our vocabulary (paths into data, raw
 * blocks, decorators) is an error here, so that nothing later needs to know it.
 */
export function parseTemplate({ file, text }: SourceFile): Outcome<Template> {
  const key = `${file}\n${text}`;
  const known = parsed.get(key);
  if (known) return known;
  const outcome = parseSource({ file, text });
  parsed.set(key, outcome);
  return outcome;
}

function parseSource({ file, text: source }: SourceFile): Outcome<Template> {
  const lines = source.split(/\r?\n/);
  const reading: Reading = { file, lines, diagnostics: [] };
  let program: ForeignProgram;
  try {
    program = Handlebars.parse(source) as ForeignProgram;
  } catch (error) {
    return { value: undefined, diagnostics: [explainSyntaxError(error, { file, text: source })] };
  }
  const nodes = readNodes(program, reading);
  const value = reading.diagnostics.length > 0 ? undefined : { file, source, lines, nodes };
  return { value, diagnostics: reading.diagnostics };
}

function readNodes(program: ForeignProgram | undefined, reading: Reading): readonly TemplateNode[] {
  return (program?.body ?? []).flatMap((node) => readNode(node, reading) ?? []);
}

function readNode(node: ForeignNode, reading: Reading): TemplateNode | undefined {
  switch (node.type) {
    case "ContentStatement":
      return { kind: "text", text: String((node as ForeignLiteral).value) };
    case "CommentStatement":
      return undefined;
    case "MustacheStatement": {
      const call = readCall(node as ForeignCall, reading);
      return call && { kind: "insert", call };
    }
    case "BlockStatement": {
      const block = node as ForeignBlock;
      const call = readCall(block, reading);
      const body = readNodes(block.program, reading);
      const otherwise = readNodes(block.inverse, reading);
      return call && { kind: "block", call, body, otherwise };
    }
    case "PartialStatement": {
      const { name, indent, params, hash } = node as ForeignPartial;
      if (name.type !== "PathExpression" || params.length > 0 || hash) {
        return refuse(node, "a partial takes its name and nothing else", reading);
      }
      return { kind: "partial", name: name.original, indent, at: spanOf(node) };
    }
    default:
      return refuse(
        node,
        "raw blocks, decorators and partial blocks aren't used in texts",
        reading,
      );
  }
}

function readCall(node: ForeignCall, reading: Reading): HelperCall | undefined {
  const name = readName(node.path, reading);
  const positional = node.params.flatMap((param) => readExpression(param, reading) ?? []);
  const options = (node.hash?.pairs ?? []).flatMap((pair) => {
    const value = readExpression(pair.value, reading);
    return value ? [{ name: pair.key, value, at: spanOf(pair) }] : [];
  });
  return name === undefined ? undefined : { name, positional, options, at: spanOf(node) };
}

function readName(path: ForeignPath, reading: Reading): string | undefined {
  if (path.type !== "PathExpression") return refuse(path, "a helper's name is expected", reading);
  if (path.data || path.depth > 0) {
    return refuse(path, `${path.original} looks into data; texts use helpers only`, reading);
  }
  return path.original;
}

function readExpression(node: ForeignNode, reading: Reading): Expression | undefined {
  switch (node.type) {
    case "StringLiteral":
    case "NumberLiteral":
    case "BooleanLiteral":
      return { kind: "literal", value: (node as ForeignLiteral).value, at: spanOf(node) };
    case "SubExpression": {
      const call = readCall(node as ForeignCall, reading);
      return call && { kind: "call", call, at: spanOf(node) };
    }
    case "PathExpression": {
      const { original } = node as ForeignPath;
      return localNames.has(original)
        ? { kind: "local", name: original, at: spanOf(node) }
        : refuse(node, `${original} stands without quotes`, reading, `Write "${original}".`);
    }
    default:
      return refuse(node, "a text in quotes, a number, true or false is expected", reading);
  }
}

function refuse(node: ForeignNode, problem: string, reading: Reading, hint?: string): undefined {
  reading.diagnostics.push(
    templateSyntax(
      { problem },
      { place: placeOf(reading, spanOf(node)), hints: hint ? [hint] : [] },
    ),
  );
  return undefined;
}

function spanOf({ loc: { start, end } }: ForeignNode): Span {
  return {
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
  };
}
