import type { TableBlock } from "../document/document.ts";
import type { StructureChild } from "./page.ts";
import type { SetRow } from "./set-table-row.ts";
import { element, type StructureIds } from "./structure-tree.ts";

/**
 * A table for readers who hear it: its caption, the head's cells over their columns, and for each row its first cell as
 * its head. Every other cell names the cells that head it: column, group, row.
 */
export function tableStructure(
  block: TableBlock,
  caption: readonly StructureChild[],
  head: SetRow,
  rows: readonly SetRow[],
  ids: StructureIds,
): StructureChild {
  const columnIds = head.cells.map(() => ids.element());
  const headCells = head.cells.map((cell, index) =>
    element(ids, "TH", cell.children, { id: columnIds[index] ?? "", scope: "Column" }),
  );
  let group: string | undefined;
  const body = rows.map((row, index) => {
    const data = block.table.rows[index];
    const id = ids.element();
    const [first, ...others] = row.cells;
    if (data?.isGroup) {
      group = id;
      const cell = element(ids, "TH", first?.children ?? [], {
        id,
        scope: "Row",
        columnSpan: head.cells.length,
      });
      return element(ids, "TR", [cell]);
    }
    // A total that closes the table is the whole table's, not the last group's.
    if (data?.isTotal && index === rows.length - 1) group = undefined;
    const heading = element(ids, "TH", first?.children ?? [], { id, scope: "Row" });
    const cells = others.map((cell, place) =>
      element(ids, "TD", cell.children, {
        headers: [columnIds[place + 1], group, id].flatMap((header) => header ?? []),
      }),
    );
    return element(ids, "TR", [heading, ...cells]);
  });
  return element(ids, "Table", [
    element(ids, "Caption", caption),
    element(ids, "THead", [element(ids, "TR", headCells)]),
    element(ids, "TBody", body),
  ]);
}
