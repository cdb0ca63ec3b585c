import { figureNotUsed } from "../diagnostics/catalogue/charts.ts";
import { textNotUsed } from "../diagnostics/catalogue/plan.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { languages } from "../edition/language.ts";
import type { ReportTemplates } from "./report-sources.ts";
import type { TemplateFile } from "./template-library.ts";

/**
 * What a project holds and no publication prints: texts of this year's edition, charts and tables of its own. What
 * comes with the program is there to be chosen from.
 */
export function findUnused({
  texts,
  reached,
  charts,
  tables,
}: ReportTemplates): readonly Diagnostic[] {
  return [
    ...unusedTexts(texts, reached.texts),
    ...unusedFigures("chart", charts, reached.charts),
    ...unusedFigures("table", tables, reached.tables),
  ];
}

function unusedTexts(
  texts: ReportTemplates["texts"],
  reached: ReportTemplates["reached"]["texts"],
): readonly Diagnostic[] {
  const files = new Map<string, { readonly language: string; readonly file: string }[]>();
  for (const language of languages) {
    for (const [name, { file }] of texts[language]) {
      if (!file.startsWith("data/") || reached[language].has(name)) continue;
      files.set(name, [...(files.get(name) ?? []), { language, file }]);
    }
  }
  return [...files].map(([name, found]) => {
    const hints = [`Put {{> ${name}}} into a section, or take the file away.`];
    const [first, ...others] = found.map(({ file }) => ({ kind: "file", file }) as const);
    const notes = others.map((place) => ({ place, message: "likewise" }));
    const details = { name, languages: found.map(({ language }) => language) };
    return textNotUsed(details, { place: first, notes, hints });
  });
}

function unusedFigures(
  kind: "chart" | "table",
  files: readonly TemplateFile[],
  reached: ReadonlySet<string>,
): readonly Diagnostic[] {
  return files.flatMap(({ file, isShipped }) => {
    const id = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
    if (isShipped || reached.has(id)) return [];
    const hints = [`Put {{${kind} "${id}"}} into a text, or take the file away.`];
    return [figureNotUsed({ kind, id }, { place: { kind: "file", file }, hints })];
  });
}
