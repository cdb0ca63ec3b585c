import {
  blocksDiffer,
  factsDiffer,
  headingsDiffer,
  sectionMissing,
} from "../diagnostics/catalogue/languages.ts";
import type { Context, Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Language, languages } from "../edition/language.ts";
import type { BlockRequest, RenderedText } from "./printed.ts";

/** A text's file without its language: "report/method.md". The same text has the same name in every language. */
function nameOf(file: string, language: Language): string {
  const folders = file.split("/");
  const at = folders.lastIndexOf(language);
  const kept = at < 0 ? folders : [...folders.slice(at - 1, at), ...folders.slice(at + 1)];
  return kept.join("/");
}

/**
 * Compares what the languages of a publication say: the same texts, the same levels of headings, charts, tables
 * and parts such as `{{bibliography}}` in the same order (errors), the same facts (warnings; their order is each language's own). Each difference is reported where
 * something is missing, against the first language given.
 */
export function compareLanguages(
  texts: ReadonlyMap<Language, readonly RenderedText[]>,
): readonly Diagnostic[] {
  const [first, ...others] = languages.filter((language) => texts.has(language));
  if (first === undefined) return [];
  const expected = byName(first, texts);
  return others.flatMap((language) => {
    const found = byName(language, texts);
    return [...new Set([...expected.keys(), ...found.keys()])].flatMap((name) => {
      const here = found.get(name);
      const there = expected.get(name);
      if (!here || !there) return [reportMissing(name, here, there, language, first)];
      return compareTexts({ text: here, language }, { text: there, language: first });
    });
  });
}

function byName(
  language: Language,
  texts: ReadonlyMap<Language, readonly RenderedText[]>,
): ReadonlyMap<string, RenderedText> {
  return new Map((texts.get(language) ?? []).map((text) => [nameOf(text.file, language), text]));
}

function reportMissing(
  name: string,
  here: RenderedText | undefined,
  there: RenderedText | undefined,
  language: Language,
  first: Language,
): Diagnostic {
  const file = (here ?? there)?.file ?? name;
  return sectionMissing(
    { section: name, language: here ? first : language },
    { place: { kind: "file", file }, hints: [`It exists as ${file}.`] },
  );
}

interface Side {
  readonly text: RenderedText;
  readonly language: Language;
}

function compareTexts(here: Side, there: Side): readonly Diagnostic[] {
  const notes = [{ place: filePlace(there), message: `the same text in ${there.language}` }];
  const context = { place: filePlace(here), notes };
  return [
    ...compareHeadings(here, there, context),
    ...blockKinds.flatMap((kind) => compareBlocks(kind, here, there)),
    ...missingFacts(here, there, notes),
    ...missingFacts(there, here, [
      { place: filePlace(here), message: `the same text in ${here.language}` },
    ]),
  ];
}

type BlockKind = "chart" | "table" | "part";

const blockKinds: readonly BlockKind[] = ["chart", "table", "part"];

function compareBlocks(kind: BlockKind, here: Side, there: Side): readonly Diagnostic[] {
  const own = namesOf(here.text.blocks, kind);
  const other = namesOf(there.text.blocks, kind);
  if (own.join() === other.join()) return [];
  const missing = lacking(own, other);
  const extra = lacking(other, own);
  // Told where something is missing; where both lack something, at the language that is compared.
  const [at, from] = missing.length > 0 || extra.length === 0 ? [here, there] : [there, here];
  const { language } = from;
  const found = at === here ? { missing, extra } : { missing: extra, extra: missing };
  const hint =
    missing.length + extra.length === 0
      ? `Put them in the order of ${language}: ${other.join(", ")}.`
      : "Every language of a text has the same ones: add what is missing, or take it out of the others.";
  const notes = [{ place: filePlace(from), message: `the same text in ${language}` }];
  const context = { place: filePlace(at), notes, hints: [hint] };
  return [blocksDiffer({ kind, ...found, language }, context)];
}

/** What of the others' there is less of among one's own, as often as it lacks. */
function lacking(own: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...own];
  return others.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Headings are compared by their levels, as their words differ; the ones shown are those around the difference. */
function compareHeadings(here: Side, there: Side, context: Context): readonly Diagnostic[] {
  const own = headingsOf(here.text);
  const other = headingsOf(there.text);
  const differ = (a: Heading | undefined, b: Heading | undefined) => a?.level !== b?.level;
  const most = Math.max(own.length, other.length);
  const indexes = Array.from({ length: most }, (_, index) => index);
  const first = indexes.findIndex((index) => differ(own[index], other[index]));
  if (first === -1) return [];
  const least = Math.min(own.length, other.length) - first;
  const same = indexes.findIndex(
    (index) => index >= least || differ(own.at(-1 - index), other.at(-1 - index)),
  );
  // Of headings of one level beside each other nothing tells which of them has no counterpart.
  const { level } = (own.length > other.length ? own : other)[first] ?? { level: "" };
  let start = first;
  while (start > 0 && own[start - 1]?.level === level) start -= 1;
  const shown = (headings: readonly Heading[]) =>
    headings.slice(start, headings.length - same).map(({ text }) => text);
  return [
    headingsDiffer({ here: shown(own), there: shown(other), language: there.language }, context),
  ];
}

function missingFacts(side: Side, other: Side, notes: Diagnostic["notes"]): readonly Diagnostic[] {
  const own = factsOf(side.text);
  const missing = [...factsOf(other.text)].filter((fact) => !own.has(fact));
  if (missing.length === 0) return [];
  return [
    factsDiffer(
      { missing, language: other.language },
      { place: filePlace(side), notes, affects: missing },
    ),
  ];
}

interface Heading {
  /** "##" */
  readonly level: string;
  /** "## Method" */
  readonly text: string;
}

function headingsOf({ markdown }: RenderedText): readonly Heading[] {
  return [...markdown.matchAll(/^ {0,3}((#{1,6})\s.*)$/gm)].map(([, text = "", level = ""]) => ({
    level,
    text: text.trim(),
  }));
}

function namesOf(blocks: readonly BlockRequest[], kind: BlockKind): readonly string[] {
  return blocks.flatMap((block) => {
    const named = nameBlock(block);
    return named?.kind === kind ? [named.name] : [];
  });
}

/** What a block is called in a message: its id, or what is typed to get it. Key figures are compared as facts. */
function nameBlock(
  block: BlockRequest,
): { readonly kind: BlockKind; readonly name: string } | undefined {
  switch (block.kind) {
    case "chart":
    case "table":
      return { kind: block.kind, name: block.id };
    case "key-figure":
      return undefined;
    case "contents":
      return { kind: "part", name: `{{contents "${block.of}"}}` };
    case "cover-art":
      return { kind: "part", name: `{{cover-art "${block.id}"}}` };
    default:
      return { kind: "part", name: `{{${block.kind}}}` };
  }
}

function factsOf({ printed, blocks }: RenderedText): ReadonlySet<string> {
  const large = blocks.flatMap((block) => (block.kind === "key-figure" ? block.value.facts : []));
  return new Set([...printed.flatMap(({ facts }) => facts), ...large]);
}

function filePlace({ text }: Side) {
  return { kind: "file", file: text.file } as const;
}
