import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { SourceFile } from "../../../src/edition/checked-yaml.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { Language } from "../../../src/edition/language.ts";
import { computeFacts } from "../../../src/facts/compute-facts.ts";
import type { Fact, Facts } from "../../../src/facts/fact.ts";
import type { Intake } from "../../../src/intake/response.ts";
import { takeIn } from "../../../src/intake/take-in.ts";
import { plainText } from "../../../src/wording/plain-text.ts";
import {
  type RenderRequest,
  renderTemplate,
} from "../../../src/wording/template/render-template.ts";
import { createWords } from "../../../src/wording/words.ts";
import { readShippedEdition } from "../../facts/shipped-edition.ts";
import { shippedStrings, visible } from "../shipped-strings.ts";

/** The 2018 edition with its facts, on which templates are tried. */
export interface Stage {
  readonly edition: Edition;
  readonly intake: Intake;
  readonly facts: Facts;
}

export async function openStage(): Promise<Stage> {
  const { edition, workbook } = await readShippedEdition();
  const { value: intake } = takeIn({ edition, workbook });
  const facts = intake && computeFacts({ edition, intake }).value;
  if (!intake || !facts) throw new Error("the 2018 edition can't be computed");
  return { edition, intake, facts };
}

const strings = shippedStrings();

export function request(
  stage: Stage,
  language: Language,
  text: string,
  partials: Readonly<Record<string, string>> = {},
): RenderRequest {
  const sources = Object.entries(partials).map(([name, content]): [string, SourceFile] => [
    name,
    { file: `${name}.md`, text: content },
  ]);
  return {
    file: "text.md",
    text,
    language,
    words: createWords(language, strings[language], stage.edition.settings.territory),
    ...stage,
    partials: new Map(sources),
  };
}

/** What a template prints, its marks filled in and its no-break spaces visible. */
export function say(stage: Stage, language: Language, text: string): string {
  const { value, diagnostics } = renderTemplate(request(stage, language, text));
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return visible(plainText(value));
}

/** The same stage with some facts changed. */
export function withFacts(stage: Stage, ...changed: readonly Fact[]): Stage {
  const byId = new Map(stage.facts.byId);
  for (const fact of changed) byId.set(fact.id, fact);
  return { ...stage, facts: { ...stage.facts, all: [...byId.values()], byId } };
}

export function fact(stage: Stage, id: string): Fact {
  const found = stage.facts.byId.get(id);
  if (!found) throw new Error(`no fact ${id}`);
  return found;
}

/** Code, line, column and length of each diagnostic. */
export function places(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code, place }) =>
    place?.kind === "file" ? [code, place.line, place.column, place.length] : [code],
  );
}
