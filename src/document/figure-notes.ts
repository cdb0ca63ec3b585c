import type { Chart, DataTable } from "../charts/chart.ts";
import type { Words } from "../wording/words.ts";
import type { Run } from "./document.ts";

/** What the notes under charts and tables rest on: the edition's thresholds and source. */
export interface NoteSettings {
  readonly smallBase: number;
  readonly hiddenBase: number;
  /** "Baromètre 2018": what the source line names. */
  readonly source: string;
}

/** What the notes under a chart say of it. */
export interface FigureSource {
  readonly chart: Chart;
  /** The wording of its question; empty where it shows no question. */
  readonly question: string;
  /** The table that holds its data: "table-sample". */
  readonly dataTable?: string;
}

/**
 * The notes under a chart: the question's wording, n, source and table in one line, what has to be known to read it,
 * the marks that stand in it.
 */
export function figureNotes(
  { chart, question, dataTable }: FigureSource,
  settings: NoteSettings,
  words: Words,
): readonly (readonly Run[])[] {
  const bases: readonly Run[] = chart.bases.flatMap((base, index) => [
    ...(index > 0 ? [plain("; ")] : []),
    { text: base.text, style: "plain" as const, printed: base },
  ]);
  const source = plain(words.string("document.source", { source: settings.source }));
  const data = dataTable === undefined ? [] : [plain(" · "), ...dataNote(dataTable, words)];
  return [
    ...(question === "" ? [] : [[plain(words.string("document.question", { question }))]]),
    bases.length === 0 ? [source, ...data] : [...bases, plain(" · "), source, ...data],
    ...chart.remarks.map((remark) => [plain(remark)]),
    ...markNotes(chart.hasSmallBase, chart.hasHidden, settings, words),
  ];
}

/** "Data: table 12", the number being filled in when it is known. */
function dataNote(table: string, words: Words): readonly Run[] {
  const [before = "", after = ""] = words.string("document.dataIn", { table: "\n" }).split("\n");
  const link: Run = { text: "", style: "plain", link: { kind: "internal", target: table } };
  return [plain(before), link, plain(after)].filter((run) => run.text !== "" || run.link);
}

/** The notes under a table: what † and ":" mean where they stand in it. */
export function tableNotes(
  table: DataTable,
  settings: NoteSettings,
  words: Words,
  { hasSource }: { readonly hasSource: boolean },
): readonly (readonly Run[])[] {
  const texts = table.rows.flatMap((row) =>
    row.cells.map((cell) => (typeof cell === "string" ? cell : cell.text)),
  );
  const hasSmallBase = !table.explainsSmallBase && texts.some((text) => text.includes("†"));
  const hasHidden = texts.includes(":");
  return [
    ...markNotes(hasSmallBase, hasHidden, settings, words),
    ...(hasSource ? [[plain(words.string("document.source", { source: settings.source }))]] : []),
  ];
}

function markNotes(
  hasSmallBase: boolean,
  hasHidden: boolean,
  settings: NoteSettings,
  words: Words,
): readonly (readonly Run[])[] {
  const note = (key: string, number: number) => [
    plain(words.string(key, { number: words.number(number, 0) })),
  ];
  return [
    ...(hasSmallBase ? [note("document.smallBase", settings.smallBase)] : []),
    ...(hasHidden ? [note("document.hidden", settings.hiddenBase)] : []),
  ];
}

function plain(text: string): Run {
  return { text, style: "plain" };
}
