import { isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import {
  stringEmpty,
  stringMissing,
  stringValuesDiffer,
} from "../diagnostics/catalogue/languages.ts";
import { stringNotText, stringsUnreadable } from "../diagnostics/catalogue/text.ts";
import {
  type Diagnostic,
  type FilePlace,
  hasErrors,
  type Outcome,
} from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../edition/checked-yaml.ts";
import { type Language, languages, type PerLanguage } from "../edition/language.ts";
import { typeset } from "./typeset.ts";

/** The fixed strings of one language by dotted key: "document.source", "table.responses.one". */
export interface Strings {
  readonly language: Language;
  readonly entries: ReadonlyMap<string, string>;
}

interface Entry {
  readonly text: string;
  readonly place: FilePlace;
}

interface ParsedFile {
  readonly file: string;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses templates/wording/{fr,nl,en}.yaml and checks that the three say the same things: a key that one language
 * lacks, an empty string and different `{values}` are errors. The language's typography is applied to every string.
 */
export function parseStrings(files: PerLanguage<SourceFile>): Outcome<PerLanguage<Strings>> {
  const parsed: PerLanguage<ParsedFile> = {
    fr: parseFile(files.fr),
    nl: parseFile(files.nl),
    en: parseFile(files.en),
  };
  const own = languages.flatMap((language) => parsed[language].diagnostics);
  const diagnostics = hasErrors(own) ? own : [...own, ...checkParity(parsed)];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return {
    value: {
      fr: typesetStrings("fr", parsed.fr),
      nl: typesetStrings("nl", parsed.nl),
      en: typesetStrings("en", parsed.en),
    },
    diagnostics,
  };
}

function typesetStrings(language: Language, { entries }: ParsedFile): Strings {
  return {
    language,
    entries: new Map([...entries].map(([key, { text }]) => [key, typesetString(text, language)])),
  };
}

/** Some strings are templates themselves: what stands between {{ and }} is left as it is. */
function typesetString(text: string, language: Language): string {
  const pieces = text.split(/(\{\{.*?\}\})/);
  return pieces
    .map((piece, index) =>
      index % 2 === 1 ? piece : typeset(piece, language, pieces[index - 1]?.at(-1) ?? ""),
    )
    .join("");
}

function parseFile({ file, text: source }: SourceFile): ParsedFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, uniqueKeys: true });
  const lines = source.split(/\r?\n/);
  const placeAt = (offset: number, length: number): FilePlace => {
    const { line, col } = lineCounter.linePos(offset);
    return { kind: "file", file, line, column: col, length, text: lines[line - 1] ?? "" };
  };
  const entries = new Map<string, Entry>();
  const diagnostics: Diagnostic[] = document.errors.map((error) =>
    stringsUnreadable(
      { problem: error.message.split(/ at line |\n/)[0] ?? error.code },
      { place: placeAt(error.pos[0], Math.max(1, error.pos[1] - error.pos[0])) },
    ),
  );
  const collect = (node: Node | null, path: string, place: FilePlace): void => {
    if (isMap<Node, Node | null>(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : "";
        const start = key.range?.[0] ?? 0;
        collect(value, path === "" ? name : `${path}.${name}`, placeAt(start, name.length || 1));
      }
    } else if (isScalar(node) && typeof node.value === "string" && path !== "") {
      if (node.value.trim() === "") diagnostics.push(stringEmpty({ key: path }, { place }));
      entries.set(path, { text: node.value, place });
    } else if (isScalar(node) && node.value === null) {
      diagnostics.push(stringEmpty({ key: path }, { place }));
    } else {
      diagnostics.push(
        stringNotText({ key: path }, { place, hints: ['Put the text between quotes: "…".'] }),
      );
    }
  };
  if (document.errors.length === 0) collect(document.contents, "", placeAt(0, 1));
  return { file, entries, diagnostics };
}

function checkParity(parsed: PerLanguage<ParsedFile>): readonly Diagnostic[] {
  const keys = new Set(languages.flatMap((language) => [...parsed[language].entries.keys()]));
  return [...keys].sort().flatMap((key) => {
    const present = languages.filter((language) => parsed[language].entries.has(key));
    const missing = languages
      .filter((language) => !present.includes(language))
      .map((language) => reportMissing(key, language, parsed, present));
    return [...missing, ...checkValues(key, parsed, present)];
  });
}

function reportMissing(
  key: string,
  language: Language,
  parsed: PerLanguage<ParsedFile>,
  present: readonly Language[],
): Diagnostic {
  const notes = present.flatMap((other) => {
    const entry = parsed[other].entries.get(key);
    return entry ? [{ place: entry.place, message: `${other}: ${entry.text}` }] : [];
  });
  return stringMissing(
    { key, language },
    {
      place: nearestPlace(key, parsed[language]),
      notes,
      hints: [`Add ${key} to ${parsed[language].file}.`],
    },
  );
}

/** Where a missing key would stand: the first entry of the group that it belongs to, else the file. */
function nearestPlace(key: string, { file, entries }: ParsedFile): FilePlace {
  for (let group = key; group.includes("."); ) {
    group = group.slice(0, group.lastIndexOf("."));
    for (const [other, { place }] of entries) if (other.startsWith(`${group}.`)) return place;
  }
  return { kind: "file", file };
}

function checkValues(
  key: string,
  parsed: PerLanguage<ParsedFile>,
  present: readonly Language[],
): readonly Diagnostic[] {
  const [first, ...others] = present.flatMap((language) => {
    const entry = parsed[language].entries.get(key);
    return entry ? [{ entry, values: valuesIn(entry.text) }] : [];
  });
  if (!first) return [];
  return others
    .filter(({ values }) => values !== first.values)
    .map(({ entry, values }) =>
      stringValuesDiffer(
        { key, expected: first.values || "no values", found: values || "no values" },
        { place: entry.place, notes: [{ place: first.entry.place, message: first.entry.text }] },
      ),
    );
}

/** "{count}" may be left out where a language says it in words: "one commune". */
function valuesIn(text: string): string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[0]);
  return [...new Set(names)]
    .filter((name) => name !== "{count}")
    .sort()
    .join(", ");
}
