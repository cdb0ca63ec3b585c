import { beforeAll, describe, expect, test } from "vitest";
import * as data from "../../src/diagnostics/catalogue/data.ts";
import * as edition from "../../src/diagnostics/catalogue/edition.ts";
import * as languages from "../../src/diagnostics/catalogue/languages.ts";
import * as plan from "../../src/diagnostics/catalogue/plan.ts";
import * as text from "../../src/diagnostics/catalogue/text.ts";
import type { Ran } from "../cli/run-main.ts";
import { compareFileWithExpected } from "./compare-with-expected.ts";
import { describeRun } from "./describe-output.ts";
import { buildOnce, expectOutput } from "./last-output.ts";
import {
  type FileChanges,
  filesUnder,
  makeQuestionnaire,
  makeSurvey,
  mountProject,
  readCaseFile,
  readProject,
  readShippedTemplate,
  runIn,
} from "./made-up-project.ts";

const good = readProject("small-report", "corrections-change-a-rank");
const surveyFile = "data/2018/survey.xlsx";
const questionnaireFile = "data/2018/questionnaire.xlsx";
const ledgerFile = "data/2018/corrections.csv";

const survey = readCaseFile("corrections-change-a-rank", "data/2018/survey.csv");
const ledger = readCaseFile("corrections-change-a-rank", ledgerFile);
const settings = readCaseFile("corrections-change-a-rank", "data/2018/edition.yaml");
const form = readCaseFile("small-report", "data/2018/questionnaire/survey.csv");
const choices = readCaseFile("small-report", "data/2018/questionnaire/choices.csv");

/** Every test starts with what a build of the good project made, and wants it back byte for byte. */
let lastOutput: FileChanges = {};
beforeAll(async () => {
  lastOutput = await buildOnce(good);
});

/** The survey with one text replaced, which has to be there. */
function surveyWith(from: string, to: string): FileChanges {
  return { [surveyFile]: makeSurvey(replaced(survey, from, to)) };
}

function formWith(from: string | RegExp, to: string): FileChanges {
  return {
    [questionnaireFile]: makeQuestionnaire({ survey: replaced(form, from, to), choices }),
  };
}

function ledgerWith(line: string): FileChanges {
  return { [ledgerFile]: `${ledger}${line}\n` };
}

function findingsWith(language: string, sentence: string): FileChanges {
  const file = `templates/report/${language}/findings.md`;
  return { [file]: `${readCaseFile("small-report", file)}\n${sentence}\n` };
}

function inEachLanguage(sentence: string): FileChanges {
  return Object.assign({}, ...["fr", "nl", "en"].map((each) => findingsWith(each, sentence)));
}

function replaced(whole: string, from: string | RegExp, to: string): string {
  const changed = whole.replace(from, to);
  if (changed === whole) throw new Error(`nothing to replace: ${from}`);
  return changed;
}

/** What Excel writes for a protected file: a compound file with an encrypted package. */
const protectedWorkbook = new Uint8Array(
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from("EncryptedPackage", "utf16le"),
    Buffer.alloc(600),
  ]),
);

interface BadInput {
  readonly changes: FileChanges;
  /** In the order in which they are told. */
  readonly codes: readonly string[];
  readonly exitCode: number;
}

