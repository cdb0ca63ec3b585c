import { buildTable } from "../charts/build-table.ts";
import type { Chart, ChartSpecification } from "../charts/chart.ts";
import { drawCharts } from "../charts/draw-charts.ts";
import { nameQuestion } from "../charts/name-subject.ts";
import type { TableSpecification } from "../charts/read-table-specifications.ts";
import * as catalogue from "../diagnostics/catalogue/plan.ts";
import type { Diagnostic, FilePlace, Outcome } from "../diagnostics/diagnostic.ts";
import { keepDiagnostics } from "../diagnostics/keep-diagnostics.ts";
import {
  assembleDocument,
  type ChartSource,
  type TableSource,
} from "../document/assemble-document.ts";
import type { Document } from "../document/document.ts";
import type { SectionProblem } from "../document/parse-section.ts";
import type { Edition, EditionSettings } from "../edition/edition.ts";
import type { Language } from "../edition/language.ts";
import type { Facts } from "../facts/fact.ts";
import type { SegmentId } from "../facts/segment.ts";
import type { Intake } from "../intake/response.ts";
import type { BlockRequest, RenderedText } from "../wording/printed.ts";
import { renderInline } from "../wording/template/render-inline.ts";
import { type RenderRequest, renderTemplate } from "../wording/template/render-template.ts";
import { createWords, type Words } from "../wording/words.ts";
import { type Annex, annexTables } from "./annex-tables.ts";
import { formatChartData } from "./chart-data.ts";
import { followTexts, type Texts } from "./reach-texts.ts";
import type { ReportSources } from "./report-sources.ts";
import { chartUnchartedQuestions } from "./uncharted-questions.ts";

/** What a report is made for: one edition's facts. */
export interface ReportSubject {
  readonly edition: Edition;
  readonly intake: Intake;
  readonly facts: Facts;
}

/** The report's texts in one language, with their figures. */
export interface WrittenReport {
  readonly words: Words;
  /** By section id, in the plan's order. */
  readonly sections: ReadonlyMap<string, RenderedText>;
  /** By chart or table id. */
  readonly captions: ReadonlyMap<string, Captions>;
  /** The charts that the texts ask for. */
  readonly charts: readonly ChartSpecification[];
}

/** The short subject of a chart or table, and what to see in it. */
export interface Captions {
  readonly title: RenderedText;
  readonly caption: RenderedText;
}

/**
 * Fills the texts and captions of one language with figures. Where errors stand, the value holds what has none.
 *
 * @param faulty Files in which errors were found before: what is made from them is left alone.
 */
export function writeReport(
  sources: ReportSources,
  subject: ReportSubject,
  language: Language,
  faulty: ReadonlySet<string> = new Set(),
): { readonly value: WrittenReport; readonly diagnostics: readonly Diagnostic[] } {
  const { settings } = subject.edition;
  const words = createWords(language, sources.strings[language], settings.territory);
  const { bibliography, charts: charted, strings } = sources;
  const uncharted = chartUnchartedQuestions({ ...subject, strings, charts: charted });
  const partials = sources.texts[language];
  const known = { bibliography, uncharted: uncharted.map(({ id }) => id) };
  const scene = { ...subject, ...known, language, words, partials };
  const diagnostics: Diagnostic[] = [];
  const keep = keepDiagnostics(diagnostics);
  const sections = new Map<string, RenderedText>();
  for (const { id } of sources.plan.sections) {
    const source = sources.texts[language].get(id);
    if (!source || isFaulty(id, sources.texts[language], faulty)) continue;
    const rendered = renderTemplate({ ...scene, ...source });
    diagnostics.push(...rendered.diagnostics);
    if (rendered.value) sections.set(id, rendered.value);
  }
  diagnostics.push(...findRepeated([...sections.values()]));
  const blocks = [...sections.values()].flatMap((section) => section.blocks);
  const charts = askedCharts(blocks, [...charted, ...uncharted]);
  const asked = new Set(blocks.flatMap((block) => (block.kind === "table" ? [block.id] : [])));
  const tables = sources.tables.filter(({ id }) => asked.has(id));
  const captions = new Map<string, Captions>();
  for (const specification of [...charts, ...tables]) {
    if (faulty.has(specification.file)) continue;
    const written = keep(writeCaptions(specification, scene));
    if (written) captions.set(specification.id, written);
  }
  return { value: { words, sections, captions, charts }, diagnostics };
}

