import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Language } from "../edition/language.ts";
import { compareLanguages } from "../wording/compare-languages.ts";
import type { RenderedText } from "../wording/printed.ts";
import type { WrittenReport } from "./report.ts";
import type { ReportPlan } from "./report-plan.ts";

/** What was compared between the languages of a report. */
export interface Compared {
  readonly languages: readonly Language[];
  /** Sections that could be compared in all languages. */
  readonly sections: number;
  /** Sections of the plan. */
  readonly ofSections: number;
  /** The charts and tables of these sections. */
  readonly charts: number;
  readonly tables: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares the sections of a report between its languages. A section with an error in one language is compared
 * between the others.
 */
export function compareReports(plan: ReportPlan, reports: readonly WrittenReport[]): Compared {
  const diagnostics: Diagnostic[] = [];
  const whole: RenderedText[] = [];
  for (const { id } of plan.sections) {
    const written = new Map<Language, readonly RenderedText[]>();
    for (const { words, sections } of reports) {
      const text = sections.get(id);
      if (text) written.set(words.language, [text]);
    }
    diagnostics.push(...compareLanguages(written));
    const [[first] = []] = written.values();
    if (first && written.size === reports.length) whole.push(first);
  }
  const blocks = whole.flatMap((text) => text.blocks);
  return {
    languages: reports.map(({ words }) => words.language),
    sections: whole.length,
    ofSections: plan.sections.length,
    charts: blocks.filter(({ kind }) => kind === "chart").length,
    tables: blocks.filter(({ kind }) => kind === "table").length,
    diagnostics,
  };
}
