import type { Link, Run } from "../document/document.ts";
import { localeTags } from "../edition/language.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { PlacedLink, StructureChild } from "./page.ts";
import type { Span } from "./span.ts";
import { element, slotChild } from "./structure-tree.ts";
import type { TextStyle } from "./text-style.ts";

/** Runs ready to be broken into lines, and what they are in the structure tree. */
export interface InlineText {
  readonly spans: readonly Span[];
  readonly children: readonly StructureChild[];
  /** Notes that are called here for the first time: they stand at the foot of the page of their call. */
  readonly noteIds: readonly string[];
}

/** How much smaller and higher a note's number is than the text around it. */
const raised = { size: 0.68, rise: 0.36 } as const;

/** Gives every run its face and its slot: plain runs that follow each other share one, links and foreign words have their own. */
export function inlineText(
  runs: readonly Run[],
  style: TextStyle,
  context: LayoutContext,
): InlineText {
  const spans: Span[] = [];
  const children: StructureChild[] = [];
  const noteIds: string[] = [];
  let shared: string | undefined;
  for (const group of groupRuns(runs)) {
    const [first] = group;
    if (!first) continue;
    if (first.noteId !== undefined) {
      const call = noteCall(first, first.noteId, style, context);
      spans.push(...call.spans);
      children.push(...call.children);
      noteIds.push(...call.noteIds);
      shared = undefined;
    } else if (first.link) {
      const link = linkText(group, first.link, style, context);
      spans.push(...link.spans);
      children.push(...link.children);
      shared = undefined;
    } else if (first.language && first.language !== context.document.language) {
      const slot = context.ids.slot();
      spans.push(...group.map((run) => spanOf(run, style, slot, context)));
      const language = first.language === "de" ? "de-BE" : localeTags[first.language];
      children.push(element(context.ids, "Span", [slotChild(slot)], { language }));
      shared = undefined;
    } else {
      if (shared === undefined) {
        shared = context.ids.slot();
        children.push(slotChild(shared));
      }
      const slot = shared;
      spans.push(...group.map((run) => spanOf(run, style, slot, context)));
    }
  }
  return { spans: withoutEdges(spans), children, noteIds };
}

/** One slot of one style: fixed strings, numbers, cells. */
export function plainText(text: string, style: TextStyle, context: LayoutContext): InlineText {
  return inlineText([{ text, style: "plain" }], style, context);
}

/** The same text as nobody's content: running heads, heads that a table repeats. */
export function artifactSpans(
  text: string,
  style: TextStyle,
  context: LayoutContext,
): readonly Span[] {
  return [
    {
      text,
      face: style.faces.plain,
      sizePt: style.sizePt,
      colour: style.colour,
      owner: { kind: "artifact", type: "Pagination" },
      language: context.document.language,
    },
  ];
}

/** Runs of one link, or of one foreign language, that follow each other belong together. */
function groupRuns(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    if (run.text === "" && run.noteId === undefined) continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    const belongs =
      last !== undefined &&
      run.noteId === undefined &&
      last.noteId === undefined &&
      run.language === last.language &&
      JSON.stringify(run.link) === JSON.stringify(last.link);
    if (group && belongs) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

function spanOf(
  run: Run,
  style: TextStyle,
  slot: string,
  context: LayoutContext,
  link?: Span["link"],
): Span {
  return {
    text: run.text,
    face: style.faces[run.style],
    sizePt: style.sizePt,
    colour: link ? style.linkColour : style.colour,
    owner: { kind: "content", slot },
    language: run.language ?? context.document.language,
    ...(run.printed ? { printed: run.printed } : {}),
    ...(link ? { link } : {}),
  };
}

function linkText(
  group: readonly Run[],
  link: Link,
  style: TextStyle,
  context: LayoutContext,
): InlineText {
  const slot = context.ids.slot();
  const elementId = context.ids.element();
  const contents = group.map((run) => run.text).join("");
  const annotation = { target: linkTarget(link, contents, context), elementId, contents };
  const child = element(context.ids, "Link", [slotChild(slot)], { id: elementId });
  const children =
    link.kind === "internal" ? [element(context.ids, "Reference", [child])] : [child];
  const spans = group.map((run) => spanOf(run, style, slot, context, annotation));
  return { spans, children, noteIds: [] };
}

function linkTarget(link: Link, text: string, context: LayoutContext): PlacedLink["target"] {
  if (link.kind === "web") return { kind: "web", url: link.url };
  context.useDestination(link.target, text);
  return { kind: "internal", destination: link.target };
}

function noteCall(run: Run, noteId: string, style: TextStyle, context: LayoutContext): InlineText {
  const note = context.notes.call(noteId);
  if (!note) return { spans: [], children: [], noteIds: [] };
  const slot = context.ids.slot();
  const elementId = context.ids.element();
  const text = String(note.number);
  const contents = context.words.string("document.footnote", { number: text });
  context.useDestination(note.destination, contents);
  const link = {
    target: { kind: "internal", destination: note.destination },
    elementId,
    contents,
  } as const;
  const span: Span = {
    ...spanOf({ ...run, text }, style, slot, context, link),
    face: style.faces.plain,
    sizePt: style.sizePt * raised.size,
    risePt: style.sizePt * raised.rise,
    ...(note.isFirstCall ? { noteId } : {}),
  };
  const call = element(context.ids, "Link", [slotChild(slot)], { id: elementId });
  const children = [element(context.ids, "Reference", [call])];
  if (note.isFirstCall) children.push(note.structure);
  return { spans: [span], children, noteIds: note.isFirstCall ? [noteId] : [] };
}

/** Spaces at the ends of a paragraph say nothing and would move its edges. */
function withoutEdges(spans: readonly Span[]): readonly Span[] {
  const tidy = spans.map((span, index) => {
    let text = span.text.replace(/ *\n */gu, "\n");
    if (index === 0) text = text.replace(/^[ \n]+/u, "");
    if (index === spans.length - 1) text = text.replace(/[ \n]+$/u, "");
    return text === span.text ? span : { ...span, text };
  });
  return tidy.filter((span) => span.text !== "");
}
