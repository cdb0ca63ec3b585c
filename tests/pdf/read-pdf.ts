import { getDocument, OPS, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader finds in a file. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly outline: readonly { readonly title: string; readonly page: number }[];
  readonly attachments: ReadonlyMap<
    string,
    { readonly text: string; readonly description: string }
  >;
  readonly information: Readonly<Record<string, unknown>>;
  /** The XMP, as it stands in the file. */
  readonly metadata: string;
  readonly pageLabels: readonly string[];
  readonly pageMode: string;
  readonly language: unknown;
  readonly isTagged: boolean;
}

export interface ReadPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Every glyph's character, in the order of painting, without what a reader makes up between them. */
  readonly text: string;
  /** The structure as lines, indented by depth, with the text of each mark. */
  readonly structure: string;
  readonly links: readonly ReadLink[];
}

export interface ReadLink {
  readonly rectangle: readonly number[];
  readonly contents: string;
  readonly target: string;
}

/** Reads a file with pdf.js, as a browser does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  });
  const file = await task.promise;
  const { info } = await file.getMetadata();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    pages.push(await readPage(await file.getPage(number)));
  }
  const outline: { title: string; page: number }[] = [];
  const addOutline = async (entries: readonly OutlineEntry[]): Promise<void> => {
    for (const { title, dest, items } of entries) {
      const [page] = (await file.getDestination(String(dest))) ?? [];
      outline.push({ title, page: (await file.getPageIndex(page)) + 1 });
      await addOutline(items);
    }
  };
  await addOutline((await file.getOutline()) ?? []);
  const attachments = Object.values((await file.getAttachments()) ?? {})
    .filter(isAttachment)
    .map(({ filename, content, description }) => {
      return [filename, { text: new TextDecoder().decode(content), description }] as const;
    });
  const read = {
    pages,
    outline,
    attachments: new Map(attachments),
    information: Object.fromEntries(Object.entries(info)),
    metadata: objectsOf(bytes).find(({ text }) => text.includes("/Type /Metadata"))?.text ?? "",
    pageLabels: (await file.getPageLabels()) ?? [],
    pageMode: await file.getPageMode(),
    language: Object.entries(info).find(([key]) => key === "Language")?.[1],
    isTagged: (await file.getMarkInfo())?.Marked === true,
  };
  await task.destroy();
  return read;
}

export interface WrittenObject {
  readonly number: number;
  readonly text: string;
}

/** The objects of a file as they are written; streams are compressed, dictionaries aren't. */
export function objectsOf(bytes: Uint8Array): readonly WrittenObject[] {
  const file = Buffer.from(bytes).toString("latin1");
  return [...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, number, text = ""]) => ({
    number: Number(number),
    text,
  }));
}

interface ReadAttachment {
  readonly filename: string;
  readonly content: Uint8Array;
  readonly description: string;
}

function isAttachment(value: unknown): value is ReadAttachment {
  return typeof value === "object" && value !== null && "content" in value;
}

interface OutlineEntry {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly OutlineEntry[];
}

type PdfJsPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>;
type StructNode = NonNullable<Awaited<ReturnType<PdfJsPage["getStructTree"]>>>;

async function readPage(page: PdfJsPage): Promise<ReadPage> {
  const marks = await readMarks(page);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const annotations = await page.getAnnotations();
  const tree = await page.getStructTree();
  return {
    widthPt: right - left,
    heightPt: top - bottom,
    text: marks.map(({ text }) => text).join(""),
    structure: tree === null ? "" : tree.children.map((child) => outline(child, marks, 0)).join(""),
    links: annotations.map(({ rect, contentsObj, url, dest }) => ({
      rectangle: rect,
      contents: contentsObj.str,
      target: url ?? dest,
    })),
  };
}

interface Mark {
  /** Null for artifacts. */
  readonly mcid: number | null;
  text: string;
}

/** The glyphs of each marked sequence; `getTextContent` would tidy up the spaces. */
async function readMarks(page: PdfJsPage): Promise<readonly Mark[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const marks: Mark[] = [];
  fnArray.forEach((operator, index) => {
    const operands: readonly unknown[] = argsArray[index] ?? [];
    if (operator === OPS.beginMarkedContentProps) {
      const mcid = typeof operands[1] === "number" ? operands[1] : null;
      marks.push({ mcid, text: "" });
    }
    const mark = marks.at(-1);
    if (operator !== OPS.showText || mark === undefined || !Array.isArray(operands[0])) return;
    for (const glyph of operands[0]) mark.text += glyph?.unicode ?? "";
  });
  return marks;
}

function outline(
  node: StructNode | StructNode["children"][number],
  marks: readonly Mark[],
  depth: number,
): string {
  const indent = "  ".repeat(depth);
  if (!("children" in node)) {
    if (node.type !== "content") return `${indent}(${node.type})\n`;
    const mcid = Number(/_mc(\d+)$/.exec(node.id)?.[1]);
    const mark = marks.find((each) => each.mcid === mcid);
    return `${indent}${JSON.stringify(mark?.text)}\n`;
  }
  const alt = "alt" in node ? ` alt=${JSON.stringify(node.alt)}` : "";
  const language = "lang" in node ? ` lang=${node.lang}` : "";
  const children = node.children.map((child) => outline(child, marks, depth + 1)).join("");
  return `${indent}${node.role}${alt}${language}\n${children}`;
}
