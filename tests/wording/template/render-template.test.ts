import { beforeAll, describe, expect, test } from "vitest";
import * as T from "../../../src/diagnostics/catalogue/text.ts";
import type { Language } from "../../../src/edition/language.ts";
import { plainText } from "../../../src/wording/plain-text.ts";
import { renderTemplate } from "../../../src/wording/template/render-template.ts";
import { visible } from "../shipped-strings.ts";
import { fact, openStage, places, request, type Stage, say, withFacts } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const fr = (text: string) => say(stage, "fr", text);
const nl = (text: string) => say(stage, "nl", text);
const en = (text: string) => say(stage, "en", text);

function fails(text: string, on: Stage = stage, language: Language = "fr") {
  const { value, diagnostics } = renderTemplate(request(on, language, text));
  expect(value).toBeUndefined();
  return diagnostics;
}

describe("figures", () => {
  test("are printed as published, at their precision", () => {
    expect(
      fr('{{share "areas.energy"}} {{share "associations.digitalisation" in="region:flanders"}}'),
    ).toBe("44⍽% 88⍽%");
    expect(en('{{mean "progress"}} {{mean "progress" in="province:hainaut"}}')).toBe("3.64 4.80");
    expect(nl('{{share "progress" at-least=5}} {{count "progress" at=9}}')).toBe("35% 3");
    expect(fr('{{median "progress"}} {{q1 "progress"}} {{q3 "progress"}}')).toBe("4 2 5");
  });

  test("count with the noun that fits", () => {
    const nouns = 'one="commune" other="communes"';
    expect(
      fr(`{{count "progress" at=9 ${nouns}}}; {{base "areas" in="region:brussels" ${nouns}}}`),
    ).toMatch(/^3~communes; \d~communes$/);
    const one = { ...fact(stage, "progress.count-9"), value: 1, count: 1 };
    expect(
      say(
        withFacts(stage, one),
        "nl",
        '{{count "progress" at=9 one="gemeente" other="gemeenten"}}',
      ),
    ).toBe("1~gemeente");
    expect(
      en(
        '{{count "associations.digitalisation" in="region:flanders"}} of {{base "associations" in="region:flanders"}}',
      ),
    ).toBe("51 of 58");
  });

  test("of the sample are its number, its population and its rate", () => {
    expect(nl("{{sample}} {{population}} {{response-rate}}")).toBe("123 589 21%");
    expect(nl('{{sample in="region:flanders"}} {{population in="region:flanders"}}')).toBe(
      "58 308",
    );
  });

  test("have intervals in words", () => {
    expect(fr('{{interval "progress"}}')).toBe("3,29 à 4,00");
    expect(nl('{{interval "progress"}}')).toBe("3,29 tot 4,00");
    expect(fr('{{interval "associations.digitalisation"}}')).toMatch(/^\d\d⍽% à \d\d⍽%$/);
  });

  test("leave their fact's id behind, a literal none", () => {
    const { value } = renderTemplate(
      request(
        stage,
        "en",
        '{{share "areas.energy" in="region:flanders"}} {{literal "37120"}} {{year}}',
      ),
    );
    expect(value?.markdown).toBe("\uE0000\uE001 \uE0001\uE001 \uE0002\uE001");
    expect(value?.printed).toEqual([
      {
        text: expect.stringMatching(/^\d\d%$/),
        facts: ["areas.energy.share@region:flanders"],
        kind: "fact",
      },
      { text: "37120", facts: [], kind: "literal" },
      { text: "2018", facts: [], kind: "date" },
    ]);
  });

  test("that are hidden print as a colon", () => {
    const nothing = { value: null, count: null, lower: null, upper: null };
    const id = "progress.mean@province:namur";
    const hidden = withFacts(stage, { ...fact(stage, id), ...nothing, flags: ["hidden"] });
    expect(
      say(
        hidden,
        "fr",
        '{{mean "progress" in="province:namur"}} {{interval "progress" in="province:namur"}}',
      ),
    ).toBe(": :");
  });

  test("that are hidden counts keep their noun", () => {
    const nothing = { value: null, count: null, lower: null, upper: null };
    const hidden = withFacts(stage, {
      ...fact(stage, "areas.energy.share@region:brussels"),
      ...nothing,
      flags: ["hidden"],
    });
    const text = '{{count "areas.energy" in="region:brussels" one="commune" other="communes"}}';
    expect(say(hidden, "fr", text)).toBe(":~communes");
  });

  test("without a value, because nobody is in the base, are an error where they are asked for", () => {
    const id = "progress.mean@province:namur";
    const nothing = { value: null, base: 0, lower: null, upper: null };
    const empty = withFacts(stage, { ...fact(stage, id), ...nothing });
    expect(places(fails('a\n  {{mean "progress" in="province:namur"}}', empty))).toEqual([
      [T.factWithoutValue.code, 2, 3, 39],
    ]);
  });

  test("that the facts lack are an error", () => {
    const byId = new Map(stage.facts.byId);
    byId.delete("progress.mean");
    const without = { ...stage, facts: { ...stage.facts, byId } };
    expect(places(fails('{{mean "progress"}}', without))).toEqual([[T.noSuchFact.code, 1, 1, 19]]);
  });
});

