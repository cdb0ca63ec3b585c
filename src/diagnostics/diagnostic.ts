/** Everything a user can cause is said through a diagnostic; bugs and disk failures are exceptions. */
export type Severity = "error" | "warning" | "note";

/** What the program exits with when a diagnostic stands: see the README's exit codes. */
export type ExitCode = 1 | 2 | 3 | 4;

/** A cell of a sheet, with a few neighbours so that the reader recognises the row. */
export interface CellPlace {
  readonly kind: "cell";
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly sheet: string;
  /** Such as "AA89". */
  readonly cell: string;
  /** The cells shown in the frame; the last one is the marked one. */
  readonly frame?: readonly {
    readonly column: string;
    readonly heading: string;
    readonly value: string;
  }[];
}

/** A position in a text file; lines and columns count from 1. */
export interface FilePlace {
  readonly kind: "file";
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** How many characters are marked; 1 when absent. */
  readonly length?: number;
  /** The whole line of the file, for the frame. */
  readonly text?: string;
}

/** A page of a publication; pages count from 1. */
export interface PagePlace {
  readonly kind: "page";
  readonly file: string;
  readonly page: number;
  /** What is meant on it; lengths are points from the page's top-left corner. */
  readonly box?: PageBox;
  /** Id of the chart of which it is a part. */
  readonly chart?: string;
}

export interface PageBox {
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

export type Place = CellPlace | FilePlace | PagePlace;

export interface Note {
  readonly place?: Place;
  readonly message: string;
}

export interface Diagnostic {
  /** Permanent, such as "D014": E edition, D data, S statistics, T text, L languages, C charts, P pages, R record. */
  readonly code: string;
  readonly severity: Severity;
  readonly exitCode: ExitCode;
  /** One clause in lower case, without a full stop. */
  readonly message: string;
  readonly place?: Place;
  readonly notes: readonly Note[];
  /** What to do next, each a whole sentence or a line to type. */
  readonly hints: readonly string[];
  /** Ids of facts that the cause touches. */
  readonly affects: readonly string[];
  /** A picture of the place, relative to the project. */
  readonly picture?: string;
}

/** Where a diagnostic points and what it adds, given beside its details. */
export interface Context {
  readonly place?: Place | undefined;
  readonly notes?: readonly Note[];
  readonly hints?: readonly string[];
  readonly affects?: readonly string[];
}

export interface Definition<Details> {
  (details: Details, context?: Context): Diagnostic;
  readonly code: string;
  readonly severity: Severity;
}

/**
 * Defines one kind of diagnostic. Definitions live in `catalogue/` only, so that a code is never used twice
 * and tests compare with `definition.code`, not with wording.
 */
export function define<Details>(entry: {
  readonly code: string;
  readonly severity: Severity;
  /** 1 unless given: problems found. */
  readonly exitCode?: ExitCode;
  readonly message: (details: Details) => string;
}): Definition<Details> {
  const make = (details: Details, context: Context = {}): Diagnostic => ({
    code: entry.code,
    severity: entry.severity,
    exitCode: entry.exitCode ?? 1,
    message: entry.message(details),
    ...(context.place ? { place: context.place } : {}),
    notes: context.notes ?? [],
    hints: context.hints ?? [],
    affects: context.affects ?? [],
  });
  return Object.assign(make, { code: entry.code, severity: entry.severity });
}

/** What a stage returns: its value, where it could make one, and all that there is to say about its inputs. */
export interface Outcome<T> {
  /** Undefined when later stages cannot go on. Errors may stand beside a value. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
