import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/edition.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { parseEditionSettings } from "../../src/edition/parse-edition-settings.ts";

const file = "data/2018/edition.yaml";
const text = readFileSync(file, "utf8");

/** Code, line and hints of each diagnostic of the 2018 settings after a change. */
function diagnose(from: string | RegExp, to: string): readonly string[] {
  expect(text).toMatch(from);
  const { diagnostics } = parseEditionSettings({ file, text: text.replace(from, to) });
  return diagnostics.map(show);
}

function show({ code, place, hints }: Diagnostic): string {
  return [code, place?.kind === "file" ? place.line : 0, ...hints].join(" ");
}

const line = (start: string): number =>
  text.split("\n").findIndex((each) => each.trimStart().startsWith(start)) + 1;

describe("the settings of 2018", () => {
  it("name publications that can be made, with the nearest one for a slip", () => {
    expect(diagnose("publications: [report]", "publications: [reprot]")).toEqual([
      `${catalogue.settingsWrongValue.code} ${line("publications:")} Did you mean "report"?`,
    ]);
  });

  it("are read as they stand", () => {
    const { value, diagnostics } = parseEditionSettings({ file, text });
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      settings: {
        year: 2018,
        title: {
          fr: "Stratégies et projets Smart\u00A0City en Belgique",
          nl: "Smart\u00A0City-strategieën en -projecten in België",
          en: "Smart\u00A0City strategies and projects in Belgium",
        },
        subtitle: { fr: "Baromètre 2018", nl: "Barometer 2018", en: "Barometer 2018" },
        institute: {
          name: {
            fr: "Institut de la ville intelligente (exemple)",
            nl: "Instituut voor de slimme stad (voorbeeld)",
            en: "Institute for the Smart City (specimen)",
          },
          isSpecimen: true,
        },
        authors: [
          {
            name: {
              fr: "Prénom Nom (exemple)",
              nl: "Voornaam Naam (voorbeeld)",
              en: "First-name Surname (specimen)",
            },
            isSpecimen: true,
          },
        ],
        contact: {
          text: {
            fr: "Coordonnées de l’institut (exemple)",
            nl: "Contactgegevens van het instituut (voorbeeld)",
            en: "Contact details of the institute (specimen)",
          },
          isSpecimen: true,
        },
        licence: "CC BY 4.0",
        languages: ["fr", "nl", "en"],
        territory: "belgium",
        fieldwork: { from: "2017-10-05", to: "2018-04-25" },
        closing: "2018-04-30",
        date: "2018-06-14",
        smallBase: 30,
        hiddenBase: 3,
        isReconstruction: true,
        publications: ["report"],
      },
      files: {
        survey: "survey.xlsx",
        questionnaire: "questionnaire.xlsx",
        register: "../register/municipalities-2018.csv",
        corrections: "corrections.csv",
        published: "published.csv",
      },
    });
  });

  it("may be those of a region that shares the country's files", () => {
    const regional = text
      .replace("territory: belgium", "territory: region:wallonia")
      .replace("survey: survey.xlsx", "survey: { file: ../2018/survey.xlsx }")
      .replace("languages: [fr, nl, en]", "languages: [en, fr]")
      .replace(/name: \{ fr: Prénom.*\n.*\n/, "name: N. N.\n")
      .replace(/^(corrections|published): .*\n/gm, "");
    const { value, diagnostics } = parseEditionSettings({ file, text: regional });
    expect(diagnostics).toEqual([]);
    expect(value?.settings.territory).toEqual({ region: "wallonia" });
    expect(value?.settings.languages).toEqual(["fr", "en"]);
    const name = { fr: "N. N.", nl: "N. N.", en: "N. N." };
    expect(value?.settings.authors).toEqual([{ name, isSpecimen: false }]);
    expect(value?.files).toMatchObject({
      survey: "../2018/survey.xlsx",
      corrections: undefined,
      published: undefined,
    });
  });
});

describe("what is wrong is said at its line", () => {
  it("an unknown key, with the nearest known one", () => {
    expect(diagnose("closing:", "closng:")).toEqual([
      `${catalogue.settingsMissingKey.code} 2 Add "closing" to this file.`,
      `${catalogue.settingsUnknownKey.code} ${line("closing:")} Did you mean "closing"?`,
    ]);
    expect(diagnose("{ from: 2017-10-05", "{ until: 1, from: 2017-10-05")).toEqual([
      `${catalogue.settingsUnknownKey.code} ${line("fieldwork:")} Known here: from, to.`,
    ]);
  });

  it("a missing language", () => {
    expect(diagnose("  nl: Barometer 2018\n", "")).toEqual([
      `${catalogue.settingsMissingKey.code} ${line("subtitle:") + 1} Add "nl" to "subtitle".`,
    ]);
  });

  it("values of the wrong kind, all in one run", () => {
    const broken = text
      .replace("year: 2018", "year: twenty")
      .replace("closing: 2018-04-30", "closing: 30/04/2018")
      .replace("territory: belgium", "territory: region:walonia")
      .replace("smallBase: 30", "smallBase: -1")
      .replace("survey: survey.xlsx", "survey: [a]");
    const { value, diagnostics } = parseEditionSettings({ file, text: broken });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`).sort()).toEqual([
      `E033 closing: a date is written year-month-day: 2018-04-30`,
      `E033 smallBase: it is below 0`,
      `E033 survey: a file's name is expected, such as "survey.xlsx" or "../2018/survey.xlsx"`,
      `E033 territory: "region:walonia" is not one of the possible values`,
      `E033 year: "twenty" is not of type number`,
    ]);
  });

  it("dates and bases that contradict each other", () => {
    const wrong = catalogue.settingsWrongValue.code;
    expect(diagnose("to: 2018-04-25", "to: 2016-04-25")).toEqual([
      `${wrong} ${line("fieldwork:")}`,
    ]);
    expect(diagnose("closing: 2018", "closing: 2015")).toEqual([`${wrong} ${line("closing:")}`]);
    expect(diagnose("date: 2018-06-14", "date: 2018-04-29")).toEqual([`${wrong} ${line("date:")}`]);
    expect(diagnose("hiddenBase: 3", "hiddenBase: 31")).toEqual([
      `${wrong} ${line("hiddenBase:")}`,
    ]);
  });

  it("dates that may be slips are warned of: fieldwork after closing, and years that lie far away", () => {
    const found = (from: string, to: string) => {
      const { diagnostics } = parseEditionSettings({ file, text: text.replace(from, to) });
      return diagnostics.map(({ code, severity, message }) => [code, severity, message]);
    };
    const far = catalogue.dateFarFromYear.code;
    expect(found("to: 2018-04-25", "to: 2018-05-25")).toEqual([
      [
        catalogue.fieldworkAfterClosing.code,
        "warning",
        "the fieldwork ends on 2018-05-25, after closing on 2018-04-30",
      ],
    ]);
    expect(found("date: 2018-06-14", "date: 2028-06-14")).toEqual([
      [far, "warning", "date is 2028-06-14, far from the edition's year 2018"],
    ]);
    expect(found("from: 2017-10-05", "from: 2007-10-05")).toEqual([
      [far, "warning", "fieldwork.from is 2007-10-05, far from the edition's year 2018"],
    ]);
    expect(found("date: 2018-06-14", "date: 2019-06-14")).toEqual([]);
  });

  it("a file that is not YAML", () => {
    expect(diagnose("year: 2018", "year: [2018")[0]).toContain(catalogue.settingsNotReadable.code);
  });
});
