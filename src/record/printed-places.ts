import { join } from "node:path";
import * as z from "zod";
import { placesNotKept } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Language, languages } from "../edition/language.ts";
import { type Files, PlatformError } from "../platform/platform.ts";
import { hashContent } from "./fingerprint.ts";
import { manifestFile } from "./manifest.ts";
import { type OutputFolders, outputFolders } from "./output-folders.ts";

/** Where a fact was printed in the last build. */
export interface PrintedPlace {
  readonly fact: string;
  readonly publication: string;
  readonly language: Language;
  /** From 1. */
  readonly page: number;
  /** "text", or the id of the figure or table. */
  readonly where: string;
}

const schema = "barometer/printed-places@1";
const fileSchema = z.object({
  schema: z.literal(schema),
  /** Hash of the manifest that was written with it: places of another build are worth nothing. */
  manifest: z.string(),
  places: z.array(
    z.tuple([z.string(), z.string(), z.enum(languages), z.number(), z.string()]).readonly(),
  ),
});

/** Empty where nothing is known about the output that now stands. */
export async function readPrintedPlaces(
  files: Files,
  project: string,
  edition: string,
): Promise<readonly PrintedPlace[]> {
  const folders = outputFolders(project, edition);
  const text = await files.readText(folders.printedPlaces);
  const manifest = await files.read(join(folders.output, manifestFile));
  const kept = text === undefined ? undefined : parsePlaces(text);
  if (!kept || !manifest || kept.manifest !== hashContent(manifest)) return [];
  return kept.places.map(([fact, publication, language, page, where]) => ({
    fact,
    publication,
    language,
    page,
    where,
  }));
}

/**
 * Writes the places of the output that now stands. They only serve messages, so a failure is a warning; what was
 * half written is recognised at reading.
 */
export async function writePrintedPlaces(
  files: Files,
  folders: OutputFolders,
  manifestText: string,
  places: readonly PrintedPlace[],
): Promise<readonly Diagnostic[]> {
  const lines = places.map(({ fact, publication, language, page, where }) =>
    JSON.stringify([fact, publication, language, page, where]),
  );
  const text = `{"schema":"${schema}","manifest":"${hashContent(manifestText)}","places":[\n${[...new Set(lines)].join(",\n")}\n]}\n`;
  try {
    await files.write(folders.printedPlaces, text);
    return [];
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const file = `.barometer/last-${folders.edition}.json`;
    return [placesNotKept({ file, systemCode: error.code })];
  }
}

function parsePlaces(text: string): z.infer<typeof fileSchema> | undefined {
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
