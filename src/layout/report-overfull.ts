import { wordTooWide } from "../diagnostics/catalogue/pages.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { SetText } from "./set-text.ts";

/** Says what didn't fit into its measure; it is placed all the same, never cut. */
export function reportOverfull(text: SetText, context: LayoutContext): void {
  for (const words of text.overfull) {
    context.report(
      wordTooWide(
        { words, widthPt: text.widthPt, publication: context.document.name },
        { hints: ["shorten the word, or put a hyphen or a space where it may be broken"] },
      ),
    );
  }
}
