import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import type { Language } from "../edition/language.ts";
import { checkTemplate } from "../wording/template/check-template.ts";
import type { Knowledge } from "../wording/template/knowledge.ts";
import { checkInline } from "../wording/template/render-inline.ts";
import type { ReportSources } from "./report-sources.ts";

/** Checks the texts and captions of the report in the languages to be made, before any answer is looked at. */
export function checkReportTexts(
  sources: ReportSources,
  edition: Edition,
  languages: readonly Language[],
): readonly Diagnostic[] {
  return languages.flatMap((language) => {
    const knowledge = reportKnowledge(sources, edition, language);
    const texts = [...sources.texts[language]]
      .filter(([name]) => sources.reachedTexts[language].has(name))
      .flatMap(([, source]) => checkTemplate(source, knowledge));
    const captions = [...sources.charts, ...sources.tables].flatMap(
      ({ file, title, caption, captionOrigins }) => {
        const origin = captionOrigins && { origin: captionOrigins[language] };
        return [
          ...checkInline({ file, text: title[language] }, knowledge),
          ...checkInline({ file, text: caption[language], ...origin }, knowledge),
        ];
      },
    );
    return [...texts, ...captions];
  });
}

function reportKnowledge(sources: ReportSources, edition: Edition, language: Language): Knowledge {
  return {
    edition,
    charts: new Set([...sources.charts.map(({ id }) => id), ...sources.idleCharts]),
    tables: new Set([...sources.tables.map(({ id }) => id), ...sources.idleTables]),
    citations: new Set(sources.bibliography.keys()),
    sections: new Set(sources.plan.sections.map(({ id }) => id)),
    partials: new Set(sources.texts[language].keys()),
  };
}
