import type { Section } from "../document/document.ts";
import { inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import { baselineOffsetPt, placeRectangle, placeText } from "./page-draft.ts";
import type { SetBlock } from "./set-block.ts";
import { setText, textHeightPt, withSpaceAtEnd } from "./set-text.ts";
import { element } from "./structure-tree.ts";
import { unit } from "./unit.ts";

const barWidthPt = 40;
const barHeightPt = 3;
const barToTitlePt = 16;
/** White above the bar, in lines of the grid. */
const dropLines: Readonly<Record<Section["kind"], number>> = {
  cover: 0,
  colophon: 0,
  contents: 1,
  "key-figures": 1,
  chapter: 4,
  annex: 2,
};

/** A section's title, large, under a short bar; its number in the margin. */
export function setOpening(section: Section, context: LayoutContext): SetBlock {
  const { grid, ids, styles, house } = context;
  const isQuiet = section.kind === "colophon";
  const style = isQuiet ? styles.heading2 : styles.heading1;
  const title = inlineText(section.title, style, context);
  const text = setText(title.spans, style, grid.mainWidthPt, context);
  const number = section.number
    ? plainText(section.number, styles.chapterNumber, context)
    : undefined;
  const numberText = number
    ? withSpaceAtEnd(setText(number.spans, styles.chapterNumber, grid.marginWidthPt, context))
    : undefined;
  const drop = dropLines[section.kind] * grid.baselinePt;
  const titleTop = isQuiet ? 0 : drop + barHeightPt + barToTitlePt;
  const one = unit({
    heightPt: titleTop + textHeightPt(text),
    spaceAfterPt: isQuiet ? grid.baselinePt : grid.baselinePt * 2,
    keepsWithNext: true,
    destinations: [section.id],
    noteIds: title.noteIds,
    place: (draft, topPt) => {
      if (!isQuiet) {
        const bar = { xPt: grid.mainXPt, yPt: topPt + drop, widthPt: barWidthPt };
        placeRectangle(draft, { ...bar, heightPt: barHeightPt }, house.colours.accent);
      }
      if (numberText) {
        // The figure's foot stands on the first line of the title.
        const rise = baselineOffsetPt(styles.chapterNumber) - baselineOffsetPt(style);
        placeText(draft, numberText, grid.marginXPt, topPt + titleTop - rise);
      }
      placeText(draft, text, grid.mainXPt, topPt + titleTop);
    },
  });
  const children = [...(number ? [element(ids, "Span", number.children)] : []), ...title.children];
  return { units: [one], children: text.lines.length > 0 ? [element(ids, "H1", children)] : [] };
}
