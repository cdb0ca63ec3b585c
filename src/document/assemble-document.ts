import type { Chart, DataTable } from "../charts/chart.ts";
import type { Edition } from "../edition/edition.ts";
import type { Language } from "../edition/language.ts";
import type { Bibliography } from "../wording/bibliography.ts";
import type { BlockRequest, RenderedText } from "../wording/printed.ts";
import type { Words } from "../wording/words.ts";
import { bibliographyBlocks } from "./bibliography-blocks.ts";
import type {
  Attachment,
  Block,
  Document,
  Footnote,
  Run,
  Section,
  SectionKind,
  TableBlock,
} from "./document.ts";
import { figureNotes, type NoteSettings, tableNotes } from "./figure-notes.ts";
import { fillReferences } from "./fill-references.ts";
import { findUnsupported } from "./find-unsupported.ts";
import { parseMarkdownLine } from "./parse-markdown.ts";
import { parseRuns } from "./parse-runs.ts";
import { parseSection, type SectionProblem } from "./parse-section.ts";
import { questionnaireBlocks } from "./questionnaire-blocks.ts";

/** Everything a publication is put together from, in one language. */
export interface DocumentRequest {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** ISO. */
  readonly date: string;
  readonly status: string;
  readonly language: Language;
  readonly words: Words;
  readonly sections: readonly SectionSource[];
  readonly charts: ReadonlyMap<string, ChartSource>;
  readonly tables: ReadonlyMap<string, TableSource>;
  /** The annex: every question by segment, in the order asked, and what else the charts show. */
  readonly questionTables: readonly QuestionTableSource[];
  readonly edition: Edition;
  readonly bibliography: Bibliography;
  readonly notes: NoteSettings;
}

export interface SectionSource {
  readonly id: string;
  readonly kind: SectionKind;
  readonly isNumbered: boolean;
  readonly runsOn?: boolean;
  readonly text: RenderedText;
}

export interface ChartSource {
  readonly chart: Chart;
  readonly title: RenderedText;
  readonly caption: RenderedText;
  /** The table that holds its data: "table-sample". */
  readonly dataTable?: string;
  /** The wording of its question; empty where it shows no question. */
  readonly question: string;
  /** Its data for those who compute: CSV with facts at full precision. */
  readonly csv: string;
}

export interface TableSource {
  readonly table: DataTable;
  readonly title: RenderedText;
  readonly caption: RenderedText;
}

/** A table of the annex. */
export interface QuestionTableSource {
  /** "table-question-progress" */
  readonly id: string;
  /** The question as it was asked. */
  readonly wording: string;
  /** What it is by, where a question has more than one table: "Provinces". */
  readonly by?: string;
  readonly table: DataTable;
}

/** A document, and what keeps a text from being part of one. */
export interface AssembledDocument {
  readonly document: Document;
  readonly problems: readonly (SectionProblem & { readonly file: string })[];
}

interface Assembly {
  readonly request: DocumentRequest;
  /** Charts in the order in which they are placed. */
  readonly figures: string[];
  readonly labels: Map<string, string>;
  readonly attachments: Attachment[];
  readonly problems: (SectionProblem & { readonly file: string })[];
  tableCount: number;
}

/**
 * Texts, charts and tables → one document tree: sections, figures, tables and footnotes numbered in reading
 * order, references filled in. Charts and tables that a text asks for exist: the check of templates saw to it.
 */
export function assembleDocument(request: DocumentRequest): AssembledDocument {
  const assembly: Assembly = {
    request,
    figures: [],
    labels: new Map(),
    attachments: [],
    problems: [],
    tableCount: 0,
  };
  const notes: Footnote[] = [];
  let sectionNumber = 0;
  const sections = request.sections.map((source): Section => {
    const parts = parseSection({
      id: source.id,
      language: request.language,
      text: source.text,
      firstNoteNumber: notes.length + 1,
      resolve: (block) => resolveBlock(block, assembly, source.text),
    });
    const { file } = source.text;
    assembly.problems.push(...parts.problems.map((problem) => ({ ...problem, file })));
    notes.push(...parts.notes);
    if (source.isNumbered) sectionNumber += 1;
    const number = source.isNumbered ? String(sectionNumber) : undefined;
    const title = parts.title.map((run) => run.text).join("");
    assembly.labels.set(
      `section-${source.id}`,
      number ? request.words.string("document.chapterReference", { number }) : title,
    );
    return {
      id: `section-${source.id}`,
      kind: source.kind,
      title: parts.title,
      blocks: parts.blocks,
      ...(number ? { number } : {}),
      ...(source.runsOn ? { runsOn: true } : {}),
    };
  });
  const document: Document = {
    language: request.language,
    name: request.name,
    title: request.title,
    subtitle: request.subtitle,
    author: request.author,
    date: request.date,
    status: request.status,
    sections,
    notes: new Map(notes.map((note) => [note.id, note])),
    attachments: assembly.attachments,
  };
  return { document: fillReferences(document, assembly.labels), problems: assembly.problems };
}

