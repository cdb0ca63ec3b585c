import type { Chart, DataTable } from "../charts/chart.ts";
import type { Language } from "../edition/language.ts";
import type { Printed } from "../wording/printed.ts";

/** A publication as a tree of typed blocks, in one language; no sizes, no pages. */
export interface Document {
  readonly language: Language;
  /** The file's name without extension: "report-fr". */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** ISO date of the edition. */
  readonly date: string;
  /** "Projet", "Ontwerp", "Draft": printed in footers, written into the properties. */
  readonly status: string;
  readonly sections: readonly Section[];
  readonly notes: ReadonlyMap<string, Footnote>;
  readonly attachments: readonly Attachment[];
}

/**
 * front: a foreword; chapter: opens with its number, figures may move; profiles: a chapter with a page for each of
 * its segments; annex: tables in a fixed order, in small type; back: what follows the chapters.
 */
export const sectionKinds = [
  "cover",
  "colophon",
  "front",
  "contents",
  "key-figures",
  "chapter",
  "profiles",
  "annex",
  "back",
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export interface Section {
  readonly id: string;
  readonly kind: SectionKind;
  /** Set large at the section's opening and in the running head; empty for the cover. */
  readonly title: readonly Run[];
  /** "1", "2", "A"; absent where sections are not numbered. */
  readonly number?: string;
  /** Begins where the section before it ends, not on a page of its own. */
  readonly runsOn?: boolean;
  readonly blocks: readonly Block[];
}

/** Text of one style. Runs follow each other without a gap: spaces are in their text, "\n" starts a new line. */
export interface Run {
  readonly text: string;
  readonly style: "plain" | "emphasis" | "strong";
  /** Where it differs from the document's. */
  readonly language?: Language | "de";
  readonly link?: Link;
  readonly printed?: Printed;
  /** Sets a raised number and sends the note to the foot of this page. */
  readonly noteId?: string;
}

export type Link =
  | { readonly kind: "web"; readonly url: string }
  /** To a heading, figure or table of this document. */
  | { readonly kind: "internal"; readonly target: string };

export interface Footnote {
  readonly id: string;
  readonly number: number;
  readonly runs: readonly Run[];
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Quote
  | Callout
  | KeyFigures
  | Figure
  | TableBlock
  | CoverArt
  | Contents;

export interface Heading {
  readonly kind: "heading";
  /** Section titles are level 1. */
  readonly level: 2 | 3;
  readonly id: string;
  readonly runs: readonly Run[];
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** entry: one of the bibliography; question: one of the questionnaire, over both columns. */
  readonly role: "body" | "lead" | "small" | "entry" | "question";
  /** Where links to it go. */
  readonly id?: string;
  readonly runs: readonly Run[];
}

export interface List {
  readonly kind: "list";
  readonly isOrdered: boolean;
  readonly items: readonly (readonly Block[])[];
}

export interface Quote {
  readonly kind: "quote";
  readonly runs: readonly Run[];
  readonly attribution: readonly Run[];
}

/** A box beside the argument: "how to read", a notice. */
export interface Callout {
  readonly kind: "callout";
  readonly title: readonly Run[];
  readonly blocks: readonly Block[];
}

export interface KeyFigures {
  readonly kind: "key-figures";
  readonly items: readonly {
    readonly value: Printed;
    readonly label: readonly Run[];
    readonly note: readonly Run[];
  }[];
}

export interface Figure {
  readonly kind: "figure";
  /** "figure-progress-by-province" */
  readonly id: string;
  readonly number: number;
  /** "Figure 3", "Figuur 3". */
  readonly label: string;
  /** The short subject, for the list of figures. */
  readonly title: readonly Run[];
  readonly caption: readonly Run[];
  readonly chart: Chart;
  /** Question wording, n, † and :, source; each a paragraph in the margin. */
  readonly notes: readonly (readonly Run[])[];
}

export interface TableBlock {
  readonly kind: "table";
  readonly id: string;
  readonly number: number;
  readonly label: string;
  /** The short subject, for the list of tables. */
  readonly title: readonly Run[];
  readonly caption: readonly Run[];
  /** Which columns head their row: always the first. */
  readonly table: DataTable;
  readonly notes: readonly (readonly Run[])[];
  /** In small type and close rows: a table of an annex. */
  readonly isSmall: boolean;
  /** "suite", "vervolg", "continued". */
  readonly continued: string;
}

/** The cover's picture. */
export interface CoverArt {
  readonly kind: "cover-art";
  readonly chart: Chart;
}

/** The table of contents, or the list of figures or tables; pages are filled in by the layout. */
export interface Contents {
  readonly kind: "contents";
  readonly of: "sections" | "figures" | "tables";
}

export interface Attachment {
  /** Lower-case ASCII: "progress-by-province.csv". */
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
  /** The figure it belongs to. */
  readonly figureId?: string;
}
