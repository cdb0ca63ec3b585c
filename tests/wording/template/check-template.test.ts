import { beforeAll, describe, expect, test } from "vitest";
import * as T from "../../../src/diagnostics/catalogue/text.ts";
import { checkTemplate } from "../../../src/wording/template/check-template.ts";
import type { Knowledge } from "../../../src/wording/template/knowledge.ts";
import { checkInline } from "../../../src/wording/template/render-inline.ts";
import { openStage, places } from "./stage.ts";

let knowledge: Knowledge;
beforeAll(async () => {
  const { edition } = await openStage();
  knowledge = {
    edition,
    charts: new Set(["progress-by-province"]),
    tables: new Set(["sample"]),
    sections: new Set(["method"]),
    partials: new Set(["commentary"]),
  };
});

function check(text: string) {
  return checkTemplate({ file: "text.md", text }, knowledge);
}

function hints(text: string) {
  return check(text).map(({ message, hints: [hint] }) => [message, hint]);
}

describe("a text", () => {
  test("that names only what exists has nothing to be said about it", () => {
    const text = [
      "# {{title}}",
      '{{#asked "areas"}}',
      '{{share "areas.energy" in="region:flanders"}} {{share "progress" at-least=5}} {{base "areas" one="commune" other="communes"}}',
      '{{mean (nth-question "factors" n=1) in=(nth-segment "progress" cut="province" n=-1)}}',
      '{{#if (exceeds "progress.mean@region:flanders" 5)}}{{interval "progress"}}{{else}}{{top "areas" 3}}{{/if}}',
      "{{/asked}}",
      "{{#corrections}}{{reason}} {{number}}{{/corrections}}",
      "",
      '{{chart "progress-by-province"}}',
      "",
      '{{key-figure "share" "progress" at-least=5 label="halfway"',
      '  note="or more"}}',
      "",
      '{{ref "table:sample"}} {{ref "section:method"}} {{> commentary}}',
    ].join("\n");
    expect(check(text)).toEqual([]);
  });

  test("that names an unknown question, choice or segment is told what was meant, and where", () => {
    const text =
      'a\n  {{mean "progres"}} {{share "areas.enrgy"}} {{mean "progress" in="region:flandre"}}';
    expect(places(check(text))).toEqual([
      [T.unknownQuestion.code, 2, 10, 9],
      [T.unknownChoice.code, 2, 30, 13],
      [T.unknownSegment.code, 2, 64, 19],
    ]);
    expect(hints(text)).toEqual([
      ["no question progres in this edition", "Did you mean progress?"],
      ["question areas has no choice enrgy", "Did you mean energy?"],
      ["no segment region:flandre in this edition", "Did you mean region:flanders?"],
    ]);
    expect(check(text)[0]?.place).toMatchObject({ text: text.split("\n")[1] });
  });

  test("that names a matrix where one of its rows is wanted is shown the rows", () => {
    expect(hints('{{mean "factors"}}')).toEqual([
      [
        "no question factors in this edition",
        "factors is a matrix; name one of its rows: human, institutional, technological.",
      ],
    ]);
  });

  test("that asks a question for a statistic it doesn't have is told which it has", () => {
    expect(places(check('{{mean "areas.energy"}} {{share "areas"}} {{share "progress"}}'))).toEqual(
      [
        [T.unknownStatistic.code, 1, 8, 14],
        [T.unknownStatistic.code, 1, 33, 7],
        [T.unknownStatistic.code, 1, 51, 10],
      ],
    );
    expect(hints('{{mean "areas.energy"}}')[0]?.[1]).toBe("Its statistics: share.");
    expect(hints('{{share "progress" at-least=11}}')[0]?.[0]).toBe(
      "progress has no statistic share-at-least-11",
    );
  });

  test("that names a whole fact wrongly is told which part of it", () => {
    const codes = (id: string) =>
      check(`{{#if (exceeds "${id}" 5)}}a{{/if}}`).map(({ code }) => code);
    expect(codes("progress.mean@region:wallonia")).toEqual([]);
    expect(codes("sample.response-rate@province:liege")).toEqual([]);
    expect(codes("progres.mean")).toEqual([T.unknownQuestion.code]);
    expect(codes("areas.enrgy.share")).toEqual([T.unknownChoice.code]);
    expect(codes("progress.maen")).toEqual([T.unknownStatistic.code]);
    expect(codes("sample.rate")).toEqual([T.unknownStatistic.code]);
    expect(codes("progress.mean@region:x")).toEqual([T.unknownSegment.code]);
    expect(codes("progress")).toEqual([T.unknownStatistic.code]);
    expect(codes("spending.mean")).toEqual([T.unknownStatistic.code]);
    expect(codes("spending.median")).toEqual([]);
  });

  test("that uses an unknown helper or option is told what was meant", () => {
    expect(hints('{{shar "areas.energy"}} {{share "areas.energy" inn="all"}}')).toEqual([
      ["unknown helper shar", "Did you mean share?"],
      ["share has no option inn", "Did you mean in?"],
    ]);
    expect(places(check('{{mean (nth-sgment "progress")}}'))).toEqual([
      [T.unknownHelper.code, 1, 8, 23],
    ]);
  });

  test("that uses a helper the wrong way round is told the right one", () => {
    const problems = (text: string) => check(text).map(({ code, message }) => [code, message]);
    expect(problems('{{asked "areas"}}')).toEqual([
      [T.wrongUse.code, "asked stands around text: {{#asked}}…{{/asked}}"],
    ]);
    expect(problems('{{#share "areas.energy"}}x{{/share}}')).toEqual([
      [T.wrongUse.code, "share doesn't stand around text"],
    ]);
    expect(problems('{{nth-choice "areas"}}').map(([code]) => code)).toEqual([T.wrongUse.code]);
    expect(problems('{{mean (mean "progress")}}').map(([code]) => code)).toEqual([T.wrongUse.code]);
    expect(problems("{{#if}}x{{/if}}").map(([code]) => code)).toEqual([T.wrongUse.code]);
    expect(problems("{{mean}}")).toEqual([
      [
        T.wrongUse.code,
        'mean takes a question or a choice ("progress", "areas.energy"); it is given nothing',
      ],
    ]);
    expect(problems('{{top "areas" "5"}}')).toEqual([
      [T.wrongUse.code, "top takes a number here, not 5"],
    ]);
    expect(problems('{{date "closng"}}')).toEqual([[T.wrongUse.code, "date doesn't know closng"]]);
    expect(
      problems('{{scale "areas"}} {{top "progress" 3}} {{nth-question "prerequisites"}}').map(
        ([code]) => code,
      ),
    ).toEqual([T.wrongUse.code, T.wrongUse.code, T.wrongUse.code]);
  });

  test("that names an unknown chart, table, section or partial is shown those there are", () => {
    const text =
      '{{ref "chart:progress-by-provinces"}} {{ref "table:smple"}} {{ref "section:x"}} {{> comentary}}';
    expect(hints(text)).toEqual([
      ["no chart progress-by-provinces", "Did you mean progress-by-province?"],
      ["no table smple", "Did you mean sample?"],
      ["no section x", "There are: method."],
      ["no partial comentary", "Did you mean commentary?"],
    ]);
    expect(places(check('{{chart "x"}}'))).toEqual([[T.unknownTarget.code, 1, 9, 3]]);
  });

  test("that puts a chart inside a sentence is told to give it a line of its own", () => {
    expect(places(check('See {{chart "progress-by-province"}}'))).toEqual([
      [T.notAlone.code, 1, 5, 32],
    ]);
  });

  test("may name what the edition lacks where it leaves that part out, unless it looks mistyped", () => {
    expect(check('{{#asked "taxation_2030"}}{{mean "taxation_2030"}}{{/asked}}')).toEqual([]);
    expect(
      check('{{#has-segment "region:east"}}{{mean "progress" in="region:east"}}{{/has-segment}}'),
    ).toEqual([]);
    const mistyped = check('{{#asked "fundin"}}{{mean "fundin"}}{{/asked}}');
    expect(mistyped.map(({ code, severity, hints: [hint] }) => [code, severity, hint])).toEqual([
      [T.perhapsMistyped.code, "error", "Did you mean funding?"],
    ]);
  });
});

