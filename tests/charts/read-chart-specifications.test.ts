import { describe, expect, it } from "vitest";
import { readChartSpecifications } from "../../src/charts/read-chart-specifications.ts";
import { readTableSpecifications } from "../../src/charts/read-table-specifications.ts";
import * as catalogue from "../../src/diagnostics/catalogue/charts.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { edition } from "./made-up-edition.ts";

const caption = "caption:\n  fr: À voir\n  nl: Te zien\n  en: To see\n";

function read(yaml: string, name = "areas-by-region") {
  return readChartSpecifications([{ file: `templates/charts/${name}.yaml`, text: yaml }], edition);
}

/** Code, line, the marked text and the first hint of each diagnostic. */
function show(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ code, place, hints }) => {
    if (place?.kind !== "file" || place.text === undefined) return [code];
    const start = (place.column ?? 1) - 1;
    const marked = place.text.slice(start, start + (place.length ?? 1));
    return [code, place.line, marked, ...hints];
  });
}

describe("readChartSpecifications", () => {
  it("takes the title that a file gives for lists of figures", () => {
    const title = "title: { fr: Domaines, nl: Domeinen, en: Areas }";
    const { value, diagnostics } = read(`questions: [areas]\n${title}\n${caption}`);
    expect(diagnostics).toEqual([]);
    expect(value?.map((one) => one.title)).toEqual([
      { fr: "Domaines", nl: "Domeinen", en: "Areas" },
    ]);
  });

  it("names a chart after its file and fills in what a file may leave out", () => {
    const { value, diagnostics } = read(`questions: [areas]\ncut: region\n${caption}`);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual([
      {
        id: "areas-by-region",
        file: "templates/charts/areas-by-region.yaml",
        form: "small-multiples",
        questions: ["areas"],
        cuts: ["region"],
        segment: null,
        sort: "value",
        title: { fr: "À voir", nl: "Te zien", en: "To see" },
        caption: { fr: "À voir", nl: "Te zien", en: "To see" },
        captionOrigins: {
          fr: { line: 4, column: 7, text: "  fr: À voir" },
          nl: { line: 5, column: 7, text: "  nl: Te zien" },
          en: { line: 6, column: 7, text: "  en: To see" },
        },
      },
    ]);
  });

  it("finds the beginning of a caption in a block of text and between quotes", () => {
    const yaml = "form: dot-map\ncaption:\n  fr: >-\n    À voir\n  nl: 'Te zien'\n  en: To see\n";
    expect(read(yaml).value?.[0]?.captionOrigins).toEqual({
      fr: { line: 4, column: 5, text: "    À voir" },
      nl: { line: 5, column: 8, text: "  nl: 'Te zien'" },
      en: { line: 6, column: 7, text: "  en: To see" },
    });
  });

  it.each([
    ["questions: [areas]", "sorted-bars"],
    ["questions: [areas]\ncut: nature", "small-multiples"],
    ["questions: [progress]", "distribution"],
    ["questions: [progress]\ncut: province", "dots-with-intervals"],
    ["questions: [plan]", "sorted-bars"],
    ["questions: [plan]\ncut: [region, nature]", "stacked-bars"],
    ["questions: [support]", "diverging-bars"],
    ["questions: [conditions]", "stacked-bars"],
    ["questions: [priorities]", "ranking"],
    ["questions: [spending]\ncut: province", "quartiles"],
  ])("gives a question a form by its kind and cut: %j", (head, form) => {
    expect(read(`${head}\n${caption}`).value?.map((each) => each.form)).toEqual([form]);
  });

  it("takes the name of a matrix for all its rows", () => {
    const { value } = read(`form: dots-with-intervals\nquestions: [scores]\n${caption}`);
    expect(value?.map(({ questions }) => questions)).toEqual([["progress"]]);
  });

  it("names unknown keys with the nearest known one", () => {
    expect(show(read(`questions: [areas]\nsrot: value\n${caption}`).diagnostics)).toEqual([
      [catalogue.unknownKey.code, 2, "srot", 'Did you mean "sort"?'],
    ]);
  });

  it("names an unknown form, cut and order with what was probably meant", () => {
    const yaml = `form: sorted-bar\nquestions: [areas]\ncut: regions\nsort: valu\n${caption}`;
    expect(show(read(yaml).diagnostics)).toEqual([
      [catalogue.wrongValue.code, 1, "sorted-bar", 'Did you mean "sorted-bars"?'],
      [catalogue.wrongValue.code, 3, "regions", 'Did you mean "region"?'],
      [catalogue.wrongValue.code, 4, "valu", 'Did you mean "value"?'],
    ]);
  });

  it("finds the wrong one in a list of cuts", () => {
    const yaml = `questions: [plan]\ncut: [region, natur]\n${caption}`;
    expect(show(read(yaml).diagnostics)).toEqual([
      [catalogue.wrongValue.code, 2, "natur", 'Did you mean "nature"?'],
    ]);
  });

  it("keeps several cuts in the order written, each once, and answers from the last to the first", () => {
    const yaml = `questions: [support]\ncut: [nature, region, nature]\nreverse: true\n${caption}`;
    expect(read(yaml).value).toMatchObject([
      { form: "diverging-bars", cuts: ["nature", "region"], segment: null, isReversed: true },
    ]);
  });

  it("demands the caption in every language", () => {
    const yaml = "questions: [areas]\ncaption:\n  fr: À voir\n  en: ''\n";
    expect(show(read(yaml).diagnostics)).toEqual([
      [catalogue.captionLacksLanguage.code, 3, "fr: À voir", "Write the caption in nl too."],
      [catalogue.wrongValue.code, 4, "''"],
    ]);
  });

  it("takes a name that looks like a question's for a slip", () => {
    const { value, diagnostics } = read(`questions: [area]\n${caption}`);
    expect(value).toBeUndefined();
    expect(show(diagnostics)).toEqual([
      [catalogue.unknownQuestion.code, 1, "area", 'Did you mean "areas"?'],
    ]);
  });

  it("leaves out a chart of a question that this edition does not ask", () => {
    const { value, diagnostics } = read(`questions: [dimensions]\n${caption}`);
    expect(value).toEqual([]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      [catalogue.questionNotAsked.code, "note"],
    ]);
  });

  it("names an unknown choice", () => {
    const yaml = `questions: [areas]\nchoices: [waste, safty]\n${caption}`;
    expect(show(read(yaml).diagnostics)).toEqual([
      [catalogue.unknownChoice.code, 2, "safty", 'Did you mean "safety"?'],
    ]);
  });

  it.each([
    [
      "form: sorted-bars\nquestions: [progress]",
      'cannot show "progress", a question of kind range',
    ],
    ["form: sorted-bars\nquestions: [areas]\ncut: region", "takes no cut"],
    ["form: small-multiples\nquestions: [areas]\ncut: province", "needs cut region or nature"],
    ["form: grouped-bars\nquestions: [areas]", "needs cut region or nature"],
    ["form: grouped-bars\nquestions: [areas]\ncut: [region, nature]", "takes one cut at a time"],
    [
      "form: small-multiples\nquestions: [conditions]\ncut: region",
      "needs one of the choices for several questions",
    ],
    ["form: stacked-bars\nquestions: [areas]", 'cannot show "areas"'],
    [
      "form: stacked-bars\nquestions: [conditions]\ncut: region",
      "takes no cut for several questions",
    ],
    [
      "form: stacked-bars\nquestions: [plan]\nchoices: [yes]",
      "shows all choices, since they make up a whole",
    ],
    ["form: stacked-bars\nquestions: [plan, support]", "needs questions with the same choices"],
    ["form: sorted-bars\nquestions: [plan]\nreverse: true", "cannot be reversed"],
    ["form: ranking\nquestions: [plan]", 'cannot show "plan", a question of kind select-one'],
    ["form: dumbbell\nquestions: [plan, support]\ncut: region", "beside others"],
    ["form: quartiles\nquestions: [progress]", 'cannot show "progress"'],
    ["form: quartiles\nquestions: [spending, funding]", "needs questions in one unit"],
    ["form: distribution", "needs a question"],
    ["form: distribution\nquestions: [progress, effort]", "shows at most 1 of them at once"],
    ["form: dots-with-intervals\nquestions: [progress, effort]", "needs questions on one scale"],
    ["form: dot-map\nquestions: [areas]", "takes no question"],
    ["form: province-map\ncut: province", "takes no cut"],
    ["form: province-map\nquestions: [areas]", "needs one choice"],
    ["form: province-map\nquestions: [areas]\nchoices: [waste, safety]", "needs one choice"],
  ])("refuses a form that cannot show what is asked of it: %j", (head, reason) => {
    const { value, diagnostics } = read(`${head}\n${caption}`);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain(catalogue.formDoesNotFit.code);
    expect(diagnostics.map(({ message }) => message).join()).toContain(reason);
  });

  it("asks for a form where no question tells it", () => {
    for (const head of ["", "questions: [areas]\ncut: province\n"]) {
      expect(read(`${head}${caption}`).diagnostics.map(({ code }) => code)).toEqual([
        catalogue.formDoesNotFit.code,
      ]);
    }
  });

  it("says what is wrong in all files at once", () => {
    const { diagnostics } = readChartSpecifications(
      [
        { file: "templates/charts/a.yaml", text: "form: [\n" },
        { file: "templates/charts/b.yaml", text: `form: dot-map\nsort: vlue\n${caption}` },
      ],
      edition,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([
      catalogue.yamlNotReadable.code,
      catalogue.wrongValue.code,
    ]);
  });
});

describe("readTableSpecifications", () => {
  it("reads form and captions", () => {
    const files = [{ file: "templates/tables/sample.yaml", text: `form: sample\n${caption}` }];
    expect(readTableSpecifications(files)).toEqual({
      value: [
        {
          id: "sample",
          file: "templates/tables/sample.yaml",
          form: "sample",
          title: { fr: "À voir", nl: "Te zien", en: "To see" },
          caption: { fr: "À voir", nl: "Te zien", en: "To see" },
          captionOrigins: {
            fr: { line: 3, column: 7, text: "  fr: À voir" },
            nl: { line: 4, column: 7, text: "  nl: Te zien" },
            en: { line: 5, column: 7, text: "  en: To see" },
          },
        },
      ],
      diagnostics: [],
    });
  });

  it("refuses unknown forms and captions that lack a language", () => {
    const text = "form: simple\ncaption:\n  fr: a\n  nl: b\n";
    const { value, diagnostics } = readTableSpecifications([{ file: "t.yaml", text }]);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([
      catalogue.wrongValue.code,
      catalogue.captionLacksLanguage.code,
    ]);
  });
});
