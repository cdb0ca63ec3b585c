import type { PageDraft } from "./page-draft.ts";

/** Something that pages don't cut: a line, a heading, a figure, a table's row. Pages are filled with units. */
export interface Unit {
  /** What it is called when it doesn't fit; a line of text has no name. */
  readonly name?: string;
  readonly heightPt: number;
  /** White above and below; between two units the larger one counts, at a page's top none. */
  readonly spaceBeforePt: number;
  readonly spaceAfterPt: number;
  /** How bad it is that a page starts with this unit; Infinity where it never may. */
  readonly breakCost: number;
  /** A heading: no page ends with it. */
  readonly keepsWithNext: boolean;
  /** Begins a page, whatever came before. */
  readonly startsPage: boolean;
  /** Reaches up to the page's edge where it begins a page: no running head stands there. */
  readonly coversHead: boolean;
  /** Starts on the grid of lines. */
  readonly isOnGrid: boolean;
  /** May move forward past the units that follow it when it doesn't fit. */
  readonly floats: boolean;
  /** How bad it is that a floating unit moves past this one. */
  readonly passingCost: number;
  /** Notes that stand at the foot of this unit's page. */
  readonly noteIds: readonly string[];
  /** Where links may go. */
  readonly destinations: readonly string[];
  /** Stands above the unit when a page starts with it: the head of a table that goes on. */
  readonly atPageTop?: Carried;
  readonly place: (draft: PageDraft, topPt: number) => void;
}

export interface Carried {
  readonly heightPt: number;
  readonly place: (draft: PageDraft, topPt: number) => void;
}

export const neverBreak = Number.POSITIVE_INFINITY;

/** A unit with what most have: nothing around it, no notes, pages may start with it. */
export function unit(details: Pick<Unit, "heightPt" | "place"> & Partial<Unit>): Unit {
  return {
    spaceBeforePt: 0,
    spaceAfterPt: 0,
    breakCost: 0,
    keepsWithNext: false,
    startsPage: false,
    coversHead: false,
    isOnGrid: false,
    floats: false,
    passingCost: 0,
    noteIds: [],
    destinations: [],
    ...details,
  };
}

/** Makes the first unit of a block keep its distance, and the last one. */
export function withSpace(
  units: readonly Unit[],
  spaceBeforePt: number,
  spaceAfterPt: number,
): readonly Unit[] {
  return units.map((one, index) => ({
    ...one,
    spaceBeforePt: index === 0 ? spaceBeforePt : one.spaceBeforePt,
    spaceAfterPt: index === units.length - 1 ? spaceAfterPt : one.spaceAfterPt,
  }));
}
