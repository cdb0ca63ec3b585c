import { beforeAll, describe, expect, it } from "vitest";
import type { ChartSpecification } from "../../src/charts/chart.ts";
import { defaultSpecifications } from "../../src/charts/default-specifications.ts";
import { type DrawnChart, drawChart } from "../../src/charts/draw-charts.ts";
import { groupQuestions } from "../../src/charts/question-table.ts";
import { measureWith } from "../../src/charts/run-view.ts";
import { type Language, languages } from "../../src/edition/language.ts";
import { readEdition } from "../../src/edition/read-edition.ts";
import { readWorkbookFile } from "../../src/edition/read-workbook-file.ts";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { inlineMark } from "../../src/wording/printed.ts";
import { renderInline } from "../../src/wording/template/render-inline.ts";
import { openWorkbookReader } from "../../src/workbook/open-workbook-reader.ts";
import {
  makeQuestionnaire,
  mountProject,
  projectFolder,
  readCaseFile,
  readProject,
} from "../editions/made-up-project.ts";
import { shippedStrings } from "../wording/shipped-strings.ts";
import { labelBoxes, outside, overlaps } from "./label-boxes.ts";
import { fonts, house, words } from "./shipped-look.ts";

/** The small edition with a question of every type, and "plan" asked on a scale. */
async function readAnswers() {
  const name = "every-type-of-question";
  const table = (sheet: string) => readCaseFile(name, `data/2018/questionnaire/${sheet}.csv`);
  const asked = "Do you have a plan?,yes,,,";
  const survey = table("survey").replace(asked, "Do you have a plan?,yes,,likert,");
  if (survey === table("survey")) throw new Error("the question is asked otherwise");
  const platform = mountProject({
    ...readProject(name),
    "data/2018/questionnaire.xlsx": makeQuestionnaire({ survey, choices: table("choices") }),
  });
  const workbooks = openWorkbookReader({ worker: undefined });
  const request = { project: projectFolder, edition: "2018", platform, workbooks };
  const { value: edition } = await readEdition(request);
  const workbook = edition && (await readWorkbookFile(edition.survey, platform, workbooks)).value;
  const intake = workbook && takeIn({ edition, workbook }).value;
  const facts = intake && computeFacts({ edition, intake }).value;
  if (!facts) throw new Error("the small edition cannot be read");
  return { edition, intake, facts };
}

let read: Awaited<ReturnType<typeof readAnswers>>;
let specifications: readonly ChartSpecification[];

beforeAll(async () => {
  read = await readAnswers();
  const scene = { facts: read.facts, strings: shippedStrings() };
  specifications = groupQuestions(read.edition).flatMap((group) =>
    defaultSpecifications(group, scene),
  );
  measureWith(fonts);
});

function caption(specification: ChartSpecification, language: Language): string {
  const { value, diagnostics } = renderInline({
    ...{ file: specification.file, text: specification.caption[language] },
    ...{ language, words: words[language], ...read, partials: new Map() },
  });
  expect(diagnostics).toEqual([]);
  return (value?.markdown ?? "").replaceAll(
    new RegExp(`${inlineMark.open}(\\d+)${inlineMark.close}`, "g"),
    (_, index: string) => value?.printed[Number(index)]?.text ?? "?",
  );
}

async function draw(specification: ChartSpecification, language: Language): Promise<DrawnChart> {
  const { edition, facts } = read;
  const setting = { facts, edition, words: words[language], house, fonts, widthPt: 361.28 };
  const { value, diagnostics } = await drawChart({ ...setting, specification });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error(`${specification.id} is not drawn`);
  return value;
}

describe("questions that no text is about", () => {
  it("have a form of their kind each, a matrix one for all its rows; free text and amounts of few have none", () => {
    expect(specifications.map(({ id, form, sort }) => `${id} ${form} ${sort}`)).toEqual([
      "question-role sorted-bars value",
      "question-staff quartiles value",
      "question-plan diverging-bars value",
      "question-goals sorted-bars value",
      "question-trust dots-with-intervals value",
      "question-stages stacked-bars value",
      "question-progress distribution value",
      "question-priorities ranking value",
    ]);
    const spending = read.facts.byId.get("spending.median");
    expect(spending?.base).toBeLessThan(10);
  });

  it("are drawn in every language with no label cut or printed over another", async () => {
    for (const language of languages) {
      for (const specification of specifications) {
        const { chart, view } = await draw(specification, language);
        const boxes = labelBoxes(view.scene);
        const faults = [...outside(boxes, chart.widthPt, chart.heightPt), ...overlaps(boxes)];
        expect([specification.id, language, ...faults]).toEqual([specification.id, language]);
        expect(chart.table.rows.length).toBeGreaterThan(0);
      }
    }
  });

  it("have captions with their figures in every language", async () => {
    const lines = specifications.flatMap((specification) => [
      specification.id,
      ...languages.map((language) => `  ${language}: ${caption(specification, language)}`),
    ]);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("expected/default-captions.txt");
  });

  it("are titled with their label", () => {
    const [first] = specifications;
    expect(first?.title.nl).toBe('{{label "role"}}');
  });

  it("have a chart each where no form shows the rows of a matrix together", () => {
    const { questionnaire } = read.edition;
    const goals = questionnaire.byName.get("goals");
    const role = questionnaire.byName.get("role");
    if (!goals || !role) throw new Error("no questions");
    const group = { name: "both", isMatrix: true, questions: [goals, role] };
    const made = defaultSpecifications(group, { facts: read.facts, strings: shippedStrings() });
    expect(made.map(({ id, form }) => `${id} ${form}`)).toEqual([
      "question-goals sorted-bars",
      "question-role sorted-bars",
    ]);
  });
});
