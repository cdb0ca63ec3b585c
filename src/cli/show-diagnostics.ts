import type { Diagnostic, Note, Severity } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort-diagnostics.ts";
import type { Language } from "../edition/language.ts";
import { languages } from "../edition/language.ts";
import type { PrintedPlace } from "../record/printed-places.ts";
import { formatCount } from "../tasks/format-count.ts";
import { formatFrame, formatPlace } from "./frame.ts";
import type { Style } from "./style.ts";

/** More of one kind tell nothing new. */
const mostPerCode = 20;

export interface DiagnosticsView {
  readonly style: Style;
  /** Where the last build printed each fact; empty where nothing is known. */
  readonly printedPlaces: readonly PrintedPlace[];
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
}

/** All diagnostics as a person reads them, sorted by place, each with an empty line after it. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  view: DiagnosticsView,
): string {
  const shown = new Map<string, number>();
  const blocks: string[] = [];
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    if (view.isQuiet && diagnostic.severity !== "error") continue;
    const count = (shown.get(diagnostic.code) ?? 0) + 1;
    shown.set(diagnostic.code, count);
    if (view.isVerbose || count <= mostPerCode) blocks.push(formatDiagnostic(diagnostic, view));
  }
  for (const [code, count] of shown) {
    if (view.isVerbose || count <= mostPerCode) continue;
    blocks.push(`… and ${count - mostPerCode} more of ${code}; --verbose shows all.\n`);
  }
  return blocks.map((block) => `${block}\n`).join("");
}

/** "3 errors, 4 warnings in 2 files."; empty where there is nothing to count. */
export function summariseDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = [
    formatCount(count("error"), "error"),
    formatCount(count("warning"), "warning"),
    formatCount(count("note"), "note"),
  ].filter((text) => !text.startsWith("0 "));
  if (counts.length === 0) return "";
  const files = new Set(diagnostics.flatMap(({ place }) => (place ? [place.file] : [])));
  const where = files.size === 0 ? "" : ` in ${formatCount(files.size, "file")}`;
  return `${counts.join(", ")}${where}.`;
}

function formatDiagnostic(diagnostic: Diagnostic, view: DiagnosticsView): string {
  const { style } = view;
  const lines = [
    `${style[diagnostic.severity](`${diagnostic.severity}[${diagnostic.code}]`)}${style.strong(`: ${diagnostic.message}`)}`,
  ];
  if (diagnostic.place) {
    lines.push(`  ${style.faint("┌─")} ${formatPlace(diagnostic.place)}`);
    const frame = formatFrame(diagnostic.place);
    const mark = frame.length - 1;
    for (const [index, line] of frame.entries()) {
      const isMark = index === mark && /^ *\^+$/.test(line);
      lines.push(`  ${style.faint("│")} ${isMark ? style[diagnostic.severity](line) : line}`);
    }
  }
  lines.push(...diagnostic.notes.map((note) => formatNote(note, style)));
  if (diagnostic.picture) lines.push(`  = see ${diagnostic.picture}`);
  lines.push(...formatAffects(diagnostic.affects, view));
  for (const hint of diagnostic.hints) lines.push(`  = ${style.strong("help")}: ${hint}`);
  return `${lines.join("\n")}\n`;
}

function formatNote({ place, message }: Note, style: Style): string {
  return place
    ? `  ${style.faint("├─")} ${formatPlace(place)}   ${message}`
    : `  = note: ${message}`;
}

function formatAffects(facts: readonly string[], view: DiagnosticsView): readonly string[] {
  if (facts.length === 0) return [];
  const touched = new Set(facts);
  const places = view.printedPlaces.filter(({ fact }) => touched.has(fact));
  const printed = places.length === 0 ? "" : `; printed in the last build: ${formatPages(places)}`;
  const first = `  = affects ${formatCount(touched.size, "fact")}${printed}`;
  return view.isVerbose ? [first, ...[...touched].map((fact) => `      ${fact}`)] : [first];
}

/** "report p. 9 and 12–14 (fr, nl), p. 9 and 13 (en)": languages that share their pages are named together. */
export function formatPages(places: readonly PrintedPlace[]): string {
  const publications = [...new Set(places.map(({ publication }) => publication))];
  return publications
    .map((publication) => {
      const byPages = new Map<string, Language[]>();
      for (const language of languages) {
        const pages = places
          .filter((place) => place.publication === publication && place.language === language)
          .map(({ page }) => page);
        if (pages.length === 0) continue;
        const key = formatNumbers([...new Set(pages)].sort((a, b) => a - b));
        byPages.set(key, [...(byPages.get(key) ?? []), language]);
      }
      const parts = [...byPages].map(
        ([pages, ofLanguages]) => `p. ${pages} (${ofLanguages.join(", ")})`,
      );
      return `${publication} ${parts.join(", ")}`;
    })
    .join("; ");
}

/** Ascending numbers as "4–6, 9 and 17"; two that follow each other stay two. */
function formatNumbers(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const parts = runs.flatMap(({ first, last }) => {
    if (last - first >= 2) return [`${first}–${last}`];
    return first === last ? [`${first}`] : [`${first}`, `${last}`];
  });
  const end = parts.at(-1) ?? "";
  return parts.length < 2 ? end : `${parts.slice(0, -1).join(", ")} and ${end}`;
}
