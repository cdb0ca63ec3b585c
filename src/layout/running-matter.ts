import { runningHeadShortened } from "../diagnostics/catalogue/pages.ts";
import type { PageBox } from "../diagnostics/diagnostic.ts";
import type { Run, Section } from "../document/document.ts";
import { artifactSpans } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Overflow } from "./overflow.ts";
import { type PageDraft, placeRule, placeText } from "./page-draft.ts";
import { setText } from "./set-text.ts";
import type { TextStyle } from "./text-style.ts";

/** Distances of the head's and the foot's lines from the type area, in points. */
const headAbovePt = 38;
const ruleAbovePt = 24;
const footBelowPt = 30;
const pageNumberWidthPt = 40;

/** What stands on every page and is nobody's content: titles above a thin rule, status and page number at the foot. */
export function placeRunningMatter(
  draft: PageDraft,
  section: Section,
  { hasHead }: { readonly hasHead: boolean },
  context: LayoutContext,
): void {
  const { grid, styles, document, house } = context;
  const half = grid.fullWidthPt / 2;
  const headTop = grid.topPt - headAbovePt;
  const put = (text: string, style: TextStyle, xPt: number, topPt: number, widthPt: number) => {
    const { shown, isShortened } = shorten(text, style, widthPt, context);
    const spans = artifactSpans(shown, style, context);
    placeText(draft, setText(spans, style, widthPt, context), xPt, topPt);
    const box = { xPt, yPt: topPt, widthPt, heightPt: style.leadingPt };
    if (isShortened) draft.overflows.push(shortened(text, box));
  };
  const right = { align: "right" } as const;
  if (hasHead) {
    put(document.title, styles.runningHead, grid.marginXPt, headTop, half);
    const title = plainTitle(section.title);
    const head = section.number ? `${section.number}\u00A0\u00A0${title}` : title;
    put(head, { ...styles.runningHeadStrong, ...right }, grid.marginXPt + half, headTop, half);
    const rule = { xPt: grid.marginXPt, yPt: grid.topPt - ruleAbovePt, widthPt: grid.fullWidthPt };
    placeRule(draft, rule, house.colours.rule, 0.5, "Pagination");
  }
  const footTop = grid.bottomPt + footBelowPt;
  const foot = [document.status, document.subtitle].filter((part) => part !== "").join(" · ");
  put(foot, styles.runningHead, grid.marginXPt, footTop, grid.fullWidthPt - pageNumberWidthPt);
  put(
    String(draft.number),
    { ...styles.runningHeadStrong, ...right },
    grid.rightPt - pageNumberWidthPt,
    footTop,
    pageNumberWidthPt,
  );
}

export function plainTitle(runs: readonly Run[]): string {
  return runs
    .filter((run) => run.noteId === undefined)
    .map((run) => run.text)
    .join("");
}

/**
 * A running head is one line: a long title ends with an ellipsis there, its own place says all of it. A first word
 * that is too wide stands alone, whole.
 */
function shorten(
  text: string,
  style: TextStyle,
  widthPt: number,
  context: LayoutContext,
): { readonly shown: string; readonly isShortened: boolean } {
  const fits = (candidate: string) =>
    context.fonts[style.faces.plain].widthPt(candidate, style.sizePt) <= widthPt;
  if (fits(text)) return { shown: text, isShortened: false };
  const words = text.split(" ");
  while (words.length > 0 && !fits(`${words.join(" ")} …`)) words.pop();
  if (words.length === 0) return { shown: text.split(" ")[0] ?? "", isShortened: false };
  return { shown: `${words.join(" ")} …`, isShortened: true };
}

function shortened(text: string, box: PageBox): Overflow {
  const hints = ["Shorten the title; where it stands itself, all of it is printed."];
  return {
    cause: `running head ${text}`,
    box,
    say: (publication, context) =>
      runningHeadShortened({ text, publication }, { ...context, hints }),
  };
}
