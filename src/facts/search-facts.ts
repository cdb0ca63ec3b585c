import { suggest } from "../diagnostics/suggest.ts";
import type { Questionnaire } from "../edition/questionnaire.ts";
import type { Fact, Facts } from "./fact.ts";

export interface FoundFacts {
  readonly found: readonly Fact[];
  /** Names spelt alike, where nothing was found. */
  readonly suggestions: readonly string[];
}

/**
 * The facts whose id, or whose question's or choice's label in any language, holds every word of the query, in any case
 * and without regard to accents. Without a questionnaire only ids are searched.
 */
export function searchFacts(
  facts: Facts,
  query: string,
  questionnaire?: Questionnaire,
): FoundFacts {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  const labels =
    questionnaire === undefined ? new Map<string, string>() : labelIndex(questionnaire);
  const found = facts.all.filter((fact) => {
    const text = `${plain(fact.id)} ${labels.get(nameOf(fact)) ?? ""}`;
    return words.every((word) => text.includes(word));
  });
  if (found.length > 0) return { found, suggestions: [] };
  const names = facts.all.flatMap((fact) => [fact.id, nameOf(fact), fact.question, fact.segment]);
  return { found, suggestions: suggest(query.trim(), names) };
}

function nameOf({ question, choice }: Fact): string {
  return choice === null ? question : `${question}.${choice}`;
}

/** Labels of question and choice in all languages, by "question" and "question.choice". */
function labelIndex({ questions }: Questionnaire): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const { name, labels, choices } of questions) {
    const own = plain(Object.values(labels).join(" "));
    index.set(name, own);
    index.set(`${name}.other`, own);
    for (const choice of choices)
      index.set(
        `${name}.${choice.name}`,
        `${own} ${plain(Object.values(choice.labels).join(" "))}`,
      );
  }
  return index;
}

function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