describe("choosing", () => {
  test("finds the segment, choice or row with the n-th highest value", () => {
    expect(fr('{{in-segment (nth-segment "progress" cut="province" n=1)}}')).toBe(
      "dans le Hainaut",
    );
    expect(nl('{{segment (nth-segment "associations.digitalisation" cut="region" n=1)}}')).toBe(
      "Brussel",
    );
    expect(fr('{{label (nth-choice "associations" n=1)}}')).toBe("Digitalisation de la ville");
    expect(en('{{label (nth-question "factors" n=-1) lower=true}}')).toBe("technological factor");
    expect(fr('{{mean "progress" in=(nth-segment "progress" cut="province" n=1)}}')).toBe("4,80");
  });

  test("leaves hidden segments out", () => {
    const nothing = { value: null, count: null, lower: null, upper: null };
    const hainaut = fact(stage, "progress.mean@province:hainaut");
    const hidden = withFacts(stage, { ...hainaut, ...nothing, flags: ["hidden"] });
    expect(say(hidden, "en", '{{segment (nth-segment "progress" cut="province" n=1)}}')).toBe(
      "Antwerp",
    );
  });

  test("beyond what there is, is an error", () => {
    expect(places(fails('{{segment (nth-segment "progress" cut="region" n=4)}}'))).toEqual([
      [T.tooFew.code, 1, 1, 53],
    ]);
    expect(places(fails('{{top "areas" 13}}'))).toEqual([[T.tooFew.code, 1, 1, 18]]);
  });

  test("lists the first answers with their values, in running text", () => {
    expect(fr('{{top "areas" 3}}')).toBe(
      "optimisation énergétique (44⍽%), gouvernance et participation citoyenne (44⍽%) et transport et mobilité (43⍽%)",
    );
    expect(nl('{{top "factors" 2}}')).toBe(
      "menselijke factor (6,76) en institutionele factor (6,68)",
    );
  });
});

describe("names", () => {
  test("are those of the questionnaire; a row of a matrix is asked by its matrix", () => {
    expect(en('{{question "human"}}')).toBe(
      "How important is each of these factors in your overall strategy (0~=~not at all, 10~=~most)?",
    );
    expect(en('{{label "human"}} / {{label "human" lower=true}} / {{label "role.other"}}')).toBe(
      "Human factor / human factor / Other answer",
    );
  });

  test("are lowered except acronyms, names of several words and adjectives of places", () => {
    expect(nl('{{label "areas.lighting" lower=true}}')).toBe("led- en slimme verlichting");
    expect(fr('{{label "dimensions.living" lower=true}}')).toBe("Smart Living");
    expect(en('{{label "funding.europe" lower=true}}')).toBe("European funds");
    expect(fr('{{label "areas.education" lower=true}}')).toBe("éducation et formation");
  });

  test("keep the signs that Markdown would read", () => {
    const question = stage.edition.questionnaire.byName.get("progress");
    if (!question) throw new Error("no question progress");
    const labels = { fr: "*a* [b](c) _d_ <e>", nl: "x", en: "x" };
    const byName = new Map(stage.edition.questionnaire.byName).set("progress", {
      ...question,
      labels,
    });
    const edition = { ...stage.edition, questionnaire: { ...stage.edition.questionnaire, byName } };
    expect(say({ ...stage, edition }, "fr", '{{label "progress"}}')).toBe(
      "\\*a\\* \\[b\\](c) \\_d\\_ \\<e\\>",
    );
  });

  test("of scales are their ends", () => {
    expect(fr('{{scale "progress"}}, {{scale-minimum "human"}}, {{scale-maximum "human"}}')).toBe(
      "0 à 10, 0, 10",
    );
  });
});

