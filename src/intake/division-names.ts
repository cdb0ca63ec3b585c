import type { Province, Region } from "../edition/register.ts";

/** What provinces and regions are called in Dutch, French, German and English, to read "Saint-Nicolas (Liège)". */
export const provinceNames: Readonly<
  Record<Province, readonly [dutch: string, french: string, ...others: string[]]>
> = {
  antwerp: ["Antwerpen", "Anvers", "Antwerp"],
  limburg: ["Limburg", "Limbourg"],
  "east-flanders": ["Oost-Vlaanderen", "Flandre orientale", "Ostflandern", "East Flanders"],
  "flemish-brabant": ["Vlaams-Brabant", "Brabant flamand", "Flämisch-Brabant", "Flemish Brabant"],
  "west-flanders": ["West-Vlaanderen", "Flandre occidentale", "Westflandern", "West Flanders"],
  "walloon-brabant": ["Waals-Brabant", "Brabant wallon", "Wallonisch-Brabant", "Walloon Brabant"],
  hainaut: ["Henegouwen", "Hainaut", "Hennegau"],
  liege: ["Luik", "Liège", "Lüttich"],
  luxembourg: ["Luxemburg", "Luxembourg"],
  namur: ["Namen", "Namur"],
  brussels: ["Brussel", "Bruxelles", "Brüssel", "Brussels"],
};

export const regionNames: Readonly<Record<Region, readonly string[]>> = {
  flanders: ["Vlaanderen", "Flandre", "Flandern", "Flanders"],
  wallonia: ["Wallonië", "Wallonie", "Wallonien", "Wallonia"],
  brussels: ["Brussels Hoofdstedelijk Gewest", "Bruxelles-Capitale", "Brussels-Capital"],
};
