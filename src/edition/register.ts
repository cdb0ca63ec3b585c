/** The population: every municipality of the country in the edition's year. */
export interface Register {
  readonly municipalities: readonly Municipality[];
  readonly byNis: ReadonlyMap<string, Municipality>;
}

export const regions = ["flanders", "wallonia", "brussels"] as const;
export type Region = (typeof regions)[number];

/** In the order in which tables list them; Brussels is the eleventh. */
export const provinces = [
  "antwerp",
  "limburg",
  "east-flanders",
  "flemish-brabant",
  "west-flanders",
  "walloon-brabant",
  "hainaut",
  "liege",
  "luxembourg",
  "namur",
  "brussels",
] as const;
export type Province = (typeof provinces)[number];

/** As Statbel numbers them; Brussels by its region's code. */
export const provinceCodes: Readonly<Record<Province, string>> = {
  antwerp: "10000",
  limburg: "70000",
  "east-flanders": "40000",
  "flemish-brabant": "20001",
  "west-flanders": "30000",
  "walloon-brabant": "20002",
  hainaut: "50000",
  liege: "60000",
  luxembourg: "80000",
  namur: "90000",
  brussels: "04000",
};

export const natures = ["rural", "urban"] as const;
/** Rural below 150 inhabitants per km² (OECD). */
export type Nature = (typeof natures)[number];

export interface Municipality {
  /** Five digits, as text. */
  readonly nis: string;
  readonly names: { readonly fr: string; readonly nl: string; readonly de: string };
  readonly region: Region;
  readonly province: Province;
  readonly nature: Nature;
  /** Inhabitants on 1 January. */
  readonly population: number;
  /** Degrees, WGS 84: the centre of the municipality's area. */
  readonly longitude: number;
  readonly latitude: number;
  /** "fr", "nl", "de"; empty where the register doesn't say. */
  readonly officialLanguages: readonly string[];
}
