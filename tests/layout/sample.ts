import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Chart, DataTable } from "../../src/charts/chart.ts";
import type { Block, Document, Figure, Run, Section } from "../../src/document/document.ts";
import type { HouseStyle } from "../../src/edition/house-style.ts";
import type { Language } from "../../src/edition/language.ts";
import { type FontBook, faceNames } from "../../src/fonts/font-book.ts";
import { openFontBook } from "../../src/fonts/open-font-book.ts";
import type { Words } from "../../src/wording/words.ts";

/** The house as it ships. */
export const house: HouseStyle = parse(readFileSync("templates/house/house.yaml", "utf8"));

const bytes = faceNames.map(
  (name) => [name, readFileSync(`templates/house/fonts/${house.fonts[name]}`)] as const,
);
const files = new Map(bytes);
const file = (name: (typeof faceNames)[number]) => files.get(name) ?? new Uint8Array();

export const fonts: FontBook = openFontBook({
  text: file("text"),
  "text-italic": file("text-italic"),
  "text-semibold": file("text-semibold"),
  "text-bold": file("text-bold"),
  display: file("display"),
});

const strings: Readonly<Record<string, string>> = {
  "document.footnote": "Note {number}",
  "document.pageReference": "p. {number}",
};

/** The few words that the layout asks for. */
export function wordsOf(language: Language): Words {
  const never = () => {
    throw new Error("the layout doesn't ask for this");
  };
  return {
    language,
    localeTag: language,
    string: (key, values = {}) => {
      const text = strings[key];
      if (text === undefined) throw new Error(`unknown key ${key}`);
      return text.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
    },
    label: never,
    plural: never,
    number: never,
    share: never,
    date: (iso) => iso,
    dateRange: never,
    list: never,
    ordinal: never,
    segmentName: never,
    inSegment: never,
    fact: never,
    portion: never,
    interval: never,
    unit: never,
    numberSymbols: { decimal: language === "en" ? "." : ",", thousands: "\u202F", percent: "%" },
  };
}

export const run = (text: string): Run => ({ text, style: "plain" });

export function printedRun(text: string, fact: string): Run {
  return { text, style: "plain", printed: { text, facts: [fact], kind: "fact" } };
}

export function paragraph(text: string, role: "body" | "lead" | "small" = "body"): Block {
  return { kind: "paragraph", role, runs: [run(text)] };
}

export function heading(level: 2 | 3, id: string, text: string): Block {
  return { kind: "heading", level, id, runs: [run(text)] };
}

export function chart(id: string, widthPt: number, heightPt: number): Chart {
  return {
    specification: {
      id,
      file: `templates/charts/${id}.yaml`,
      form: "sorted-bars",
      questions: [],
      cuts: [],
      segment: null,
      sort: "value",
      title: { fr: "", nl: "", en: "" },
      caption: { fr: "", nl: "", en: "" },
      captionOrigins: {
        fr: { line: 1, column: 1, text: "" },
        nl: { line: 1, column: 1, text: "" },
        en: { line: 1, column: 1, text: "" },
      },
    },
    widthPt,
    heightPt,
    svg: "",
    paint: () => undefined,
    description: `What ${id} says`,
    table: { columns: [], rows: [] },
    printed: [{ text: "44 %", facts: [`${id}.share`], kind: "fact" }],
    bases: [],
    remarks: [],
    hasSmallBase: false,
    hasHidden: false,
    overflows: [],
  };
}

export function figure(number: number, heightPt: number): Figure {
  return {
    kind: "figure",
    id: `figure-${number}`,
    number,
    label: `Figure ${number}`,
    title: [run("Avancement")],
    caption: [run("Les communes rurales avancent moins vite que les autres")],
    chart: chart(`chart-${number}`, 361.28, heightPt),
    notes: [
      [run("Question : « Où en est votre commune ? »")],
      [run("n\u00A0=\u00A0"), printedRun("123", "sample.count")],
      [run("Source : enquête auprès des communes.")],
    ],
  };
}

