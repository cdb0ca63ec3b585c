import * as z from "zod";
import { unreadableManifest } from "../diagnostics/catalogue/record.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { type Language, languages } from "../edition/language.ts";
import type { Files } from "../platform/platform.ts";
import type { OutputFolders } from "./output-folders.ts";

/** A file that outputs are made from. */
export interface InputFile {
  /** Relative to the project; a shipped template's name starts with "barometer/". */
  readonly file: string;
  readonly sha256: string;
  /** Null where outputs of every language are made from it. */
  readonly language: Language | null;
}

/** A file under out/<edition>/. */
export interface OutputFile {
  /** Relative to out/<edition>, with forward slashes. */
  readonly file: string;
  readonly sha256: string;
  /** "report", "charts". */
  readonly publication: string;
  /** Null where one file serves every language. */
  readonly language: Language | null;
  /** Null where it has none. */
  readonly pages: number | null;
  /** Fingerprint of the inputs that this very file was made from. */
  readonly madeFrom: string;
}

/** out/<edition>/manifest.json: what was made, of what. The clock has no part in it. */
export interface Manifest {
  readonly edition: string;
  /** Version of the program that built last. */
  readonly tool: string;
  /** What the last build read. */
  readonly inputs: readonly InputFile[];
  readonly outputs: readonly OutputFile[];
}

export const manifestFile = "manifest.json";
const schema = "barometer/manifest@1";

const languageOrNull = z.enum(languages).nullable();
const manifestSchema = z.object({
  schema: z.literal(schema),
  edition: z.string(),
  tool: z.string(),
  inputs: z.array(z.object({ file: z.string(), sha256: z.string(), language: languageOrNull })),
  outputs: z.array(
    z.object({
      file: z.string(),
      sha256: z.string(),
      publication: z.string(),
      language: languageOrNull,
      pages: z.number().nullable(),
      madeFrom: z.string(),
    }),
  ),
});

/** Sorted by file, so that the same build gives the same bytes. */
export function formatManifest({ edition, tool, inputs, outputs }: Manifest): string {
  const document = {
    schema,
    edition,
    tool,
    inputs: [...inputs].sort(byFile),
    outputs: [...outputs].sort(byFile),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Undefined where nothing was built yet, or where the file can't be understood, which a diagnostic says. */
export async function readManifest(
  files: Files,
  folders: OutputFolders,
): Promise<Outcome<Manifest>> {
  const text = await files.readText(`${folders.output}/${manifestFile}`);
  if (text === undefined) return { value: undefined, diagnostics: [] };
  const manifest = parseManifest(text);
  if (manifest) return { value: manifest, diagnostics: [] };
  const file = `${folders.name}/${manifestFile}`;
  const hints = ["barometer build writes it anew."];
  return {
    value: undefined,
    diagnostics: [unreadableManifest({ file }, { place: { kind: "file", file }, hints })],
  };
}

export function parseManifest(text: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
