import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Language } from "../edition/language.ts";
import type { Fact } from "../facts/fact.ts";
import type { Intake } from "../intake/response.ts";
import type { AreaName, CheckedArea } from "./check-areas.ts";

/** Which edition of which project, and where the program's own parts lie: what every task is asked with. */
export interface EditionRequest {
  /** Absolute path of the folder that holds data/. */
  readonly project: string;
  /** A folder of data/, such as "2018-wallonia"; the newest year's edition when neither is given. */
  readonly edition: string | undefined;
  readonly year: number | undefined;
  /** Absolute path of the templates that come with the program; a project's own templates/ override them. */
  readonly shippedTemplates: string;
  /** The program that reads a workbook in a thread of its own; undefined reads it in this one. */
  readonly workbookWorker: URL | undefined;
}

export interface BuildRequest extends EditionRequest {
  /** All of the edition's when undefined. */
  readonly languages: readonly Language[] | undefined;
  /** Names of publications; all of the edition's when undefined. */
  readonly only: readonly string[] | undefined;
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined when no edition was found. */
  readonly edition: string | undefined;
  /** Files that this build made, relative to the project, in code-unit order. */
  readonly written: readonly string[];
  /** Files of the output that were made from older inputs and that this build left alone, likewise. */
  readonly stale: readonly string[];
  /** What was read; undefined when the build stopped before. */
  readonly intake: Intake | undefined;
  readonly stages: readonly StageTime[];
  readonly publications: readonly MadePublication[];
  /** Whether out/<edition> now holds what this build made. */
  readonly isReplaced: boolean;
}

export interface MadePublication {
  readonly name: string;
  readonly language: Language;
  /** Relative to the project. */
  readonly file: string;
  readonly pages: number;
}

/** `check` looks at what `build` would make with the same request. */
export interface CheckRequest extends BuildRequest {
  /** What is to be looked at; all areas unless given. */
  readonly areas?: readonly AreaName[];
}

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly edition: string | undefined;
  readonly intake: Intake | undefined;
  readonly stages: readonly StageTime[];
  /** How many facts there are, and of published.csv how many lines; undefined when it came not so far. */
  readonly counts: { readonly facts: number; readonly published: number } | undefined;
  /** The areas asked for; none when no edition was found. */
  readonly areas: readonly CheckedArea[];
}

export interface FactsRequest extends EditionRequest {
  /** Only facts whose id or question's label, in any language, holds each of these words. */
  readonly search: string | undefined;
  /** A question: lists what respondents wrote by themselves instead of facts. */
  readonly other: string | undefined;
}

export interface FactsResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly edition: string | undefined;
  /** The facts asked for; undefined when there are errors before facts, or other texts were asked for. */
  readonly facts: readonly Fact[] | undefined;
  /** Undefined unless asked for. */
  readonly otherTexts: Intake["otherTexts"] | undefined;
}

export interface StageTime {
  readonly name: string;
  readonly ms: number;
}

/** How a task says where it is. Stages may contain no other stage. */
export interface Progress {
  /**
   * Runs one stage, times it and shows it. `summarise` turns its value into the line shown when it is done
   * ("581 rows, 3 corrections applied"). A stage without a value is shown as failed, and so is one that throws, whose
   * error goes on.
   */
  readonly stage: <T>(
    name: string,
    work: () => T | Promise<T>,
    summarise?: (value: T) => string,
  ) => Promise<T>;
  /** The stages that ended, in order. */
  readonly finished: () => readonly StageTime[];
}
