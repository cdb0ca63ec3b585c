import type { Page, StructureElement } from "../layout/page.ts";
import type { PageMarks } from "./marked-content.ts";
import { nameTree } from "./name-tree.ts";
import type {
  PdfDictionary,
  PdfFile,
  PdfPage,
  PdfReference,
  PdfValue,
  ReservedObject,
} from "./pdf-file.ts";
import { textString } from "./pdfkit-adapter.ts";

/** An annotation that stands in the structure as content of an element. */
export interface StructuredAnnotation {
  readonly elementId: string;
  readonly page: PdfPage;
  readonly annotation: PdfReference;
  /** Its key in the parent tree. */
  readonly structParent: number;
}

export interface WrittenPage {
  readonly page: Page;
  readonly pdfPage: PdfPage;
  readonly marks: PageMarks;
}

export interface StructureRequest {
  readonly root: StructureElement;
  readonly pages: readonly WrittenPage[];
  readonly annotations: readonly StructuredAnnotation[];
  /** Files that belong to an element, by its id. */
  readonly associatedFiles: ReadonlyMap<string, readonly PdfReference[]>;
}

/** Roles that PDF 1.7 doesn't know, with the nearest that it knows. */
const roleMap = { Aside: "Sect" } as const;

/** Roles whose ids others refer to or that PDF/UA wants to have one. */
const identifiedRoles: ReadonlySet<string> = new Set(["Note", "TH"]);

/**
 * Which role's marks each slot is drawn in. Throws where an id or a slot stands twice.
 */
export function indexSlots(root: StructureElement): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  const ids = new Set<string>();
  for (const element of elementsOf(root)) {
    if (ids.has(element.id)) throw new Error(`two structure elements have the id ${element.id}`);
    ids.add(element.id);
    for (const child of element.children) {
      if (child.kind !== "slot") continue;
      if (roles.has(child.slot)) throw new Error(`the slot ${child.slot} stands twice`);
      roles.set(child.slot, element.role);
    }
  }
  return roles;
}

/** Writes the structure tree with the parent tree, by which readers find the element of a mark. */
export function writeStructure(file: PdfFile, request: StructureRequest): void {
  const elements = [...elementsOf(request.root)];
  const objects = new Map(elements.map((element) => [element.id, file.reserve()]));
  for (const id of request.associatedFiles.keys()) {
    if (!objects.has(id)) throw new Error(`a file belongs to ${id}, which the structure lacks`);
  }
  const content = contentOf(request);
  const annotations = new Map<string, StructuredAnnotation[]>();
  for (const annotation of request.annotations) {
    const { elementId } = annotation;
    annotations.set(elementId, [...(annotations.get(elementId) ?? []), annotation]);
  }
  const tree: Tree = { file, request, objects, content, annotations };
  writeElement(tree, request.root, file.structureRoot);
  const identified = elements.filter((element) => identifiedRoles.has(element.role));
  file.setStructureRoot({
    K: [objectOf(tree, request.root.id).reference],
    ParentTree: { Nums: parentNumbers(tree) },
    ParentTreeNextKey: request.pages.length + request.annotations.length,
    RoleMap: roleMap,
    IDTree: nameTree(new Map(identified.map(({ id }) => [id, objectOf(tree, id).reference]))),
  });
}

interface Tree {
  readonly file: PdfFile;
  readonly request: StructureRequest;
  readonly objects: ReadonlyMap<string, ReservedObject>;
  readonly content: ReadonlyMap<string, readonly Mark[]>;
  /** By the element that they belong to. */
  readonly annotations: ReadonlyMap<string, readonly StructuredAnnotation[]>;
}

/** A marked sequence of a page. */
interface Mark {
  readonly page: PdfPage;
  readonly mcid: number;
}

function* elementsOf(element: StructureElement): Generator<StructureElement> {
  yield element;
  for (const child of element.children) {
    if (child.kind === "element") yield* elementsOf(child.element);
  }
}

