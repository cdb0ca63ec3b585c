import { isAbsolute, join, relative } from "node:path";
import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { type Platform, PlatformError } from "../platform/platform.ts";
import type { SourceFile } from "./checked-yaml.ts";

/** A file of the project. */
export interface ProjectFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with forward slashes, for messages. */
  readonly file: string;
}

/**
 * Finds a file of the project by its name in a folder.
 *
 * @param folder absolute
 * @param name relative to the folder: "survey.xlsx", "../2018/survey.xlsx"
 */
export function projectFile(project: string, folder: string, name: string): ProjectFile {
  const path = isAbsolute(name) ? name : join(folder, name);
  return { path, file: relative(project, path).replaceAll("\\", "/") };
}

/** Whether a file lies in the project: nothing outside it is ever read. */
export function isInProject({ file }: ProjectFile): boolean {
  return file !== "" && !isAbsolute(file) && !file.startsWith("../");
}

/** Codes of files that another program holds, or that this user may not read. */
const heldCodes = ["EBUSY", "EPERM", "EACCES", "ETXTBSY"];

/** The next step for a file that isn't there, where nothing more is known about it. */
const putItThere = "Put it there, or say in edition.yaml where it is.";

/**
 * The bytes of a file that has to be there; diagnostics where it isn't, or where another program holds it.
 *
 * @param nextStep how the file comes there, as a whole sentence
 */
export async function readProjectFile(
  { path, file }: ProjectFile,
  platform: Platform,
  nextStep?: string,
): Promise<Outcome<Uint8Array>> {
  try {
    const value = await platform.files.read(path);
    if (value) return { value, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { value: undefined, diagnostics: [describeFailure(error, file)] };
  }
  const near = await suggestFiles(path, platform);
  const next = nextStep ?? (near.length > 0 ? undefined : putItThere);
  const hints = next === undefined ? near : [...near, next];
  const place = { kind: "file", file } as const;
  return { value: undefined, diagnostics: [catalogue.missingFile({ file }, { place, hints })] };
}

function describeFailure(error: PlatformError, file: string): Diagnostic {
  const place = { kind: "file", file } as const;
  if (heldCodes.includes(error.code)) {
    const hints = [
      "Close the file in Excel or wherever it is open, wait until it is synchronised, and try again.",
      "If nothing holds it, check that you may read it.",
    ];
    return catalogue.fileHeldOpen({ file }, { place, hints });
  }
  return catalogue.unreadableFile({ file, systemCode: error.code }, { place });
}

async function suggestFiles(path: string, platform: Platform): Promise<readonly string[]> {
  const folder = join(path, "..");
  const names = await platform.files.list(folder).then(
    (entries) => entries.filter((entry) => !entry.isDirectory).map((entry) => entry.name),
    () => [],
  );
  const wanted = relative(folder, path);
  // The file of another year is another file, not a slip of the pen.
  const near = suggest(wanted, names).filter((name) => yearIn(name) === yearIn(wanted));
  return near.map((name) => `Did you mean ${name}, in the same folder?`);
}

function yearIn(name: string): string | undefined {
  return /\d{4}/.exec(name)?.[0];
}

/**
 * The text of a file that has to be there. UTF-8 with or without a BOM and UTF-16 are read; anything else is taken
 * for Windows-1252, with a warning.
 *
 * @param nextStep how the file comes there, as a whole sentence
 */
export async function readProjectText(
  wanted: ProjectFile,
  platform: Platform,
  nextStep?: string,
): Promise<Outcome<SourceFile>> {
  const { value: bytes, diagnostics } = await readProjectFile(wanted, platform, nextStep);
  if (!bytes) return { value: undefined, diagnostics };
  const { file } = wanted;
  const decoded = decodeText(bytes);
  if (!decoded.isGuess) return { value: { file, text: decoded.text }, diagnostics };
  const warning = catalogue.notUtf8(
    { file },
    {
      place: { kind: "file", file },
      hints: ['Save it as "CSV UTF-8" so that no letter can be misread.'],
    },
  );
  return { value: { file, text: decoded.text }, diagnostics: [warning] };
}

function decodeText(bytes: Uint8Array): { readonly text: string; readonly isGuess: boolean } {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const decoder = new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true });
    return { text: decoder.decode(bytes), isGuess: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), isGuess: true };
  }
}
