import type { Choice, Question } from "../edition/questionnaire.ts";

/** One column's worth of a question: what a cell of the survey answers, and what a line of the ledger names. */
export interface QuestionPart {
  /** "progress", "areas.energy", "dimensions.1", "role.other". */
  readonly name: string;
  /** The platform's heading: "Q06", "Q10[SQ001]", "Q12[1]", "Q02[other]". */
  readonly code: string;
  readonly role:
    | { readonly kind: "answer" }
    | { readonly kind: "box"; readonly choice: Choice }
    | { readonly kind: "rank"; readonly rank: number }
    | { readonly kind: "other" };
}

/** The parts of a question in the order of the form, "other" last. */
export function questionParts(question: Question): readonly QuestionPart[] {
  const part = (suffix: string, code: string, role: QuestionPart["role"]): QuestionPart => ({
    name: `${question.name}.${suffix}`,
    code: subcolumn(question.code, code),
    role,
  });
  const other = question.hasOther ? [part("other", "other", { kind: "other" })] : [];
  switch (question.kind) {
    case "select-multiple":
      return [
        ...question.choices.map((choice) =>
          part(choice.name, choice.code, { kind: "box", choice }),
        ),
        ...other,
      ];
    case "rank":
      return Array.from({ length: maximumRank(question) }, (_, index) =>
        part(`${index + 1}`, `${index + 1}`, { kind: "rank", rank: index + 1 }),
      );
    default:
      return [{ name: question.name, code: question.code, role: { kind: "answer" } }, ...other];
  }
}

/** How many items a ranking question lets one rank. */
export function maximumRank(question: Question): number {
  return question.maximumRank ?? question.choices.length;
}

/** LimeSurvey heads the boxes of an ordinary question "Q10[SQ001]", those of a row of a matrix "Q04[SQ001_SQ002]". */
function subcolumn(code: string, sub: string): string {
  return code.endsWith("]") ? `${code.slice(0, -1)}_${sub}]` : `${code}[${sub}]`;
}
