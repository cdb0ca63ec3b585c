// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a form writes its questions
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../../src/diagnostics/diagnostic.ts";
import { parseQuestionnaire } from "../../src/edition/parse-questionnaire.ts";
import type { Questionnaire } from "../../src/edition/questionnaire.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { makeTextWorkbook } from "../workbook/make-workbook.ts";

const file = "data/test/questionnaire.xlsx";
const labels = ["label::Français (fr)", "label::Nederlands (nl)", "label::English (en)"];
const surveyHeading = ["type", "name", ...labels, "required", "relevant", "appearance"];
const heading = [...surveyHeading, "parameters", "column", "max_rank", "unit"];
const choiceHeading = ["list_name", "name", ...labels, "column"];
type Cells = readonly (string | number)[];

/** A row of sheet survey; labels follow from the name. */
function row(
  type: string,
  name: string,
  more: Readonly<Record<string, string | number>> = {},
): Cells {
  const values: Readonly<Record<string, string | number>> = { type, name, ...more };
  return heading.map((column) => {
    const language = /\((..)\)/.exec(column)?.[1];
    if (language && !(column in values)) return type === "end_group" ? "" : `${name} ${language}`;
    return values[column] ?? "";
  });
}

function choice(list: string, name: string, code = ""): Cells {
  return [list, name, `${name} fr`, `${name} nl`, `${name} en`, code];
}

const municipality = row("text", "municipality");
const yesNo = [choice("yes_no", "yes", "Y"), choice("yes_no", "no", "N")];
const areas = ["energy", "mobility", "waste"].map((name) => choice("area", name));

async function parse(
  survey: readonly Cells[],
  choices: readonly Cells[] = [...yesNo, ...areas],
  sheets: Readonly<Record<string, readonly Cells[]>> = {},
): Promise<Outcome<Questionnaire>> {
  const bytes = makeTextWorkbook({
    survey: [heading, ...survey],
    choices: [choiceHeading, ...choices],
    ...sheets,
  });
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(result.detail);
  return parseQuestionnaire(result.workbook, file);
}

/** Code and cell of each diagnostic: "E053 D2". */
function summary(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, place }) =>
    place?.kind === "cell" ? `${code} ${place.sheet} ${place.cell}` : code,
  );
}

describe("the questionnaire of 2018", async () => {
  const result = await readWorkbook(readFileSync("data/2018/questionnaire.xlsx"));
  if (!result.ok) throw new Error(result.detail);
  const { value, diagnostics } = parseQuestionnaire(
    result.workbook,
    "data/2018/questionnaire.xlsx",
  );

  it("is read without a remark", () => {
    expect(diagnostics).toEqual([]);
  });

  it("has 36 questions, the rows of its three matrices included", () => {
    expect(value?.questions.map(({ name, code }) => `${code} ${name}`)).toEqual(
      `Q01 municipality,Q02 role,Q03 associations,Q04[SQ001] human,Q04[SQ002] institutional,Q04[SQ003] technological,Q05 relevance,Q06 progress,Q07 engagement,Q08 objectives,Q09[SQ001] political_support,Q09[SQ002] leadership,Q09[SQ003] shared_vision,Q09[SQ004] staff,Q09[SQ005] budget,Q09[SQ006] infrastructure,Q09[SQ007] partnerships,Q10 areas,Q11 citizens,Q12 dimensions,Q13 initiator,Q14 funding,Q15 spending,Q16[SQ001] administration,Q16[SQ002] elected,Q16[SQ003] authorities,Q16[SQ004] companies,Q16[SQ005] universities,Q16[SQ006] associations_civil,Q16[SQ007] residents,Q17 actions,Q18 monitoring,Q19 tools,Q20 difficulty,Q21 obstacles,Q22 comment`.split(
        ",",
      ),
    );
    expect([...(value?.matrices.keys() ?? [])]).toEqual(["factors", "prerequisites", "actors"]);
    expect(value?.sections.map(({ name }) => name)).toEqual([
      "profile",
      "understanding",
      "strategy",
      "implementation",
      "closing",
    ]);
  });

  it("gives a question its choices with their codes, and whether others could be written", () => {
    const role = value?.byName.get("role");
    expect([role?.kind, role?.hasOther, role?.isRequired]).toEqual(["select-one", true, true]);
    expect(role?.choices.map(({ name, code }) => `${code} ${name}`)).toEqual([
      "A1 director",
      "A2 smart_city_manager",
      "A3 head_of_department",
      "A4 elected",
      "A5 officer",
    ]);
    expect(role?.choices[3]?.labels).toEqual({
      fr: "Bourgmestre, échevin ou échevine",
      nl: "Burgemeester of schepen",
      en: "Mayor or alderman",
    });
  });

  it("joins a group's condition and the question's own", () => {
    const asked = { kind: "compare", question: "engagement", operator: "!=", value: "none" };
    const monitored = { kind: "compare", question: "monitoring", operator: "!=", value: "no" };
    expect(value?.byName.get("residents")?.relevant).toEqual(asked);
    expect(value?.byName.get("tools")?.relevant).toEqual({
      kind: "all",
      conditions: [asked, monitored],
    });
    expect(value?.byName.get("areas")?.relevant).toBeUndefined();
  });

  it("knows scales, ranks and units", () => {
    expect(value?.byName.get("progress")?.scale).toEqual({ minimum: 0, maximum: 10, step: 1 });
    expect(value?.byName.get("dimensions")?.maximumRank).toBe(3);
    expect(value?.byName.get("spending")?.unit).toBe("thousand-euro");
  });
});

