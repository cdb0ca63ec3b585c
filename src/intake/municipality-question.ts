import type { Question, Questionnaire } from "../edition/questionnaire.ts";

/** The question in which respondents write their municipality; its name is part of the format. */
export const municipalityQuestionName = "municipality";

export function municipalityQuestion(questionnaire: Questionnaire): Question | undefined {
  return questionnaire.byName.get(municipalityQuestionName);
}
