import { describe, expect, test } from "vitest";
import * as T from "../../../src/diagnostics/catalogue/text.ts";
import { parseTemplate } from "../../../src/wording/template/parse-template.ts";

/** What is said about a broken template: message, line, column and the character marked. */
function findings(text: string) {
  const { value, diagnostics } = parseTemplate({ file: "text.md", text });
  expect(value).toBeUndefined();
  return diagnostics.map(({ code, message, place }) => {
    expect(code).toBe(T.templateSyntax.code);
    if (place?.kind !== "file") return [message];
    const { line, column = 1, text: shown = "" } = place;
    return [message, line, column, shown.charAt(column - 1)];
  });
}

describe("a template that Handlebars can't read", () => {
  test("is marked at the character that doesn't belong there", () => {
    expect(findings('a\n\nbc {{share "a" }\nd {{year}}')).toEqual([
      ["this character isn't expected here", 3, 16, "}"],
    ]);
    expect(findings("a\n{{share in=}} b")).toEqual([["}} isn't expected here", 2, 12, "}"]]);
  });

  test("is marked at the quote that is never closed", () => {
    expect(findings('a\nb {{share "a}} c')).toEqual([
      ["this character isn't expected here", 2, 11, '"'],
    ]);
  });

  test("is marked at its start where nothing can be read", () => {
    expect(findings("{{/if}}")).toEqual([["{{/ isn't expected here", 1, 1, "{"]]);
  });

  test("names both ends of a block that is closed by another", () => {
    expect(findings("a\nx {{#if true}}y{{/unless}}")).toEqual([
      ["{{#if}} is closed by {{/unless}}", 2, 6, "i"],
    ]);
  });

  test("says which block or braces are never closed, at their start", () => {
    expect(findings('a\nb {{#asked "x"}}\n{{#if true}}c{{/if}}\n')).toEqual([
      ["{{#asked}} is never closed", 2, 3, "{"],
    ]);
    expect(findings("a\nb {{year")).toEqual([["these braces are never closed", 2, 3, "{"]]);
  });

  test("says that a block is closed without being opened", () => {
    expect(findings("a\nb {{/if}}")).toEqual([["{{/ isn't expected here", 2, 3, "{"]]);
  });
});

describe("what Handlebars knows and texts don't", () => {
  test("is refused with its place: paths, raw blocks, decorators, partials with arguments", () => {
    expect(findings("{{share areas.energy}}")).toEqual([
      ["areas.energy stands without quotes", 1, 9, "a"],
    ]);
    expect(findings("a {{../x}} {{@root}}").map(([message]) => message)).toEqual([
      "../x looks into data; texts use helpers only",
      "@root looks into data; texts use helpers only",
    ]);
    expect(findings("a {{> p x=1}}").map(([message]) => message)).toEqual([
      "a partial takes its name and nothing else",
    ]);
    expect(findings('{{* x "a"}}').map(([message]) => message)).toEqual([
      "raw blocks, decorators and partial blocks aren't used in texts",
    ]);
  });
});
