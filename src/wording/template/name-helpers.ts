import type { Question } from "../../edition/questionnaire.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import { lowerFirst } from "../lower-first.ts";
import type { Helpers, TextHelper } from "./helper.ts";
import { findQuestion, findReference, isDiagnostic } from "./knowledge.ts";
import { inLanguage, markPrinted, type Scene } from "./scene.ts";

const officialLanguages = ["fr", "nl", "de"] as const;

/** Helpers that print names: of questions and choices as the questionnaire has them, of segments as the language says them. */
export const nameHelpers: Helpers = {
  label: {
    kind: "text",
    takes: ["labelled"],
    options: { lower: "boolean" },
    print: (values, scene) => {
      const label = labelOf(values.text(0), scene);
      const text = values.flag("lower") ? lowerFirst(label, scene.words.language) : label;
      return escapeMarkdown(text);
    },
  },
  question: {
    kind: "text",
    takes: ["question"],
    print: (values, scene) => escapeMarkdown(wordingOf(values.text(0), scene)),
  },
  scale: {
    kind: "text",
    takes: ["scale"],
    print: (values, scene) => {
      const { minimum, maximum } = scaleOf(values.text(0), scene);
      return printed(scene.words.string("text.scale", { minimum, maximum }), scene);
    },
  },
  "scale-minimum": scaleEnd("minimum"),
  "scale-maximum": scaleEnd("maximum"),
  segment: {
    kind: "text",
    takes: ["segment"],
    print: (values, { words, facts }) => words.segmentName(segmentId(values.text(0), facts)),
  },
  "municipalities-in-language": {
    kind: "text",
    takes: [{ oneOf: officialLanguages }],
    print: (values, scene) => {
      const language = values.text(0);
      const names = municipalitiesIn(language, scene).map(({ names }) =>
        language === "fr" || language === "nl" ? names[language] : names.de,
      );
      const sorted = names.toSorted((a, b) => (withoutAccents(a) < withoutAccents(b) ? -1 : 1));
      return scene.words.list(sorted.map((name) => inLanguage(escapeMarkdown(name), language)));
    },
  },
  "count-in-language": {
    kind: "text",
    takes: [{ oneOf: officialLanguages }],
    print: (values, scene) => {
      const { length } = municipalitiesIn(values.text(0), scene);
      return printed(scene.words.number(length, 0), scene);
    },
  },
  "in-segment": {
    kind: "text",
    takes: ["segment"],
    print: (values, { words, facts }) => words.inSegment(segmentId(values.text(0), facts)),
  },
};

/** The label of a question, a matrix, or a question's choice, in the language of the words. */
export function labelOf(name: string, { edition, words }: Scene): string {
  if (!name.includes(".")) {
    const question = findQuestion(name, edition);
    if (isDiagnostic(question)) throw new Error(`unchecked question ${name}`);
    return words.label(question.labels);
  }
  const reference = findReference(name, edition);
  if (isDiagnostic(reference)) throw new Error(`unchecked reference ${name}`);
  const { question, choice } = reference;
  const found = question.choices.find((candidate) => candidate.name === choice);
  return found ? words.label(found.labels) : words.string("text.otherAnswer");
}

/** What was asked: a row of a matrix is asked by its matrix. */
function wordingOf(name: string, { edition, words }: Scene): string {
  const question = findQuestion(name, edition);
  if (isDiagnostic(question)) throw new Error(`unchecked question ${name}`);
  const matrix =
    "matrix" in question && question.matrix !== undefined
      ? edition.questionnaire.matrices.get(question.matrix)
      : undefined;
  return words.label((matrix ?? question).labels);
}

/** Ü stands at U in every list. */
function withoutAccents(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Municipalities of the territory in which a language is official, with or without another. */
function municipalitiesIn(language: string, { edition }: Scene) {
  return edition.population.filter((one) => one.officialLanguages.includes(language));
}

function scaleEnd(end: "minimum" | "maximum"): TextHelper {
  return {
    kind: "text",
    takes: ["scale"],
    print: (values, scene) => printed(scaleOf(values.text(0), scene)[end], scene),
  };
}

function scaleOf(name: string, { edition, words }: Scene): { minimum: string; maximum: string } {
  const question: Question | undefined = edition.questionnaire.byName.get(name);
  if (!question?.scale) throw new Error(`unchecked scale ${name}`);
  const { minimum, maximum } = question.scale;
  const show = (value: number) => words.number(value, Number.isInteger(value) ? 0 : 1);
  return { minimum: show(minimum), maximum: show(maximum) };
}

function printed(text: string, scene: Scene): string {
  return markPrinted({ text, facts: [], kind: "number" }, scene);
}

function segmentId(name: string, facts: Scene["facts"]): Scene["facts"]["segments"][number]["id"] {
  const segment = facts.segments.find(({ id }) => id === name);
  if (!segment) throw new Error(`unchecked segment ${name}`);
  return segment.id;
}
