import MarkdownIt, { type Token } from "markdown-it";
import container from "markdown-it-container";
import footnote from "markdown-it-footnote";

/** A Markdown block with what stands in it: markdown-it's flat list of tokens, nested. */
export interface MarkdownNode {
  /** markdown-it's type without "_open": "paragraph", "heading", "container_lead". */
  readonly type: string;
  readonly token: Token;
  readonly children: readonly MarkdownNode[];
  /** The first line in the rendered text, from 1. */
  readonly line: number;
}

export const containerNames = ["lead", "small", "callout"] as const;

const parser = containerNames.reduce(
  (markdown, name) => markdown.use(container, name),
  new MarkdownIt({ html: false, linkify: false, typographer: false }).use(footnote),
);

/** Parses Markdown as our templates use it: CommonMark, footnotes, `::: lead`, `::: small`, `::: callout Title`. */
export function parseMarkdown(markdown: string): readonly MarkdownNode[] {
  return nest(parser.parse(markdown, {}));
}

/** Parses a single line, such as a caption. */
export function parseMarkdownLine(markdown: string): readonly Token[] {
  return parser.parseInline(markdown, {})[0]?.children ?? [];
}

function nest(tokens: readonly Token[]): readonly MarkdownNode[] {
  const root: MarkdownNode[] = [];
  const open: MarkdownNode[][] = [root];
  for (const token of tokens) {
    const siblings = open.at(-1) ?? root;
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const children: MarkdownNode[] = [];
    siblings.push({
      type: token.type.replace(/_open$/, ""),
      token,
      children,
      line: (token.map?.[0] ?? 0) + 1,
    });
    if (token.nesting === 1) open.push(children);
  }
  return root;
}
