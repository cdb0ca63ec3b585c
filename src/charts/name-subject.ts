import type { Edition } from "../edition/edition.ts";
import type { Words } from "../wording/words.ts";
import type { ChartSpecification } from "./chart.ts";
import { choiceLabel } from "./name-choice.ts";
import { segmentLabel } from "./name-segment.ts";

/** What a chart is about, before what it says: the question as it was asked, or what the map is shaded by. */
export function nameSubject(
  specification: ChartSpecification,
  edition: Edition,
  words: Words,
): string {
  const { segment } = specification;
  const subject = nameQuestion(specification, edition, words) || words.string("table.responseRate");
  return segment === null ? subject : `${subject} – ${segmentLabel(segment, words)}`;
}

/** The question that a chart answers, as it was asked; empty for a map of response rates. */
export function nameQuestion(
  { form, questions, choices }: ChartSpecification,
  { questionnaire }: Edition,
  words: Words,
): string {
  const shown = questionnaire.byName.get(questions[0] ?? "");
  // Rows of a matrix are asked by the matrix; of one row alone one has to know which.
  const matrix = questionnaire.matrices.get(shown?.matrix ?? "");
  const asked = questions.length > 1 ? [matrix ?? shown] : [matrix, shown];
  // Of one answer, in several rows or on a map, one has to know which.
  const isOfOne = questions.length > 1 || form === "province-map";
  const [choice] = isOfOne && choices?.length === 1 ? choices : [];
  return [
    ...asked.flatMap((one) => (one ? words.label(one.labels) : [])),
    ...(shown && choice !== undefined ? [choiceLabel(shown, choice, words)] : []),
  ].join(" – ");
}
