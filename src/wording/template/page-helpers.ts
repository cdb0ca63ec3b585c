import type { SegmentId } from "../../facts/segment.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import { figures } from "./figure-helpers.ts";
import { type Helpers, never, once, type TextHelper } from "./helper.ts";
import { inLanguage, markBlock, markPrinted, type Scene } from "./scene.ts";
import { withoutFirst } from "./values.ts";

/** Helpers that place things on the page, point to them, and print what is no result. */
export const pageHelpers: Helpers = {
  chart: {
    kind: "text",
    isBlock: true,
    takes: ["chart"],
    options: { in: "segment" },
    print: (values, scene) => {
      const of = values.text(0);
      const segment = findSegmentId(values.textOption("in"), scene);
      const id = segment === null ? of : `${of}-${segment.replace(":", "-")}`;
      return markBlock({ kind: "chart", id, of, segment }, scene);
    },
  },
  table: {
    kind: "text",
    isBlock: true,
    takes: ["table"],
    print: (values, scene) => markBlock({ kind: "table", id: values.text(0) }, scene),
  },
  "question-tables": wholeBlock("question-tables"),
  questionnaire: wholeBlock("questionnaire"),
  bibliography: wholeBlock("bibliography"),
  uncharted: {
    kind: "block",
    takes: [],
    rounds: (_, { uncharted }) => (uncharted.length > 0 ? once : never),
  },
  "uncharted-charts": {
    kind: "text",
    isBlock: true,
    takes: [],
    print: (_, scene) =>
      scene.uncharted
        .map((id) => markBlock({ kind: "chart", id, of: id, segment: null }, scene))
        .join(""),
  },
  contents: {
    kind: "text",
    isBlock: true,
    takes: [{ oneOf: ["sections", "figures", "tables"] }],
    print: (values, scene) => {
      const of = values.text(0);
      if (of !== "sections" && of !== "figures" && of !== "tables") {
        throw new Error(`unchecked contents of ${of}`);
      }
      return markBlock({ kind: "contents", of }, scene);
    },
  },
  "cover-art": {
    kind: "text",
    isBlock: true,
    takes: ["chart"],
    print: (values, scene) => markBlock({ kind: "cover-art", id: values.text(0) }, scene),
  },
  "key-figure": {
    kind: "text",
    isBlock: true,
    takes: [{ oneOf: Object.keys(figures) }],
    options: { label: "words", note: "words" },
    delegate: (name) => figures[name],
    print: (values, scene) => {
      const helper = figures[values.text(0)];
      if (!helper) throw new Error(`unchecked figure ${values.text(0)}`);
      const { number: _, ...value } = helper.figure(withoutFirst(values), scene);
      const label = values.textOption("label") ?? "";
      const note = values.textOption("note") ?? "";
      return markBlock({ kind: "key-figure", value, label, note }, scene);
    },
  },
  ref: {
    kind: "text",
    takes: ["target"],
    print: (values) => {
      const [kind = "", id = ""] = values.text(0).split(":");
      return `[](#${kind === "chart" ? "figure" : kind}-${id})`;
    },
  },
  literal: {
    kind: "text",
    takes: ["literal"],
    print: (values, scene) =>
      markPrinted({ text: values.text(0), facts: [], kind: "literal" }, scene),
  },
  "in-language": {
    kind: "text",
    takes: [{ oneOf: ["fr", "nl", "en", "de"] }, "words"],
    print: (values) => inLanguage(escapeMarkdown(values.text(1)), values.text(0)),
  },
};

function wholeBlock(kind: "question-tables" | "questionnaire" | "bibliography"): TextHelper {
  return {
    kind: "text",
    isBlock: true,
    takes: [],
    print: (_, scene) => markBlock({ kind }, scene),
  };
}

function findSegmentId(name: string | undefined, { facts }: Scene): SegmentId | null {
  return facts.segments.find(({ id }) => id === name)?.id ?? null;
}
