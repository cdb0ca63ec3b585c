import type { ChartSpecification } from "../charts/chart.ts";
import { readChartSpecifications } from "../charts/read-chart-specifications.ts";
import {
  readTableSpecifications,
  type TableSpecification,
} from "../charts/read-table-specifications.ts";
import { sectionMissing } from "../diagnostics/catalogue/languages.ts";
import { templateMissing } from "../diagnostics/catalogue/plan.ts";
import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.ts";
import { keepDiagnostics } from "../diagnostics/keep-diagnostics.ts";
import type { SourceFile } from "../edition/checked-yaml.ts";
import type { Edition } from "../edition/edition.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import { type Language, languages, type PerLanguage } from "../edition/language.ts";
import { readHouseStyle } from "../edition/read-house-style.ts";
import { type FaceName, type FontBook, faceNames } from "../fonts/font-book.ts";
import { openFontBook } from "../fonts/open-font-book.ts";
import { noPairs, parsePairTable } from "../fonts/pair-table.ts";
import {
  type Bibliography,
  emptyBibliography,
  parseBibliography,
} from "../wording/bibliography.ts";
import { parseStrings, type Strings } from "../wording/strings.ts";
import { type Reached, reachTexts, type Texts } from "./reach-texts.ts";
import { parseReportPlan, type ReportPlan } from "./report-plan.ts";
import type { TemplateFile, TemplateLibrary } from "./template-library.ts";

/** All that the report is made from besides the facts, read and checked. */
export interface ReportSources {
  readonly plan: ReportPlan;
  readonly strings: PerLanguage<Strings>;
  readonly house: HouseStyle;
  readonly fonts: FontBook;
  readonly bibliography: Bibliography;
  /** Charts and tables that the texts ask for. */
  readonly charts: readonly ChartSpecification[];
  readonly tables: readonly TableSpecification[];
  /** Ids of those that no text asks for; nobody reads them. */
  readonly idleCharts: readonly string[];
  readonly idleTables: readonly string[];
  /** By name; those of this year's edition stand before the yearly ones. */
  readonly texts: PerLanguage<Texts>;
  /** Names of the texts that the plan leads to. */
  readonly reachedTexts: PerLanguage<ReadonlySet<string>>;
}