export function table(number: number, rowCount: number): Block {
  const data: DataTable = {
    columns: [
      { heading: "Province", align: "left" },
      { heading: "Communes", align: "decimal" },
      { heading: "Taux de réponse", align: "decimal" },
      { heading: "Moyenne", align: "decimal" },
    ],
    rows: Array.from({ length: rowCount }, (_, index) => ({
      isGroup: false,
      isTotal: index === rowCount - 1,
      cells: [
        `Province ${index + 1}`,
        { text: String(index * 7 + 1), facts: [`f${index}`], kind: "count" as const },
        index % 3 === 0 ? "21\u202F%" : "8\u202F%\u202F†",
        index % 4 === 0 ? ":" : "3,64",
      ],
    })),
  };
  return {
    kind: "table",
    id: `table-${number}`,
    number,
    label: `Tableau ${number}`,
    title: [run("Échantillon")],
    caption: [run("Échantillon et population par province")],
    isSmall: false,
    table: data,
    notes: [[run("† Moins de trente réponses.")]],
    continued: "suite",
  };
}

export function documentOf(sections: readonly Section[], more: Partial<Document> = {}): Document {
  return {
    language: "fr",
    name: "report-fr",
    title: "Baromètre Smart City",
    subtitle: "Édition 2018, Belgique",
    author: "Smart City Institute",
    date: "2018-06-01",
    status: "Projet",
    sections,
    notes: new Map(),
    attachments: [],
    ...more,
  };
}

export function chapter(
  id: string,
  number: string,
  title: string,
  blocks: readonly Block[],
): Section {
  return { id, kind: "chapter", number, title: [run(title)], blocks };
}

const sentences = {
  fr: [
    "La transition numérique des communes belges ne se résume pas à l’installation de capteurs dans l’espace public.",
    "Elle suppose une stratégie, des moyens et, surtout, la participation des citoyennes et des citoyens à chacune des étapes du projet.",
    "Un porte-parole sur deux évoque la coopération intercommunale et les partenariats public-privé.",
    "Les communes rurales, moins dotées en personnel, avancent à leur rythme.",
    "L’optimisation énergétique des bâtiments et de l’éclairage public demeure la première des priorités.",
    "Pourtant, l’accompagnement méthodologique reste insuffisamment développé : près de la moitié des administrations le regrettent.",
  ],
  nl: [
    "De digitale overgang van de Belgische gemeenten is meer dan het plaatsen van sensoren in de openbare ruimte.",
    "Ze vraagt om een strategie, om middelen en vooral om de betrokkenheid van de inwoners bij elke stap van het project.",
    "Meer dan de helft van de gemeentebesturen vermeldt intergemeentelijke samenwerkingsverbanden en publiek-private partnerschappen.",
    "Plattelandsgemeenten, die over minder personeel beschikken, gaan in hun eigen tempo vooruit.",
    "De energie-efficiëntie van gebouwen en van de straatverlichting blijft de eerste prioriteit.",
    "Toch blijft de methodologische ondersteuning onvoldoende ontwikkeld: bijna de helft van de besturen betreurt dat.",
  ],
  en: [
    "The digital transition of Belgian municipalities is more than the installation of sensors in public space.",
    "It needs a strategy, resources and, above all, the participation of citizens in every stage of a project.",
    "One administration in two mentions inter-municipal co-operation and public–private partnerships.",
    "Rural municipalities, which have fewer staff, go forward at their own pace.",
    "The energy efficiency of buildings and street lighting remains the first priority.",
    "Methodological support nevertheless remains insufficiently developed: almost half of them regret it.",
  ],
} as const;

/** Running text of so many sentences, the same for the same numbers. */
export function prose(language: Language, count: number, start = 0): string {
  const pool = sentences[language];
  return Array.from(
    { length: count },
    (_, index) => pool[(start + index * 5 + index * index) % pool.length],
  ).join(" ");
}
