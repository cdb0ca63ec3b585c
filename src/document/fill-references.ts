import type { Block, Document, Footnote, Run } from "./document.ts";

/**
 * Gives every internal link without a text the label of its target: "figure 3", "chapitre 2". A target without a
 * label stays empty; the layout, which knows every destination, names it.
 */
export function fillReferences(document: Document, labels: ReadonlyMap<string, string>): Document {
  const fill = (runs: readonly Run[]) => runs.map((run) => fillRun(run, labels));
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      title: fill(section.title),
      blocks: section.blocks.map((block) => mapRuns(block, fill)),
    })),
    notes: new Map(
      [...document.notes].map(([id, note]): [string, Footnote] => [
        id,
        { ...note, runs: fill(note.runs) },
      ]),
    ),
  };
}

function fillRun(run: Run, labels: ReadonlyMap<string, string>): Run {
  if (run.text !== "" || run.link?.kind !== "internal") return run;
  return { ...run, text: labels.get(run.link.target) ?? "" };
}

/** The same block with its runs replaced, those of blocks inside it included. */
function mapRuns(block: Block, map: (runs: readonly Run[]) => readonly Run[]): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, runs: map(block.runs) };
    case "list":
      return {
        ...block,
        items: block.items.map((item) => item.map((child) => mapRuns(child, map))),
      };
    case "quote":
      return { ...block, runs: map(block.runs), attribution: map(block.attribution) };
    case "callout":
      return {
        ...block,
        title: map(block.title),
        blocks: block.blocks.map((child) => mapRuns(child, map)),
      };
    case "key-figures":
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          label: map(item.label),
          note: map(item.note),
        })),
      };
    case "figure":
    case "table":
      return { ...block, caption: map(block.caption), notes: block.notes.map(map) };
    case "cover-art":
    case "contents":
      return block;
  }
}
