import { zlibSync } from "fflate";
import PDFDocument from "pdfkit";
import type {
  PdfDictionary,
  PdfFile,
  PdfFont,
  PdfPage,
  PdfProperties,
  PdfReference,
  PdfTextString,
  PdfValue,
} from "./pdf-file.ts";
import { srgbProfile } from "./srgb-profile.ts";

// PDFKit as a writer of bytes. Only this file knows PDFKit's inside: what it relies on stands in the Kit interfaces,
// and tests/pdf/pdfkit-adapter.test.ts fails when a new version of PDFKit changes it.

interface KitReference extends PdfReference {
  readonly data: Record<string, PdfValue | undefined>;
  readonly buffer: Uint8Array[];
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
  finalize(): void;
}

interface KitFont {
  readonly id: string;
  /** fontkit's font, which can be shared by several documents. */
  readonly font: object;
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyphId: number): number };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): KitReference;
}

interface KitPage {
  readonly dictionary: KitReference;
  readonly fonts: Record<string, KitReference>;
  readonly ext_gstates: Record<string, PdfReference>;
  write(chunk: Uint8Array): void;
}

interface KitDocument {
  page: KitPage;
  readonly _font: KitFont;
  readonly _root: KitReference;
  readonly _waiting: number;
  ref(data?: PdfDictionary): KitReference;
  addPage(options: { size: readonly [number, number]; margin: number }): void;
  font(source: Uint8Array | object): void;
  getStructTreeRoot(): KitReference;
  appendXML(xml: string): void;
  _addInfo(): void;
  _addColorOutputIntent(): void;
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  end(): void;
}

/** Opens a PDF 1.7 file, PDF/A-3a and PDF/UA-1 by its identifiers. */
export function openPdfFile(properties: PdfProperties): PdfFile {
  const kit = openKit(properties);
  const states = new Map<string, GraphicsState>();
  const fonts = new Map<KitFont, PdfFont>();
  const object = (content: PdfDictionary): PdfReference => {
    const reference = kit.ref({ ...content });
    reference.end();
    return reference;
  };
  return {
    addPage: (widthPt, heightPt) => addPage(kit, widthPt, heightPt, states),
    font: (bytes) => openFont(kit, bytes, fonts),
    object,
    stream: (content, bytes) => {
      const reference = kit.ref({ ...content });
      reference.end(bytes);
      return reference;
    },
    reserve: () => {
      const reference = kit.ref({});
      const write = (content: PdfDictionary): void => {
        Object.assign(reference.data, content);
        reference.end();
      };
      return { reference, write };
    },
    structureRoot: kit.getStructTreeRoot(),
    setStructureRoot: (content) => {
      Object.assign(kit.getStructTreeRoot().data, content);
    },
    setCatalog: (key, value) => {
      kit._root.data[key] = value;
    },
    setNames: (trees) => {
      // PDFKit sorts names by the machine's locale; readers search them by bytes.
      Object.assign(dataOf(kit._root.data.Names), trees);
    },
    finish: () => finish(kit),
  };
}

/** A text in a dictionary, as opposed to a name. */
export function textString(text: string): PdfTextString {
  return new String(text) as unknown as PdfTextString;
}

/** A name with the signs escaped that end a name: "text/csv". */
export function escapeName(name: string): string {
  const code = (sign: string): string => sign.charCodeAt(0).toString(16).toUpperCase();
  return name.replace(/[^\w.+-]/g, (sign) => `#${code(sign).padStart(2, "0")}`);
}

function openKit(properties: PdfProperties): KitDocument {
  const options = {
    autoFirstPage: false,
    bufferPages: true,
    compress: false,
    displayTitle: true,
    font: null,
    info: { ...properties.information },
    lang: properties.language,
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
  };
  const kit = new PDFDocument(
    options as unknown as PDFKit.PDFDocumentOptions,
  ) as unknown as KitDocument;
  deflateReproducibly(kit);
  // PDFKit writes its own description unescaped, so ours takes its place.
  kit._addInfo = () => kit.appendXML(properties.metadata);
  // PDFKit reads its profile from beside its own file, which a bundle doesn't have.
  kit._addColorOutputIntent = () => addOutputIntent(kit);
  return kit;
}

/** Saves a third of the time of fflate's usual level, for files that are one part in a hundred longer. */
const deflateLevel = 3;

