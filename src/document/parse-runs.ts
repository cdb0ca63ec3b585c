import type { Token } from "markdown-it";
import { isLanguage, type Language } from "../edition/language.ts";
import { inlineMark, type Printed } from "../wording/printed.ts";
import { typeset } from "../wording/typeset.ts";
import type { Link, Run } from "./document.ts";

/** What inline Markdown needs besides its tokens. */
export interface RunContext {
  readonly language: Language;
  /** What the marks in the text stand for. */
  readonly printed: readonly Printed[];
  /** The document's id for a footnote's label. */
  readonly noteId: (label: string) => string;
}

interface RunState {
  readonly strong: number;
  readonly emphasis: number;
  readonly link: Link | undefined;
  readonly language: Run["language"];
}

const languageScheme = "lang:";

const supportedTokens: readonly string[] = [
  "text",
  "softbreak",
  "hardbreak",
  "footnote_ref",
  "strong_open",
  "strong_close",
  "em_open",
  "em_close",
  "link_open",
  "link_close",
];

/** Whether `parseRuns` knows what to make of an inline token of this type. */
export function isSupportedToken(type: string): boolean {
  return supportedTokens.includes(type);
}

/**
 * Inline tokens → runs, with the language's typography applied and every marked value in a run of its own.
 * A link without text keeps an empty run: its text is filled in when numbers are known.
 */
export function parseRuns(tokens: readonly Token[], context: RunContext): readonly Run[] {
  const runs: Run[] = [];
  let state: RunState = { strong: 0, emphasis: 0, link: undefined, language: undefined };
  let before = "";
  const push = (piece: { text: string; printed?: Printed; noteId?: string }) => {
    const run: Run = { ...piece, ...styleOf(state) };
    before = run.text.at(-1) ?? before;
    const last = runs.at(-1);
    if (last && canJoin(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  };
  for (const token of tokens) {
    if (token.type === "text") {
      for (const piece of splitMarks(token.content, context.printed)) {
        if (typeof piece !== "string") push({ text: piece.text, printed: piece });
        else push({ text: typeset(piece, typesetLanguage(state, context), before) });
      }
    } else if (token.type === "softbreak") {
      push({ text: " " });
    } else if (token.type === "hardbreak") {
      push({ text: "\n" });
    } else if (token.type === "footnote_ref") {
      push({ text: "", noteId: context.noteId(String(token.meta?.label)) });
    } else {
      if (token.type === "link_close" && state.link && isEmptyLink(runs, state.link)) {
        push({ text: "" });
      }
      state = nextState(state, token);
    }
  }
  return runs;
}

function isEmptyLink(runs: readonly Run[], link: Link): boolean {
  return runs.at(-1)?.link !== link;
}

function typesetLanguage(state: RunState, context: RunContext): Language {
  return state.language && isLanguage(state.language) ? state.language : context.language;
}

function styleOf(state: RunState): Omit<Run, "text"> {
  return {
    style: state.strong > 0 ? "strong" : state.emphasis > 0 ? "emphasis" : "plain",
    ...(state.language ? { language: state.language } : {}),
    ...(state.link ? { link: state.link } : {}),
  };
}

function canJoin(a: Run, b: Run): boolean {
  return (
    a.style === b.style &&
    a.link === b.link &&
    a.language === b.language &&
    !a.printed &&
    !b.printed &&
    a.noteId === undefined &&
    b.noteId === undefined
  );
}

function nextState(state: RunState, token: Token): RunState {
  switch (token.type) {
    case "strong_open":
      return { ...state, strong: state.strong + 1 };
    case "strong_close":
      return { ...state, strong: state.strong - 1 };
    case "em_open":
      return { ...state, emphasis: state.emphasis + 1 };
    case "em_close":
      return { ...state, emphasis: state.emphasis - 1 };
    case "link_open":
      return openLink(state, String(token.attrGet("href") ?? ""));
    case "link_close":
      return { ...state, link: undefined, language: undefined };
    default:
      throw new Error(`Markdown gave an inline token that texts don't use: ${token.type}`);
  }
}

function openLink(state: RunState, href: string): RunState {
  if (href.startsWith(languageScheme)) {
    const language = href.slice(languageScheme.length);
    return { ...state, language: isLanguage(language) || language === "de" ? language : undefined };
  }
  const link: Link = href.startsWith("#")
    ? { kind: "internal", target: href.slice(1) }
    : { kind: "web", url: href };
  return { ...state, link };
}

/** Text cut at its marks; each mark is replaced by what it stands for. */
function splitMarks(text: string, printed: readonly Printed[]): readonly (string | Printed)[] {
  const pieces: (string | Printed)[] = [];
  let rest = text;
  for (;;) {
    const open = rest.indexOf(inlineMark.open);
    const close = rest.indexOf(inlineMark.close, open);
    if (open < 0 || close < 0) break;
    const value = printed[Number(rest.slice(open + 1, close))];
    if (!value) throw new Error(`a mark without a value: ${rest.slice(open + 1, close)}`);
    if (open > 0) pieces.push(rest.slice(0, open));
    pieces.push(value);
    rest = rest.slice(close + 1);
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}