/** Whether a text or a part that it takes in has an error. */
function isFaulty(name: string, texts: Texts, faulty: ReadonlySet<string>): boolean {
  return [...followTexts([name], texts)].some((part) => faulty.has(texts.get(part)?.file ?? ""));
}

/** The charts that texts ask for, in their order; one that is drawn for a segment under an id of its own. */
function askedCharts(
  blocks: readonly BlockRequest[],
  charts: readonly ChartSpecification[],
): readonly ChartSpecification[] {
  const asked = blocks.flatMap((block): readonly ChartSpecification[] => {
    if (block.kind === "cover-art") return charts.filter(({ id }) => id === block.id);
    if (block.kind !== "chart") return [];
    const { id, of, segment } = block;
    return charts.flatMap((chart) => (chart.id === of ? [{ ...chart, id, segment }] : []));
  });
  return [...new Map(asked.map((chart) => [chart.id, chart])).values()];
}

type Captioned = Pick<
  ChartSpecification | TableSpecification,
  "file" | "title" | "caption" | "captionOrigins"
> & { readonly segment?: SegmentId | null };

function writeCaptions(
  { file, title, caption, captionOrigins, segment }: Captioned,
  scene: Omit<RenderRequest, "file" | "text">,
): Outcome<Captions> {
  const { language } = scene;
  const localValues = new Map(segment ? [["here", segment]] : []);
  const origin = captionOrigins && { origin: captionOrigins[language] };
  const texts = { ...scene, file, localValues };
  const [short, long] = [
    renderInline({ ...texts, text: title[language] }),
    renderInline({ ...texts, text: caption[language], ...origin }),
  ];
  const value = short.value && long.value && { title: short.value, caption: long.value };
  return { value, diagnostics: [...short.diagnostics, ...long.diagnostics] };
}

/** Charts and tables are numbered and referred to: each stands in one place. */
function findRepeated(sections: readonly RenderedText[]): readonly Diagnostic[] {
  const placed = new Set<string>();
  return sections.flatMap(({ file, blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== "chart" && block.kind !== "table") return [];
      const target = `${block.kind}:${block.id}`;
      if (!placed.has(target)) {
        placed.add(target);
        return [];
      }
      const hints = [`Point to it with {{ref "${target}"}}.`];
      const place = { kind: "file", file } as const;
      return [catalogue.placedTwice({ what: `${block.kind} ${block.id}` }, { place, hints })];
    }),
  );
}

/** Draws the charts that the texts of one language ask for. */
export function drawReport(
  sources: ReportSources,
  subject: ReportSubject,
  { words, charts }: WrittenReport,
): Promise<Outcome<readonly Chart[]>> {
  const { house, fonts } = sources;
  const { edition, facts } = subject;
  return drawCharts({ specifications: charts, facts, edition, words, house, fonts });
}

/** Puts texts, charts and tables of one language together. */
export function composeReport(
  sources: ReportSources,
  subject: ReportSubject,
  written: WrittenReport,
  charts: readonly Chart[],
): Outcome<Document> {
  const { edition } = subject;
  const { settings } = edition;
  const { words } = written;
  const { language } = words;
  const tables = tableSources(sources, subject, written);
  const annex = annexTables({
    ...subject,
    words,
    charts,
    tables: new Map([...tables].map(([id, { table }]) => [id, table])),
  });
  const { document, problems } = assembleDocument({
    name: `report-${language}`,
    title: settings.title[language],
    subtitle: settings.subtitle[language],
    author: settings.institute.name[language],
    date: settings.date,
    status: statusOf(settings, words),
    language,
    words,
    sections: sources.plan.sections.flatMap(({ id, kind, numbered, runsOn = false }) => {
      const text = written.sections.get(id);
      return text ? [{ id, kind, isNumbered: numbered ?? false, runsOn, text }] : [];
    }),
    charts: new Map(charts.map((chart) => chartSource(chart, subject, written, annex))),
    tables,
    questionTables: annex.tables,
    edition,
    bibliography: sources.bibliography,
    notes: {
      smallBase: settings.smallBase,
      hiddenBase: settings.hiddenBase,
      source: `${settings.subtitle[language]}, ${settings.institute.name[language]}`,
    },
  });
  const diagnostics = problems.map((problem) =>
    describeProblem(problem, placeInTemplate(problem, sources, language)),
  );
  return { value: diagnostics.length > 0 ? undefined : document, diagnostics };
}

