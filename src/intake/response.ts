import type { Municipality } from "../edition/register.ts";

/** One municipality's answers: a row of the survey, corrected, matched, typed. */
export interface Response {
  /** The platform's id. */
  readonly id: string;
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly municipality: Municipality;
  /** By question name; every question of the questionnaire is there. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Not asked (its condition was false, or the page was never reached), asked and not answered, or answered. */
export type Answer =
  | { readonly state: "not-asked" }
  | { readonly state: "no-answer" }
  | { readonly state: "answered"; readonly value: AnswerValue };

export type AnswerValue =
  /** A choice's name, or "other" with what was written. */
  | { readonly kind: "choice"; readonly choice: string; readonly other?: string }
  /** Names of the boxes ticked, "other" among them where something was written. */
  | { readonly kind: "choices"; readonly choices: ReadonlySet<string>; readonly other?: string }
  /** Names of choices, first rank first. */
  | { readonly kind: "ranking"; readonly choices: readonly string[] }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "text"; readonly text: string };

/** What intake hands on, and what the build says about it. */
export interface Intake {
  /** One per municipality: the sample. */
  readonly responses: readonly Response[];
  readonly counts: IntakeCounts;
  /** "LimeSurvey, response codes, 1 header row". */
  readonly dialect: string;
  readonly sheet: string;
  /** Columns of the sheet ("AA") by question name, or by part ("areas.energy", "dimensions.1", "role.other"). */
  readonly columns: ReadonlyMap<string, string>;
  /** Ledger lines that were applied to responses of this edition, by reason. */
  readonly correctionsApplied: ReadonlyMap<string, number>;
  /** What respondents wrote by themselves, for the analyst's eyes only: never printed, never attached. */
  readonly otherTexts: readonly {
    readonly question: string;
    readonly response: string;
    readonly cell: string;
    readonly text: string;
  }[];
}

/** Every row read ends in exactly one of the counts after `read`. */
export interface IntakeCounts {
  readonly read: number;
  readonly incomplete: number;
  readonly excluded: number;
  readonly outsideTerritory: number;
  readonly afterClosing: number;
  readonly superseded: number;
  readonly kept: number;
}
