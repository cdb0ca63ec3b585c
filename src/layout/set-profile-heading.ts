import { segmentColourOf } from "../charts/segment-colour.ts";
import type { Heading } from "../document/document.ts";
import type { SegmentId } from "../facts/segment.ts";
import { inlineText } from "./inline-text.ts";
import type { LayoutContext } from "./layout-context.ts";
import { placeRectangle, placeText } from "./page-draft.ts";
import type { SetBlock } from "./set-block.ts";
import { setText, textHeightPt } from "./set-text.ts";
import { element } from "./structure-tree.ts";
import { unit } from "./unit.ts";

const barHeightPt = 5;
const barToTitlePt = 12;

/** The title of a profile: it begins a page, over both columns, under a bar in its segment's colour. */
export function setProfileHeading(
  heading: Heading,
  segment: SegmentId,
  context: LayoutContext,
): SetBlock {
  const { grid, ids, styles, house } = context;
  const inline = inlineText(heading.runs, styles.profileTitle, context);
  const text = setText(inline.spans, styles.profileTitle, grid.fullWidthPt, context);
  const one = unit({
    heightPt: barHeightPt + barToTitlePt + textHeightPt(text),
    spaceAfterPt: grid.stepPt,
    startsPage: true,
    keepsWithNext: true,
    noteIds: inline.noteIds,
    destinations: [heading.id],
    place: (draft, topPt) => {
      const bar = { xPt: grid.marginXPt, yPt: topPt, widthPt: grid.fullWidthPt };
      const colour = segmentColourOf(segment, house);
      placeRectangle(draft, { ...bar, heightPt: barHeightPt }, colour);
      placeText(draft, text, grid.marginXPt, topPt + barHeightPt + barToTitlePt);
    },
  });
  return { units: [one], children: [element(ids, "H2", inline.children)] };
}
