import { readdirSync, readFileSync } from "node:fs";
import type { SourceFile } from "../../src/edition/checked-yaml.ts";
import type { HouseStyle } from "../../src/edition/house-style.ts";
import { type Language, languages, type PerLanguage } from "../../src/edition/language.ts";
import { readHouseStyle } from "../../src/edition/read-house-style.ts";
import type { FontBook } from "../../src/fonts/font-book.ts";
import { openFontBook } from "../../src/fonts/open-font-book.ts";
import { parseStrings } from "../../src/wording/strings.ts";
import { createWords, type Words } from "../../src/wording/words.ts";

const root = new URL("../../", import.meta.url);

export function readShippedFile(file: string): SourceFile {
  return { file, text: readFileSync(new URL(file, root), "utf8") };
}

export function readShippedFolder(folder: string): readonly SourceFile[] {
  return readdirSync(new URL(folder, root))
    .toSorted()
    .map((name) => readShippedFile(`${folder}/${name}`));
}

function readShippedHouse(): HouseStyle {
  const { value } = readHouseStyle(readShippedFile("templates/house/house.yaml"));
  if (!value) throw new Error("the shipped look cannot be read");
  return value;
}

function openShippedFonts(): FontBook {
  const read = (name: string) =>
    new Uint8Array(readFileSync(new URL(`templates/house/fonts/${name}`, root)));
  return openFontBook({
    text: read(house.fonts.text),
    "text-italic": read(house.fonts["text-italic"]),
    "text-semibold": read(house.fonts["text-semibold"]),
    "text-bold": read(house.fonts["text-bold"]),
    display: read(house.fonts.display),
  });
}

function readShippedWords(): PerLanguage<Words> {
  const source = (language: Language) => readShippedFile(`templates/wording/${language}.yaml`);
  const { value } = parseStrings({ fr: source("fr"), nl: source("nl"), en: source("en") });
  if (!value) throw new Error("the shipped strings cannot be read");
  const [fr, nl, en] = languages.map((language) => createWords(language, value[language]));
  if (!fr || !nl || !en) throw new Error("a language is missing");
  return { fr, nl, en };
}

export const house = readShippedHouse();
export const fonts = openShippedFonts();
export const words = readShippedWords();
