import type { ChartSpecification } from "../../src/charts/chart.ts";
import type { BoundaryMap } from "../../src/edition/boundary-map.ts";
import type { Edition } from "../../src/edition/edition.ts";
import type { PerLanguage } from "../../src/edition/language.ts";
import type { Choice, Question } from "../../src/edition/questionnaire.ts";
import type { Municipality } from "../../src/edition/register.ts";
import type { Fact, Facts, Statistic } from "../../src/facts/fact.ts";
import type { Segment } from "../../src/facts/segment.ts";

/** Five municipalities in two provinces; names and places are made up. */
const municipalities: readonly Municipality[] = [
  place("1", "flanders", "antwerp", "urban", 90_000, 4.4, 51.2),
  place("2", "flanders", "antwerp", "urban", 20_000, 4.8, 51.3),
  place("3", "wallonia", "namur", "rural", 8_000, 4.9, 50.4),
  place("4", "wallonia", "namur", "rural", 5_000, 4.6, 50.2),
  place("5", "wallonia", "namur", "urban", 60_000, 4.85, 50.47),
];

function place(
  nis: string,
  region: Municipality["region"],
  province: Municipality["province"],
  nature: Municipality["nature"],
  population: number,
  longitude: number,
  latitude: number,
): Municipality {
  const name = `Place ${nis}`;
  const names = { fr: name, nl: name, de: name };
  return {
    nis,
    names,
    region,
    province,
    nature,
    population,
    longitude,
    latitude,
    officialLanguages: [],
  };
}

const segments: readonly Segment[] = [
  { id: "all", cut: null, key: "all", municipalities },
  ...(["flanders", "wallonia"] as const).map((key) => ({
    id: `region:${key}` as const,
    cut: "region" as const,
    key,
    municipalities: municipalities.filter(({ region }) => region === key),
  })),
  ...(["antwerp", "namur"] as const).map((key) => ({
    id: `province:${key}` as const,
    cut: "province" as const,
    key,
    municipalities: municipalities.filter(({ province }) => province === key),
  })),
];

function choice(name: string, fr: string, nl: string, en: string): Choice {
  return { name, labels: { fr, nl, en }, code: name };
}

function question(
  name: string,
  kind: Question["kind"],
  labels: PerLanguage<string>,
  more: Partial<Question> = {},
): Question {
  return {
    name,
    kind,
    labels,
    choices: [],
    hasOther: false,
    code: name,
    groups: [],
    isRequired: false,
    row: 2,
    ...more,
  };
}

const areas = question(
  "areas",
  "select-multiple",
  { fr: "Quels domaines ?", nl: "Welke domeinen?", en: "Which areas?" },
  {
    choices: [
      choice("waste", "Déchets", "Afval", "Waste"),
      choice(
        "participation",
        "Participation inclusive des citoyens et des acteurs publics et privés",
        "Inclusieve participatie van burgers en publieke en private actoren",
        "Inclusive participation of citizens and of public and private actors",
      ),
      choice("safety", "Sécurité & santé", "Veiligheid & gezondheid", "Safety & health"),
    ],
    hasOther: true,
  },
);
const progress = question(
  "progress",
  "range",
  { fr: "Progression", nl: "Vooruitgang", en: "Progress" },
  { scale: { minimum: 0, maximum: 4, step: 1 } },
);
const funding = question("funding", "decimal", { fr: "Budget", nl: "Budget", en: "Budget" });
const effort = question(
  "effort",
  "range",
  { fr: "Effort", nl: "Inspanning", en: "Effort" },
  { scale: { minimum: 0, maximum: 10, step: 1 } },
);
const plan = question(
  "plan",
  "select-one",
  { fr: "Un plan ?", nl: "Een plan?", en: "A plan?" },
  {
    choices: [
      choice("yes", "Oui", "Ja", "Yes"),
      choice("prepared", "En préparation", "In voorbereiding", "In preparation"),
      choice("no", "Non", "Nee", "No"),
    ],
  },
);
const support = question(
  "support",
  "select-one",
  { fr: "Soutenez-vous ?", nl: "Steunt u dit?", en: "Do you support it?" },
  {
    isLikert: true,
    choices: [
      choice("never", "Jamais", "Nooit", "Never"),
      choice("perhaps", "Peut-être", "Misschien", "Perhaps"),
      choice("always", "Toujours", "Altijd", "Always"),
    ],
  },
);
const readiness = [
  choice("ready", "Prêt", "Klaar", "Ready"),
  choice("missing", "Absent", "Afwezig", "Missing"),
];
const staff = question(
  "staff",
  "select-one",
  { fr: "Personnel", nl: "Personeel", en: "Staff" },
  { choices: readiness, matrix: "conditions" },
);
const budget = question(
  "budget",
  "select-one",
  { fr: "Moyens", nl: "Middelen", en: "Means" },
  { choices: readiness, matrix: "conditions" },
);
const priorities = question(
  "priorities",
  "rank",
  { fr: "Vos priorités ?", nl: "Uw prioriteiten?", en: "Your priorities?" },
  {
    maximumRank: 2,
    choices: [
      choice("air", "Air", "Lucht", "Air"),
      choice("water", "Eau", "Water", "Water"),
      choice("soil", "Sol", "Bodem", "Soil"),
    ],
  },
);
const spending = question(
  "spending",
  "decimal",
  { fr: "Dépenses", nl: "Uitgaven", en: "Spending" },
  { unit: "thousand-euro" },
);
const questions = [
  ...[areas, progress, effort, funding, plan, support, staff, budget],
  ...[priorities, spending],
];