describe("the edition", () => {
  test("says its dates, title and territory in the language", () => {
    expect(fr('{{date "closing"}}, {{date-range "fieldwork"}}, {{year}}')).toBe(
      "30~avril 2018, 5~octobre 2017 au 25~avril 2018, 2018",
    );
    expect(nl("{{title}} {{subtitle}} {{territory}} {{in-territory}} {{licence}}")).toBe(
      "Smart~City-strategieën en -projecten in België Barometer 2018 België in België CC BY 4.0",
    );
    expect(en("{{small-base}} {{hidden-base}}")).toBe("30 3");
  });

  test("counts what was read, and lists corrections by reason", () => {
    const { counts } = stage.intake;
    expect(
      en('{{intake "read"}} {{intake "kept" one="municipality" other="municipalities"}}'),
    ).toBe(`${counts.read} 123~municipalities`);
    expect(fr("{{#corrections}}\n- {{reason}} : {{number}}\n{{/corrections}}\n")).toBe(
      [
        "- réponse d’essai : 2",
        "- erreur de saisie : 1",
        "- erreur d’unité : 1",
        "- demande de la commune : 2",
        "- commune identifiée après coup : 2",
        "",
      ].join("\n"),
    );
  });

  test("prints what depends on its state", () => {
    expect(fr('{{#reconstruction}}a{{/reconstruction}}{{#specimen "contact"}}b{{/specimen}}')).toBe(
      "ab",
    );
    const settings = { ...stage.edition.settings, isReconstruction: false };
    const real = { ...stage, edition: { ...stage.edition, settings } };
    expect(say(real, "fr", "{{#reconstruction}}a{{else}}b{{/reconstruction}}")).toBe("b");
  });
});

describe("conditions", () => {
  test("compare unrounded facts with facts and numbers", () => {
    expect(en('{{#if (exceeds "human.mean" "institutional.mean")}}a{{else}}b{{/if}}')).toBe("a");
    expect(en('{{#if (exceeds "areas.energy.share" 0.5)}}a{{else}}b{{/if}}')).toBe("b");
    expect(en('{{#unless (exceeds "areas.energy.share" 0.5)}}a{{/unless}}')).toBe("a");
    expect(
      en('{{#if (equals-printed "areas.energy.share" "areas.governance.share")}}same{{/if}}'),
    ).toBe("same");
  });

  test("leave out what the edition doesn't ask or hold", () => {
    expect(
      en(
        '{{#asked "funding"}}a{{/asked}}{{#asked "factors"}}b{{/asked}}{{#asked "tax"}}c{{else}}d{{/asked}}',
      ),
    ).toBe("abd");
    expect(
      en(
        '{{#has-segment "region:flanders"}}a{{/has-segment}}{{#has-segment "region:x"}}b{{/has-segment}}',
      ),
    ).toBe("a");
  });
});

describe("things on the page", () => {
  test("become blocks in paragraphs of their own", () => {
    const { value } = renderTemplate(
      request(
        stage,
        "fr",
        'a\n\n{{chart "roles"}}\n\n{{key-figure "mean" "progress" label="avancement" note="en moyenne"}}\n\n{{contents "figures"}}',
      ),
    );
    expect(value?.markdown.split(/\n{2,}/).filter((line) => line !== "")).toEqual([
      "a",
      "\uE0020\uE003",
      "\uE0021\uE003",
      "\uE0022\uE003",
    ]);
    expect(value?.blocks).toEqual([
      { kind: "chart", id: "roles", of: "roles", segment: null },
      {
        kind: "key-figure",
        value: { text: "3,64", facts: ["progress.mean"], kind: "fact" },
        label: "avancement",
        note: "en moyenne",
      },
      { kind: "contents", of: "figures" },
    ]);
  });

  test("are pointed to, and foreign words are marked, in Markdown", () => {
    expect(
      fr('{{ref "chart:roles"}} {{ref "section:method"}} {{in-language "en" "Smart *Living*"}}'),
    ).toBe("[](#figure-roles) [](#section-method) [Smart \\*Living\\*](lang:en)");
  });
});

