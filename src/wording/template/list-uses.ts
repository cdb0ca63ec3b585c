import type { SourceFile } from "../../edition/checked-yaml.ts";
import { parseTemplate } from "./parse-template.ts";
import type { HelperCall, TemplateNode } from "./template.ts";

/** What a text takes from other files, in any of its parts, also those that an edition leaves out. */
export interface Uses {
  readonly partials: readonly string[];
  /** Ids of charts, the cover's art included. */
  readonly charts: readonly string[];
  readonly tables: readonly string[];
}

/** Lists what a text uses; nothing of a text that can't be parsed, which its check says. */
export function listUses(source: SourceFile): Uses {
  const nodes = allNodes(parseTemplate(source).value?.nodes ?? []);
  const inserted = nodes.flatMap((node) => (node.kind === "insert" ? [node.call] : []));
  return {
    partials: nodes.flatMap((node) => (node.kind === "partial" ? [node.name] : [])),
    charts: inserted.flatMap((call) => idOf(call, ["chart", "cover-art"])),
    tables: inserted.flatMap((call) => idOf(call, ["table"])),
  };
}

function allNodes(nodes: readonly TemplateNode[]): readonly TemplateNode[] {
  return nodes.flatMap((node) =>
    node.kind === "block" ? [...allNodes(node.body), ...allNodes(node.otherwise)] : [node],
  );
}

function idOf({ name, positional: [id] }: HelperCall, helpers: readonly string[]): string[] {
  return helpers.includes(name) && id?.kind === "literal" ? [String(id.value)] : [];
}
