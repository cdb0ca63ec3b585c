import { join } from "node:path";
import * as catalogue from "../diagnostics/catalogue/edition.ts";
import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.ts";
import type { Platform } from "../platform/platform.ts";
import type { WorkbookReader } from "../workbook/open-workbook-reader.ts";
import type { BoundaryMap } from "./boundary-map.ts";
import type { Edition, Ledger, PublishedFigure, Territory } from "./edition.ts";
import { type EditionFiles, parseEditionSettings } from "./parse-edition-settings.ts";
import { parseLedger } from "./parse-ledger.ts";
import { parseMap } from "./parse-map.ts";
import { parsePublished } from "./parse-published.ts";
import { parseQuestionnaire } from "./parse-questionnaire.ts";
import { parseRegister } from "./parse-register.ts";
import type { Questionnaire } from "./questionnaire.ts";
import {
  isInProject,
  type ProjectFile,
  projectFile,
  readProjectText,
} from "./read-project-file.ts";
import { readWorkbookFile } from "./read-workbook-file.ts";
import type { Municipality, Register } from "./register.ts";

export interface EditionRequest {
  /** The project's folder, absolute. */
  readonly project: string;
  /** The edition's folder under data/. */
  readonly edition: string;
  readonly platform: Platform;
  readonly workbooks: WorkbookReader;
  /** Called as soon as edition.yaml has named the survey, so that it is read beside the questionnaire. */
  readonly onSurveyNamed?: (survey: ProjectFile) => void;
}

/**
 * Reads everything of an edition that was decided before any answer: settings, questionnaire, register, ledger,
 * published figures. The survey itself is left to the intake. All that is wrong with any of the files is said at once.
 */
export async function readEdition(request: EditionRequest): Promise<Outcome<Edition>> {
  const { project, edition: id, platform, workbooks } = request;
  const folder = join(project, "data", id);
  const source = await readProjectText(projectFile(project, folder, "edition.yaml"), platform);
  if (!source.value) return { value: undefined, diagnostics: source.diagnostics };
  const parsed = parseEditionSettings(source.value);
  const before = [...source.diagnostics, ...parsed.diagnostics];
  if (!parsed.value || hasErrors(before)) return { value: undefined, diagnostics: before };
  const { settings, files } = parsed.value;
  const found = findFiles(project, folder, files);
  const outside = Object.values(found).flatMap((each) => (each ? checkInside(each) : []));
  if (outside.length > 0) return { value: undefined, diagnostics: [...before, ...outside] };
  request.onSurveyNamed?.(found.survey);

  const [questionnaire, register, ledger, published] = await Promise.all([
    readQuestionnaire(found.questionnaire, platform, workbooks),
    readTable(
      found.register,
      platform,
      parseRegister,
      `Add the register of 1 January ${settings.year}; see docs/editions.md, The register.`,
    ),
    readLedger(found.corrections, project, folder, platform),
    readPublished(found.published, id, platform),
  ]);
  const population = (register.value?.municipalities ?? []).filter((municipality) =>
    isInTerritory(municipality, settings.territory),
  );
  const map = await readMap(found.map, population, project, platform);
  const diagnostics = [
    ...before,
    ...questionnaire.diagnostics,
    ...register.diagnostics,
    ...checkPopulation(population, register.value, settings.territory),
    ...ledger.diagnostics,
    ...published.diagnostics,
    ...map.diagnostics,
  ];
  if (!questionnaire.value || !register.value || !ledger.value || !published.value) {
    return { value: undefined, diagnostics };
  }
  return {
    value: {
      id,
      folder,
      settings,
      questionnaire: questionnaire.value,
      register: register.value,
      population,
      ledger: ledger.value,
      published: published.value,
      ...(map.value ? { map: map.value } : {}),
      survey: found.survey,
    },
    diagnostics,
  };
}

type FoundFiles = { readonly [Name in keyof EditionFiles]: FoundFile<EditionFiles[Name]> };
type FoundFile<Name> = undefined extends Name ? ProjectFile | undefined : ProjectFile;

function findFiles(project: string, folder: string, files: EditionFiles): FoundFiles {
  const find = (name: string): ProjectFile => projectFile(project, folder, name);
  return {
    survey: find(files.survey),
    questionnaire: find(files.questionnaire),
    register: find(files.register),
    corrections: files.corrections === undefined ? undefined : find(files.corrections),
    published: files.published === undefined ? undefined : find(files.published),
    map: files.map === undefined ? undefined : find(files.map),
  };
}

function checkInside(wanted: ProjectFile): readonly Diagnostic[] {
  if (isInProject(wanted)) return [];
  const hints = ["Copy it into the project: what is published must be found there again."];
  return [catalogue.fileOutsideProject({ file: wanted.file }, { hints })];
}

async function readQuestionnaire(
  wanted: ProjectFile,
  platform: Platform,
  workbooks: WorkbookReader,
): Promise<Outcome<Questionnaire>> {
  const { value: workbook, diagnostics } = await readWorkbookFile(wanted, platform, workbooks);
  if (!workbook) return { value: undefined, diagnostics };
  return parseQuestionnaire(workbook, wanted.file);
}

async function readTable<T>(
  wanted: ProjectFile,
  platform: Platform,
  parse: (source: { readonly file: string; readonly text: string }) => Outcome<T>,
  nextStep?: string,
): Promise<Outcome<T>> {
  const source = await readProjectText(wanted, platform, nextStep);
  if (!source.value) return { value: undefined, diagnostics: source.diagnostics };
  const parsed = parse(source.value);
  return { value: parsed.value, diagnostics: [...source.diagnostics, ...parsed.diagnostics] };
}

/** An edition without corrections has an empty ledger under the usual name, for the hints of later stages. */
async function readLedger(
  wanted: ProjectFile | undefined,
  project: string,
  folder: string,
  platform: Platform,
): Promise<Outcome<Ledger>> {
  if (wanted) return readTable(wanted, platform, parseLedger);
  const { file } = projectFile(project, folder, "corrections.csv");
  return { value: { file, lines: [] }, diagnostics: [] };
}

async function readPublished(
  wanted: ProjectFile | undefined,
  id: string,
  platform: Platform,
): Promise<Outcome<readonly PublishedFigure[]>> {
  if (!wanted) return { value: [], diagnostics: [] };
  return readTable(wanted, platform, (source) => parsePublished(source, id));
}

/** The map that edition.yaml names, else the register's; a project without one draws no map. */
async function readMap(
  wanted: ProjectFile | undefined,
  population: readonly Municipality[],
  project: string,
  platform: Platform,
): Promise<Outcome<BoundaryMap>> {
  const usual = projectFile(project, join(project, "data/register"), "map.topo.json");
  if (!wanted && !(await platform.files.exists(usual.path))) {
    return { value: undefined, diagnostics: [] };
  }
  return readTable(wanted ?? usual, platform, (source) => parseMap(source, population));
}

function isInTerritory(municipality: Municipality, territory: Territory): boolean {
  if (territory === "belgium") return true;
  return "region" in territory
    ? municipality.region === territory.region
    : municipality.province === territory.province;
}

function checkPopulation(
  population: readonly Municipality[],
  register: Register | undefined,
  territory: Territory,
): readonly Diagnostic[] {
  if (!register || population.length > 0) return [];
  const name = typeof territory === "string" ? territory : Object.values(territory).join("");
  return [catalogue.emptyTerritory({ territory: name })];
}
