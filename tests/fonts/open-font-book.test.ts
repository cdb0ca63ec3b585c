import { readdirSync, readFileSync } from "node:fs";
import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import { faceNames } from "../../src/fonts/font-book.ts";
import { openFontBook } from "../../src/fonts/open-font-book.ts";

const folder = new URL("../../templates/house/fonts/", import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const files = {
  text: read("SourceSans3_400Regular.ttf"),
  "text-italic": read("SourceSans3_400Regular_Italic.ttf"),
  "text-semibold": read("SourceSans3_600SemiBold.ttf"),
  "text-bold": read("SourceSans3_700Bold.ttf"),
  display: read("SourceSerif4_600SemiBold.ttf"),
};
const book = openFontBook(files);

describe("openFontBook", () => {
  it("names families without their weight, so that CSS and SVG find the face", () => {
    expect(
      faceNames.map((name) => {
        const { family, weight, isItalic } = book[name];
        return { name, family, weight, isItalic };
      }),
    ).toEqual([
      { name: "text", family: "Source Sans 3", weight: 400, isItalic: false },
      { name: "text-italic", family: "Source Sans 3", weight: 400, isItalic: true },
      { name: "text-semibold", family: "Source Sans 3", weight: 600, isItalic: false },
      { name: "text-bold", family: "Source Sans 3", weight: 700, isItalic: false },
      { name: "display", family: "Source Serif 4", weight: 600, isItalic: false },
    ]);
  });

  it("gives the width of a word with kerning, as the font file says it", () => {
    const font = create(files.text);
    for (const word of ["AVATAR", "fiets", "Wallonië", "l’équipe", "3,64"]) {
      expect(book.text.widthPt(word, 10)).toBeCloseTo(font.layout(word).advanceWidth / 100, 9);
    }
    const letters = [..."AVATAR"].reduce((sum, letter) => sum + book.text.widthPt(letter, 10), 0);
    expect(book.text.widthPt("AVATAR", 10)).toBeLessThan(letters);
  });

  it("shapes every word of the shipped texts as the font file says, in every face", () => {
    const root = new URL("../../templates/report/", import.meta.url);
    const texts = ["fr", "nl", "en"].flatMap((language) =>
      readdirSync(new URL(`${language}/`, root)).map((name) =>
        readFileSync(new URL(`${language}/${name}`, root), "utf8"),
      ),
    );
    const words = [
      ...new Set(texts.join(" ").split(/\s+/)),
      "efficient",
      "fjord",
      "ﬁn",
      "e\u0301té",
    ];
    for (const name of faceNames) {
      const font = create(files[name]);
      const different = words.filter((word) => {
        const run = font.layout(word);
        const { glyphs } = book[name].shape(word);
        const isSame = run.glyphs.every(
          ({ id }, index) =>
            glyphs[index]?.id === id && glyphs[index]?.advance === run.positions[index]?.xAdvance,
        );
        return !isSame || run.glyphs.length !== glyphs.length;
      });
      expect({ name, different }).toEqual({ name, different: [] });
    }
    expect(words.length).toBeGreaterThan(1000);
  });

  it("gives a text the width of the advances of its glyphs", () => {
    const text = "Participation inclusive : 73\u202F%, « vraiment »";
    const advances = book.text.shape(text).glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
    expect(book.text.widthPt(text, 8.5)).toBeCloseTo((advances * 8.5) / 1000, 9);
  });

  it("keeps every character of a text in the glyphs, spaces included", () => {
    const text = "Où en est-on\u00A0?\u202FÀ 10.";
    const points = book.text.shape(text).glyphs.flatMap((glyph) => glyph.codePoints);
    expect(String.fromCodePoint(...points)).toBe(text);
  });

  it("has the characters that the three languages are set in, in every face", () => {
    const needed = "\u00A0\u202FœŒŸëéèêàçùïö’‘“”«»–—…≤≥→€‰−×†";
    for (const name of faceNames) {
      const missing = [...needed].filter((sign) => !book[name].covers(sign.codePointAt(0) ?? 0));
      expect({ name, missing }).toEqual({ name, missing: [] });
    }
  });

  it("says that a character is not there", () => {
    expect(book.text.covers(0x4e2d)).toBe(false);
  });

  it("gives heights in thousandths of the size", () => {
    const { ascent, descent, capHeight, xHeight } = book.text;
    expect({ ascent, descent, capHeight, xHeight }).toEqual({
      ascent: 1024,
      descent: -400,
      capHeight: 660,
      xHeight: 486,
    });
  });

  it("reads no file before a face is used", () => {
    const broken = openFontBook({ ...files, display: new Uint8Array([1, 2, 3]) });
    expect(broken.text.widthPt("a", 10)).toBeGreaterThan(0);
    expect(() => broken.display.widthPt("a", 10)).toThrow(/font/i);
  });
});
