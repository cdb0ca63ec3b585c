import type { BoundaryMap } from "./boundary-map.ts";
import type { Language, PerLanguage } from "./language.ts";
import type { PublicationName } from "./publication-name.ts";
import type { Questionnaire } from "./questionnaire.ts";
import type { Municipality, Province, Register } from "./register.ts";

/** One barometer: a year and a territory, with everything that was asked and decided before any answer is read. */
export interface Edition {
  /** The folder's name under data/: "2018", "2018-wallonia". */
  readonly id: string;
  /** Absolute path of data/<id>. */
  readonly folder: string;
  readonly settings: EditionSettings;
  readonly questionnaire: Questionnaire;
  readonly register: Register;
  /** The register's municipalities that lie in the edition's territory. */
  readonly population: readonly Municipality[];
  readonly ledger: Ledger;
  readonly published: readonly PublishedFigure[];
  /** Absent where the project has none. */
  readonly map?: BoundaryMap;
  readonly survey: {
    /** Relative to the project, for messages. */
    readonly file: string;
    readonly path: string;
  };
}

/** edition.yaml, checked. */
export interface EditionSettings {
  readonly year: number;
  readonly title: PerLanguage<string>;
  readonly subtitle: PerLanguage<string>;
  readonly institute: { readonly name: PerLanguage<string>; readonly isSpecimen: boolean };
  /** People named as authors; specimens, which differ by language, until the institute fills them in. */
  readonly authors: readonly {
    readonly name: PerLanguage<string>;
    readonly isSpecimen: boolean;
  }[];
  readonly contact: { readonly text: PerLanguage<string>; readonly isSpecimen: boolean };
  readonly licence: string;
  readonly languages: readonly Language[];
  readonly territory: Territory;
  /** ISO dates. `closing` includes that whole day, in Europe/Brussels. */
  readonly fieldwork: { readonly from: string; readonly to: string };
  readonly closing: string;
  /** The date printed on the cover and written into the files, ISO; never the clock's. */
  readonly date: string;
  /** Bases under this are marked with †. */
  readonly smallBase: number;
  /** Bases above 0 and under this are hidden. */
  readonly hiddenBase: number;
  /** Whether the survey was drawn to reproduce published figures; said on the cover and in the method chapter. */
  readonly isReconstruction: boolean;
  readonly publications: readonly PublicationName[];
}

export type Territory = "belgium" | { readonly region: string } | { readonly province: Province };

/** corrections.csv, in file order. */
export interface Ledger {
  /** Relative to the project. */
  readonly file: string;
  readonly lines: readonly LedgerLine[];
}

export interface LedgerLine {
  /** Line of the file, from 1, the header being 1. */
  readonly line: number;
  /** The line as it stands in the file, for frames. */
  readonly text: string;
  /** The platform's response id, or "row:57". */
  readonly response: string;
  readonly action: "change" | "exclude";
  /** A question's name, or a part of one: "areas.energy", "dimensions.1", "role.other"; empty for exclude. */
  readonly question: string;
  readonly was: string;
  readonly now: string;
  readonly reason: CorrectionReason;
  /** ISO date. */
  readonly date: string;
  /** For the team only; never printed. */
  readonly note: string;
}

export const correctionReasons = [
  "test",
  "entry-error",
  "unit-error",
  "respondent-request",
  "identified",
  "duplicate",
  "other",
] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** A line of published.csv about this edition: a figure that the data must reproduce. */
export interface PublishedFigure {
  readonly line: number;
  readonly text: string;
  /** Relative to the project. */
  readonly file: string;
  readonly question: string;
  readonly choice: string;
  readonly statistic: string;
  readonly segment: string;
  /** As written, so that its precision is known: "4.00" has two decimals. */
  readonly value: string;
  readonly note: string;
}
