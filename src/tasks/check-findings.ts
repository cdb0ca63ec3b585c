import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Language } from "../edition/language.ts";
import type { Compared } from "../publications/compare-reports.ts";
import type { Findings } from "./check-areas.ts";
import { formatCount } from "./format-count.ts";
import type { LaidOutReport, WrittenReports } from "./make-publications.ts";
import type { PreparedEdition } from "./prepare-edition.ts";

/** The responses that were kept, the facts, and how many published figures come out. */
export function findInData(
  { edition, intake, facts }: PreparedEdition,
  notReproduced: number,
): Findings | undefined {
  if (!edition || !intake) return undefined;
  const { kept, read } = intake.counts;
  const responses = `${kept} of ${formatCount(read, "response")} kept`;
  if (!facts) return { counts: { read, kept }, summary: responses, isWhole: false };
  const published = edition.published.length;
  const reproduced = published - notReproduced;
  const figures =
    published === 0
      ? "no published figures to compare"
      : `${reproduced} of ${formatCount(published, "published figure")} come out`;
  return {
    counts: { read, kept, facts: facts.all.length, published, reproduced },
    summary: `${responses}, ${formatCount(facts.all.length, "fact")}, ${figures}`,
    isWhole: true,
  };
}

/** The texts that publications use. */
export function findInTexts({ sources, reports }: WrittenReports): Findings {
  const languages = reports.map(({ words }) => words.language);
  const texts = languages.reduce((sum, each) => sum + sources.reachedTexts[each].size, 0);
  return {
    counts: { texts, languages: languages.length },
    summary: `${formatCount(texts, "text")} in ${listOf(languages)}`,
    isWhole: true,
  };
}

/** The sections that were compared, and in how many ways they differ. */
export function findInLanguages(compared: Compared): Findings {
  const { languages, sections, ofSections, charts, tables } = compared;
  const differences = compared.diagnostics.length;
  const counts = { languages: languages.length, sections, ofSections, charts, tables, differences };
  if (languages.length < 2) {
    return { counts, summary: "", since: "there is one language only", isWhole: false };
  }
  const isWhole = sections === ofSections;
  const all = isWhole ? formatCount(sections, "section") : `${sections} of ${ofSections} sections`;
  const what = [all, formatCount(charts, "chart"), formatCount(tables, "table")];
  const summary =
    differences === 0
      ? `${listOf(what)}, the same in ${listOf(languages)}`
      : `${formatCount(differences, "difference")} between ${listOf(languages)} in ${all}`;
  return { counts, summary, isWhole };
}

/** The pages of each language, and how much doesn't fit on them. */
export function findInLayout(
  reports: readonly LaidOutReport[],
  languages: readonly Language[],
  diagnostics: readonly Diagnostic[],
): Findings | undefined {
  if (reports.length === 0) return undefined;
  const pages = reports.map(({ language, pageCount }) => [language, pageCount] as const);
  const overflows = diagnostics.filter(({ place }) => place?.kind === "page" && place.box).length;
  const counted = pages.map(([language, count]) => `${language} ${formatCount(count, "page")}`);
  const fits =
    overflows === 0 ? "everything fits" : `${formatCount(overflows, "place")} where it doesn't fit`;
  return {
    counts: { pages: Object.fromEntries(pages), overflows },
    summary: `${listOf(counted)}; ${fits}`,
    isWhole: reports.length === languages.length,
  };
}

/** "fr, nl and en" */
function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
