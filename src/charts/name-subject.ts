import type { Edition } from "../edition/edition.ts";
import type { Words } from "../wording/words.ts";
import type { ChartSpecification } from "./chart.ts";
import { choiceLabel, questionOf } from "./name-choice.ts";

/** What a chart is about, before what it says: the question as it was asked, or what the map is shaded by. */
export function nameSubject(
  specification: ChartSpecification,
  edition: Edition,
  words: Words,
): string {
  const asked = nameQuestion(specification, edition, words);
  if (asked === "") return words.string("table.responseRate");
  const [choice] = specification.choices ?? [];
  if (specification.form !== "province-map" || choice === undefined) return asked;
  const question = questionOf(edition, specification.questions[0]);
  return `${asked} – ${choiceLabel(question, choice, words)}`;
}

/** The question that a chart answers, as it was asked; empty for a map. */
export function nameQuestion(
  { questions }: ChartSpecification,
  { questionnaire }: Edition,
  words: Words,
): string {
  const shown = questionnaire.byName.get(questions[0] ?? "");
  // Rows of a matrix are asked by the matrix; of one row alone one has to know which.
  const matrix = questionnaire.matrices.get(shown?.matrix ?? "");
  const asked = questions.length > 1 ? [matrix ?? shown] : [matrix, shown];
  return asked.flatMap((one) => (one ? words.label(one.labels) : [])).join(" – ");
}
