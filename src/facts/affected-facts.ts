import type { Edition } from "../edition/edition.ts";
import type { FactsAffected } from "../intake/read-answers.ts";
import { isInSegment, listSegments } from "./list-segments.ts";
import { factId, questionFigures } from "./question-figures.ts";

/** Tells which facts rest on one municipality's answer to a question: for the `affects` of what intake finds. */
export function affectedFacts(edition: Edition): FactsAffected {
  const segments = listSegments(edition.population);
  return (question, municipality) => {
    const own = segments.filter((segment) => isInSegment(municipality, segment));
    return questionFigures(question).flatMap((figure) =>
      own.map((segment) => factId(figure, segment.id)),
    );
  };
}
