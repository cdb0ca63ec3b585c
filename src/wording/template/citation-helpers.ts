import { unknownCitation } from "../../diagnostics/catalogue/text.ts";
import type { BibliographyEntry } from "../bibliography.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import type { Words } from "../words.ts";
import type { Helpers } from "./helper.ts";
import { nearestHints } from "./knowledge.ts";
import { fail, markPrinted } from "./scene.ts";

/** Helpers that point to the bibliography. */
export const citationHelpers: Helpers = {
  cite: {
    kind: "text",
    takes: ["citation"],
    options: { brackets: "boolean" },
    print: (values, scene) => {
      const { bibliography, words } = scene;
      const id = values.text(0);
      const entry =
        bibliography.get(id) ??
        fail(unknownCitation, { id }, nearestHints(id, bibliography.keys()));
      const names = escapeMarkdown(nameAuthors(entry, words));
      const year = markPrinted({ text: String(entry.year), facts: [], kind: "literal" }, scene);
      const target = `(#reference-${id})`;
      return values.flag("brackets")
        ? `([${names}, ${year}]${target})`
        : `[${names} (${year})]${target}`;
    },
  },
};

/** "Nam and Pardo", "Giffinger et al."; who publishes where no author is named. */
export function nameAuthors({ authors, organisation }: BibliographyEntry, words: Words): string {
  const [first, second, third] = authors.map(({ family }) => family);
  if (first === undefined) return organisation?.[words.language] ?? "";
  if (third !== undefined) return words.string("bibliography.andOthers", { name: first });
  return words.list(second === undefined ? [first] : [first, second]);
}
