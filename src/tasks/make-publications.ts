import type { Chart } from "../charts/chart.ts";
import { compileForms } from "../charts/compile-form.ts";
import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.ts";
import { keepDiagnostics } from "../diagnostics/keep-diagnostics.ts";
import { languages as allLanguages, type Language } from "../edition/language.ts";
import { layOutDocument } from "../layout/lay-out-document.ts";
import type { LaidOutDocument, Page } from "../layout/page.ts";
import { writePdf } from "../pdf/write-pdf.ts";
import type { Platform } from "../platform/platform.ts";
import { checkReportTexts } from "../publications/check-report-texts.ts";
import { type Compared, compareReports } from "../publications/compare-reports.ts";
import {
  composeReport,
  drawReport,
  type ReportSubject,
  type WrittenReport,
  writeReport,
} from "../publications/report.ts";
import {
  completeReportSources,
  type ReportSources,
  type ReportTemplates,
  readReportTemplates,
} from "../publications/report-sources.ts";
import { openTemplates } from "../publications/template-library.ts";
import type { PrintedPlace } from "../record/printed-places.ts";
import type { MadeOutput } from "../record/record-build.ts";
import { loadHyphenation } from "../wording/hyphenate.ts";
import { formatCount } from "./format-count.ts";
import type { BuildRequest, Progress } from "./request.ts";

export interface PublicationRequest {
  readonly subject: ReportSubject;
  /** The languages that are laid out. */
  readonly languages: readonly Language[];
  /** The languages whose texts are compared; those that are laid out unless given. */
  readonly compared?: readonly Language[];
  /** Called once, before the third language. */
  readonly reclaimMemory: () => void;
  /** Whether files are made of what is laid out. */
  readonly makesFiles?: boolean;
  /** From `readTemplates`. */
  readonly templates: ReportTemplates;
}

/** What is left of the report of one language once it is on pages; charts and pages themselves are given up. */
export interface LaidOutReport {
  readonly language: Language;
  /** "report-nl" */
  readonly name: string;
  readonly chartCount: number;
  readonly pageCount: number;
  /** The pages on which something doesn't fit. */
  readonly unfitPages: readonly Page[];
  readonly sources: ReportSources;
  /** Where they were asked for, and nothing is wrong with this report. */
  readonly files?: ReportFiles;
}

/** The files of a report, and where in them facts are printed. */
export interface ReportFiles {
  readonly outputs: readonly MadeOutput[];
  readonly places: readonly PrintedPlace[];
}

/** Reads the templates of an edition's publications and makes everything ready that no answer can change. */
export async function readTemplates(
  request: Pick<BuildRequest, "project" | "shippedTemplates" | "languages">,
  edition: string,
  platform: Platform,
): Promise<ReportTemplates> {
  const wanted = request.languages ?? allLanguages;
  await loadHyphenation(wanted);
  const library = openTemplates({ ...request, edition, platform });
  const templates = await readReportTemplates(library, wanted);
  if (templates.fonts && !hasErrors(templates.diagnostics)) {
    compileForms(templates.fonts.text.family);
  }
  return templates;
}

/** How far publications came: errors may stand beside pages, which show what doesn't fit. */
export interface LaidOutPublications extends Outcome<readonly LaidOutReport[]> {
  /** The texts and what was compared of them; undefined where they can't be read. */
  readonly written: WrittenReports | undefined;
}

/**
 * From facts to placed pages, in memory: the second half of `build`, and what `check` looks at.
 *
 *   wording → charts → document → layout
 *
 * Languages that differ stop nothing here: each is a report of its own.
 */
export async function layOutPublications(
  request: PublicationRequest,
  progress: Progress,
): Promise<LaidOutPublications> {
  const diagnostics: Diagnostic[] = [];
  const keep = keepDiagnostics(diagnostics);
  let texts: Outcome<WrittenReports> = { value: undefined, diagnostics };
  const faultless = await progress.stage("write", () => {
    texts = writeReports(request);
    return hasErrors(texts.diagnostics) ? undefined : texts.value;
  });
  const written = keep(texts);
  diagnostics.push(...(written?.compared.diagnostics ?? []));
  const stopped = () => ({ value: undefined, diagnostics, written });
  if (!faultless) return stopped();
  const { sources } = faultless;
  const reports = faultless.reports.filter(({ words }) =>
    request.languages.includes(words.language),
  );
  // One language after the other: the charts and pages of all of them would take a third more memory.
  const laidOut: LaidOutReport[] = [];
  for (const [index, report] of reports.entries()) {
    // Reclaiming takes time, and memory is at its height only with the third language.
    if (index === 2) request.reclaimMemory();
    const { language } = report.words;
    const made = await progress.stage(
      `report ${language}`,
      async () => keep(await layOutReport(report, sources, request)),
      summarise,
    );
    if (made) laidOut.push(made);
  }
  return { value: laidOut, diagnostics, written };
}