function resolveBlock(
  block: BlockRequest,
  assembly: Assembly,
  text: RenderedText,
): readonly Block[] {
  switch (block.kind) {
    case "chart":
      return [placeFigure(block.id, assembly)];
    case "table":
      return [placeTable(block.id, assembly)];
    case "question-tables":
      return assembly.request.questionTables.map((source) => placeQuestionTable(source, assembly));
    case "questionnaire":
      return questionnaireBlocks(assembly.request.edition, assembly.request.words);
    case "bibliography": {
      const { bibliography, sections, words } = assembly.request;
      const texts = sections.map((section) => section.text.markdown);
      return bibliographyBlocks(bibliography, texts, words);
    }
    case "contents":
      return [{ kind: "contents", of: block.of }];
    case "cover-art":
      return [{ kind: "cover-art", chart: findChart(block.id, assembly).chart }];
    case "key-figure":
      return [
        {
          kind: "key-figures",
          items: [
            {
              value: block.value,
              label: parseLine({ ...text, markdown: block.label }, assembly),
              note: parseLine({ ...text, markdown: block.note }, assembly),
            },
          ],
        },
      ];
  }
}

function placeFigure(id: string, assembly: Assembly): Block {
  const { words, notes } = assembly.request;
  const source = findChart(id, assembly);
  assembly.figures.push(id);
  const number = assembly.figures.length;
  const figureId = `figure-${id}`;
  const digits = words.number(number, 0);
  assembly.labels.set(figureId, words.string("document.figureReference", { number: digits }));
  assembly.attachments.push({
    name: `${figureId}.csv`,
    mediaType: "text/csv",
    description: words.string("document.dataOf", {
      figure: words.string("document.figureReference", { number: digits }),
    }),
    bytes: new TextEncoder().encode(source.csv),
    figureId,
  });
  return {
    kind: "figure",
    id: figureId,
    number,
    label: words.string("document.figureLabel", { number: digits }),
    title: parseLine(source.title, assembly),
    caption: parseLine(source.caption, assembly),
    chart: source.chart,
    notes: figureNotes(source, notes, words),
  };
}

function placeTable(id: string, assembly: Assembly): Block {
  const source = assembly.request.tables.get(id);
  if (!source) throw new Error(`a text asks for table ${id}, which was not made`);
  return numberTable(
    {
      id: `table-${id}`,
      table: source.table,
      title: parseLine(source.title, assembly),
      caption: parseLine(source.caption, assembly),
      isSmall: false,
    },
    assembly,
  );
}

function placeQuestionTable(
  { id, wording, by, table }: QuestionTableSource,
  assembly: Assembly,
): Block {
  const text = by === undefined ? wording : `${wording} – ${by}`;
  const caption: readonly Run[] = [{ text, style: "plain" }];
  // Lists of tables do without what a question says in brackets, such as its scale.
  const title: readonly Run[] = [{ text: text.replace(/\s*\([^)]*\)/g, ""), style: "plain" }];
  return numberTable({ id, table, title, caption, isSmall: true }, assembly);
}

function numberTable(
  table: Pick<TableBlock, "id" | "table" | "title" | "caption" | "isSmall">,
  assembly: Assembly,
): Block {
  const { words, notes } = assembly.request;
  assembly.tableCount += 1;
  const number = words.number(assembly.tableCount, 0);
  assembly.labels.set(table.id, words.string("document.tableReference", { number }));
  return {
    kind: "table",
    ...table,
    number: assembly.tableCount,
    label: words.string("document.tableLabel", { number }),
    notes: tableNotes(table.table, notes, words, { hasSource: !table.isSmall }),
    continued: words.string("document.continued"),
  };
}

function findChart(id: string, assembly: Assembly): ChartSource {
  const source = assembly.request.charts.get(id);
  if (!source) throw new Error(`a text asks for chart ${id}, which was not drawn`);
  return source;
}

/** A caption or a short text; what it can't hold is a problem of its file. */
function parseLine(text: RenderedText, { request, problems }: Assembly): readonly Run[] {
  const tokens = parseMarkdownLine(text.markdown);
  const unsupported = findUnsupported(tokens);
  if (unsupported.length > 0) {
    const { file } = text;
    problems.push(
      ...unsupported.map((found) => ({ what: "unsupported" as const, ...found, file })),
    );
    return [];
  }
  return parseRuns(tokens, {
    language: request.language,
    printed: text.printed,
    noteId: (label) => {
      throw new Error(`a caption can't have a footnote: ${label}`);
    },
  });
}
