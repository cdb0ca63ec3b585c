import { readFileSync } from "node:fs";
import type { Edition, LedgerLine } from "../../src/edition/edition.ts";
import { parseRegister } from "../../src/edition/parse-register.ts";
import type { Choice, Question } from "../../src/edition/questionnaire.ts";
import type { Register } from "../../src/edition/register.ts";
import type { CellValue, Workbook } from "../../src/workbook/workbook.ts";

/** The real register of 2018. */
export const register: Register = readRegister();

function readRegister(): Register {
  const file = "data/register/municipalities-2018.csv";
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const { value } = parseRegister({ file, text });
  if (value === undefined) throw new Error("the register of 2018 cannot be read");
  return value;
}

const labels = (name: string) => ({ fr: `${name} (fr)`, nl: `${name} (nl)`, en: `${name} (en)` });

function choices(codes: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(codes).map(([name, code]) => ({ name, code, labels: labels(name) }));
}

function question(
  row: number,
  name: string,
  code: string,
  kind: Question["kind"],
  rest: Partial<Question> = {},
): Question {
  return {
    name,
    kind,
    labels: labels(name),
    choices: [],
    hasOther: false,
    code,
    groups: [],
    isRequired: false,
    row,
    ...rest,
  };
}

const hasProjects = {
  kind: "compare",
  question: "projects",
  operator: "!=",
  value: "no",
} as const;

/** One question of each kind; spending and tools are asked only of those with projects. */
export const questions: readonly Question[] = [
  question(2, "municipality", "Q01", "text", { isRequired: true }),
  question(3, "role", "Q02", "select-one", {
    choices: choices({ director: "A1", officer: "A2" }),
    hasOther: true,
  }),
  question(4, "areas", "Q03", "select-multiple", {
    choices: choices({ energy: "SQ001", mobility: "SQ002" }),
    hasOther: true,
  }),
  question(6, "human", "Q04[SQ001]", "range", {
    matrix: "factors",
    scale: { minimum: 0, maximum: 10, step: 1 },
  }),
  question(8, "progress", "Q05", "range", { scale: { minimum: 0, maximum: 10, step: 1 } }),
  question(9, "dimensions", "Q06", "rank", {
    choices: choices({ living: "A1", people: "A2", economy: "A3", mobility: "A4" }),
    maximumRank: 3,
  }),
  question(10, "projects", "Q07", "select-one", { choices: choices({ yes: "Y", no: "N" }) }),
  question(11, "spending", "Q08", "decimal", { unit: "thousand-euro", relevant: hasProjects }),
  question(12, "tools", "Q09", "select-multiple", {
    choices: choices({ report: "SQ001", survey: "SQ002" }),
    relevant: hasProjects,
  }),
  question(13, "staff", "Q10", "integer"),
  question(14, "comment", "Q11", "text"),
];

/** A ledger as written, without its header. */
export function ledgerOf(...texts: readonly string[]): Edition["ledger"] {
  const lines = texts.map((text, index): LedgerLine => {
    const [response = "", action, part = "", was = "", now = "", reason] = text.split(",");
    return {
      line: index + 2,
      text,
      response,
      action: action === "exclude" ? "exclude" : "change",
      question: part,
      was,
      now,
      reason: reason === "test" ? "test" : "entry-error",
      date: "2018-05-02",
      note: "",
    };
  });
  return { file: "data/made-up/corrections.csv", lines };
}

const specimen = { fr: "Institut", nl: "Instituut", en: "Institute" };

export function makeEdition(
  change: {
    readonly ledger?: readonly string[];
    readonly settings?: Partial<Edition["settings"]>;
    readonly population?: Edition["population"];
    readonly questions?: readonly Question[];
    readonly published?: Edition["published"];
  } = {},
): Edition {
  const asked = change.questions ?? questions;
  return {
    id: "made-up",
    folder: "/project/data/made-up",
    settings: {
      year: 2018,
      title: specimen,
      subtitle: specimen,
      institute: { name: specimen, isSpecimen: true },
      authors: [],
      contact: { text: specimen, isSpecimen: true },
      licence: "CC BY 4.0",
      languages: ["fr", "nl", "en"],
      territory: "belgium",
      fieldwork: { from: "2017-10-05", to: "2018-04-25" },
      closing: "2018-04-30",
      date: "2018-06-14",
      smallBase: 30,
      hiddenBase: 3,
      isReconstruction: false,
      publications: ["report"],
      ...change.settings,
    },
    questionnaire: {
      file: "data/made-up/questionnaire.xlsx",
      questions: asked,
      byName: new Map(asked.map((one) => [one.name, one])),
      sections: [],
      matrices: new Map([
        ["factors", { name: "factors", labels: labels("factors"), questions: ["human"] }],
      ]),
    },
    register,
    population: change.population ?? register.municipalities,
    ledger: ledgerOf(...(change.ledger ?? [])),
    published: change.published ?? [],
    survey: { file: "data/made-up/survey.xlsx", path: "/project/data/made-up/survey.xlsx" },
  };
}

/** Every heading of the made-up survey, in the platform's order. */
export const headings = [
  "id",
  "submitdate",
  "lastpage",
  "startlanguage",
  "seed",
  "startdate",
  "datestamp",
  "ipaddr",
  "Q01",
  "Q02",
  "Q02[other]",
  "Q03[SQ001]",
  "Q03[SQ002]",
  "Q03[other]",
  "Q04[SQ001]",
  "Q05",
  "Q06[1]",
  "Q06[2]",
  "Q06[3]",
  "Q07",
  "Q08",
  "Q09[SQ001]",
  "Q09[SQ002]",
  "Q10",
  "Q11",
  "interviewtime",
] as const;

export type RowCells = Readonly<Record<string, CellValue>>;

/** A response that is complete and without a fault, changed as told; an empty text empties a cell. */
export function response(id: number, municipality: string, change: RowCells = {}): RowCells {
  return {
    id,
    submitdate: "2018-02-01 10:00:00",
    ipaddr: "192.0.2.17",
    Q01: municipality,
    Q02: "A1",
    "Q03[SQ001]": "Y",
    "Q04[SQ001]": 7,
    Q05: 4,
    "Q06[1]": "A2",
    Q07: "N",
    ...change,
  };
}

/** A workbook whose first row is the headings and whose rows follow without a gap. */
export function makeWorkbook(
  rows: readonly RowCells[],
  columns: readonly string[] = headings,
): Workbook {
  const cellsOf = (row: RowCells) =>
    new Map(
      columns.flatMap((heading, index): [number, CellValue][] => {
        const value = row[heading];
        return value === undefined || value === "" ? [] : [[index + 1, value]];
      }),
    );
  const header = new Map(columns.map((heading, index) => [index + 1, heading]));
  return {
    sheets: [
      {
        name: "responses",
        rows: [
          { number: 1, cells: header },
          ...rows.map((row, index) => ({ number: index + 2, cells: cellsOf(row) })),
        ],
      },
    ],
  };
}
