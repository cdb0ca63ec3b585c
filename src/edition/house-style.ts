/**
 * The look of every publication: templates/house/house.yaml, checked. One change there changes all.
 * Colours are #rrggbb, lengths points.
 */
export interface HouseStyle {
  readonly colours: {
    readonly ink: string;
    readonly muted: string;
    readonly faint: string;
    readonly rule: string;
    readonly paper: string;
    readonly panel: string;
    /** The house's main colour: chapter openers, the cover, bars. */
    readonly primary: string;
    readonly primaryDark: string;
    readonly primaryTint: string;
    readonly accent: string;
    readonly regions: Readonly<Record<"flanders" | "wallonia" | "brussels", string>>;
    readonly natures: Readonly<Record<"rural" | "urban", string>>;
    /** Five steps for the parts of a whole, from dark to pale. */
    readonly stack: readonly string[];
    /** Five steps from "against" to "for". */
    readonly likert: readonly string[];
  };
  /** Fonts by face: file names under templates/house/fonts/. */
  readonly fonts: Readonly<
    Record<"text" | "text-italic" | "text-semibold" | "text-bold" | "display", string>
  >;
  readonly page: {
    readonly widthPt: number;
    readonly heightPt: number;
    /** From the page's edges to the type area. */
    readonly topPt: number;
    readonly bottomPt: number;
    readonly leftPt: number;
    readonly rightPt: number;
    /** The narrow column at the left for captions, notes, n; then a gutter; the main column takes the rest. */
    readonly marginColumnPt: number;
    readonly gutterPt: number;
    /** Distance of the lines of the baseline grid. */
    readonly baselinePt: number;
  };
  /** Size and line distance of each role of text. */
  readonly type: Readonly<
    Record<TypeRole, { readonly sizePt: number; readonly leadingPt: number }>
  >;
  readonly chart: {
    readonly labelSizePt: number;
    readonly valueSizePt: number;
    readonly axisSizePt: number;
    readonly barHeightPt: number;
    readonly barGapPt: number;
    readonly dotRadiusPt: number;
  };
}

export const typeRoles = [
  "body",
  "lead",
  "small",
  "note",
  "caption",
  "table",
  "smallTable",
  "heading1",
  "heading2",
  "heading3",
  "coverTitle",
  "coverSubtitle",
  "keyFigure",
  "chapterNumber",
  "runningHead",
] as const;
export type TypeRole = (typeof typeRoles)[number];
