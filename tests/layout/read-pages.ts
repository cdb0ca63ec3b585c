import type {
  LaidOutDocument,
  PlacedText,
  StructureElement,
  StructureRole,
} from "../../src/layout/page.ts";

/** A line of text as it stands on its page. */
export interface ReadLine {
  readonly page: number;
  readonly slot: string | undefined;
  readonly text: string;
  /** As a reader hears it: with the space that joins the next line, without the hyphen that the break put in. */
  readonly heard: string;
  readonly endsWithHyphen: boolean;
  readonly xPt: number;
  readonly rightPt: number;
  readonly baselinePt: number;
}

export function readLines(laidOut: LaidOutDocument): readonly ReadLine[] {
  return laidOut.pages.flatMap((page) =>
    page.items.flatMap((item) => (item.kind === "text" ? [readLine(page.number, item)] : [])),
  );
}

function readLine(page: number, item: PlacedText): ReadLine {
  const text = item.pieces.map((piece) => piece.text).join("");
  const end = item.pieces.at(-1)?.lineEnd;
  return {
    page,
    slot: item.owner.kind === "content" ? item.owner.slot : undefined,
    text,
    heard: end === "space" ? `${text} ` : text,
    endsWithHyphen: end === "soft-hyphen",
    xPt: item.xPt,
    rightPt: item.pieces.reduce((x, piece) => x + piece.widthPt, item.xPt),
    baselinePt: item.baselinePt,
  };
}

/** Elements of the structure in reading order. */
export function elementsOf(element: StructureElement): readonly StructureElement[] {
  return [
    element,
    ...element.children.flatMap((child) =>
      child.kind === "element" ? elementsOf(child.element) : [],
    ),
  ];
}

export function elementsWithRole(laidOut: LaidOutDocument, role: StructureRole) {
  return elementsOf(laidOut.structure).filter((element) => element.role === role);
}

/** Slots of an element and of those in it, except those of notes, which are read after their call. */
export function slotsOf(element: StructureElement): readonly string[] {
  return element.children.flatMap((child) => {
    if (child.kind === "slot") return [child.slot];
    return child.element.role === "Note" ? [] : slotsOf(child.element);
  });
}

/** What a reader hears of an element. */
export function heardText(laidOut: LaidOutDocument, element: StructureElement): string {
  const lines = readLines(laidOut);
  return slotsOf(element)
    .map((slot) =>
      lines
        .filter((line) => line.slot === slot)
        .map((line) => line.heard)
        .join(""),
    )
    .join("");
}

/** The lines of an element, by page. */
export function linesOf(laidOut: LaidOutDocument, element: StructureElement): readonly ReadLine[] {
  const slots = new Set(slotsOf(element));
  return readLines(laidOut).filter((line) => line.slot !== undefined && slots.has(line.slot));
}
