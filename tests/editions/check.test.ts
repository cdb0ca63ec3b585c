import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as charts from "../../src/diagnostics/catalogue/charts.ts";
import * as data from "../../src/diagnostics/catalogue/data.ts";
import * as editionCatalogue from "../../src/diagnostics/catalogue/edition.ts";
import * as languages from "../../src/diagnostics/catalogue/languages.ts";
import * as plan from "../../src/diagnostics/catalogue/plan.ts";
import * as record from "../../src/diagnostics/catalogue/record.ts";
import * as text from "../../src/diagnostics/catalogue/text.ts";
import { compareFileWithExpected } from "./compare-with-expected.ts";
import { describeRun } from "./describe-output.ts";
import {
  type FileChanges,
  filesUnder,
  makeSurvey,
  mountProject,
  readCaseFile,
  readProject,
  runIn,
} from "./made-up-project.ts";

const good = readProject("small-report", "corrections-change-a-rank", "checked-report");
const tooLong = readProject(
  "small-report",
  "corrections-change-a-rank",
  "checked-report",
  "what-does-not-fit",
);
const survey = readCaseFile("corrections-change-a-rank", "data/2018/survey.csv");

const template = (path: string) => readCaseFile("checked-report", `templates/${path}`);

function without(whole: string, part: string): string {
  const changed = whole.replace(part, "");
  if (changed === whole) throw new Error(`nothing to take out: ${part}`);
  return changed;
}

const scoreOf22: FileChanges = {
  "data/2018/survey.xlsx": makeSurvey(survey.replace("Dinant,6,", "Dinant,22,")),
};
const noDutchChart: FileChanges = {
  "templates/report/nl/findings.md": without(
    template("report/nl/findings.md"),
    '{{chart "areas"}}\n\n',
  ),
};
const dutchTypo: FileChanges = {
  "templates/report/nl/findings.md": `${template("report/nl/findings.md")}\nEr zijn er 12.\n`,
};

const check = (changes: FileChanges, ...more: readonly string[]) =>
  runIn(mountProject({ ...good, ...changes }), "check", "--edition", "2018", ...more);

const area = z.object({
  name: z.string(),
  state: z.enum(["ok", "warnings", "errors", "not-checked"]),
  errors: z.number(),
  warnings: z.number(),
  counts: z.record(z.string(), z.unknown()).nullable(),
  since: z.string().nullable(),
});
const document = z.looseObject({
  schema: z.literal("barometer/check@1"),
  ok: z.boolean(),
  diagnostics: z.array(z.looseObject({ code: z.string(), severity: z.string() })),
  areas: z.array(area),
});

async function readDocument(changes: FileChanges, ...more: readonly string[]) {
  const ran = await check(changes, ...more, "--json");
  return { ...document.parse(JSON.parse(ran.stdout)), exitCode: ran.exitCode };
}

const statesOf = ({ areas }: z.infer<typeof document>) =>
  Object.fromEntries(areas.map(({ name, state }) => [name, state]));

const cases: Readonly<Record<string, FileChanges>> = {
  "nothing-wrong": {},
  "an-error-in-the-data": scoreOf22,
  "a-chart-missing-in-Dutch": noDutchChart,
  "an-error-in-a-Dutch-text": dutchTypo,
  "words-that-do-not-fit": tooLong,
};

describe("what check says, to people and to programs, of an edition with", () => {
  test.each(Object.entries(cases))("%s", async (name, changes) => {
    const people = await check(changes);
    compareFileWithExpected(
      `checked-report/expected/${name}.txt`,
      describeRun("check --edition 2018", people),
    );
    const programs = await check(changes, "--json");
    expect(programs.exitCode).toBe(people.exitCode);
    compareFileWithExpected(`checked-report/expected/${name}.json`, programs.stdout);
  });
});

