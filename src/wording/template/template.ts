import type { FilePlace } from "../../diagnostics/diagnostic.ts";

/** A template as the house understands it: Handlebars' tree without what our vocabulary has no use for. */
export interface Template {
  /** Relative to the project. */
  readonly file: string;
  readonly source: string;
  readonly lines: readonly string[];
  readonly nodes: readonly TemplateNode[];
}

export type TemplateNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "insert"; readonly call: HelperCall }
  | {
      readonly kind: "block";
      readonly call: HelperCall;
      readonly body: readonly TemplateNode[];
      /** What stands after {{else}}. */
      readonly otherwise: readonly TemplateNode[];
    }
  | { readonly kind: "partial"; readonly name: string; readonly indent: string; readonly at: Span };

export interface HelperCall {
  readonly name: string;
  readonly positional: readonly Expression[];
  readonly options: readonly {
    readonly name: string;
    readonly value: Expression;
    readonly at: Span;
  }[];
  readonly at: Span;
}

export type Value = string | number | boolean;

export type Expression =
  | { readonly kind: "literal"; readonly value: Value; readonly at: Span }
  /** A value that the block around it brings, such as `here`. */
  | { readonly kind: "local"; readonly name: string; readonly at: Span }
  | { readonly kind: "call"; readonly call: HelperCall; readonly at: Span };

/** From the first character to the one after the last; lines and columns count from 1. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a piece of a template stands, with its line for the frame. A piece of several lines is marked to the end of its first. */
export function placeOf(template: Pick<Template, "file" | "lines">, span: Span): FilePlace {
  const text = template.lines[span.line - 1] ?? "";
  const end = span.endLine === span.line ? span.endColumn : text.length + 1;
  return {
    kind: "file",
    file: template.file,
    line: span.line,
    column: span.column,
    length: Math.max(1, end - span.column),
    text,
  };
}
