import type { Chart } from "../charts/chart.ts";
import { compileForms } from "../charts/compile-form.ts";
import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.ts";
import { keepDiagnostics } from "../diagnostics/keep-diagnostics.ts";
import { languages as allLanguages, type Language } from "../edition/language.ts";
import { layOutDocument } from "../layout/lay-out-document.ts";
import type { LaidOutDocument } from "../layout/page.ts";
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
  /** From `readTemplates`. */
  readonly templates: ReportTemplates;
}

/** The report of one language with its charts, on pages. */
export interface LaidOutReport {
  readonly language: Language;
  readonly charts: readonly Chart[];
  readonly laidOut: LaidOutDocument;
  readonly sources: ReportSources;
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

  const drawn = await progress.stage(
    "draw",
    async () => {
      const all: DrawnReport[] = [];
      for (const report of reports) {
        const charts = keep(await drawReport(sources, request.subject, report));
        if (charts) all.push({ report, charts });
      }
      return all;
    },
    (all) => formatCount(all.flatMap(({ charts }) => charts).length, "chart"),
  );
  if (drawn.length < reports.length) return stopped();

  const laidOut = await progress.stage(
    "set",
    () => drawn.flatMap((one) => keep(layOutReport(one, sources, request.subject)) ?? []),
    summarisePages,
  );
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

interface DrawnReport {
  readonly report: WrittenReport;
  readonly charts: readonly Chart[];
}

function layOutReport(
  { report, charts }: DrawnReport,
  sources: ReportSources,
  subject: ReportSubject,
): Outcome<LaidOutReport> {
  const document = composeReport(sources, subject, report, charts);
  if (!document.value) return { value: undefined, diagnostics: document.diagnostics };
  const { house, fonts } = sources;
  const { words } = report;
  const pages = layOutDocument({ document: document.value, house, fonts, words });
  const { language } = words;
  return {
    value: pages.value && { language, charts, laidOut: pages.value, sources },
    diagnostics: [...document.diagnostics, ...pages.diagnostics],
  };
}

function summarisePages(reports: readonly LaidOutReport[]): string {
  return reports
    .map(({ language, laidOut }) => `${language} ${formatCount(laidOut.pages.length, "page")}`)
    .join(", ");
}

/** Writes laid-out reports as the files of the output: a PDF a language, and its charts as SVG. */
export async function writePublications(reports: readonly LaidOutReport[]): Promise<{
  readonly outputs: readonly MadeOutput[];
  readonly places: readonly PrintedPlace[];
}> {
  const outputs: MadeOutput[] = [];
  const places: PrintedPlace[] = [];
  for (const { language, laidOut, charts, sources } of reports) {
    const publication = "report";
    const content = await writePdf({ laidOut, fonts: sources.fonts });
    const pages = laidOut.pages.length;
    outputs.push({ file: `${laidOut.name}.pdf`, content, publication, language, pages });
    for (const chart of charts) {
      const file = `charts/${language}/${chart.specification.id}.svg`;
      outputs.push({ file, content: chart.svg, publication, language, pages: null });
    }
    for (const { fact, page, where } of laidOut.placedFacts) {
      places.push({ fact, publication, language, page, where });
    }
  }
  return { outputs, places };
}
