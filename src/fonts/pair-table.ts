/** How the signs of a face stand beside each other, measured beforehand by `npm run pairs`. */
export interface FacePairs {
  readonly signs: ReadonlySet<string>;
  /** What is added to the first sign's advance before the second, in units of the face. */
  readonly added: (sign: string, next: string) => number;
  /** Pairs that change each other's form. */
  readonly joined: ReadonlySet<string>;
}

/** By face: its name and the checksum that its file carries, so that another file of that name isn't taken for it. */
export type PairTable = (face: string) => FacePairs | undefined;

/** A table that knows no face: pairs are measured when they come. */
export const noPairs: PairTable = () => undefined;

/**
 * Reads templates/house/fonts/pairs.json. What isn't as `npm run pairs` writes it is not taken: a face is looked into
 * when it is first asked for, since all of them together hold some fifteen thousand numbers.
 */
export function parsePairTable(text: string): PairTable {
  const faces = parseRecord(text);
  return (face) => {
    const entry = faces && recordOf(faces[face]);
    const rows = entry && recordOf(entry.added);
    if (!rows || typeof entry.signs !== "string" || !Array.isArray(entry.joined)) return undefined;
    const added = new Map(
      Object.entries(rows).map(([sign, row]) => [sign, recordOf(row)] as const),
    );
    return {
      signs: new Set(entry.signs),
      joined: new Set(entry.joined.map(String)),
      added: (sign, next) => {
        const units = added.get(sign)?.[next];
        return typeof units === "number" ? units : 0;
      },
    };
  };
}

type Unknowns = Readonly<Record<string, unknown>>;

function parseRecord(text: string): Unknowns | undefined {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Unknowns | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}
