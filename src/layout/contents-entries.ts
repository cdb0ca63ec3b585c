import type { Block, Contents, Document, Run, Section } from "../document/document.ts";

/** A line of a list of contents. */
export interface ContentsEntry {
  /** What stands in the list: a section, a heading in it, a figure or a table. */
  readonly kind: "section" | "heading" | "block";
  /** "2", "Figure 3"; empty where it has none. */
  readonly label: string;
  readonly title: readonly Run[];
  readonly destination: string;
}

/** The lines of a list of contents, in the order of the document. */
export function contentsEntries(of: Contents["of"], document: Document): readonly ContentsEntry[] {
  return of === "sections"
    ? document.sections.filter(isListed).flatMap(sectionEntries)
    : document.sections.flatMap((section) => blockEntries(of, section.blocks));
}

/** What stands before the contents isn't in them. */
function isListed(section: Section): boolean {
  return section.kind !== "cover" && section.kind !== "colophon" && section.kind !== "contents";
}

function sectionEntries(section: Section): readonly ContentsEntry[] {
  const headings = section.blocks.flatMap((block): readonly ContentsEntry[] =>
    block.kind === "heading" && block.level === 2
      ? [{ kind: "heading", label: "", title: withoutLinks(block.runs), destination: block.id }]
      : [],
  );
  return [
    {
      kind: "section",
      label: section.number ?? "",
      title: withoutLinks(section.title),
      destination: section.id,
    },
    ...headings,
  ];
}

function blockEntries(
  of: "figures" | "tables",
  blocks: readonly Block[],
): readonly ContentsEntry[] {
  return blocks.flatMap((block): readonly ContentsEntry[] => {
    if (block.kind === "callout") return blockEntries(of, block.blocks);
    if (block.kind === "list") return block.items.flatMap((item) => blockEntries(of, item));
    if (block.kind !== (of === "figures" ? "figure" : "table")) return [];
    const title = withoutLinks(block.title);
    return [{ kind: "block", label: block.label, title, destination: block.id }];
  });
}

/** The line as a whole is the link; links and notes in it stay where the title itself stands. */
function withoutLinks(runs: readonly Run[]): readonly Run[] {
  return runs.flatMap(({ link: _link, ...run }) => (run.noteId === undefined ? [run] : []));
}
