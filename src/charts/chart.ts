import type { Context, Diagnostic, PageBox } from "../diagnostics/diagnostic.ts";
import type { PerLanguage } from "../edition/language.ts";
import type { Cut, SegmentId } from "../facts/segment.ts";
import type { Printed } from "../wording/printed.ts";
import type { Canvas } from "./canvas.ts";

/** templates/charts/<id>.yaml, checked. */
export interface ChartSpecification {
  readonly id: string;
  /** Relative to the project, for diagnostics. */
  readonly file: string;
  readonly form: ChartForm;
  /** One question, or several that share a scale (rows of a matrix). */
  readonly questions: readonly string[];
  /** As written; those that the edition's territory doesn't have fall away where a chart is drawn. */
  readonly cuts: readonly Cut[];
  /** The one part of the territory that it is drawn for; null for all of it. A text asks for it, a file never. */
  readonly segment: SegmentId | null;
  readonly sort: "value" | "questionnaire";
  /** Whether answers stand from the last to the first, where the first is the one in favour. */
  readonly isReversed?: boolean;
  /** Only these choices, where given. */
  readonly choices?: readonly string[];
  /** The short subject, without figures, as lists of figures name it; the caption where none is given. */
  readonly title: PerLanguage<string>;
  /** What to see in it, as a template with the same helpers as the texts. */
  readonly caption: PerLanguage<string>;
  /** Where the captions begin in the file; absent where a specification was not read from one. */
  readonly captionOrigins?: PerLanguage<CaptionOrigin>;
}

/** Where a caption begins in its file; lines and columns count from 1. */
export interface CaptionOrigin {
  readonly line: number;
  readonly column: number;
  /** The whole line of the file. */
  readonly text: string;
}

export const chartForms = [
  "sorted-bars",
  "small-multiples",
  "grouped-bars",
  "stacked-bars",
  "diverging-bars",
  "ranking",
  "dumbbell",
  "dots-with-intervals",
  "distribution",
  "quartiles",
  "dot-map",
  "province-map",
] as const;
/**
 * sorted-bars: shares of one question; small-multiples: the same in one panel a segment; grouped-bars: under each
 * choice one bar a segment; stacked-bars: the parts of a whole, one bar a segment or a question; diverging-bars: the
 * same for answers from "against" to "for"; ranking: shares put first and among the first; dumbbell: under each choice
 * or score one dot a segment; dots-with-intervals: means by segment; distribution: how many gave each score;
 * quartiles: the middle half of amounts; dot-map: the register's municipalities, shaded by their province's response
 * rate, without words; province-map: provinces shaded by their response rate, a mean or the share of one choice.
 */
export type ChartForm = (typeof chartForms)[number];

/** A chart in one language, ready to be placed. */
export interface Chart {
  readonly specification: ChartSpecification;
  readonly widthPt: number;
  readonly heightPt: number;
  /** The chart's own file, with the fonts named, not embedded. */
  readonly svg: string;
  /** Draws it at the canvas's origin, `widthPt` wide. */
  readonly paint: (canvas: Canvas) => void;
  /** Message first, then the main values; at most 300 characters; never the caption. */
  readonly description: string;
  /** The chart's data, printed. */
  readonly table: DataTable;
  /** Everything the chart prints, with its facts. */
  readonly printed: readonly Printed[];
  /** n per segment: "n = 123", or "Flandre n = 58, …". */
  readonly bases: readonly Printed[];
  /** What has to be known to read it, in sentences for its notes. */
  readonly remarks: readonly string[];
  /** Whether a † stands in it. */
  readonly hasSmallBase: boolean;
  /** Whether a ":" stands in it. */
  readonly hasHidden: boolean;
  /** Labels that don't fit; they are drawn all the same, and whoever places the chart says so. */
  readonly overflows: readonly ChartOverflow[];
}

export interface ChartOverflow {
  /** The same for the same label in other charts. */
  readonly cause: string;
  /** In points of the chart. */
  readonly box: PageBox;
  readonly say: (context: Context) => Diagnostic;
}

/** A table of facts in one language, as the page prints it. */
export interface DataTable {
  readonly columns: readonly {
    readonly heading: string;
    readonly align: "left" | "right" | "decimal";
  }[];
  readonly rows: readonly DataRow[];
  /** Whether its closing row says what † means, so that no note has to. */
  readonly explainsSmallBase?: boolean;
}

export interface DataRow {
  /** A heading over the rows that follow ("Régions"), with no cells. */
  readonly isGroup: boolean;
  /** A total, set stronger. */
  readonly isTotal: boolean;
  readonly cells: readonly (Printed | string)[];
}
