import type { PerLanguage } from "./language.ts";
import type { Condition } from "./relevant-condition.ts";

/** What was asked, read from an XLSForm. Names are permanent; labels exist in three languages. */
export interface Questionnaire {
  /** Relative to the project. */
  readonly file: string;
  /** Every question in the order asked, rows of a matrix included, notes and groups left out. */
  readonly questions: readonly Question[];
  readonly byName: ReadonlyMap<string, Question>;
  readonly sections: readonly QuestionnaireSection[];
  readonly matrices: ReadonlyMap<string, Matrix>;
}

/** An ordinary group of the form. */
export interface QuestionnaireSection {
  readonly name: string;
  readonly labels: PerLanguage<string>;
}

/** A group with appearance field-list whose rows share one scale; each row is a question of its own. */
export interface Matrix {
  readonly name: string;
  readonly labels: PerLanguage<string>;
  /** Names of its rows. */
  readonly questions: readonly string[];
}

export interface Choice {
  readonly name: string;
  readonly labels: PerLanguage<string>;
  /** The platform's code of this answer, "A1" or "SQ001"; the name where the form gives none. */
  readonly code: string;
}

export type QuestionKind =
  | "select-one"
  | "select-multiple"
  | "rank"
  | "range"
  | "integer"
  | "decimal"
  | "text";

export interface Question {
  readonly name: string;
  readonly kind: QuestionKind;
  readonly labels: PerLanguage<string>;
  /** Empty unless kind is select-one, select-multiple or rank; "other" is not among them. */
  readonly choices: readonly Choice[];
  /** Whether respondents could write an answer of their own ("or_other"). */
  readonly hasOther: boolean;
  /** Whether the choices run from "against" to "for" (appearance "likert"); for kind select-one. */
  readonly isLikert?: boolean;
  /** The platform's code of the column: "Q03", or for a row of a matrix "Q04[SQ001]". */
  readonly code: string;
  /** Name of its matrix, where it is a row of one. */
  readonly matrix?: string;
  /** Names of the groups around it, outermost first. */
  readonly groups: readonly string[];
  readonly isRequired: boolean;
  /** Asked only where this holds; conditions of the groups around it included. */
  readonly relevant?: Condition;
  /** For kind range, integer and decimal where given. */
  readonly scale?: { readonly minimum: number; readonly maximum: number; readonly step: number };
  /** How many items may be ranked; for kind rank. */
  readonly maximumRank?: number;
  /** Such as "thousand-euro"; for kind integer and decimal. */
  readonly unit?: string;
  /** Its row in sheet "survey". */
  readonly row: number;
}
