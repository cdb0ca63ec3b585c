import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { SourceFile } from "../../src/edition/checked-yaml.ts";
import { type Language, languages } from "../../src/edition/language.ts";
import { emptyBibliography, parseBibliography } from "../../src/wording/bibliography.ts";
import { compareLanguages } from "../../src/wording/compare-languages.ts";
import { checkTemplate } from "../../src/wording/template/check-template.ts";
import { checkInline } from "../../src/wording/template/render-inline.ts";
import { renderTemplate } from "../../src/wording/template/render-template.ts";
import { createWords } from "../../src/wording/words.ts";
import { shippedStrings } from "./shipped-strings.ts";
import { openStage, type Stage } from "./template/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

function readFolder(folder: string, ending: string): readonly SourceFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({
      file: `${folder}/${name}`,
      text: readFileSync(`${folder}/${name}`, "utf8"),
    }));
}

function nameOf({ file }: SourceFile): string {
  return file.replace(/^.*\//, "").replace(/\.\w+$/, "");
}

function textsOf(language: Language): readonly SourceFile[] {
  return [
    ...readFolder(`templates/report/${language}`, ".md"),
    ...readFolder(`data/2018/text/${language}`, ".md"),
  ];
}

function knowledgeOf(language: Language) {
  const texts = textsOf(language).map(nameOf);
  return {
    edition: stage.edition,
    charts: new Set(readFolder("templates/charts", ".yaml").map(nameOf)),
    tables: new Set(readFolder("templates/tables", ".yaml").map(nameOf)),
    sections: new Set(texts),
    partials: new Set(texts),
    citations: new Set(bibliography.keys()),
  };
}

const { value: bibliography = emptyBibliography } = parseBibliography({
  file: "templates/report/bibliography.yaml",
  text: readFileSync("templates/report/bibliography.yaml", "utf8"),
});

/** A text that other texts put in is rendered with them: only there it knows its segment. */
function isSection(text: SourceFile): boolean {
  const plan = readFileSync("templates/report/report.yaml", "utf8");
  return plan.includes(`- id: ${nameOf(text)}\n`);
}

function renderAll(language: Language) {
  const words = createWords(language, shippedStrings()[language], stage.edition.settings.territory);
  const texts = textsOf(language);
  const partials = new Map(texts.map((text) => [nameOf(text), text]));
  const scene = { ...stage, language, words, partials, bibliography };
  return texts.filter(isSection).map((text) => renderTemplate({ ...scene, ...text }));
}

describe.each(languages)("the shipped texts (%s)", (language) => {
  test("name only what exists and hold no typed digits", () => {
    const found = textsOf(language).flatMap((text) => checkTemplate(text, knowledgeOf(language)));
    expect(found).toEqual([]);
  });

  test("are rendered from the facts of 2018 without a word from the program", () => {
    const outcomes = renderAll(language);
    expect(outcomes.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(outcomes.every(({ value }) => value !== undefined)).toBe(true);
  });

  test("have captions that name only what exists", () => {
    const files = [
      ...readFolder("templates/charts", ".yaml"),
      ...readFolder("templates/tables", ".yaml"),
    ];
    const found = files.flatMap(({ file, text }) =>
      (["title", "caption"] as const).flatMap((key) =>
        checkInline({ file, text: String(parse(text)[key][language]) }, knowledgeOf(language)),
      ),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});

test("the shipped texts show the same charts, tables and facts in every language", () => {
  const texts = new Map(
    languages.map((language) => [
      language,
      renderAll(language).flatMap(({ value }) => value ?? []),
    ]),
  );
  expect(compareLanguages(texts)).toEqual([]);
});
