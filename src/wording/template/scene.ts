import type { Definition, Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Edition } from "../../edition/edition.ts";
import type { Facts } from "../../facts/fact.ts";
import type { Intake } from "../../intake/response.ts";
import type { Bibliography } from "../bibliography.ts";
import { type BlockRequest, blockMark, inlineMark, type Printed } from "../printed.ts";
import type { Words } from "../words.ts";

/** Where a template plays: what its helpers may ask, and what they leave behind. */
export interface Scene {
  readonly words: Words;
  readonly facts: Facts;
  readonly edition: Edition;
  readonly intake: Intake;
  readonly bibliography: Bibliography;
  /** Ids of the charts of questions that no text charts. */
  readonly uncharted: readonly string[];
  readonly printed: Printed[];
  readonly blocks: BlockRequest[];
}

/** Leaves a value behind and gives the mark that stands for it in Markdown. */
export function markPrinted(printed: Printed, scene: Scene): string {
  scene.printed.push(printed);
  return `${inlineMark.open}${scene.printed.length - 1}${inlineMark.close}`;
}

/** Markdown for words of another language. */
export function inLanguage(markdown: string, language: string): string {
  return `[${markdown}](lang:${language})`;
}

/** Leaves a block behind and gives its mark, in a paragraph of its own. */
export function markBlock(block: BlockRequest, scene: Scene): string {
  scene.blocks.push(block);
  return `\n\n${blockMark.open}${scene.blocks.length - 1}${blockMark.close}\n\n`;
}

/**
 * What a helper throws when the data don't allow what its template asks. Caught where the template's position is
 * known, and turned into a diagnostic with it: never leaves the rendering.
 */
export class HelperFailure extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = "HelperFailure";
    this.diagnostic = diagnostic;
  }
}

export function fail<Details>(
  definition: Definition<Details>,
  details: Details,
  hints: readonly string[] = [],
): never {
  throw new HelperFailure(definition(details, { hints }));
}