/** The templates of the report as far as they can be read without the edition; undefined where one is faulty. */
export interface ReportTemplates {
  readonly plan: ReportPlan | undefined;
  readonly strings: PerLanguage<Strings> | undefined;
  readonly house: HouseStyle | undefined;
  readonly fonts: FontBook | undefined;
  readonly bibliography: Bibliography | undefined;
  readonly texts: PerLanguage<Texts>;
  readonly reached: Reached;
  readonly charts: readonly TemplateFile[];
  readonly tables: readonly TemplateFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the templates of the report; the texts of the languages that are to be made are looked into, of the others
 * it is only seen that they are there. Nothing here waits for the edition, so that it can be done while its workbooks are read.
 */
export async function readReportTemplates(
  templates: TemplateLibrary,
  wanted: readonly Language[],
): Promise<ReportTemplates> {
  const diagnostics: Diagnostic[] = [];
  const keep = keepDiagnostics(diagnostics);
  const demand = async (path: string): Promise<SourceFile | undefined> => {
    const source = await templates.read(path);
    if (!source) diagnostics.push(missing(`templates/${path}`));
    return source;
  };
  const planSource = await demand("report/report.yaml");
  const houseSource = await demand("house/house.yaml");
  const stringSources = await perLanguage((language) => demand(`wording/${language}.yaml`));
  const plan = planSource && keep(parseReportPlan(planSource));
  const house = houseSource && keep(readHouseStyle(houseSource));
  const { fr, nl, en } = stringSources;
  const strings = fr && nl && en && keep(parseStrings({ fr, nl, en }));
  const fonts = house && keep(await readFonts(templates, house));
  const bibliographySource = await templates.read("report/bibliography.yaml");
  const bibliography = bibliographySource
    ? keep(parseBibliography(bibliographySource))
    : emptyBibliography;
  const texts = await perLanguage((language) => readTexts(templates, language));
  const reached = reachTexts(plan ?? { sections: [] }, texts, wanted);
  const charts = await templates.list("charts", ".yaml");
  const tables = await templates.list("tables", ".yaml");
  const read = { plan, strings, house, fonts, bibliography };
  return { ...read, texts, reached, charts, tables, diagnostics };
}

/** Completes what was read with what only the edition can tell: whether charts ask for questions that it has. */
export function completeReportSources(
  read: ReportTemplates,
  edition: Edition,
): Outcome<ReportSources> {
  const { plan, strings, house, fonts, bibliography, texts, reached } = read;
  const chartFiles = partition(read.charts, reached.charts);
  const tableFiles = partition(read.tables, reached.tables);
  const charts = readChartSpecifications(chartFiles.wanted, edition);
  const tables = readTableSpecifications(tableFiles.wanted);
  const missingTexts = (plan?.sections ?? []).flatMap(({ id }) =>
    languages
      .filter((language) => !texts[language].has(id))
      .map((language) => missing(`templates/report/${language}/${id}.md`)),
  );
  const diagnostics = [
    ...read.diagnostics,
    ...charts.diagnostics,
    ...tables.diagnostics,
    ...missingTexts,
    ...compareEditionTexts(texts),
  ];
  const isComplete =
    plan && house && strings && bibliography && charts.value && tables.value && fonts;
  if (!isComplete || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const idle = { idleCharts: chartFiles.idle, idleTables: tableFiles.idle };
  const figures = { charts: charts.value, tables: tables.value, ...idle };
  const look = { house, fonts };
  const words = { strings, bibliography, texts, reachedTexts: reached.texts };
  const value = { plan, ...look, ...words, ...figures };
  return { value, diagnostics };
}

/** An edition's own text that one language has and another lacks: there the report would say something else, or less. */
function compareEditionTexts(texts: PerLanguage<Texts>): readonly Diagnostic[] {
  const own = languages.flatMap((language) =>
    [...texts[language]].flatMap(([name, { file }]) =>
      file.startsWith("data/") ? [{ name, file, language }] : [],
    ),
  );
  return own.flatMap(({ name, file, language }, index) => {
    if (own.findIndex((other) => other.name === name) < index) return [];
    return languages
      .filter((other) => !own.some((one) => one.name === name && one.language === other))
      .map((lacking) => {
        const expected = file.replace(`/text/${language}/`, `/text/${lacking}/`);
        const place = { kind: "file", file: expected } as const;
        return sectionMissing(
          { section: `${name}.md`, language: lacking },
          { place, hints: [`It exists as ${file}: write it in ${lacking}, too.`] },
        );
      });
  });
}

function missing(
  file: string,
  hint = "Every text stands in French, Dutch and English under the same name.",
): Diagnostic {
  const hints = [hint];
  return templateMissing({ file }, { place: { kind: "file", file }, hints });
}

async function perLanguage<T>(read: (language: Language) => Promise<T>): Promise<PerLanguage<T>> {
  const [fr, nl, en] = await Promise.all([read("fr"), read("nl"), read("en")]);
  return { fr, nl, en };
}

async function readTexts(templates: TemplateLibrary, language: Language): Promise<Texts> {
  const yearly = await templates.list(`report/${language}`, ".md");
  const ofEdition = await templates.editionTexts(language);
  return new Map([...yearly, ...ofEdition].map((source) => [nameOf(source), source]));
}

/** "templates/report/fr/method.md" → "method". */
function nameOf({ file }: SourceFile): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}

function partition(
  files: readonly SourceFile[],
  wanted: ReadonlySet<string>,
): { readonly wanted: readonly SourceFile[]; readonly idle: readonly string[] } {
  return {
    wanted: files.filter((file) => wanted.has(nameOf(file))),
    idle: files.map(nameOf).filter((name) => !wanted.has(name)),
  };
}

async function readFonts(
  templates: TemplateLibrary,
  house: HouseStyle,
): Promise<Outcome<FontBook>> {
  const diagnostics: Diagnostic[] = [];
  const read = async (face: FaceName): Promise<Uint8Array> => {
    const path = `house/fonts/${house.fonts[face]}`;
    const bytes = await templates.readBytes(path);
    const hint = "The fonts named in templates/house/house.yaml lie in templates/house/fonts/.";
    if (!bytes) diagnostics.push(missing(`templates/${path}`, hint));
    return bytes ?? new Uint8Array();
  };
  const [text, italic, semibold, bold, display] = await Promise.all(faceNames.map(read));
  if (!text || !italic || !semibold || !bold || !display || diagnostics.length > 0) {
    return { value: undefined, diagnostics };
  }
  const files = { text, "text-italic": italic, "text-semibold": semibold, "text-bold": bold };
  const pairs = await templates.read("house/fonts/pairs.json");
  const table = pairs ? parsePairTable(pairs.text) : noPairs;
  return { value: openFontBook({ ...files, display }, table), diagnostics };
}
