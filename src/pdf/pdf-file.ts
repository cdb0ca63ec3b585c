/** What stands in a file's objects. A string is a name; a text comes from `textString`. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | Date
  | PdfTextString
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

export interface PdfDictionary {
  readonly [key: string]: PdfValue | undefined;
}

declare const textStringBrand: unique symbol;
/** A text in a dictionary: written as ASCII, or as UTF-16 where it needs more. */
export interface PdfTextString {
  readonly [textStringBrand]: true;
}

declare const referenceBrand: unique symbol;
/** Points at an object of the file. */
export interface PdfReference {
  readonly [referenceBrand]: true;
}

/** An object that is pointed at before its content is known. */
export interface ReservedObject {
  readonly reference: PdfReference;
  readonly write: (content: PdfDictionary) => void;
}

export interface PdfFont {
  /** Its name among a page's resources. */
  readonly resourceName: string;
  /**
   * The character code that shows the glyph and copies as these code points. One glyph has as many codes as it
   * stands for different characters: a hyphen, a soft hyphen.
   */
  readonly codeFor: (
    glyphId: number,
    codePoints: readonly number[],
    widthInEm1000: number,
  ) => number;
}

export interface PdfPage {
  readonly reference: PdfReference;
  readonly heightPt: number;
  readonly useFont: (font: PdfFont) => void;
  /** The name of the graphics state that fills and strokes with these opacities, from 0 to 1. */
  readonly useOpacity: (fill: number, stroke: number) => string;
  readonly set: (key: string, value: PdfValue) => void;
  /** Operators; the origin is the page's top-left corner and y points down. */
  readonly writeContent: (operators: string) => void;
}

export interface PdfFile {
  readonly addPage: (widthPt: number, heightPt: number) => PdfPage;
  readonly font: (bytes: Uint8Array) => PdfFont;
  readonly object: (content: PdfDictionary) => PdfReference;
  readonly stream: (content: PdfDictionary, bytes: Uint8Array) => PdfReference;
  readonly reserve: () => ReservedObject;
  readonly structureRoot: PdfReference;
  readonly setStructureRoot: (content: PdfDictionary) => void;
  readonly setCatalog: (key: string, value: PdfValue) => void;
  /** Name trees by kind: Dests, EmbeddedFiles. */
  readonly setNames: (trees: PdfDictionary) => void;
  /** The whole file. Nothing can be added afterwards. */
  readonly finish: () => Promise<Uint8Array>;
}

export interface PdfProperties {
  readonly language: string;
  readonly information: Readonly<Record<string, string | Date>>;
  /** rdf:Description elements that say the same, escaped. */
  readonly metadata: string;
}
