import { templateSyntax } from "../../diagnostics/catalogue/text.ts";
import type { Diagnostic, FilePlace } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../edition/checked-yaml.ts";

/** What Handlebars names in its messages, in the words of those who write texts. */
const tokens: Readonly<Record<string, string>> = {
  INVALID: "this character",
  CLOSE: "}}",
  CLOSE_UNESCAPED: "}}}",
  CLOSE_SEXPR: ")",
  OPEN_SEXPR: "(",
  OPEN_ENDBLOCK: "{{/",
  OPEN_BLOCK: "{{#",
  OPEN: "{{",
  INVERSE: "{{else}}",
  OPEN_INVERSE_CHAIN: "{{else",
  EQUALS: "=",
  ID: "a name",
  STRING: "a text in quotes",
  NUMBER: "a number",
  BOOLEAN: "true or false",
};

/**
 * Turns what Handlebars' parser throws into a diagnostic with a place. Errors about blocks come with line and
 * column; the others give a line and a picture of the last characters read, from which the column is found.
 */
export function explainSyntaxError(error: unknown, source: SourceFile): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const mismatch = /^(\S+) doesn't match (\S+) - (\d+):(\d+)$/.exec(message);
  if (mismatch) {
    const [, opened = "", closed = "", line, column] = mismatch;
    return templateSyntax(
      { problem: `{{#${opened}}} is closed by {{/${closed}}}` },
      {
        place: placeAt(source, Number(line), Number(column) + 1, opened.length),
        hints: [`Close it with {{/${opened}}}.`],
      },
    );
  }
  const [heading = "", shown = "", pointer = "", expectation = ""] = message.split("\n");
  const line = Number(/line (\d+)/.exec(heading)?.[1] ?? 1);
  const got = /got '(\w+)'/.exec(expectation)?.[1] ?? "";
  if (got === "EOF" || hasOpenBraces(source)) return explainUnclosed(source);
  const problem = heading.startsWith("Parse error")
    ? `${tokens[got] ?? (got.toLowerCase() || "this")} isn't expected here`
    : heading;
  const hints = got === "INVALID" ? ['Look for a quote " or a }} that is missing.'] : [];
  return templateSyntax(
    { problem },
    { place: findPlace(source, line, shown, pointer.indexOf("^")), hints },
  );
}

function hasOpenBraces({ text }: SourceFile): boolean {
  const open = text.lastIndexOf("{{");
  return open >= 0 && !text.includes("}}", open);
}

/** The parser notices a missing end at the end of the file; what lacks it stands where it was opened. */
function explainUnclosed(source: SourceFile): Diagnostic {
  const opened: { readonly name: string; readonly index: number }[] = [];
  for (const { 1: sign, 2: name = "", index } of source.text.matchAll(
    /\{\{~?([#^/])\s*([\w-]+)/g,
  )) {
    if (sign === "/") opened.pop();
    else opened.push({ name, index });
  }
  const last = hasOpenBraces(source) ? undefined : opened.at(-1);
  const index = last?.index ?? Math.max(0, source.text.lastIndexOf("{{"));
  const before = source.text.slice(0, index);
  const line = before.split("\n").length;
  const column = index - before.lastIndexOf("\n");
  const problem = last ? `{{#${last.name}}} is never closed` : "these braces are never closed";
  return templateSyntax(
    { problem },
    {
      place: placeAt(source, line, column, last ? last.name.length + 3 : 2),
      hints: [last ? `Close it with {{/${last.name}}}.` : "Close them with }}."],
    },
  );
}

/**
 * The parser's picture ends where the unexpected piece begins; it drops line ends, and starts with "..." where it
 * is cut. The same characters are found again in the source, nearest to the line that the parser names.
 */
function findPlace(source: SourceFile, line: number, shown: string, pointer: number): FilePlace {
  const isCut = shown.startsWith("...");
  const read = (isCut ? shown.slice(3) : shown).slice(0, Math.max(0, pointer - (isCut ? 3 : 0)));
  if (read === "") return placeAt(source, line, 1, 1);
  const offsets: number[] = [];
  const flat: string[] = [];
  for (let index = 0; index < source.text.length; index += 1) {
    const character = source.text.charAt(index);
    if (character === "\n") continue;
    flat.push(character);
    offsets.push(index);
  }
  const joined = flat.join("");
  let best: { readonly line: number; readonly column: number } | undefined;
  for (let at = joined.indexOf(read); at >= 0; at = joined.indexOf(read, at + 1)) {
    const last = offsets[at + read.length - 1] ?? 0;
    const before = source.text.slice(0, last + 1);
    const found = {
      line: before.split("\n").length,
      column: last - before.lastIndexOf("\n"),
    };
    if (!best || Math.abs(found.line - line) < Math.abs(best.line - line)) best = found;
  }
  return best ? placeAt(source, best.line, best.column + 1, 1) : placeAt(source, line, 1, 1);
}

function placeAt(source: SourceFile, line: number, column: number, length: number): FilePlace {
  const lines = source.text.split(/\r?\n/);
  return { kind: "file", file: source.file, line, column, length, text: lines[line - 1] ?? "" };
}
