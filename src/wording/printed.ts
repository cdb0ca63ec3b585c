import type { SegmentId } from "../facts/segment.ts";

/**
 * A piece of text that stands for something computed. It travels from the helper that made it to the page,
 * so that the layout can say where every fact is printed.
 */
export interface Printed {
  /** As it is set: "44 %", with its no-break spaces. */
  readonly text: string;
  /** The facts it was made from; empty for a literal. */
  readonly facts: readonly string[];
  readonly kind: "fact" | "base" | "count" | "interval" | "date" | "number" | "literal";
}

/**
 * Private-use characters that carry a Printed, or a block, through Markdown: U+E000 index U+E001 for an
 * inline value, U+E002 index U+E003 for a block of its own. Handlebars helpers write them, `document/` reads them.
 */
export const inlineMark = { open: "\uE000", close: "\uE001" } as const;
export const blockMark = { open: "\uE002", close: "\uE003" } as const;

/** Something other than running text that a template asks for. */
export type BlockRequest =
  /** `of` is drawn for a segment under an id of its own: "profile-areas-province-hainaut". */
  | {
      readonly kind: "chart";
      readonly id: string;
      readonly of: string;
      readonly segment: SegmentId | null;
    }
  | { readonly kind: "table"; readonly id: string }
  /** Every question by segment, one table each. */
  | { readonly kind: "question-tables" }
  | { readonly kind: "questionnaire" }
  /** The entries that the publication cites. */
  | { readonly kind: "bibliography" }
  | { readonly kind: "contents"; readonly of: "sections" | "figures" | "tables" }
  | { readonly kind: "cover-art"; readonly id: string }
  /** `{{keyFigure "progress" label=…}}` and its like: a large value with a short text under it. */
  | {
      readonly kind: "key-figure";
      readonly value: Printed;
      readonly label: string;
      readonly note: string;
    };

/** A template after Handlebars: Markdown with marks, and what the marks stand for. */
export interface RenderedText {
  /** The template's file relative to the project, for diagnostics. */
  readonly file: string;
  readonly markdown: string;
  readonly printed: readonly Printed[];
  readonly blocks: readonly BlockRequest[];
}
