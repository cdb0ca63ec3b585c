import type { Edition } from "../edition/edition.ts";
import type { Question } from "../edition/questionnaire.ts";
import type { Fact } from "../facts/fact.ts";
import type { Words } from "../wording/words.ts";

/** "Other" is shown only where somebody wrote something. */
export function isUnusedOther(choice: string, fact: Fact): boolean {
  return choice === "other" && fact.count === 0;
}

/** A choice as respondents read it; "other" has no label in the form. */
export function choiceLabel(question: Question, choice: string, words: Words): string {
  const found = question.choices.find(({ name }) => name === choice);
  return found ? words.label(found.labels) : words.string("chart.other");
}

/** A question of the edition; asking for another is a bug, since specifications were checked. */
export function questionOf(edition: Edition, name: string | undefined): Question {
  const question = edition.questionnaire.byName.get(name ?? "");
  if (!question) throw new Error(`chart of an unknown question: ${name}`);
  return question;
}
