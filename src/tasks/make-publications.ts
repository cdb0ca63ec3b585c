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
import { compareLanguages } from "../wording/compare-languages.ts";
import { loadHyphenation } from "../wording/hyphenate.ts";
import { formatCount } from "./format-count.ts";
import type { BuildRequest, Progress } from "./request.ts";

export interface PublicationRequest {
  readonly subject: ReportSubject;
  readonly languages: readonly Language[];
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

/**
 * From facts to placed pages, in memory: the second half of `build`, and what `check` looks at.
 *
 *   wording → charts → document → layout
 */
export async function layOutPublications(
  { subject, languages, templates }: PublicationRequest,
  progress: Progress,
): Promise<Outcome<readonly LaidOutReport[]>> {
  const { edition } = subject;
  const diagnostics: Diagnostic[] = [];
  const keep = keepDiagnostics(diagnostics);

  const written = await progress.stage("write", () => {
    const sources = keep(completeReportSources(templates, edition));
    if (!sources) return undefined;
    diagnostics.push(...checkReportTexts(sources, edition, languages));
    if (hasErrors(diagnostics)) return undefined;
    const reports = languages.map((language) => keep(writeReport(sources, subject, language)));
    const complete = reports.filter((report) => report !== undefined);
    diagnostics.push(...compareWritten(complete));
    return hasErrors(diagnostics) ? undefined : { sources, reports: complete };
  });
  if (!written) return { value: undefined, diagnostics };
  const { sources, reports } = written;

  const drawn = await progress.stage(
    "draw",
    async () => {
      const all: (readonly Chart[])[] = [];
      for (const report of reports)
        all.push(keep(await drawReport(sources, subject, report)) ?? []);
      return all;
    },
    (all) => formatCount(all.flat().length, "chart"),
  );
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };

  const laidOut = await progress.stage(
    "set",
    () =>
      reports.flatMap((report, index): LaidOutReport[] => {
        const charts = drawn[index] ?? [];
        const document = keep(composeReport(sources, subject, report, charts));
        if (!document) return [];
        const { house, fonts } = sources;
        const pages = keep(layOutDocument({ document, house, fonts, words: report.words }));
        return pages ? [{ language: report.words.language, charts, laidOut: pages, sources }] : [];
      }),
    summarisePages,
  );
  return { value: hasErrors(diagnostics) ? undefined : laidOut, diagnostics };
}

function summarisePages(reports: readonly LaidOutReport[]): string {
  return reports
    .map(({ language, laidOut }) => `${language} ${formatCount(laidOut.pages.length, "page")}`)
    .join(", ");
}

function compareWritten(reports: readonly WrittenReport[]): readonly Diagnostic[] {
  return compareLanguages(
    new Map(reports.map(({ words, sections }) => [words.language, [...sections.values()]])),
  );
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
