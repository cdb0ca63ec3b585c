import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Language } from "../edition/language.ts";
import { type Platform, PlatformError } from "../platform/platform.ts";
import { describeFailure } from "./describe-failure.ts";
import { findStale } from "./find-stale.ts";
import { computeFingerprint, hashContent } from "./fingerprint.ts";
import {
  formatManifest,
  type InputFile,
  type Manifest,
  manifestFile,
  type OutputFile,
  readManifest,
} from "./manifest.ts";
import { outputFolders } from "./output-folders.ts";
import { type PrintedPlace, readPrintedPlaces, writePrintedPlaces } from "./printed-places.ts";
import { replaceOutput } from "./replace-output.ts";
import { toolVersion } from "./tool-version.ts";

/** A file that a build made, in memory. */
export interface MadeOutput {
  /** Relative to out/<edition>, with forward slashes: "report-fr.pdf", "charts/fr/areas.svg". */
  readonly file: string;
  readonly content: Uint8Array | string;
  readonly publication: string;
  readonly language: Language | null;
  readonly pages: number | null;
}

export interface FinishedBuild {
  readonly project: string;
  readonly edition: string;
  readonly inputs: readonly InputFile[];
  /** Everything made: whole publications, each with all files of its language. */
  readonly outputs: readonly MadeOutput[];
  /** Where the facts of these publications are printed. */
  readonly places: readonly PrintedPlace[];
}

export interface RecordedBuild {
  /** Relative to the project, in code-unit order. */
  readonly written: readonly string[];
  /** Outputs left alone that were made from other inputs, likewise. */
  readonly stale: readonly string[];
}

/**
 * Puts what a build made in the place of the last output, with its manifest. What the build didn't make stays; files
 * that the last build of the same publication and language made, and this one doesn't, go. Call it while holding
 * the lock. Where the disk refuses, the value is undefined and the last output stands.
 */
export async function recordBuild(
  build: FinishedBuild,
  platform: Platform,
): Promise<Outcome<RecordedBuild>> {
  const { files } = platform;
  const folders = outputFolders(build.project, build.edition);
  try {
    const last = await readManifest(files, folders);
    const lastPlaces = await readPrintedPlaces(files, build.project, build.edition);
    const made = build.outputs.map((output) => toOutputFile(output, build.inputs));
    const { kept, obsolete } = compareOutputs(last.value, made);
    const manifest: Manifest = {
      edition: build.edition,
      tool: toolVersion,
      inputs: build.inputs,
      outputs: [...kept, ...made],
    };
    const manifestText = formatManifest(manifest);
    const contents = build.outputs.map(({ file, content }) => [file, content] as const);
    const write = new Map([...contents, [manifestFile, manifestText] as const]);
    await replaceOutput(files, folders, { write, remove: obsolete });

    const places = [...lastPlaces.filter((place) => kept.some(isOf(place))), ...build.places];
    const notKept = await writePrintedPlaces(files, folders, manifestText, places);
    const inProject = (file: string) => `${folders.name}/${file}`;
    return {
      value: {
        written: [...write.keys()].sort().map(inProject),
        stale: findStale(manifest, build.inputs).map(inProject),
      },
      diagnostics: [...last.diagnostics, ...notKept],
    };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { value: undefined, diagnostics: [describeFailure(error, build.project)] };
  }
}

function toOutputFile(output: MadeOutput, inputs: readonly InputFile[]): OutputFile {
  return {
    file: output.file,
    sha256: hashContent(output.content),
    publication: output.publication,
    language: output.language,
    pages: output.pages,
    madeFrom: computeFingerprint(inputs, output.language),
  };
}

/** Which files of the last build stay as they are, and which one this build takes away without replacing it. */
function compareOutputs(
  last: Manifest | undefined,
  made: readonly OutputFile[],
): { readonly kept: readonly OutputFile[]; readonly obsolete: readonly string[] } {
  const kept: OutputFile[] = [];
  const obsolete: string[] = [];
  for (const output of last?.outputs ?? []) {
    if (made.some(({ file }) => file === output.file)) continue;
    if (made.some(isOf(output))) obsolete.push(output.file);
    else kept.push(output);
  }
  return { kept, obsolete };
}

interface Share {
  readonly publication: string;
  readonly language: Language | null;
}

/** Whether something belongs to the same publication in the same language. */
function isOf(one: Share): (other: Share) => boolean {
  return ({ publication, language }) =>
    publication === one.publication && language === one.language;
}