describe("an area", () => {
  test("is ticked only when it was looked at", async () => {
    expect(statesOf(await readDocument({}))).toEqual({
      data: "ok",
      texts: "ok",
      languages: "ok",
      layout: "ok",
    });
    expect(statesOf(await readDocument(scoreOf22))).toEqual({
      data: "errors",
      texts: "not-checked",
      languages: "not-checked",
      layout: "not-checked",
    });
    expect(statesOf(await readDocument(tooLong))).toEqual({
      data: "ok",
      texts: "ok",
      languages: "ok",
      layout: "errors",
    });
  });

  test("of languages compares what can be compared where one language has an error", async () => {
    const { areas } = await readDocument(dutchTypo);
    expect(areas.find(({ name }) => name === "languages")).toMatchObject({
      state: "not-checked",
      counts: { sections: 4, ofSections: 5 },
      since: "the texts have errors",
    });
  });

  test("of languages finds differences between the others of a section that is faulty in one", async () => {
    const en = { "templates/report/en/findings.md": "# Findings\n\n## Mobility\n\nA text.\n" };
    const found = await readDocument({ ...dutchTypo, ...en });
    expect(found.diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining([text.typedDigits.code, languages.blocksDiffer.code]),
    );
    expect(statesOf(found)).toMatchObject({ texts: "errors", languages: "errors" });
  });

  test("of layout is looked at although the languages differ", async () => {
    const found = await readDocument(noDutchChart);
    expect(statesOf(found)).toMatchObject({ languages: "errors", layout: "ok" });
    expect(found.exitCode).toBe(1);
  });

  test("of languages is compared in full when one language is asked for, and its pages alone are laid out", async () => {
    const found = await readDocument(noDutchChart, "--lang", "fr");
    expect(found.diagnostics.map(({ code }) => code)).toContain(languages.blocksDiffer.code);
    const layout = found.areas.find(({ name }) => name === "layout");
    expect(layout?.counts).toEqual({ pages: { fr: 5 }, overflows: 0 });
  });

  test("of languages has no tick where there is one language", async () => {
    const settings = readCaseFile("checked-report", "data/2018/edition.yaml");
    const one = settings.replace("languages: [fr, nl, en]", "languages: [nl]");
    const found = await readDocument({ "data/2018/edition.yaml": one });
    expect(statesOf(found)).toMatchObject({ texts: "ok", languages: "not-checked", layout: "ok" });
    expect(found.exitCode).toBe(0);
  });
});

describe("an area that is asked for by name", () => {
  test("is told alone, and decides on the exit code alone", async () => {
    const data = await check(noDutchChart, "data");
    expect(data.exitCode).toBe(0);
    expect(data.stderr).toMatch(/^ {2}✔ Data /m);
    expect(data.stderr).not.toMatch(/Languages|Layout|L\d{3}/);
    const found = await readDocument({ ...noDutchChart, ...tooLong }, "layout");
    expect(found.areas.map(({ name }) => name)).toEqual(["layout"]);
    expect(found.exitCode).toBe(1);
  });

  test("comes with the errors that keep it from being looked at", async () => {
    const found = await readDocument(scoreOf22, "layout");
    expect(statesOf(found)).toEqual({ layout: "not-checked" });
    expect(found.diagnostics.map(({ code }) => code)).toEqual([data.outOfRange.code]);
    expect(found.exitCode).toBe(1);
  });

  test("is guessed at where it doesn't exist", async () => {
    const ran = await check({}, "languges");
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain(`error[${record.unknownArea.code}]`);
    expect(ran.stderr).toContain("Did you mean languages?");
  });
});

test("a text of this year that one language lacks is an error, since that report would say less", async () => {
  const changes = {
    "data/2018/text/fr/commentaire.md": "Un texte.\n",
    "data/2018/text/nl/commentaire.md": "Een tekst.\n",
  };
  const ran = await check(changes);
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toContain("text commentaire.md is missing in en");
  expect(ran.stderr).toContain("data/2018/text/en/commentaire.md");
  expect(ran.stderr).toMatch(/^ {2}✘ Languages {2}1 error/m);
});

describe("what a project holds and nobody prints", () => {
  const codesOf = async (changes: FileChanges) =>
    (await readDocument(changes)).diagnostics.map(({ code }) => code);

  test("a text of this year that no section takes in is a warning, one for all its languages", async () => {
    const changes = {
      "data/2018/text/fr/commentaire.md": "Un texte.\n",
      "data/2018/text/nl/commentaire.md": "Een tekst.\n",
      "data/2018/text/en/commentaire.md": "A text.\n",
    };
    expect(await codesOf(changes)).toEqual([
      editionCatalogue.specimensLeft.code,
      plan.textNotUsed.code,
    ]);
    const ran = await check(changes);
    expect(ran.exitCode).toBe(0);
    expect(ran.stderr).toContain("text commentaire is used by no section (fr, nl, en)");
    expect(ran.stderr).toMatch(/^ {2}▲ Texts {6}1 warning; /m);
    expect(ran.stderr).not.toContain("Nothing is wrong");
  });

  test("a chart or table of its own that no text asks for is a warning; those that come with the program are not", async () => {
    const changes = {
      "templates/charts/budget.yaml": template("charts/areas.yaml").replace("[areas]", "[budget]"),
      "templates/tables/another.yaml": template("tables/sample.yaml"),
    };
    const codes = await codesOf(changes);
    expect(codes.filter((code) => code === charts.figureNotUsed.code)).toHaveLength(2);
    expect((await check(changes)).exitCode).toBe(0);
  });

  test("nothing is called unused while a text can't be understood", async () => {
    const broken = { "templates/report/nl/findings.md": "# Bevindingen\n\n{{#if\n" };
    expect(await codesOf(broken)).not.toContain(charts.figureNotUsed.code);
  });
});

test("check writes nothing where everything fits", async () => {
  const platform = mountProject(good);
  const before = [...platform.snapshot().keys()];
  await runIn(platform, "check", "--edition", "2018");
  expect([...platform.snapshot().keys()]).toEqual(before);
  expect(filesUnder(platform, ".barometer").size).toBe(0);
});
