import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parse } from "csv-parse/sync";
import {
  createMemoryPlatform,
  type MemoryPlatform,
  type MemoryPlatformOptions,
} from "../../src/platform/memory-platform.ts";
import { type Ran, runMain } from "../cli/run-main.ts";
import { makeTextWorkbook } from "../workbook/make-workbook.ts";

/** Files by their path in the project; undefined where a variant of a project lacks one. */
export type ProjectFiles = Readonly<Record<string, Uint8Array | string>>;
export type FileChanges = Readonly<Record<string, Uint8Array | string | undefined>>;

const root = join(import.meta.dirname, "../..");
export const projectFolder = "/project";

/**
 * The files of a case and, before them, of the report that it shares. Workbooks are kept as tables that can be read
 * and compared: `survey.csv` becomes survey.xlsx, the tables in `questionnaire/` the sheets of questionnaire.xlsx.
 */
export function readProject(...cases: readonly string[]): ProjectFiles {
  const written = Object.assign({}, ...cases.map(readCase)) as Record<string, string>;
  const register = "data/register/municipalities-2018.csv";
  const files: Record<string, Uint8Array | string> = {
    [register]: readFileSync(join(root, register)),
  };
  const forms: Record<string, Record<string, string>> = {};
  for (const [path, text] of Object.entries(written)) {
    const [, folder, sheet] = /^(.+)\/questionnaire\/(.+)\.csv$/.exec(path) ?? [];
    if (folder !== undefined && sheet !== undefined)
      forms[folder] = { ...forms[folder], [sheet]: text };
    else if (path.endsWith("/survey.csv")) files[path.replace(/csv$/, "xlsx")] = makeSurvey(text);
    else files[path] = text;
  }
  for (const [folder, sheets] of Object.entries(forms))
    files[`${folder}/questionnaire.xlsx`] = makeQuestionnaire(sheets);
  return files;
}

/** The text of one file of a case, to be changed in a variant. */
export function readCaseFile(name: string, file: string): string {
  return readFileSync(join(import.meta.dirname, name, file), "utf8");
}

export function makeSurvey(csv: string): Uint8Array {
  return makeTextWorkbook({ responses: toCells(csv) });
}

export function makeQuestionnaire(sheets: Readonly<Record<string, string>>): Uint8Array {
  const { survey = "", choices = "" } = sheets;
  return makeTextWorkbook({ survey: toCells(survey), choices: toCells(choices) });
}

/** Numbers become numbers, as the platform's export has them. */
function toCells(csv: string): readonly (readonly (string | number)[])[] {
  const rows: readonly (readonly string[])[] = parse(csv, { relax_column_count: true });
  return rows.map((row) => row.map((text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)));
}

function readCase(name: string): ProjectFiles {
  const folder = join(import.meta.dirname, name);
  const texts = ["data", "templates"].flatMap((part) =>
    listFiles(join(folder, part)).map((path): [string, string] => [
      relative(folder, path).split(sep).join("/"),
      readFileSync(path, "utf8"),
    ]),
  );
  return Object.fromEntries(texts);
}

function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

let shipped: Readonly<Record<string, Uint8Array>> | undefined;

/** The templates that come with the program, where the program finds them. */
function shippedTemplates(): Readonly<Record<string, Uint8Array>> {
  shipped ??= Object.fromEntries(
    listFiles(join(root, "templates")).map((path) => [path, readFileSync(path)]),
  );
  return shipped;
}

export function readShippedTemplate(path: string): string {
  return readFileSync(join(root, "templates", path), "utf8");
}

/** A machine that holds the project and the program's templates, and nothing else. */
export function mountProject(
  files: FileChanges,
  options: MemoryPlatformOptions = {},
): MemoryPlatform {
  const mounted: Record<string, Uint8Array | string> = { ...shippedTemplates() };
  for (const [path, content] of Object.entries(files))
    if (content !== undefined) mounted[`${projectFolder}/${path}`] = content;
  return createMemoryPlatform(mounted, options);
}

/** Types a command in the project's folder. */
export function runIn(
  platform: Parameters<typeof runMain>[1]["platform"],
  ...argv: readonly string[]
): Promise<Ran> {
  return runMain(argv, { platform, workingFolder: projectFolder });
}

/** Every file under a folder of the project, by its path in that folder. */
export function filesUnder(
  platform: MemoryPlatform,
  folder: string,
): ReadonlyMap<string, Uint8Array> {
  const start = `${projectFolder}/${folder}/`;
  return new Map(
    [...platform.snapshot()]
      .filter(([path]) => path.startsWith(start))
      .map(([path, content]) => [path.slice(start.length), content]),
  );
}