/** What every page and the file's properties say of the edition: "Draft · reconstructed data". */
function statusOf({ isReconstruction }: EditionSettings, words: Words): string {
  const draft = words.string("status.draft");
  return isReconstruction ? `${draft} · ${words.string("status.reconstruction")}` : draft;
}

function chartSource(
  chart: Chart,
  { edition, facts }: ReportSubject,
  { captions, words, sections }: WrittenReport,
  annex: Annex,
): [string, ChartSource] {
  const { id } = chart.specification;
  const written = captions.get(id);
  if (!written) throw new Error(`chart ${id} has no caption`);
  const question = nameQuestion(chart.specification, edition, words);
  const hasAnnex = [...sections.values()].some(({ blocks }) =>
    blocks.some(({ kind }) => kind === "question-tables"),
  );
  const dataTable = hasAnnex ? annex.dataTableOf.get(id) : undefined;
  const source = { chart, ...written, question, csv: formatChartData(chart.table, facts) };
  return [id, { ...source, ...(dataTable === undefined ? {} : { dataTable }) }];
}

function tableSources(
  sources: ReportSources,
  { edition, facts }: ReportSubject,
  { captions, words }: WrittenReport,
): ReadonlyMap<string, TableSource> {
  return new Map(
    sources.tables.flatMap((specification): [string, TableSource][] => {
      const written = captions.get(specification.id);
      if (!written) return [];
      const table = buildTable({ specification, facts, edition, words });
      return [[specification.id, { table, ...written }]];
    }),
  );
}

type TextProblem = SectionProblem & { readonly file: string };

/** Where a problem stands in its template: a section's text, or a caption in a specification. */
function placeInTemplate(
  { file, needle }: TextProblem,
  sources: ReportSources,
  language: Language,
): FilePlace {
  const text = [...sources.texts[language].values()].find((source) => source.file === file)?.text;
  if (text !== undefined) {
    const index = Math.max(0, text.indexOf(needle));
    const before = text.slice(0, index).split("\n");
    const lineStart = index - (before.at(-1)?.length ?? 0);
    const [line = ""] = text.slice(lineStart).split("\n");
    const column = index - lineStart + 1;
    const length = Math.max(1, needle.split("\n")[0]?.length ?? 1);
    return { kind: "file", file, line: before.length, column, length, text: line };
  }
  const captioned = [...sources.charts, ...sources.tables].find((one) => one.file === file);
  return { kind: "file", file, ...captioned?.captionOrigins?.[language] };
}

function describeProblem({ what, detail, file }: TextProblem, place: FilePlace): Diagnostic {
  switch (what) {
    case "no title":
      return catalogue.sectionWithoutTitle(
        { file },
        { place, hints: ["Begin the file with a line such as: # Method"] },
      );
    case "second title":
      return catalogue.sectionWithTwoTitles(
        { file },
        { place, hints: ["Write ## instead of # before this heading."] },
      );
    case "heading jump":
      return catalogue.headingJump(
        {},
        { place, hints: ["Write ## instead of ###, or put a ## heading before it."] },
      );
    case "unsupported":
      return catalogue.unsupportedMarkdown(
        { what: detail },
        {
          place,
          hints: [
            "Take it out: texts have paragraphs, lists, quotes, boxes, notes, links, * and **.",
          ],
        },
      );
  }
}