const badInputs: Readonly<Record<string, BadInput>> = {
  "a survey that isn't there": {
    changes: { [surveyFile]: undefined, "data/2018/surveys.xlsx": good[surveyFile] },
    codes: [edition.missingFile.code],
    exitCode: 3,
  },
  "a questionnaire that isn't there": {
    changes: { [questionnaireFile]: undefined },
    codes: [edition.missingFile.code],
    exitCode: 3,
  },
  "a survey that is no workbook": {
    changes: { [surveyFile]: survey },
    codes: [edition.notAWorkbook.code],
    exitCode: 3,
  },
  "a survey protected by a password": {
    changes: { [surveyFile]: protectedWorkbook },
    codes: [edition.passwordProtected.code],
    exitCode: 3,
  },
  "an empty survey": {
    changes: { [surveyFile]: new Uint8Array() },
    codes: [edition.emptyFile.code],
    exitCode: 3,
  },
  "a survey without a single response": {
    changes: {
      [surveyFile]: makeSurvey(survey.slice(0, survey.indexOf("\n") + 1)),
      [ledgerFile]: ledger.slice(0, ledger.indexOf("\n") + 1),
    },
    codes: [data.noResponseKept.code],
    exitCode: 1,
  },
  "a column that is missing from the survey": {
    changes: surveyWith("Q01,Q02,", "Q01,Q2,"),
    codes: [data.missingColumn.code, data.unknownColumn.code],
    exitCode: 1,
  },
  "a score of 22": {
    changes: surveyWith("Dinant,6,", "Dinant,22,"),
    codes: [data.outOfRange.code],
    exitCode: 1,
  },
  "a text where a number is expected": {
    changes: surveyWith("Dinant,6,", "Dinant,inconnu,"),
    codes: [data.textForNumber.code],
    exitCode: 1,
  },
  "an answer code that the questionnaire doesn't know": {
    changes: surveyWith("Ciney,2,Y,,,,N,", "Ciney,2,Y,,,,A9,"),
    codes: [data.unknownChoice.code],
    exitCode: 1,
  },
  "a municipality that doesn't exist": {
    changes: surveyWith("Verviers", "Vervier sur Vesdre"),
    codes: [data.unknownMunicipality.code],
    exitCode: 1,
  },
  "a municipality with a letter too many": {
    changes: surveyWith("Charleroi", "Charlerois"),
    codes: [data.unknownMunicipality.code],
    exitCode: 1,
  },
  "a municipality that may be two": {
    changes: surveyWith("Charleroi", "Saint-Nicolas"),
    codes: [data.ambiguousMunicipality.code],
    exitCode: 1,
  },
  "a line of the ledger whose was is stale": {
    changes: { [ledgerFile]: replaced(ledger, "spending,60000,60", "spending,6000,60") },
    codes: [data.ledgerStale.code],
    exitCode: 1,
  },
  "a line of the ledger whose now is wrong": {
    changes: { [ledgerFile]: replaced(ledger, "progress,33,4", "progress,33,44") },
    codes: [data.outOfRange.code],
    exitCode: 1,
  },
  "two lines of the ledger about one cell": {
    changes: ledgerWith("7,change,progress,33,5,entry-error,2018-04-04,"),
    codes: [data.ledgerStale.code],
    exitCode: 1,
  },
  "a survey without the responses' ids": {
    changes: surveyWith("id,submitdate,", "seed2,submitdate,"),
    codes: [data.missingPlatformColumn.code, data.unknownColumn.code],
    exitCode: 1,
  },
  "a survey of full answers": {
    changes: {
      [surveyFile]: makeSurvey(replaced(replaced(survey, /,Y(?=,)/g, ",Oui"), /,N(?=,)/g, ",Non")),
    },
    codes: [data.textsForCodes.code, data.textsForCodes.code],
    exitCode: 1,
  },
  "a register that isn't there": {
    changes: { "data/register/municipalities-2018.csv": undefined },
    codes: [edition.missingFile.code],
    exitCode: 3,
  },
  "a line of the ledger about a response and a question that don't exist": {
    changes: ledgerWith(
      "99,change,progress,1,2,entry-error,2018-04-03,\n1,change,progres,4,2,entry-error,2018-04-03,",
    ),
    codes: [data.ledgerUnknownResponse.code, data.ledgerUnknownQuestion.code],
    exitCode: 1,
  },
  "an answer to a question that wasn't asked": {
    changes: surveyWith("Ciney,2,Y,,,,N,,", "Ciney,2,Y,,,,N,50,"),
    codes: [data.answerNotAsked.code],
    exitCode: 1,
  },
  "several mistakes in one survey": {
    changes: {
      [surveyFile]: makeSurvey(
        replaced(
          replaced(replaced(survey, "Dinant,6,", "Dinant,-1,"), "Verviers", "Verwiers"),
          "Ciney,2,Y,,,,N,",
          "Ciney,deux,Y,,,,A9,",
        ),
      ),
    },
    codes: [
      data.outOfRange.code,
      data.textForNumber.code,
      data.unknownChoice.code,
      data.unknownMunicipality.code,
    ],
    exitCode: 1,
  },
  "a questionnaire without Dutch labels": {
    changes: formWith("label::Nederlands (nl)", "label::Deutsch (de)"),
    codes: [edition.missingLanguage.code, edition.unknownFormColumn.code],
    exitCode: 1,
  },
  "a questionnaire in which one Dutch label is missing": {
    changes: formWith("Is er een budget?", ""),
    codes: [edition.missingLabel.code],
    exitCode: 1,
  },
  "a template that can't be parsed": {
    changes: findingsWith("nl", '{{#asked "progress"}} nooit afgesloten'),
    codes: [text.templateSyntax.code],
    exitCode: 1,
  },
  "a helper that doesn't exist": {
    changes: findingsWith("fr", 'La moyenne est de {{maen "progress"}}.'),
    codes: [text.unknownHelper.code],
    exitCode: 1,
  },
  "a fact that doesn't exist": {
    changes: findingsWith(
      "en",
      'Energy: {{share "areas.enrgy"}}; the mean of energy: {{mean "areas"}}.',
    ),
    codes: [text.unknownChoice.code, text.unknownStatistic.code],
    exitCode: 1,
  },
  "a part for a question whose name has a letter too many": {
    changes: inEachLanguage('{{#asked "areass"}}{{share "areass.energy"}}{{/asked}}'),
    codes: [text.perhapsMistyped.code, text.perhapsMistyped.code, text.perhapsMistyped.code],
    exitCode: 1,
  },
  "digits typed by hand": {
    changes: findingsWith("en", "Of all municipalities, 73% are ready."),
    codes: [text.typedDigits.code],
    exitCode: 1,
  },
  "a string that one language lacks": {
    changes: {
      "templates/wording/nl.yaml": replaced(
        readShippedTemplate("wording/nl.yaml"),
        /^ {2}responseRate: .*\n/m,
        "",
      ),
    },
    codes: [languages.stringMissing.code],
    exitCode: 1,
  },
  "a heading that one language lacks": {
    changes: findingsWith("fr", "## Encore un titre\n\nEt un alinéa."),
    codes: [languages.headingsDiffer.code, languages.headingsDiffer.code],
    exitCode: 1,
  },
  "a chart that stands twice": {
    changes: inEachLanguage('{{chart "areas"}}'),
    codes: [plan.placedTwice.code, plan.placedTwice.code, plan.placedTwice.code],
    exitCode: 1,
  },
  "an image and a struck word, which no publication has": {
    changes: inEachLanguage("![](picture.png) and ~~not~~ this"),
    codes: Array.from({ length: 6 }, () => plan.unsupportedMarkdown.code),
    exitCode: 1,
  },
  "a plan without sections": {
    changes: { "templates/report/report.yaml": "sections: []\n" },
    codes: [plan.planWrongValue.code],
    exitCode: 1,
  },
  "settings with an unknown key, a wrong date and a territory that doesn't exist": {
    changes: {
      "data/2018/edition.yaml": [
        replaced(settings, "closing: 2018-03-31", "closing: 31/03/2018"),
        "closng: 2018-03-31",
      ]
        .join("")
        .replace("region:wallonia", "region:walonia"),
    },
    codes: [
      edition.settingsWrongValue.code,
      edition.settingsWrongValue.code,
      edition.settingsUnknownKey.code,
    ],
    exitCode: 2,
  },
  "an empty ledger": {
    changes: { [ledgerFile]: "" },
    codes: [edition.emptyFile.code],
    exitCode: 3,
  },
  "a ledger with an action, a reason and a date that don't exist": {
    changes: ledgerWith("1,chnge,progress,4,2,entry-eror,2018-13-03,"),
    codes: Array.from({ length: 3 }, () => edition.wrongTableValue.code),
    exitCode: 1,
  },
  "a text that one language lacks": {
    changes: { "templates/report/nl/findings.md": undefined },
    codes: [plan.templateMissing.code],
    exitCode: 3,
  },
};

