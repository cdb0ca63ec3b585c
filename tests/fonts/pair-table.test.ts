import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measurePairs } from "../../bin/make-pairs.js";
import { openFontBook } from "../../src/fonts/open-font-book.ts";
import { noPairs, parsePairTable } from "../../src/fonts/pair-table.ts";

const folder = "templates/house/fonts";
const text = readFileSync(`${folder}/pairs.json`, "utf8");
const face = (name: string) => readFileSync(`${folder}/${name}`);
const files = {
  text: face("SourceSans3_400Regular.ttf"),
  "text-italic": face("SourceSans3_400Regular_Italic.ttf"),
  "text-semibold": face("SourceSans3_600SemiBold.ttf"),
  "text-bold": face("SourceSans3_700Bold.ttf"),
  display: face("SourceSerif4_600SemiBold.ttf"),
};

describe("the pairs that come with the faces", () => {
  it("are what fontkit says of every face that comes with the program", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".ttf"));
    const measured = names.map((name) => measurePairs(face(name)));
    expect(JSON.parse(text)).toEqual(
      Object.fromEntries(measured.map(({ id, pairs }) => [id, pairs])),
    );
  });

  it("give texts the glyphs and the widths that they have without them", () => {
    const known = openFontBook(files, parsePairTable(text));
    const unknown = openFontBook(files, noPairs);
    const said = [
      "Où situez-vous votre commune sur le chemin de la Smart City ?",
      "Samenwerkingsverbanden, 44% – ‘Vlaams-Brabant’ (n = 12): efficiënt office affiche fjord",
      "AVATAR Ty. To « L’Été » Ælfric ĳ Ω",
    ];
    for (const name of ["text", "text-italic", "text-semibold", "text-bold", "display"] as const) {
      for (const line of said) {
        expect(known[name].shape(line)).toEqual(unknown[name].shape(line));
        expect(known[name].prefixWidths(line)).toEqual(unknown[name].prefixWidths(line));
        expect(known[name].widthPt(line, 10)).toBe(unknown[name].widthPt(line, 10));
      }
    }
  });
});

describe("parsePairTable", () => {
  const id = "SourceSans3-Regular 1";

  it("knows no face in a file that isn't one of pairs", () => {
    const files = ["", "{", "[]", `{"${id}":{}}`, `{"${id}":{"signs":3,"added":{},"joined":[]}}`];
    expect(files.map((content) => parsePairTable(content)(id))).toEqual(files.map(() => undefined));
  });

  it("adds nothing where a face has no number for a pair", () => {
    const content = `{"${id}":{"signs":"AV","added":{"A":{"V":-40,"A":"x"}},"joined":["VV"]}}`;
    const pairs = parsePairTable(content)(id);
    expect([pairs?.added("A", "V"), pairs?.added("A", "A"), pairs?.added("V", "A")]).toEqual([
      -40, 0, 0,
    ]);
    expect(pairs?.joined).toEqual(new Set(["VV"]));
  });
});
