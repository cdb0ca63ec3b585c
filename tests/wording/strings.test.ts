import { describe, expect, test } from "vitest";
import * as L from "../../src/diagnostics/catalogue/languages.ts";
import * as T from "../../src/diagnostics/catalogue/text.ts";
import { parseStrings } from "../../src/wording/strings.ts";
import { readShippedFiles, visible } from "./shipped-strings.ts";

function parse(fr: string, nl: string, en: string) {
  return parseStrings({
    fr: { file: "fr.yaml", text: fr },
    nl: { file: "nl.yaml", text: nl },
    en: { file: "en.yaml", text: en },
  });
}

function codesAndPlaces(outcome: ReturnType<typeof parse>) {
  return outcome.diagnostics.map(({ code, place }) =>
    place?.kind === "file" ? [code, place.file, place.line, place.column] : [code],
  );
}

describe("the fixed strings", () => {
  test("as shipped are complete in three languages", () => {
    const { value, diagnostics } = parseStrings(readShippedFiles());
    expect(diagnostics).toEqual([]);
    expect([...(value?.nl.entries.keys() ?? [])].sort()).toEqual(
      [...(value?.fr.entries.keys() ?? [])].sort(),
    );
  });

  test("get nested keys joined by dots, and the typography of their language", () => {
    const text = 'a: { b: "L\'eau: {n} %" }';
    const { value } = parse(text, text, text);
    expect([...(value?.fr.entries ?? [])].map(([key, string]) => [key, visible(string)])).toEqual([
      ["a.b", "L’eau~: {n}⍽%"],
    ]);
    expect(value?.en.entries.get("a.b")).toBe("L’eau: {n}%");
  });

  test("missing in one language are errors beside their neighbours, with the other languages shown", () => {
    const outcome = parse("a: { b: x, c: y }", "a: { b: x }", "a: { b: x, c: z }");
    expect(outcome.value).toBeUndefined();
    expect(codesAndPlaces(outcome)).toEqual([[L.stringMissing.code, "nl.yaml", 1, 6]]);
    expect(outcome.diagnostics[0]?.notes.map(({ message }) => message)).toEqual(["fr: y", "en: z"]);
  });

  test("that are templates keep what stands between {{ and }} as it is typed", () => {
    const text = "a: 'L''eau : {{most-named \"{question}\"}} %'";
    const { value } = parse(text, text, text);
    expect(visible(value?.fr.entries.get("a") ?? "")).toBe('L’eau~: {{most-named "{question}"}}⍽%');
  });

  test("that are empty are errors, however the nothing is written", () => {
    const outcome = parse('a: x\nb: ""', "a:\nb: x", "a: x\nb: ' '");
    expect(codesAndPlaces(outcome)).toEqual([
      [L.stringEmpty.code, "fr.yaml", 2, 1],
      [L.stringEmpty.code, "nl.yaml", 1, 1],
      [L.stringEmpty.code, "en.yaml", 2, 1],
    ]);
  });

  test("take the same values in every language, {count} excepted", () => {
    const outcome = parse("a: '{x} {count}'", "a: '{x}'", "a: '{y}'");
    expect(codesAndPlaces(outcome)).toEqual([[L.stringValuesDiffer.code, "en.yaml", 1, 1]]);
  });

  test("are texts, not numbers or lists", () => {
    const outcome = parse("a: 1\nb: [x]", "a: x\nb: x", "a: x\nb: x");
    expect(codesAndPlaces(outcome)).toEqual([
      [T.stringNotText.code, "fr.yaml", 1, 1],
      [T.stringNotText.code, "fr.yaml", 2, 1],
    ]);
  });

  test("in a file that is no YAML, or says a key twice, are errors with a place", () => {
    expect(codesAndPlaces(parse("a: 'x", "a: x", "a: x"))[0]?.slice(0, 3)).toEqual([
      T.stringsUnreadable.code,
      "fr.yaml",
      1,
    ]);
    expect(codesAndPlaces(parse("a: x\na: y", "a: x", "a: x"))).toEqual([
      [T.stringsUnreadable.code, "fr.yaml", 2, 1],
    ]);
  });
});