describe("a form is read as the standard says", () => {
  it("spellings that its tools accept are the same", async () => {
    const { value, diagnostics } = await parse([
      row("begin group", "first"),
      municipality,
      row("select one yes_no", "plan"),
      row("select multiple area or other", "areas"),
      row("note", ""),
      row("end group", ""),
    ]);
    expect(diagnostics).toEqual([]);
    expect(value?.questions.map(({ name, kind, hasOther }) => [name, kind, hasOther])).toEqual([
      ["municipality", "text", false],
      ["plan", "select-one", false],
      ["areas", "select-multiple", true],
    ]);
  });

  it("a question without a code has its name for one, also in a matrix", async () => {
    const { value } = await parse([
      municipality,
      row("begin_group", "m", { appearance: "w4 field-list" }),
      row("select_one yes_no", "a"),
      row("select_one yes_no", "b", { column: "SQ2" }),
      row("end_group", "m"),
    ]);
    expect(value?.questions.map(({ code, matrix }) => [code, matrix])).toEqual([
      ["municipality", undefined],
      ["m[a]", "m"],
      ["m[SQ2]", "m"],
    ]);
    expect(value?.matrices.get("m")?.questions).toEqual(["a", "b"]);
  });

  it("appearance likert says that the answers of a choice run from against to for", async () => {
    const { value } = await parse([
      municipality,
      row("select_one yes_no", "scale", { appearance: "quick likert" }),
      row("select_one yes_no", "plain", { appearance: "quick" }),
      row("select_multiple area", "several", { appearance: "likert" }),
    ]);
    const scales = value?.questions.filter(({ isLikert }) => isLikert);
    expect(scales?.map(({ name }) => name)).toEqual(["scale"]);
  });

  it("a rank without max_rank ranks everything", async () => {
    const { value } = await parse([municipality, row("rank area", "order")]);
    expect(value?.byName.get("order")?.maximumRank).toBe(3);
  });
});