describe("bad input stops the build with its place and the next step", () => {
  test.each(Object.entries(badInputs))("%s", async (title, { changes, codes, exitCode }) => {
    const platform = mountProject({ ...good, ...lastOutput, ...changes });
    const ran = await runIn(platform, "build", "--edition", "2018");
    compareFileWithExpected(
      `bad-input/expected/${title.replaceAll(/[^a-z0-9]+/gi, "-")}.txt`,
      describeRun("build --edition 2018", ran),
    );
    expect(codesOf(ran)).toEqual(codes);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toMatch(/Nothing in out\/2018 was replaced\.\n$/);
    expectOutput(platform, lastOutput);
  });
});

function codesOf({ stderr }: Ran): readonly string[] {
  return [...stderr.matchAll(/^(?:error|warning)\[([A-Z]\d{3})\]/gm)].map(([, code = ""]) => code);
}

describe("a ledger as spreadsheet programs save it", () => {
  const written: Readonly<Record<string, string>> = {
    "with semicolons": ledger.replaceAll(",", ";"),
    "with semicolons and the day first": ledger
      .replaceAll(",", ";")
      .replaceAll(/(\d{4})-0(\d)-0(\d)/g, "$3/0$2/$1"),
    "with a byte order mark": `\ufeff${ledger}`,
    "with carriage returns": ledger.replaceAll("\n", "\r\n"),
    "with all of them": `\ufeff${ledger.replaceAll(",", ";").replaceAll("\n", "\r\n")}`,
    "with every field in quotes": ledger.replaceAll(/[^,\n]+/g, '"$&"'),
    "without a last line break": ledger.trimEnd(),
  };

  test.each(Object.entries(written))("is read %s", async (_, text) => {
    const facts = (files: FileChanges) =>
      runIn(mountProject(files), "facts", "--edition", "2018", "--json");
    const ran = await facts({ ...good, [ledgerFile]: text });
    expect(ran).toEqual(await facts(good));
    expect(ran).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

describe("templates as editors of Windows save them", () => {
  test("with a byte order mark and carriage returns give the same output", async () => {
    const templates = Object.entries(good).flatMap(([file, content]): [string, string][] =>
      file.startsWith("templates/") && typeof content === "string"
        ? [[file, `\ufeff${content.replaceAll("\n", "\r\n")}`]]
        : [],
    );
    const platform = mountProject({ ...good, ...Object.fromEntries(templates) });
    const ran = await runIn(platform, "build", "--edition", "2018");
    expect({ exitCode: ran.exitCode, codes: codesOf(ran) }).toEqual({ exitCode: 0, codes: [] });
    const bytesOf = (file: string) => filesUnder(platform, "out").get(file);
    for (const language of ["fr", "nl", "en"])
      expect(bytesOf(`2018/report-${language}.pdf`)).toEqual(
        lastOutput[`out/2018/report-${language}.pdf`],
      );
  });
});

describe("a column that the questionnaire doesn't have", () => {
  test("is left out with a warning, and the build goes on", async () => {
    const changes = surveyWith("Q05,interviewtime", "Q05,Q99");
    const platform = mountProject({ ...good, ...changes });
    const ran = await runIn(platform, "build", "--edition", "2018", "--lang", "nl");
    expect(ran.exitCode).toBe(0);
    expect(codesOf(ran)).toEqual([data.unknownColumn.code]);
    expect(ran.stderr).toContain("data/2018/survey.xlsx › responses › Q1");
  });
});
