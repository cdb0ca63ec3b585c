import type { Question } from "./questionnaire.ts";

/** Names of a question's choices in the order asked, "other" last where respondents could write their own. */
export function choiceNames({
  choices,
  hasOther,
}: Pick<Question, "choices" | "hasOther">): readonly string[] {
  const names = choices.map(({ name }) => name);
  return hasOther ? [...names, "other"] : names;
}
