import type { StructureChild, StructureElement, StructureRole } from "./page.ts";

/** Gives the ids of one document's structure elements and content slots: the same document, the same ids. */
export interface StructureIds {
  readonly element: () => string;
  readonly slot: () => string;
}

export function createStructureIds(): StructureIds {
  let elements = 0;
  let slots = 0;
  return {
    element: () => `e${++elements}`,
    slot: () => `s${++slots}`,
  };
}

export type ElementDetails = Omit<StructureElement, "id" | "role" | "children">;

export function element(
  ids: StructureIds,
  role: StructureRole,
  children: readonly StructureChild[],
  details: ElementDetails & { readonly id?: string } = {},
): StructureChild {
  const { id = ids.element(), ...rest } = details;
  return { kind: "element", element: { id, role, children, ...rest } };
}

export function slotChild(slot: string): StructureChild {
  return { kind: "slot", slot };
}
