import type { SourceFile } from "../edition/checked-yaml.ts";
import type { Language, PerLanguage } from "../edition/language.ts";
import { listUses, type Uses } from "../wording/template/list-uses.ts";
import type { ReportPlan } from "./report-plan.ts";

/** Texts of one language by name. */
export type Texts = ReadonlyMap<string, SourceFile>;

/** What a plan leads to, from its sections through their partials. */
export interface Reached {
  /** Names of texts; empty for a language that isn't made. */
  readonly texts: PerLanguage<ReadonlySet<string>>;
  readonly charts: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/**
 * Follows a plan to all that it uses. The rest, such as shipped texts that a project's own plan doesn't name, may
 * be about questions that the edition never asked. Only the languages that are to be made are followed.
 */
export function reachTexts(
  plan: ReportPlan,
  texts: PerLanguage<Texts>,
  languages: readonly Language[],
): Reached {
  const charts = new Set<string>();
  const tables = new Set<string>();
  const reached: Record<Language, ReadonlySet<string>> = {
    fr: new Set(),
    nl: new Set(),
    en: new Set(),
  };
  for (const language of languages) {
    const sections = plan.sections.map(({ id }) => id);
    reached[language] = followTexts(sections, texts[language], (uses) => {
      for (const chart of uses.charts) charts.add(chart);
      for (const table of uses.tables) tables.add(table);
    });
  }
  return { texts: reached, charts, tables };
}

/** The texts of these names and all that they take in; of each it is told once what it uses. */
export function followTexts(
  names: readonly string[],
  texts: Texts,
  tell: (uses: Uses) => void = () => undefined,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (name: string): void => {
    const source = texts.get(name);
    if (!source || reached.has(name)) return;
    reached.add(name);
    const uses = listUses(source);
    tell(uses);
    uses.partials.forEach(follow);
  };
  names.forEach(follow);
  return reached;
}
