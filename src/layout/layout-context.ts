import type { Document } from "../document/document.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import type { FontBook } from "../fonts/font-book.ts";
import type { Words } from "../wording/words.ts";
import type { Hyphenate } from "./break-items.ts";
import type { StructureChild } from "./page.ts";
import type { PageGrid } from "./page-grid.ts";
import type { SetText } from "./set-text.ts";
import type { StructureIds } from "./structure-tree.ts";
import type { TextStyles } from "./text-style.ts";

/** What every part of the layout of one document shares. */
export interface LayoutContext {
  readonly document: Document;
  readonly house: HouseStyle;
  readonly fonts: FontBook;
  readonly words: Words;
  readonly hyphenate: Hyphenate;
  readonly styles: TextStyles;
  readonly grid: PageGrid;
  readonly ids: StructureIds;
  readonly notes: Notes;
  /** Remembers that a link goes there, so that a link to nowhere is found. */
  readonly useDestination: (destination: string, text: string) => void;
}

/** The footnotes of a document, set when they are first called. */
export interface Notes {
  /** Undefined where the document has no such note. */
  readonly call: (id: string) => NoteCall | undefined;
  readonly get: (id: string) => SetNote | undefined;
}

export interface NoteCall {
  readonly number: number;
  readonly destination: string;
  readonly isFirstCall: boolean;
  readonly structure: StructureChild;
}

export interface SetNote {
  readonly number: SetText;
  readonly text: SetText;
  readonly heightPt: number;
  readonly destination: string;
}