describe("partials", () => {
  test("are put in where they stand, with their own places in errors", () => {
    const { value, diagnostics } = renderTemplate(
      request(stage, "fr", "a\n{{> more}}\nb", { more: "{{year}}\n" }),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.markdown).toBe("a\n\uE0000\uE001\nb");
    const bad = renderTemplate(
      request(stage, "fr", "{{> more}}", { more: '\n{{mean "progres"}}' }),
    );
    expect(
      bad.diagnostics.map(({ code, place }) => [code, place?.kind === "file" && place.file]),
    ).toEqual([[T.unknownQuestion.code, "more.md"]]);
  });

  test("that are missing, or use themselves, are errors", () => {
    expect(places(fails("{{> nothing}}"))).toEqual([[T.unknownPartial.code, 1, 1, 13]]);
    const loop = renderTemplate(request(stage, "fr", "{{> a}}", { a: "{{> b}}", b: "{{> a}}" }));
    expect(places(loop.diagnostics)).toEqual([[T.partialInItself.code, 1, 1, 7]]);
  });
});

test("all that goes wrong in a text is said at once", () => {
  const text = '{{mean "progres"}} {{shar "areas.energy"}}\n{{share "areas.enrgy"}} {{year}}';
  expect(fails(text).map(({ code }) => code)).toEqual([
    T.unknownQuestion.code,
    T.unknownHelper.code,
    T.unknownChoice.code,
  ]);
});

test("comments are left out", () => {
  expect(fr("a{{! not 5 }}b{{!-- {{year}} --}}c")).toBe("abc");
});

describe("texts that are written once for every segment", () => {
  const names = (cut: string) =>
    en(`{{#each-segment cut="${cut}"}}{{segment here}};{{/each-segment}}`);

  test("are printed for each part of a cut, in the order of tables", () => {
    expect(names("region")).toBe("Flanders;Wallonia;Brussels;");
    expect(names("nature")).toBe("rural municipalities;urban municipalities;");
  });

  test("pass over the province that is a region as a whole", () => {
    expect(names("province").split(";").slice(0, -1)).toEqual([
      "Antwerp",
      "Limburg",
      "East Flanders",
      "Flemish Brabant",
      "West Flanders",
      "Walloon Brabant",
      "Hainaut",
      "Liège",
      "Luxembourg",
      "Namur",
    ]);
  });

  test("say the figures of the segment at hand, also in a partial", () => {
    const each = '{{#each-segment cut="region"}}{{> one}} {{/each-segment}}';
    const one = '{{mean "progress" in=here}}';
    const { value } = renderTemplate(request(stage, "en", each, { one }));
    expect(value && visible(plainText(value))).toBe("3.53 3.72 4.00 ");
  });

  test("ask for a chart of the segment under a name of its own", () => {
    const text = '{{#each-segment cut="region"}}\n\n{{chart "areas" in=here}}\n\n{{/each-segment}}';
    expect(renderTemplate(request(stage, "fr", text)).value?.blocks[2]).toEqual({
      kind: "chart",
      id: "areas-region-brussels",
      of: "areas",
      segment: "region:brussels",
    });
  });

  test("know whether a segment has enough answers, lies in a region, and is above the whole", () => {
    const each = (condition: string) =>
      en(
        `{{#each-segment cut="region"}}{{#if ${condition}}}{{segment here}};{{/if}}{{/each-segment}}`,
      );
    expect(each('(has-base "progress" in=here least=10)')).toBe("Flanders;Wallonia;");
    expect(each('(is-shown "progress.mean" in=here)')).toBe("Flanders;Wallonia;Brussels;");
    expect(each('(exceeds (fact "progress.mean" in=here) "progress.mean")')).toBe(
      "Wallonia;Brussels;",
    );
    expect(
      en(
        '{{#each-segment cut="province"}}{{#if (is-in here "region:flanders")}}{{segment here}};{{/if}}{{/each-segment}}',
      ),
    ).toBe("Antwerp;Limburg;East Flanders;Flemish Brabant;West Flanders;");
  });

  test("mean nothing outside: here is an error with its place", () => {
    expect(places(fails('a {{mean "progress" in=here}}'))).toEqual([
      [T.localOutsideBlock.code, 1, 3, 27],
    ]);
  });
});