/** Two provinces as rectangles, the second below the first, with one border between them. */
const map: BoundaryMap = {
  file: "data/register/map.topo.json",
  topology: {
    type: "Topology",
    objects: {},
    arcs: [
      [
        [4, 50.7],
        [5, 50.7],
      ],
      [
        [5, 50.7],
        [5, 51.4],
        [4, 51.4],
        [4, 50.7],
      ],
      [
        [4, 50.7],
        [4, 50],
        [5, 50],
        [5, 50.7],
      ],
    ],
  },
  areas: new Map([
    ["antwerp", [{ type: "Polygon", arcs: [[0, 1]] }]],
    ["namur", [{ type: "Polygon", arcs: [[~0, 2]] }]],
  ]),
};

/** An edition with a question of each kind that charts are drawn of. */
export const edition: Edition = {
  id: "made-up",
  folder: "/made-up",
  settings: {
    year: 2030,
    title: { fr: "Baromètre", nl: "Barometer", en: "Barometer" },
    subtitle: { fr: "", nl: "", en: "" },
    institute: { name: { fr: "", nl: "", en: "" }, isSpecimen: true },
    authors: [],
    contact: { text: { fr: "", nl: "", en: "" }, isSpecimen: true },
    licence: "CC BY 4.0",
    languages: ["fr", "nl", "en"],
    territory: "belgium",
    fieldwork: { from: "2030-01-01", to: "2030-02-01" },
    closing: "2030-02-01",
    date: "2030-03-01",
    smallBase: 3,
    hiddenBase: 2,
    isReconstruction: false,
    publications: ["report"],
  },
  questionnaire: {
    file: "data/made-up/questionnaire.xlsx",
    questions,
    byName: new Map(questions.map((each) => [each.name, each])),
    sections: [],
    matrices: new Map([
      [
        "scores",
        {
          name: "scores",
          labels: { fr: "Notes", nl: "Scores", en: "Scores" },
          questions: ["progress"],
        },
      ],
      [
        "conditions",
        {
          name: "conditions",
          labels: { fr: "Conditions réunies ?", nl: "Voorwaarden vervuld?", en: "Conditions met?" },
          questions: ["staff", "budget"],
        },
      ],
    ]),
  },
  register: {
    municipalities,
    byNis: new Map(municipalities.map((each) => [each.nis, each])),
  },
  population: municipalities,
  ledger: { file: "data/made-up/corrections.csv", lines: [] },
  published: [],
  map,
  survey: { file: "data/made-up/survey.xlsx", path: "/made-up/survey.xlsx" },
};

/** A fact by what matters of it; the rest is as a share of the whole territory. */
function fact(
  stem: string,
  statistic: Statistic,
  segment: Segment["id"],
  value: number | null,
  base: number,
  more: Partial<Fact> = {},
): Fact {
  const [name = "", choiceName] = stem.split(".");
  return {
    id: `${stem}.${statistic}${segment === "all" ? "" : `@${segment}`}`,
    question: name,
    choice: choiceName ?? null,
    statistic,
    segment,
    value,
    base,
    population: segments.find(({ id }) => id === segment)?.municipalities.length ?? 0,
    count: null,
    lower: null,
    upper: null,
    unit: "share",
    flags: [],
    decimals: 0,
    cells: { columns: ["B"], rows: [2] },
    ...more,
  };
}

const share = (stem: string, segment: Segment["id"], count: number, base: number, more = {}) =>
  fact(stem, "share", segment, count / base, base, { count, ...more });
const mean = (segment: Segment["id"], value: number | null, base: number, more = {}) =>
  fact("progress", "mean", segment, value, base, { unit: "mean", decimals: 2, ...more });
const count = (score: number, value: number) =>
  fact("progress", `count-${score}`, "all", value, 4, { count: value, unit: "count" });
const small = { flags: ["smallBase"] as const };
const hidden = { flags: ["hidden"] as const, count: null };

/** Shares of all answers to a question in a segment. */
function answers(
  question: string,
  segment: Segment["id"],
  counts: Readonly<Record<string, number>>,
  more: Partial<Fact> = {},
): readonly Fact[] {
  const base = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return Object.entries(counts).map(([name, given]) =>
    share(`${question}.${name}`, segment, given, base, more),
  );
}

