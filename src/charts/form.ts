import type { TopLevelSpec } from "vega-lite";
import type { Edition } from "../edition/edition.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import type { Facts } from "../facts/fact.ts";
import type { FontBook } from "../fonts/font-book.ts";
import type { Printed } from "../wording/printed.ts";
import type { Words } from "../wording/words.ts";
import type { ChartSpecification, DataTable } from "./chart.ts";

/** A kind of chart: what Vega-Lite is told once, and what is given to it for each chart. */
export interface Form {
  /** With named, empty data sets and signals; depends on the family of the labels only. */
  readonly compose: (family: string) => TopLevelSpec;
  /** Undefined where nothing may be shown. */
  readonly draw: (setting: ChartSetting) => Drawing | undefined;
}

/** All that one chart in one language is drawn from. */
export interface ChartSetting {
  readonly specification: ChartSpecification;
  readonly facts: Facts;
  readonly edition: Edition;
  readonly words: Words;
  readonly house: HouseStyle;
  readonly fonts: FontBook;
  readonly widthPt: number;
}

export interface Drawing {
  readonly widthPt: number;
  readonly heightPt: number;
  /** What the chart stands on, where it isn't paper. */
  readonly background?: string;
  readonly signals: Readonly<Record<string, number>>;
  readonly data: Readonly<Record<string, readonly object[]>>;
  readonly description: string;
  readonly table: DataTable;
  readonly printed: readonly Printed[];
  readonly bases: readonly Printed[];
  /** What has to be known to read it, in sentences for its notes. */
  readonly remarks: readonly string[];
  readonly hasSmallBase: boolean;
  readonly hasHidden: boolean;
  /** Words that are wider than the place for them. */
  readonly tooWide: readonly string[];
}