describe("shares on few answers", () => {
  test("are said as counts, with the noun that fits", () => {
    expect(fr('{{portion "citizens.yes" in="region:brussels"}}')).toBe("3~communes sur~4");
    expect(nl('{{portion "citizens.yes" in="region:flanders"}}')).toBe("21%");
    const one = { ...fact(stage, "citizens.yes.share@region:brussels"), value: 0.25, count: 1 };
    expect(
      say(withFacts(stage, one), "fr", '{{portion "citizens.yes" in="region:brussels"}}'),
    ).toBe("1~commune sur~4");
  });
});

describe("the answers named most", () => {
  test("are all that share the highest share", () => {
    expect(en('{{most-named "areas"}}')).toBe(
      "‘Energy optimisation’ and ‘Governance and citizen participation’ (44% each)",
    );
    expect(fr('{{most-named "associations" in="region:flanders"}}')).toBe(
      "«⍽Digitalisation de la ville⍽» (88⍽%)",
    );
  });

  test("fill as many places as are asked for, and more where the last one is shared", () => {
    expect(nl('{{most-named "areas" n=3}}')).toBe(
      "‘Energieoptimalisatie’ en ‘Bestuur en burgerparticipatie’ (telkens 44%) en ‘Transport en mobiliteit’ (43%)",
    );
  });

  test("are counted where few answered", () => {
    expect(en('{{most-named "engagement" in="region:brussels"}}')).toMatch(
      /4.of 4.municipalities\)$/,
    );
  });

  test("of a ranking are those ranked first", () => {
    expect(
      en('{{label (nth-choice "dimensions" n=1)}}: {{rank-1 (nth-choice "dimensions" n=1)}}'),
    ).toMatch(/^Smart \w+: \d+%$/);
  });
});

describe("works of the bibliography", () => {
  const bibliography = new Map(
    [
      { id: "one", authors: ["Nam"] },
      { id: "two", authors: ["Nam", "Pardo"] },
      { id: "three", authors: ["Giffinger", "Fertner", "Kramar"] },
      { id: "none", authors: [], organisation: { fr: "OCDE", nl: "OESO", en: "OECD" } },
    ].map(({ authors, ...entry }) => [
      entry.id,
      {
        ...entry,
        year: 2011,
        title: { fr: "T", nl: "T", en: "T" },
        authors: authors.map((family) => ({ family, given: "T." })),
      },
    ]),
  );
  const cite = (language: Language, text: string) => {
    const { value } = renderTemplate({ ...request(stage, language, text), bibliography });
    return value && visible(plainText(value));
  };

  test("are cited by author and year, and linked", () => {
    expect(cite("fr", '{{cite "two"}}')).toBe("[Nam et Pardo (2011)](#reference-two)");
    expect(cite("nl", '{{cite "two" brackets=true}}')).toBe(
      "([Nam en Pardo, 2011](#reference-two))",
    );
    expect(cite("en", '{{cite "one"}}')).toBe("[Nam (2011)](#reference-one)");
    expect(cite("nl", '{{cite "three"}}')).toBe("[Giffinger e.a. (2011)](#reference-three)");
    expect(cite("fr", '{{cite "none"}}')).toBe("[OCDE (2011)](#reference-none)");
  });

  test("that aren't there are an error with the nearest known one", () => {
    const { diagnostics } = renderTemplate({
      ...request(stage, "en", '{{cite "tow"}}'),
      bibliography,
    });
    expect(diagnostics.map(({ code, hints }) => [code, hints])).toEqual([
      [T.unknownCitation.code, ["Did you mean two?"]],
    ]);
  });
});

describe("municipalities by their official language", () => {
  test("are named in it, each marked as being in it", () => {
    expect(nl('{{count-in-language "de"}}: {{municipalities-in-language "de"}}')).toBe(
      "9: [Amel](lang:de), [Büllingen](lang:de), [Burg-Reuland](lang:de), [Bütgenbach](lang:de), [Eupen](lang:de), [Kelmis](lang:de), [Lontzen](lang:de), [Raeren](lang:de) en [Sankt Vith](lang:de)",
    );
  });
});