describe("digits", () => {
  test("typed into a text are errors with their place", () => {
    expect(places(check("# Title 2018\n\nOf the 44 % and 3,64 of {{year}},\nCO2."))).toEqual([
      [T.typedDigits.code, 1, 9, 4],
      [T.typedDigits.code, 3, 8, 4],
      [T.typedDigits.code, 3, 17, 4],
      [T.typedDigits.code, 4, 3, 1],
    ]);
  });

  test("are errors at a line's start within a paragraph, in comments that print, and as other signs", () => {
    expect(places(check("# T\n\nOf all,\n51. And ½ of it <!-- 14 -->."))).toEqual([
      [T.typedDigits.code, 4, 1, 2],
      [T.typedDigits.code, 4, 9, 1],
      [T.typedDigits.code, 4, 22, 2],
    ]);
  });

  test("are allowed in addresses, ids, marks of notes and lists, comments and literals", () => {
    const text = [
      "## A heading {#heading-2}",
      "",
      "1. one",
      "   2) two",
      "[text](https://example.org/2018/5) <https://example.org/7>[^1]",
      '{{literal "37120"}} {{! 12 }}{{!-- 13 }} --}}',
      "",
      "[^1]: A note.",
    ].join("\n");
    expect(check(text)).toEqual([]);
  });

  test("are errors in the words that helpers print, too", () => {
    expect(
      places(
        check('{{key-figure "mean" "progress" label="of 10"}}\n\n{{in-language "en" "Top 5"}}'),
      ),
    ).toEqual([
      [T.typedDigits.code, 1, 32, 13],
      [T.typedDigits.code, 3, 20, 7],
    ]);
  });
});

describe("a caption", () => {
  const origin = { line: 7, column: 7, text: '  fr: "Of {{mean "progres"}}"' };

  test("is marked where it stands in its file", () => {
    const found = checkInline({ file: "c.yaml", text: 'Of {{mean "progres"}}', origin }, knowledge);
    expect(places(found)).toEqual([[T.unknownQuestion.code, 7, 17, 9]]);
  });

  test("is quoted where only its file is known", () => {
    const [found] = checkInline({ file: "c.yaml", text: 'Of {{mean "progres"}}' }, knowledge);
    expect(found?.place).toEqual({ kind: "file", file: "c.yaml" });
    expect(found?.notes).toEqual([{ message: 'in the caption: Of {{mean "progres"}}' }]);
  });

  test("holds no blocks", () => {
    const text = '{{chart "progress-by-province"}}';
    expect(checkInline({ file: "c.yaml", text }, knowledge).map(({ code }) => code)).toEqual([
      T.wrongUse.code,
    ]);
  });
});
