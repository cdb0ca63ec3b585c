import type { Token } from "markdown-it";
import { isSupportedToken } from "./parse-runs.ts";

/** Something in a line of Markdown that a publication can't set. */
export interface Unsupported {
  /** What it is, for people. */
  readonly detail: string;
  /** What to look for in the template, to show where it stands. */
  readonly needle: string;
}

const tokenNames: Readonly<Record<string, { readonly name: string; readonly sign: string }>> = {
  image: { name: "image", sign: "![" },
  s_open: { name: "strikethrough", sign: "~~" },
  code_inline: { name: "code", sign: "`" },
};

/** Signs that Markdown left in the text because it could make nothing of them: printed, they would puzzle the reader. */
const leftovers: readonly { readonly name: string; readonly find: RegExp }[] = [
  { name: "HTML", find: /<!--|<\/?[a-z][^<>]*>/i },
  { name: "box of this name", find: /:::[^\S\n]*\S*/ },
  { name: "note of this name", find: /\[\^[^\]]*\]/ },
  { name: "link to such an address", find: /\]\([^)]*\)/ },
  { name: "** or __ without its pair", find: /\*\*|__/ },
];

const webAddress = /^(?:https?:\/\/|mailto:|#|lang:)/;

/** What the tokens of a line hold that can't be set, in their order. */
export function findUnsupported(tokens: readonly Token[]): readonly Unsupported[] {
  return tokens.flatMap((token): readonly Unsupported[] => {
    if (token.nesting >= 0 && !isSupportedToken(token.type)) {
      const known = tokenNames[token.type];
      return [{ detail: known?.name ?? token.type, needle: known?.sign ?? token.content }];
    }
    if (token.type === "link_open") {
      const href = String(token.attrGet("href") ?? "");
      return webAddress.test(href)
        ? []
        : [{ detail: "link to such an address", needle: `](${href}` }];
    }
    if (token.type !== "text") return [];
    return leftovers.flatMap(({ name, find }) => {
      const [found] = find.exec(token.content) ?? [];
      return found === undefined ? [] : [{ detail: name, needle: found }];
    });
  });
}