/** zlib's bytes differ between versions of Node and between processors; fflate's don't. */
function deflateReproducibly(kit: KitDocument): void {
  const makeReference = kit.ref.bind(kit);
  kit.ref = (data = {}) => {
    const reference = makeReference(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      // Search engines read the metadata, so it stays plain.
      if (reference.buffer.length > 0 && reference.data.Type !== "Metadata") {
        const deflated = zlibSync(joinBytes(reference.buffer), { level: deflateLevel });
        reference.buffer.splice(0, reference.buffer.length, deflated);
        reference.data.Filter = "FlateDecode";
      }
      finalize();
    };
    return reference;
  };
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

function addOutputIntent(kit: KitDocument): void {
  const profile = kit.ref({ N: 3 });
  profile.end(srgbProfile());
  const intent = kit.ref({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    Info: textString("sRGB IEC61966-2.1"),
    OutputConditionIdentifier: textString("sRGB IEC61966-2.1"),
    DestOutputProfile: profile,
  });
  intent.end();
  kit._root.data.OutputIntents = [intent];
}

/** An entry of pages' resources. */
interface GraphicsState {
  readonly name: string;
  readonly reference: PdfReference;
}

function addPage(
  kit: KitDocument,
  widthPt: number,
  heightPt: number,
  states: Map<string, GraphicsState>,
): PdfPage {
  kit.addPage({ size: [widthPt, heightPt], margin: 0 });
  const page = kit.page;
  return {
    reference: page.dictionary,
    heightPt,
    useFont: (font) => {
      const reference = fontReferences.get(font);
      if (reference === undefined) throw new Error(`${font.resourceName} is no font of this file`);
      page.fonts[font.resourceName] = reference;
    },
    useOpacity: (fill, stroke) => {
      const key = `${fill} ${stroke}`;
      let state = states.get(key);
      if (state === undefined) {
        const reference = kit.ref({ Type: "ExtGState", ca: fill, CA: stroke });
        reference.end();
        state = { name: `G${states.size + 1}`, reference };
        states.set(key, state);
      }
      page.ext_gstates[state.name] = state.reference;
      return state.name;
    },
    set: (key, value) => {
      page.dictionary.data[key] = value;
    },
    // Operators are ASCII; PDFKit would take them apart letter by letter.
    writeContent: (operators) => page.write(Buffer.from(`${operators}\n`, "latin1")),
  };
}

/** Parsing a font is slow, and a parsed font doesn't change: documents in several languages share it. */
const parsedFonts = new WeakMap<Uint8Array, object>();
const fontReferences = new WeakMap<PdfFont, KitReference>();

function openFont(kit: KitDocument, bytes: Uint8Array, fonts: Map<KitFont, PdfFont>): PdfFont {
  kit.font(parsedFonts.get(bytes) ?? bytes);
  const kitFont = kit._font;
  parsedFonts.set(bytes, kitFont.font);
  const known = fonts.get(kitFont);
  if (known !== undefined) return known;
  const font = { resourceName: kitFont.id, codeFor: codesOf(kitFont) };
  fonts.set(kitFont, font);
  fontReferences.set(font, kitFont.ref());
  return font;
}

function codesOf(kitFont: KitFont): PdfFont["codeFor"] {
  const codes = new Map<string, number>();
  const { glyphs } = kitFont.subset;
  return (glyphId, codePoints, widthInEm1000) => {
    const key = `${glyphId} ${codePoints.join(" ")}`;
    const known = codes.get(key);
    if (known !== undefined) return known;
    // The first code goes through the subset's own list, so that composite glyphs find their parts there.
    const code = glyphs.includes(glyphId)
      ? glyphs.push(glyphId) - 1
      : kitFont.subset.includeGlyph(glyphId);
    codes.set(key, code);
    kitFont.widths[code] = widthInEm1000;
    kitFont.unicode[code] = codePoints;
    return code;
  };
}

function dataOf(value: PdfValue | undefined): Record<string, PdfValue | undefined> {
  return (value as unknown as KitReference).data;
}

async function finish(kit: KitDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await new Promise<void>((resolve, reject) => {
    kit.on("data", (chunk) => chunks.push(chunk));
    kit.on("end", resolve);
    kit.on("error", reject);
    kit.end();
    // PDFKit waits for ever for an object that was reserved and not written.
    if (kit._waiting > 0)
      reject(new Error(`${kit._waiting} objects of the PDF were never written`));
  });
  return joinBytes(chunks);
}