/** The marks of each slot, in the order of pages. */
function contentOf(request: StructureRequest): ReadonlyMap<string, readonly Mark[]> {
  const content = new Map<string, Mark[]>();
  for (const { pdfPage, marks } of request.pages) {
    marks.forEach((slot, mcid) => {
      const known = content.get(slot) ?? [];
      known.push({ page: pdfPage, mcid });
      content.set(slot, known);
    });
  }
  return content;
}

function objectOf(tree: Tree, id: string): ReservedObject {
  const object = tree.objects.get(id);
  if (object === undefined) throw new Error(`the structure has no element ${id}`);
  return object;
}

function writeElement(tree: Tree, element: StructureElement, parent: PdfReference): void {
  const { reference, write } = objectOf(tree, element.id);
  const kids: PdfValue[] = [];
  let mainPage: PdfPage | undefined;
  for (const child of element.children) {
    if (child.kind === "element") {
      kids.push(objectOf(tree, child.element.id).reference);
      writeElement(tree, child.element, reference);
      continue;
    }
    for (const { page, mcid } of tree.content.get(child.slot) ?? []) {
      mainPage ??= page;
      const isOnMainPage = page === mainPage;
      kids.push(isOnMainPage ? mcid : { Type: "MCR", Pg: page.reference, MCID: mcid });
    }
  }
  for (const { page, annotation } of tree.annotations.get(element.id) ?? []) {
    kids.push({ Type: "OBJR", Pg: page.reference, Obj: annotation });
  }
  const files = tree.request.associatedFiles.get(element.id);
  write({
    Type: "StructElem",
    S: element.role,
    P: parent,
    Pg: mainPage?.reference,
    K: kids,
    AF: files,
    ...propertiesOf(tree, element),
  });
}

function propertiesOf(tree: Tree, element: StructureElement): PdfDictionary {
  const { alternativeText, language, title } = element;
  return {
    ID: identifiedRoles.has(element.role) ? textString(element.id) : undefined,
    Alt: alternativeText === undefined ? undefined : textString(alternativeText),
    Lang: language === undefined ? undefined : textString(language),
    T: title === undefined ? undefined : textString(title),
    A: attributesOf(tree, element),
  };
}

/** Attributes by owner (ISO 32000-1, 14.8.5). */
function attributesOf(tree: Tree, element: StructureElement): PdfDictionary | undefined {
  const { scope, headers, columnSpan, listNumbering, box } = element;
  if (listNumbering !== undefined) return { O: "List", ListNumbering: listNumbering };
  if (box !== undefined) {
    const page = tree.request.pages.find((each) => each.page.number === box.page)?.pdfPage;
    if (page === undefined)
      throw new Error(`${element.id} stands on page ${box.page}, which is none`);
    const bottom = page.heightPt - box.yPt - box.heightPt;
    const top = page.heightPt - box.yPt;
    return { O: "Layout", Placement: "Block", BBox: [box.xPt, bottom, box.xPt + box.widthPt, top] };
  }
  if (scope === undefined && headers === undefined && columnSpan === undefined) return undefined;
  for (const id of headers ?? []) objectOf(tree, id);
  return { O: "Table", Scope: scope, Headers: headers?.map(textString), ColSpan: columnSpan };
}

/** Keys are the pages from 0, then the annotations. */
function parentNumbers(tree: Tree): readonly PdfValue[] {
  const owners = new Map<string, PdfReference>();
  for (const element of elementsOf(tree.request.root)) {
    for (const child of element.children) {
      if (child.kind === "slot") owners.set(child.slot, objectOf(tree, element.id).reference);
    }
  }
  const ofPages = tree.request.pages.flatMap(({ marks }, index) => [
    index,
    marks.map((slot) => owners.get(slot) ?? null),
  ]);
  const ofAnnotations = tree.request.annotations.flatMap(({ structParent, elementId }) => [
    structParent,
    objectOf(tree, elementId).reference,
  ]);
  return [...ofPages, ...ofAnnotations];
}
