import type { EditionSettings } from "../../edition/edition.ts";
import { correctionReasons } from "../../edition/edition.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import type { Printed } from "../printed.ts";
import { countedNoun } from "./figure-helpers.ts";
import { type Helpers, type Locals, never, once, type TextHelper } from "./helper.ts";
import { markPrinted, type Scene } from "./scene.ts";

const dates: Readonly<Record<string, (settings: EditionSettings) => string>> = {
  "fieldwork-from": ({ fieldwork }) => fieldwork.from,
  "fieldwork-to": ({ fieldwork }) => fieldwork.to,
  closing: ({ closing }) => closing,
  edition: ({ date }) => date,
};

const intakeCounts: Readonly<Record<string, (scene: Scene) => number>> = {
  read: ({ intake }) => intake.counts.read,
  incomplete: ({ intake }) => intake.counts.incomplete,
  excluded: ({ intake }) => intake.counts.excluded,
  outsideTerritory: ({ intake }) => intake.counts.outsideTerritory,
  afterClosing: ({ intake }) => intake.counts.afterClosing,
  superseded: ({ intake }) => intake.counts.superseded,
  kept: ({ intake }) => intake.counts.kept,
  corrections: ({ intake }) =>
    [...intake.correctionsApplied.values()].reduce((sum, number) => sum + number, 0),
};

const specimens: Readonly<Record<string, (settings: EditionSettings) => boolean>> = {
  authors: ({ authors }) => authors.some(({ isSpecimen }) => isSpecimen),
  contact: ({ contact }) => contact.isSpecimen,
  institute: ({ institute }) => institute.isSpecimen,
};

/** Helpers that print what edition.yaml says and what reading the survey counted. */
export const editionHelpers: Helpers = {
  date: {
    kind: "text",
    takes: [{ oneOf: Object.keys(dates) }],
    print: (values, scene) => {
      const iso = dates[values.text(0)]?.(scene.edition.settings) ?? "";
      return mark(scene.words.date(iso), "date", scene);
    },
  },
  "date-range": {
    kind: "text",
    takes: [{ oneOf: ["fieldwork"] }],
    print: (_, scene) => {
      const { from, to } = scene.edition.settings.fieldwork;
      return mark(scene.words.dateRange(from, to), "date", scene);
    },
  },
  year: setting(({ year }, scene) => mark(String(year), "date", scene)),
  title: setting(({ title }, { words }) => escapeMarkdown(title[words.language])),
  subtitle: setting(({ subtitle }, { words }) => escapeMarkdown(subtitle[words.language])),
  institute: setting(({ institute }, { words }) => escapeMarkdown(institute.name[words.language])),
  authors: setting(({ authors }, { words }) =>
    escapeMarkdown(words.list(authors.map(({ name }) => name[words.language]))),
  ),
  contact: setting(({ contact }, { words }) => escapeMarkdown(contact.text[words.language])),
  licence: setting(({ licence }) => escapeMarkdown(licence)),
  territory: setting((_, { words }) => words.segmentName("all")),
  "in-territory": setting((_, { words }) => words.inSegment("all")),
  "small-base": setting(({ smallBase }, scene) => markNumber(smallBase, scene)),
  "hidden-base": setting(({ hiddenBase }, scene) => markNumber(hiddenBase, scene)),
  intake: {
    kind: "text",
    takes: [{ oneOf: Object.keys(intakeCounts) }],
    options: { one: "words", other: "words" },
    print: (values, scene) => {
      const number = intakeCounts[values.text(0)]?.(scene) ?? 0;
      return (
        mark(scene.words.number(number, 0), "count", scene) + countedNoun(number, values, scene)
      );
    },
  },
  corrections: {
    kind: "block",
    takes: [],
    locals: ["reason", "number"],
    rounds: (_, { intake }) =>
      correctionReasons.flatMap((reason): readonly Locals[] => {
        const number = intake.correctionsApplied.get(reason) ?? 0;
        if (number === 0) return [];
        const locals: Locals = {
          words: new Map([
            ["reason", ({ words }: Scene) => words.string(`corrections.${reason}`)],
            ["number", (scene: Scene) => mark(scene.words.number(number, 0), "count", scene)],
          ]),
        };
        return [locals];
      }),
  },
  reconstruction: {
    kind: "block",
    takes: [],
    rounds: (_, { edition }) => (edition.settings.isReconstruction ? once : never),
  },
  specimen: {
    kind: "block",
    takes: [{ oneOf: Object.keys(specimens) }],
    rounds: (values, { edition }) =>
      specimens[values.text(0)]?.(edition.settings) === true ? once : never,
  },
};

function setting(print: (settings: EditionSettings, scene: Scene) => string): TextHelper {
  return { kind: "text", takes: [], print: (_, scene) => print(scene.edition.settings, scene) };
}

function markNumber(number: number, scene: Scene): string {
  return mark(scene.words.number(number, 0), "number", scene);
}

function mark(text: string, kind: Printed["kind"], scene: Scene): string {
  return markPrinted({ text, facts: [], kind }, scene);
}
