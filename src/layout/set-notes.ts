import { inlineText, plainText } from "./inline-text.ts";
import type { LayoutContext, Notes, SetNote } from "./layout-context.ts";
import { type PageDraft, placeRule, placeText } from "./page-draft.ts";
import { setText, textHeightPt } from "./set-text.ts";
import type { Span } from "./span.ts";
import { element } from "./structure-tree.ts";

/** White above the rule over the notes, and between the rule and the first note, in points. */
export const noteSpacePt = 20;
const ruleToNotePt = 7;
const gapPt = 2;
const numberWidthPt = 14;
const ruleWidthPt = 56;

/** The footnotes of a document: each is set when it is first called, and gets its structure there. */
export function createNotes(context: () => LayoutContext): Notes {
  const set = new Map<string, SetNote>();
  return {
    get: (id) => set.get(id),
    call: (id) => {
      const shared = context();
      const note = shared.document.notes.get(id);
      if (!note) return undefined;
      const destination = `note-${id}`;
      const isFirstCall = !set.has(id);
      if (!isFirstCall) {
        const structure = element(shared.ids, "Note", []);
        return { number: note.number, destination, isFirstCall, structure };
      }
      const number = plainText(String(note.number), shared.styles.note, shared);
      const text = inlineText(note.runs, shared.styles.note, shared);
      set.set(id, setNote(destination, number.spans, text.spans, shared));
      const structure = element(
        shared.ids,
        "Note",
        [element(shared.ids, "Lbl", number.children), element(shared.ids, "P", text.children)],
        { id: destination },
      );
      return { number: note.number, destination, isFirstCall, structure };
    },
  };
}

function setNote(
  destination: string,
  number: readonly Span[],
  text: readonly Span[],
  context: LayoutContext,
): SetNote {
  const style = context.styles.note;
  const widthPt = context.grid.mainWidthPt - numberWidthPt;
  const body = setText(text, style, widthPt, context);
  return {
    number: setText(number, style, numberWidthPt, context),
    text: body,
    heightPt: textHeightPt(body) + gapPt,
    destination,
  };
}

/** Places notes at the foot of the type area, under a short rule. */
export function placeNotes(
  draft: PageDraft,
  noteIds: readonly string[],
  context: LayoutContext,
): void {
  const notes = noteIds.flatMap((id) => context.notes.get(id) ?? []);
  if (notes.length === 0) return;
  const { grid } = context;
  const heightPt = notes.reduce((sum, note) => sum + note.heightPt, 0);
  let top = grid.bottomPt - heightPt;
  placeRule(
    draft,
    { xPt: grid.mainXPt, yPt: top - ruleToNotePt, widthPt: ruleWidthPt },
    context.house.colours.faint,
    0.5,
  );
  for (const note of notes) {
    draft.destinations.set(note.destination, top);
    placeText(draft, note.number, grid.mainXPt, top);
    placeText(draft, note.text, grid.mainXPt + numberWidthPt, top);
    top += note.heightPt;
  }
}
