import type { Language } from "../edition/language.ts";
import { type BlockRequest, blockMark, type RenderedText } from "../wording/printed.ts";
import { typeset } from "../wording/typeset.ts";
import type { Block, Footnote, Run } from "./document.ts";
import { findUnsupported } from "./find-unsupported.ts";
import { type MarkdownNode, parseMarkdown } from "./parse-markdown.ts";
import { parseRuns, type RunContext } from "./parse-runs.ts";

/** A section's Markdown as blocks; what it asks for beyond text is answered by `resolve`, in reading order. */
export interface SectionParts {
  readonly title: readonly Run[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Footnote[];
  /** What the text holds that a publication can't. */
  readonly problems: readonly SectionProblem[];
}

export interface SectionProblem {
  readonly what: "no title" | "second title" | "heading jump" | "unsupported";
  readonly detail: string;
  /** What to look for in the template, to show where it stands; empty for its beginning. */
  readonly needle: string;
}

export interface SectionRequest {
  readonly id: string;
  readonly language: Language;
  readonly text: RenderedText;
  /** The number of the publication's next footnote. */
  readonly firstNoteNumber: number;
  readonly resolve: (request: BlockRequest) => readonly Block[];
}

/** Parses one section. Headings get ids by their position, so that the three languages share them. */
export function parseSection(request: SectionRequest): SectionParts {
  const nodes = parseMarkdown(request.text.markdown);
  const unsupported = findUnsupportedIn(nodes);
  if (unsupported.length > 0) return { title: [], blocks: [], notes: [], problems: unsupported };
  const state = startReading(request);
  const titles = nodes.filter((node) => node.type === "heading" && node.token.tag === "h1");
  if (!titles[0]) state.problems.push({ what: "no title", detail: "", needle: "" });
  for (const node of titles.slice(1)) {
    state.problems.push({ what: "second title", detail: "", needle: `# ${beginningOf(node)}` });
  }
  const body = nodes.filter((node) => !titles.includes(node) && node.type !== "footnote_block");
  return {
    title: titles[0] ? readRuns(titles[0], state) : [],
    blocks: mergeKeyFigures(body.flatMap((node) => readBlocks(node, state))),
    notes: nodes
      .filter((node) => node.type === "footnote_block")
      .flatMap((node) => node.children.map((note, index) => readNote(note, index, state))),
    problems: state.problems,
  };
}

function findUnsupportedIn(nodes: readonly MarkdownNode[]): readonly SectionProblem[] {
  return nodes.flatMap((node) => [
    ...findUnsupported(node.token.children ?? []).map(
      (found): SectionProblem => ({ what: "unsupported", ...found }),
    ),
    ...findUnsupportedIn(node.children),
  ]);
}

/** The text of a heading or paragraph up to its first printed value: what the template holds word for word. */
function beginningOf(node: MarkdownNode): string {
  const source = node.children.map((child) => child.token.content).join("");
  return (source.split(/[\uE000-\uE003\n]/)[0] ?? "").trim();
}

interface ReadingState {
  readonly request: SectionRequest;
  readonly context: RunContext;
  readonly problems: SectionProblem[];
  /** How many headings of level 2, and of level 3 under the last of them, came so far. */
  second: number;
  third: number;
}

function startReading(request: SectionRequest): ReadingState {
  const context = {
    language: request.language,
    printed: request.text.printed,
    noteId: (label: string) => noteId(request.id, label),
  };
  return { request, context, problems: [], second: 0, third: 0 };
}

function readRuns(node: MarkdownNode, state: ReadingState): readonly Run[] {
  const tokens = node.children.flatMap((child) => child.token.children ?? []);
  return parseRuns(tokens, state.context);
}

function readBlocks(node: MarkdownNode, state: ReadingState): readonly Block[] {
  switch (node.type) {
    case "heading":
      return [readHeading(node, state)];
    case "paragraph":
      return readParagraph(node, "body", state);
    case "bullet_list":
    case "ordered_list":
      return [readList(node, state)];
    case "blockquote":
      return [readQuote(node, state)];
    case "container_lead":
      return node.children.flatMap((child) => readParagraph(child, "lead", state));
    case "container_small":
      return node.children.flatMap((child) => readParagraph(child, "small", state));
    case "container_callout":
      return [readCallout(node, state)];
    default:
      state.problems.push({ what: "unsupported", detail: node.type, needle: node.token.markup });
      return [];
  }
}

function readHeading(node: MarkdownNode, state: ReadingState): Block {
  const level = node.token.tag === "h2" ? 2 : 3;
  const needle = `${node.token.markup} ${beginningOf(node)}`;
  if (node.token.tag !== "h2" && node.token.tag !== "h3") {
    state.problems.push({ what: "unsupported", detail: node.token.tag, needle });
  } else if (level === 3 && state.second === 0) {
    state.problems.push({ what: "heading jump", detail: "", needle });
  }
  state.third = level === 2 ? 0 : state.third + 1;
  state.second += level === 2 ? 1 : 0;
  const position = level === 2 ? [state.second] : [state.second, state.third];
  const id = [`section-${state.request.id}`, ...position].join("-");
  return { kind: "heading", level, id, runs: readRuns(node, state) };
}

function readParagraph(
  node: MarkdownNode,
  role: "body" | "lead" | "small",
  state: ReadingState,
): readonly Block[] {
  if (node.type !== "paragraph") return readBlocks(node, state);
  const source = node.children.map((child) => child.token.content).join("");
  const requests = findBlockRequests(source, state.request.text);
  return requests.length > 0
    ? requests.flatMap(state.request.resolve)
    : [{ kind: "paragraph", role, runs: readRuns(node, state) }];
}

/** What a paragraph of block marks asks for; none where it holds anything else. */
function findBlockRequests(source: string, text: RenderedText): readonly BlockRequest[] {
  const { open, close } = blockMark;
  if (!new RegExp(`^(?:${open}\\d+${close}\\s*)+$`).test(source)) return [];
  return [...source.matchAll(new RegExp(`${open}(\\d+)${close}`, "g"))].map((match) => {
    const request = text.blocks[Number(match[1])];
    if (!request) throw new Error(`a mark without a block: ${match[1]}`);
    return request;
  });
}

function readList(node: MarkdownNode, state: ReadingState): Block {
  return {
    kind: "list",
    isOrdered: node.type === "ordered_list",
    items: node.children.map((item) => item.children.flatMap((child) => readBlocks(child, state))),
  };
}

/** The last line of a quote names who said it: "— Name". */
function readQuote(node: MarkdownNode, state: ReadingState): Block {
  const tokens = node.children
    .flatMap((child) => child.children)
    .flatMap((inline) => inline.token.children ?? []);
  const dash = tokens.findIndex(
    (token, index) =>
      token.content.startsWith("— ") && (index === 0 || tokens[index - 1]?.type === "softbreak"),
  );
  const said = dash < 0 ? tokens : tokens.slice(0, Math.max(0, dash - 1));
  return {
    kind: "quote",
    runs: parseRuns(said, state.context),
    attribution: parseRuns(dash < 0 ? [] : tokens.slice(dash), state.context),
  };
}

function readCallout(node: MarkdownNode, state: ReadingState): Block {
  const text = node.token.info.trim().replace(/^callout\s*/, "");
  const title = typeset(text, state.request.language, "");
  return {
    kind: "callout",
    title: text === "" ? [] : [{ text: title, style: "strong" }],
    blocks: node.children.flatMap((child) => readBlocks(child, state)),
  };
}

function readNote(node: MarkdownNode, index: number, state: ReadingState): Footnote {
  const tokens = node.children
    .flatMap((paragraph) => paragraph.children)
    .flatMap((inline) => inline.token.children ?? []);
  return {
    id: noteId(state.request.id, String(node.token.meta?.label)),
    number: state.request.firstNoteNumber + index,
    runs: parseRuns(tokens, state.context),
  };
}

function noteId(section: string, label: string): string {
  return `note-${section}-${label}`;
}

/** Key figures that follow each other stand side by side. */
function mergeKeyFigures(blocks: readonly Block[]): readonly Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (block.kind === "key-figures" && last?.kind === "key-figures") {
      merged[merged.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else merged.push(block);
  }
  return merged;
}
