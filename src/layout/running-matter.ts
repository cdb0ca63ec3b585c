import type { Run, Section } from "../document/document.ts";
import { artifactSpans } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
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
    const fitting = shorten(text, style, widthPt, context);
    const spans = artifactSpans(fitting, style, context);
    placeText(draft, setText(spans, style, widthPt, context), xPt, topPt);
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

/** A running head is one line: a long title ends with an ellipsis there, its own place says all of it. */
function shorten(text: string, style: TextStyle, widthPt: number, context: LayoutContext): string {
  const fits = (candidate: string) =>
    context.fonts[style.faces.plain].widthPt(candidate, style.sizePt) <= widthPt;
  if (fits(text)) return text;
  const words = text.split(" ");
  while (words.length > 1 && !fits(`${words.join(" ")} …`)) words.pop();
  return `${words.join(" ")} …`;
}