function ranks(name: string, first: number, among: number): readonly Fact[] {
  return [
    fact(`priorities.${name}`, "rank-1", "all", first / 40, 40, { count: first }),
    fact(`priorities.${name}`, "rank-2", "all", among / 40, 40, { count: among }),
  ];
}

function amounts(
  segment: Segment["id"],
  base: number,
  [q1, median, q3]: readonly [number, number, number],
  more: Partial<Fact> = {},
): readonly Fact[] {
  const rest = { unit: "thousand-euro", decimals: 1, ...more };
  return [
    fact("spending", "q1", segment, q1, base, rest),
    fact("spending", "median", segment, median, base, rest),
    fact("spending", "q3", segment, q3, base, rest),
  ];
}

const all: readonly Fact[] = [
  ...answers("plan", "all", { yes: 25, prepared: 1, no: 14 }),
  ...answers(
    "plan",
    "region:flanders",
    { yes: 16, prepared: 1, no: 8 },
    { lower: 0.2, upper: 0.8 },
  ),
  ...answers("plan", "region:wallonia", { yes: 9, prepared: 0, no: 6 }, small),
  ...answers("support", "all", { never: 2, perhaps: 10, always: 28 }),
  ...answers("support", "region:flanders", { never: 2, perhaps: 10, always: 27 }),
  ...answers("support", "region:wallonia", { never: 1, perhaps: 0, always: 0 }).map((each) => ({
    ...each,
    ...hidden,
    value: null,
  })),
  ...answers("staff", "all", { ready: 10, missing: 30 }),
  ...answers("staff", "region:flanders", { ready: 8, missing: 17 }),
  ...answers("staff", "region:wallonia", { ready: 2, missing: 13 }, small),
  ...answers("budget", "all", { ready: 26, missing: 13 }),
  ...answers("budget", "region:flanders", { ready: 18, missing: 6 }),
  ...answers("budget", "region:wallonia", { ready: 8, missing: 7 }, small),
  ...ranks("air", 4, 16),
  ...ranks("water", 34, 38),
  ...ranks("soil", 2, 4),
  ...amounts("all", 20, [0, 25, 60.5]),
  ...amounts("region:flanders", 12, [10, 30.5, 80], small),
  ...amounts("region:wallonia", 8, [0, 5, 20], small),
  share("areas.waste", "all", 1, 4, { lower: 0.1, upper: 0.5 }),
  share("areas.participation", "all", 3, 4),
  share("areas.safety", "all", 2, 4),
  share("areas.other", "all", 4, 4),
  share("areas.waste", "region:flanders", 0, 2, small),
  share("areas.participation", "region:flanders", 2, 2, small),
  share("areas.safety", "region:flanders", 1, 2, small),
  share("areas.other", "region:flanders", 2, 2, small),
  { ...share("areas.waste", "region:wallonia", 0, 1), ...hidden, value: null },
  { ...share("areas.participation", "region:wallonia", 0, 1), ...hidden, value: null },
  { ...share("areas.safety", "region:wallonia", 0, 1), ...hidden, value: null },
  { ...share("areas.other", "region:wallonia", 0, 1), ...hidden, value: null },
  mean("all", 1.75, 4, { lower: 1.25, upper: 2.25 }),
  mean("region:flanders", 2.5, 2, { lower: 1, upper: 3.5, ...small }),
  mean("region:wallonia", null, 1, hidden),
  mean("province:antwerp", 2.5, 2, { lower: 1, upper: 3.5, ...small }),
  mean("province:namur", null, 1, hidden),
  share("areas.waste", "province:antwerp", 0, 2, small),
  share("areas.waste", "province:namur", 1, 2, small),
  ...[1, 0, 2, 1, 0].map((value, score) => count(score, value)),
  ...(["all", "province:antwerp", "province:namur"] as const).flatMap((segment, index) => [
    fact("sample", "count", segment, [4, 2, 2][index] ?? 0, [4, 2, 2][index] ?? 0, {
      unit: "count",
    }),
    fact("sample", "response-rate", segment, [0.8, 1, 2 / 3][index] ?? 0, [5, 2, 3][index] ?? 0, {
      count: [4, 2, 2][index] ?? 0,
    }),
  ]),
];

export const facts: Facts = {
  edition: "made-up",
  all,
  byId: new Map(all.map((each) => [each.id, each])),
  segments,
};

const origin = { line: 1, column: 1, text: "" };

/** A checked specification without a caption. */
export function specification(
  form: ChartSpecification["form"],
  more: Partial<ChartSpecification> = {},
): ChartSpecification {
  const id = more.id ?? form;
  return {
    id,
    file: `templates/charts/${id}.yaml`,
    form,
    questions: [],
    cuts: [],
    segment: null,
    sort: "value",
    title: { fr: "", nl: "", en: "" },
    caption: { fr: "", nl: "", en: "" },
    captionOrigins: { fr: origin, nl: origin, en: origin },
    ...more,
  };
}