describe("what is wrong is said at its cell", () => {
  const cases: Readonly<
    Record<string, readonly [survey: readonly Cells[], expected: readonly string[]]>
  > = {
    "an empty Dutch label": [
      [row("text", "municipality", { "label::Nederlands (nl)": "" })],
      [`${catalogue.missingLabel.code} survey D2`],
    ],
    "a name twice": [
      [municipality, row("text", "remark"), row("integer", "remark")],
      [`${catalogue.duplicateName.code} survey B4`],
    ],
    "a group's name that a question has": [
      [municipality, row("begin_group", "municipality"), row("end_group", "municipality")],
      [`${catalogue.duplicateName.code} survey B3`],
    ],
    "a name that cannot be part of a fact": [
      [municipality, row("text", "smart.city"), row("text", "sample"), row("text", "")],
      [3, 4, 5].map((line) => `${catalogue.invalidName.code} survey B${line}`),
    ],
    "a code twice": [
      [row("text", "municipality", { column: "Q1" }), row("text", "remark", { column: "Q1" })],
      [`${catalogue.duplicateCode.code} survey J3`],
    ],
    "a list that isn't there": [
      [municipality, row("select_one yes-no", "plan"), row("select_multiple", "areas")],
      [3, 4].map((line) => `${catalogue.unknownList.code} survey A${line}`),
    ],
    "a type that isn't there, or none": [
      [municipality, row("selct_one yes_no", "plan"), row("", "other")],
      [3, 4].map((line) => `${catalogue.unknownType.code} survey A${line}`),
    ],
    "types beyond what can be counted": [
      [municipality, row("calculate", "sum"), row("begin_repeat", "r"), row("geopoint", "g")],
      [3, 4, 5].map((line) => `${catalogue.unsupportedType.code} survey A${line}`),
    ],
    "types about the filling in, as warnings": [
      [row("start", "start"), municipality],
      [`${catalogue.metadataType.code} survey A2`],
    ],
    "a group that is never ended": [
      [municipality, row("begin_group", "g"), row("text", "remark")],
      [`${catalogue.unclosedGroup.code} survey B3`],
    ],
    "groups that cross": [
      [
        municipality,
        row("begin_group", "a"),
        row("begin_group", "b"),
        row("end_group", "a"),
        row("end_group", "b"),
      ],
      [5, 6].map((line) => `${catalogue.strayEndGroup.code} survey B${line}`),
    ],
    "a condition that cannot be read": [
      [
        municipality,
        row("text", "a", { relevant: "${municipality} = " }),
        row("text", "b", { relevant: "count-selected(${municipality}) > 2" }),
        row("text", "c", { relevant: "${municipality}" }),
      ],
      [3, 4, 5].map((line) => `${catalogue.relevantNotReadable.code} survey G${line}`),
    ],
    "a condition about a question that isn't there": [
      [municipality, row("text", "a", { relevant: "${municipalty} != 'x'" })],
      [`${catalogue.relevantUnknownQuestion.code} survey G3`],
    ],
    "a condition about a choice that isn't there": [
      [
        municipality,
        row("select_one yes_no", "plan"),
        row("text", "why", { relevant: "${plan} = 'nope' or selected(${plan}, 'yess')" }),
      ],
      [
        `${catalogue.relevantUnknownChoice.code} survey G4`,
        `${catalogue.relevantUnknownChoice.code} survey G4`,
      ],
    ],
    "a condition about a question that comes later": [
      [municipality, row("text", "a", { relevant: "${b} != 'x'" }), row("text", "b")],
      [`${catalogue.relevantLaterQuestion.code} survey G3`],
    ],
    "comparisons that make no sense": [
      [
        municipality,
        row("select_multiple area", "areas"),
        row("select_one yes_no", "plan"),
        row("integer", "staff"),
        row("text", "a", { relevant: "${areas} = 'energy'" }),
        row("text", "b", { relevant: "${plan} > 'no'" }),
        row("text", "c", { relevant: "${staff} > 'many'" }),
        row("text", "d", { relevant: "selected(${staff}, 'many')" }),
      ],
      [6, 7, 8, 9].map((line) => `${catalogue.relevantWrongComparison.code} survey G${line}`),
    ],
    "a scale without an end, of one point, or with what means nothing": [
      [
        municipality,
        row("range", "a", { parameters: "start=0" }),
        row("range", "b", { parameters: "start=5 end=5" }),
        row("range", "c"),
        row("range", "d", { parameters: "start=0 end=10 pas=2" }),
      ],
      [3, 4, 5, 6].map((line) => `${catalogue.wrongFormValue.code} survey I${line}`),
    ],
    "more ranks than choices": [
      [municipality, row("rank area", "order", { max_rank: 4 })],
      [`${catalogue.wrongFormValue.code} survey K3`],
    ],
    "rows of a matrix on two scales": [
      [
        municipality,
        row("begin_group", "m", { appearance: "field-list" }),
        row("select_one yes_no", "a"),
        row("select_one area", "b"),
        row("end_group", "m"),
      ],
      [`${catalogue.matrixRowsDiffer.code} survey A5`],
    ],
    "a group in a matrix": [
      [
        municipality,
        row("begin_group", "m", { appearance: "field-list" }),
        row("begin_group", "g"),
        row("end_group", "g"),
        row("end_group", "m"),
      ],
      [`${catalogue.groupInMatrix.code} survey A4`],
    ],
    "nowhere to write the municipality": [[row("text", "town")], [catalogue.noMunicipality.code]],
  };
  it.each(Object.entries(cases))("%s", async (_, [survey, expected]) => {
    const { value, diagnostics } = await parse(survey);
    expect(summary(diagnostics)).toEqual(expected);
    expect(value).toBeDefined();
  });

  it("choices: a name twice, a code twice, no list, a label missing, an 'other' of its own", async () => {
    const { diagnostics } = await parse(
      [municipality, row("select_one role or_other", "role")],
      [
        choice("role", "mayor", "A1"),
        choice("role", "mayor", "A2"),
        choice("role", "officer", "A1"),
        choice("", "clerk"),
        ["role", "other", "Autre", "", "Other", "A9"],
      ],
    );
    expect(summary(diagnostics)).toEqual([
      `${catalogue.duplicateName.code} choices B3`,
      `${catalogue.duplicateCode.code} choices F4`,
      `${catalogue.wrongFormValue.code} choices A5`,
      `${catalogue.missingLabel.code} choices D6`,
      `${catalogue.reservedChoice.code} survey A3`,
    ]);
  });

  it("a whole language that is missing is said once a sheet", async () => {
    const french = {
      survey: [
        ["type", "name", labels[0] ?? ""],
        ["text", "municipality", "Commune"],
      ],
    };
    const { diagnostics } = await parse([], [], french);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'sheet "survey" has no Dutch labels',
      'sheet "survey" has no English labels',
    ]);
    expect(summary(diagnostics)[0]).toBe(`${catalogue.missingLanguage.code} survey A1`);
  });

  it("columns that are not read are named once each, by what they would have done", async () => {
    const columns = [...heading, "hint::Français (fr)", "choice_filter", "relevent", "empty"];
    const first = [...municipality, "Aide", "x=1", "yes"];
    const second = [...row("text", "remark"), "Aide", "x=2", "yes"];
    const { diagnostics } = await parse([], [], { survey: [columns, first, second] });
    expect(summary(diagnostics)).toEqual([
      `${catalogue.dataEntryColumn.code} survey M1`,
      `${catalogue.unsupportedColumn.code} survey N1`,
      `${catalogue.unknownFormColumn.code} survey O1`,
    ]);
    expect(diagnostics[2]?.hints).toEqual(['Did you mean "relevant"?']);
  });

  it("sheets and columns without which nothing can be read leave no value", async () => {
    const withoutChoices = makeTextWorkbook({ survey: [heading, municipality], choicces: [["a"]] });
    const result = await readWorkbook(withoutChoices);
    if (!result.ok) throw new Error(result.detail);
    const outcome = parseQuestionnaire(result.workbook, file);
    expect(outcome.value).toBeUndefined();
    expect(summary(outcome.diagnostics)).toEqual([catalogue.missingSheet.code]);
    expect(outcome.diagnostics[0]?.hints).toEqual(['Rename "choicces" to "choices".']);
    const nameless = await parse([], [], { survey: [["type", ...labels]] });
    expect(nameless.value).toBeUndefined();
    expect(summary(nameless.diagnostics)).toContain(
      `${catalogue.missingFormColumn.code} survey A1`,
    );
  });

  it("a place shows the row's type and name before the cell it marks", async () => {
    const { diagnostics } = await parse([
      row("text", "municipality", { "label::Nederlands (nl)": "" }),
    ]);
    expect(diagnostics[0]?.place).toEqual({
      kind: "cell",
      file,
      sheet: "survey",
      cell: "D2",
      frame: [
        { column: "A", heading: "type", value: "text" },
        { column: "B", heading: "name", value: "municipality" },
        { column: "D", heading: "label::Nederlands (nl)", value: "" },
      ],
    });
  });
});
