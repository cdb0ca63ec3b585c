import { escapeMarkdown } from "../escape-markdown.ts";
import { figures } from "./figure-helpers.ts";
import type { Helpers } from "./helper.ts";
import { markBlock, markPrinted } from "./scene.ts";
import { withoutFirst } from "./values.ts";

/** Helpers that place things on the page, point to them, and print what is no result. */
export const pageHelpers: Helpers = {
  chart: {
    kind: "text",
    isBlock: true,
    takes: ["chart"],
    print: (values, scene) => markBlock({ kind: "chart", id: values.text(0) }, scene),
  },
  table: {
    kind: "text",
    isBlock: true,
    takes: ["table"],
    print: (values, scene) => markBlock({ kind: "table", id: values.text(0) }, scene),
  },
  "data-tables": {
    kind: "text",
    isBlock: true,
    takes: [],
    print: (_, scene) => markBlock({ kind: "data-tables" }, scene),
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
    print: (values) => `[${escapeMarkdown(values.text(1))}](lang:${values.text(0)})`,
  },
};