/** The texts of a report in all languages that are made or compared. */
export interface WrittenReports {
  readonly sources: ReportSources;
  readonly reports: readonly WrittenReport[];
  /** Differences between the languages stand here only. */
  readonly compared: Compared;
}

/** Checks and fills the texts. Those of one language that have errors don't keep the others from being compared. */
function writeReports({
  subject,
  languages,
  compared = languages,
  templates,
}: PublicationRequest): Outcome<WrittenReports> {
  const { edition } = subject;
  const diagnostics: Diagnostic[] = [];
  const keep = keepDiagnostics(diagnostics);
  const sources = keep(completeReportSources(templates, edition));
  if (!sources) return { value: undefined, diagnostics };
  const wanted = allLanguages.filter((each) => [...languages, ...compared].includes(each));
  const found = checkReportTexts(sources, edition, wanted);
  const faulty = new Set(
    found.flatMap(({ severity, place }) => (severity === "error" && place ? [place.file] : [])),
  );
  diagnostics.push(...found);
  const reports = wanted.flatMap(
    (language) => keep(writeReport(sources, subject, language, faulty)) ?? [],
  );
  const value = { sources, reports, compared: compareReports(sources.plan, reports) };
  return { value, diagnostics };
}

async function layOutReport(
  report: WrittenReport,
  sources: ReportSources,
  { subject, makesFiles = false }: PublicationRequest,
): Promise<Outcome<LaidOutReport>> {
  const diagnostics: Diagnostic[] = [];
  const keep = keepDiagnostics(diagnostics);
  const charts = keep(await drawReport(sources, subject, report));
  const document = charts && keep(composeReport(sources, subject, report, charts));
  const { house, fonts } = sources;
  const { words } = report;
  const pages = document && keep(layOutDocument({ document, house, fonts, words }));
  if (!charts || !pages) return { value: undefined, diagnostics };
  const laidOut = { language: words.language, charts, pages };
  const files =
    makesFiles && !hasErrors(diagnostics) ? await makeFiles(laidOut, sources) : undefined;
  const value: LaidOutReport = {
    language: words.language,
    name: pages.name,
    chartCount: charts.length,
    pageCount: pages.pages.length,
    unfitPages: pages.pages.filter(({ number }) => isMarked(number, diagnostics)),
    sources,
    ...(files ? { files } : {}),
  };
  return { value, diagnostics };
}

function summarise(report: LaidOutReport | undefined): string {
  if (!report) return "";
  return `${formatCount(report.chartCount, "chart")}, ${formatCount(report.pageCount, "page")}`;
}

/** Whether a diagnostic marks a place on the page. */
function isMarked(page: number, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ place }) => place?.kind === "page" && place.page === page);
}

/** The files of a report: a PDF, and its charts as SVG. */
async function makeFiles(
  {
    language,
    charts,
    pages,
  }: {
    readonly language: Language;
    readonly charts: readonly Chart[];
    readonly pages: LaidOutDocument;
  },
  { fonts }: ReportSources,
): Promise<ReportFiles> {
  const publication = "report";
  const content = await writePdf({ laidOut: pages, fonts });
  const common = { publication, language } as const;
  const pdf = { file: `${pages.name}.pdf`, content, ...common, pages: pages.pages.length };
  const pictures = charts.map(({ specification, svg }): MadeOutput => {
    return {
      file: `charts/${language}/${specification.id}.svg`,
      content: svg,
      ...common,
      pages: null,
    };
  });
  return {
    outputs: [pdf, ...pictures],
    places: pages.placedFacts.map(({ fact, page, where }) => ({ fact, ...common, page, where })),
  };
}
