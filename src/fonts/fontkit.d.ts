/** The part of fontkit that is used here; the package brings no types. */
declare module "fontkit" {
  export interface Glyph {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
    readonly path: Path;
  }

  export interface Path {
    scale(x: number): Path;
    toSVG(): string;
  }

  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly { readonly xAdvance: number }[];
    readonly advanceWidth: number;
  }

  export interface Font {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly italicAngle: number;
    readonly familyName: string;
    readonly postscriptName: string;
    readonly head: { readonly checkSumAdjustment: number };
    readonly "OS/2": { readonly usWeightClass: number };
    getName(key: string): string | null;
    getGlyph(id: number): Glyph;
    glyphForCodePoint(codePoint: number): Glyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): GlyphRun;
  }

  export function create(bytes: Uint8Array): Font;
}
