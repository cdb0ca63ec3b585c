import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArgumentKind } from "./argument-kind.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Scene } from "./scene.ts";
import type { Value } from "./template.ts";

/** What a helper takes: checked in templates before there are data, and again when it runs. */
export interface Signature {
  /** In order; all are needed. */
  readonly takes: readonly ArgumentKind[];
  readonly options?: Readonly<Record<string, ArgumentKind>>;
  /** For a helper whose first argument names another: what that one takes after it. */
  readonly delegate?: (first: string) => Signature | undefined;
  /** What must hold between arguments that are each right by themselves. */
  readonly check?: (values: Values, knowledge: Knowledge) => Diagnostic | undefined;
}

/** A helper's arguments, evaluated. Only the static check can meet values that aren't known yet; it skips those. */
export interface Values {
  readonly text: (index: number) => string;
  readonly number: (index: number) => number;
  readonly textOption: (name: string) => string | undefined;
  readonly numberOption: (name: string) => number | undefined;
  readonly flag: (name: string) => boolean;
  readonly positional: readonly Value[];
}

/** Prints Markdown with marks. */
export interface TextHelper extends Signature {
  readonly kind: "text";
  readonly print: (values: Values, scene: Scene) => string;
  /** Prints a block, which must stand on a line of its own. */
  readonly isBlock?: boolean;
}

/** Gives a value to another helper or a condition: used between parentheses. */
export interface ValueHelper extends Signature {
  readonly kind: "value";
  readonly value: (values: Values, scene: Scene) => Value;
}

/** What exists only inside a repeated block: words, such as {{reason}}, and values, such as `here`. */
export interface Locals {
  readonly words?: ReadonlyMap<string, (scene: Scene) => string>;
  readonly values?: ReadonlyMap<string, Value>;
}

/** Stands around a part of a template: leaves it out, prints it once, or once for each of its rounds. */
export interface BlockHelper extends Signature {
  readonly kind: "block";
  readonly rounds: (values: Values, scene: Scene) => readonly Locals[];
  /** Names of the words that a round brings. */
  readonly locals?: readonly string[];
  /** Whether the part can be printed in this edition at all: if not, what it names is not checked. */
  readonly isPossible?: (values: Values, knowledge: Knowledge) => boolean;
}

export type Helper = TextHelper | ValueHelper | BlockHelper;

/** One family of helpers by name. */
export type Helpers = Readonly<Record<string, Helper>>;

/** The part printed once, with no words of its own. */
export const once: readonly Locals[] = [{}];
export const never: readonly Locals[] = [];
