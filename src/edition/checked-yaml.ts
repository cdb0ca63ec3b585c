import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type * as z from "zod";
import type { Definition, Diagnostic, FilePlace, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";

/** A text file of the project, as it was read. */
export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** The diagnostics of a kind of file; each stage has its own codes. */
export interface YamlDiagnostics {
  readonly notReadable: Definition<{ problem: string }>;
  readonly unknownKey: Definition<{ key: string; within: string }>;
  readonly missingKey: Definition<{ key: string; within: string }>;
  readonly wrongValue: Definition<{ key: string; problem: string }>;
}

export type Path = readonly (string | number)[];

/** What a YAML file says, and where it says it. */
export interface CheckedYaml<T> extends Outcome<T> {
  /** The place of a value, or of the nearest one above it that exists. */
  readonly placeOf: (path: Path) => FilePlace;
}

/**
 * Parses YAML and checks it against a schema, saying everything that is wrong at once, each at its line.
 * Schemas should be `z.strictObject`: an unknown key is then an error with the nearest known key as a hint.
 */
export function parseCheckedYaml<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
  diagnostics: YamlDiagnostics,
): CheckedYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines });
  const placeAt = (offset: number, length: number): FilePlace => {
    const { line, col } = lines.linePos(offset);
    const text = source.text.split("\n")[line - 1]?.replace(/\r$/, "") ?? "";
    const most = Math.max(1, text.length - col + 1);
    return {
      kind: "file",
      file: source.file,
      line,
      column: col,
      length: Math.min(Math.max(1, length), most),
      text,
    };
  };
  const placeOfNode = (node: Node | undefined): FilePlace => {
    const [start, end] = node?.range ?? [0, 1];
    return placeAt(start, end - start);
  };
  const nodeAt = (path: Path): Node | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) ? node : undefined;
  };
  const placeOf = (path: Path): FilePlace => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = nodeAt(path.slice(0, length));
      if (node) return placeOfNode(node);
    }
    return placeAt(0, 1);
  };
  const placeOfKey = (path: Path, key: string): FilePlace => {
    const map = nodeAt(path);
    const pair = isMap(map)
      ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
      : undefined;
    return isScalar(pair?.key) ? placeOfNode(pair.key) : placeOf(path);
  };

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) =>
      diagnostics.notReadable(
        {
          problem: (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, ""),
        },
        { place: placeAt(error.pos[0], error.pos[1] - error.pos[0]) },
      ),
    );
    return { value: undefined, diagnostics: problems, placeOf };
  }
  // A schema meets a file or two; compiling it takes longer than that.
  const result = schema.safeParse(document.toJS(), { jitless: true });
  if (result.success) return { value: result.data, diagnostics: [], placeOf };
  const problems = result.error.issues.flatMap((issue) =>
    describeIssue(issue, schema, diagnostics, document.toJS(), placeOf, placeOfKey),
  );
  return { value: undefined, diagnostics: problems, placeOf };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "range" in value;
}

function describeIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  diagnostics: YamlDiagnostics,
  root: unknown,
  placeOf: (path: Path) => FilePlace,
  placeOfKey: (path: Path, key: string) => FilePlace,
): readonly Diagnostic[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== "symbol");
  const meant = issue.code === "invalid_union" ? nearestBranch(issue.errors) : [];
  if (meant.length > 0) {
    return meant.flatMap((inner) => {
      const whole = { ...inner, path: [...issue.path, ...inner.path] };
      return describeIssue(whole, schema, diagnostics, root, placeOf, placeOfKey);
    });
  }
  const key = path.join(".");
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, path);
    return issue.keys.map((unknown) =>
      diagnostics.unknownKey(
        { key: unknown, within: key === "" ? "this file" : `"${key}"` },
        { place: placeOfKey(path, unknown), hints: hintsFor(unknown, known) },
      ),
    );
  }
  const value = valueAt(root, path);
  if (value === undefined && path.length > 0) {
    const parent = path.slice(0, -1);
    const within = parent.length === 0 ? "this file" : `"${parent.join(".")}"`;
    return [
      diagnostics.missingKey(
        { key: String(path.at(-1)), within },
        { place: placeOf(parent), hints: [`Add "${path.at(-1)}" to ${within}.`] },
      ),
    ];
  }
  const allowed = issue.code === "invalid_value" ? issue.values.map(String) : [];
  return [
    diagnostics.wrongValue(
      { key: key === "" ? "this file" : key, problem: problemOf(issue, value) },
      { place: placeOf(path), hints: hintsFor(String(value), allowed) },
    ),
  ];
}

/** Of several shapes that a value may have, what is wrong with it in the one that it was meant to have. */
function nearestBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(...issues.map(({ path }) => path.length));
  const possible = branches.filter((issues) => issues.every(({ code }) => code !== "invalid_type"));
  return possible.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): string {
  const shown = typeof value === "object" ? "this" : JSON.stringify(value);
  if (issue.code === "invalid_value") return `${shown} is not one of the possible values`;
  if (issue.code === "invalid_type") return `${shown} is not of type ${issue.expected}`;
  return issue.message;
}

function hintsFor(typed: string, known: readonly string[]): readonly string[] {
  if (known.length === 0) return [];
  const near = suggest(typed, known);
  return near.length > 0
    ? [`Did you mean ${near.map((name) => `"${name}"`).join(", ")}?`]
    : [`Known here: ${known.join(", ")}.`];
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The keys that a schema knows at a path; none where the path leads through something else than objects. */
function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let current: unknown = schema;
  for (const step of path) {
    const shape = shapeOf(current);
    if (!shape) return [];
    current = shape[String(step)];
  }
  return Object.keys(shapeOf(current) ?? {});
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof schema !== "object" || schema === null) return undefined;
  if ("shape" in schema) return schema.shape as Readonly<Record<string, unknown>>;
  if ("unwrap" in schema && typeof schema.unwrap === "function") return shapeOf(schema.unwrap());
  return undefined;
}
