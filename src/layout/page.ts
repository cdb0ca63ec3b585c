import type { Chart } from "../charts/chart.ts";
import type { Attachment } from "../document/document.ts";
import type { Language } from "../edition/language.ts";
import type { FaceName } from "../fonts/font-book.ts";

/**
 * A document placed on pages: what `pdf/` writes. Lengths are points from the page's top-left corner, y downwards.
 * Everything painted is either an artifact or belongs to one content slot of the structure tree.
 */
export interface LaidOutDocument {
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly status: string;
  /** ISO date, written as creation and modification date. */
  readonly date: string;
  readonly pages: readonly Page[];
  /** Its role is "Document". */
  readonly structure: StructureElement;
  readonly bookmarks: readonly Bookmark[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly attachments: readonly Attachment[];
  /** Where every fact is printed. */
  readonly placedFacts: readonly PlacedFact[];
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly widthPt: number;
  readonly heightPt: number;
  /** In the order in which it is painted. */
  readonly items: readonly PlacedItem[];
  readonly links: readonly PlacedLink[];
}

export type PlacedItem = PlacedText | PlacedShape | PlacedChart;

/** Whose content it is: one slot of the structure tree, or nobody's. */
export type Owner =
  | { readonly kind: "content"; readonly slot: string }
  | { readonly kind: "artifact"; readonly type: "Pagination" | "Layout" | "Background" };

export interface PlacedText {
  readonly kind: "text";
  readonly owner: Owner;
  readonly xPt: number;
  readonly baselinePt: number;
  /** One line; pieces follow each other. Words of one piece are joined by real space glyphs. */
  readonly pieces: readonly TextPiece[];
}

export interface TextPiece {
  readonly text: string;
  readonly face: FaceName;
  readonly sizePt: number;
  readonly colour: string;
  /** Advance of the piece as laid out, `extraSpacePt` per U+0020 included. */
  readonly widthPt: number;
  /** Added to each U+0020 of the piece; negative where the line shrinks. */
  readonly extraSpacePt: number;
  /** Upwards; for raised numbers. */
  readonly risePt?: number;
  readonly letterSpacingPt?: number;
  /** How the line's last piece ends for readers: a soft hyphen glyph (U+00AD, drawn as a hyphen), a space glyph, or nothing. */
  readonly lineEnd?: "soft-hyphen" | "space";
}

export interface PlacedShape {
  readonly kind: "rectangle" | "line" | "circle";
  readonly owner: Owner;
  readonly xPt: number;
  readonly yPt: number;
  /** For a line, the vector to its end; for a circle, the diameter. */
  readonly widthPt: number;
  readonly heightPt: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokePt?: number;
}

export interface PlacedChart {
  readonly kind: "chart";
  readonly owner: Owner;
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly chart: Chart;
}

/** One annotation; a link broken over two lines has two. */
export interface PlacedLink {
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly target:
    | { readonly kind: "web"; readonly url: string }
    | { readonly kind: "internal"; readonly destination: string };
  /** Id of its Link element in the structure. */
  readonly elementId: string;
  /** What it says to a screen reader. */
  readonly contents: string;
}

export type StructureRole =
  | "Document"
  | "Part"
  | "Sect"
  | "Aside"
  | "BlockQuote"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "Span"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "Caption"
  | "TOC"
  | "TOCI"
  | "Reference"
  | "Link"
  | "Note";

export interface StructureElement {
  /** Unique in the document. */
  readonly id: string;
  readonly role: StructureRole;
  /** In reading order. */
  readonly children: readonly StructureChild[];
  readonly alternativeText?: string;
  readonly language?: string;
  readonly title?: string;
  /** Of a TH. */
  readonly scope?: "Column" | "Row" | "Both";
  /** Of a TD: ids of its header cells. */
  readonly headers?: readonly string[];
  readonly columnSpan?: number;
  readonly listNumbering?: "Disc" | "Decimal" | "None";
  /** Of a Figure, with its page. */
  readonly box?: {
    readonly page: number;
    readonly xPt: number;
    readonly yPt: number;
    readonly widthPt: number;
    readonly heightPt: number;
  };
}

/** A child element, or a slot that placed items fill, in the order in which they are painted. */
export type StructureChild =
  | { readonly kind: "element"; readonly element: StructureElement }
  | { readonly kind: "slot"; readonly slot: string };

export interface Bookmark {
  readonly title: string;
  readonly destination: string;
  readonly children: readonly Bookmark[];
}

export interface Destination {
  readonly page: number;
  readonly yPt: number;
}

export interface PlacedFact {
  readonly fact: string;
  readonly text: string;
  readonly page: number;
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  /** "text", or the id of the figure or table. */
  readonly where: string;
}
