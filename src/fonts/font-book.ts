/** The faces a publication is set in. Names say the role, not the family: house.yaml decides the files. */
export const faceNames = ["text", "text-italic", "text-semibold", "text-bold", "display"] as const;
export type FaceName = (typeof faceNames)[number];

export interface Face {
  readonly name: FaceName;
  /** "Source Sans 3", as SVG and CSS name it. */
  readonly family: string;
  readonly weight: number;
  readonly isItalic: boolean;
  /** The TrueType file, as it is embedded. */
  readonly bytes: Uint8Array;
  /** Width of the text in points at this size, kerning and ligatures included. */
  readonly widthPt: (text: string, sizePt: number) => number;
  /**
   * How wide a text is up to each of its offsets, in thousandths of the size, as it is when it is shaped whole. Inside
   * a ligature its width is shared among its characters.
   */
  readonly prefixWidths: (text: string) => readonly number[];
  /** The glyphs of a text after shaping. */
  readonly shape: (text: string) => ShapedText;
  readonly covers: (codePoint: number) => boolean;
  /** The outline of a glyph that `shape` gave, as an SVG path: thousandths of the size, y upwards. */
  readonly outline: (glyph: number) => string;
  /** In thousandths of the size. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

export interface ShapedText {
  /** Glyph ids with the code points each stands for and its advance in thousandths of the size, kerning included. */
  readonly glyphs: readonly {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly advance: number;
    readonly naturalAdvance: number;
  }[];
}

export type FontBook = Readonly<Record<FaceName, Face>>;
