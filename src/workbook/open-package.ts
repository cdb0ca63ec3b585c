import { type UnzipFileFilter, type Unzipped, unzipSync } from "fflate";
import { parsePackageIndex } from "./parse-package-index.ts";
import { WorkbookFailure } from "./workbook-failure.ts";
import { workbookLimits } from "./workbook-limits.ts";

/** The parts of an xlsx package that hold values, uncompressed; pictures, comments, macros are never unpacked. */
export interface Package {
  readonly sheets: readonly { readonly name: string; readonly xml: string }[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Whether days count from 1 January 1904 (old Macintosh files). */
  readonly countsFrom1904: boolean;
}

/**
 * Unpacks a workbook's XML parts after looking at the sizes that the central directory states.
 *
 * @throws WorkbookFailure not-a-workbook, damaged or too-large
 */
export function openPackage(bytes: Uint8Array): Package {
  if (bytes.length > workbookLimits.fileBytes) {
    throw new WorkbookFailure("too-large", `the file has ${bytes.length} bytes`);
  }
  const entries = unpackParts(bytes);
  const parts = new Map(
    Object.entries(entries).map(([name, content]) => [partName(name), decodePart(name, content)]),
  );
  const index = parsePackageIndex(parts);
  const sharedStrings = parts.get(index.sharedStringsPart);
  const styles = parts.get(index.stylesPart);
  return {
    sheets: index.sheets.map(({ name, part }) => ({ name, xml: parts.get(part) ?? missing(part) })),
    ...(sharedStrings === undefined ? {} : { sharedStrings }),
    ...(styles === undefined ? {} : { styles }),
    countsFrom1904: index.countsFrom1904,
  };
}

function missing(part: string): never {
  throw new WorkbookFailure("damaged", `its part ${part} is missing`);
}

function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//, "");
}

function unpackParts(bytes: Uint8Array): Unzipped {
  let count = 0;
  let total = 0;
  const names: string[] = [];
  const sizes = new Map<string, number>();
  const entries = unzip(bytes, ({ name, size, originalSize }) => {
    count += 1;
    if (count > workbookLimits.parts)
      throw tooLarge(`it has more than ${workbookLimits.parts} parts`);
    names.push(partName(name));
    if (!isWanted(partName(name))) return false;
    total += originalSize;
    if (originalSize > workbookLimits.partBytes || total > workbookLimits.allPartsBytes) {
      throw tooLarge(`unpacked, ${name} has ${originalSize} bytes`);
    }
    if (
      originalSize > workbookLimits.ratioFromBytes &&
      originalSize > size * workbookLimits.ratio
    ) {
      throw tooLarge(`${name} unpacks from ${size} to ${originalSize} bytes`);
    }
    sizes.set(name, originalSize);
    return true;
  });
  checkIsWorkbook(names);
  for (const [name, content] of Object.entries(entries)) {
    // A part that lies about its size has been cut off at the stated size.
    if (content.length !== sizes.get(name)) {
      throw new WorkbookFailure("damaged", `${name} is shorter than stated`);
    }
  }
  return entries;
}

function unzip(bytes: Uint8Array, filter: UnzipFileFilter): Unzipped {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof WorkbookFailure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new WorkbookFailure("damaged", `it cannot be unpacked: ${reason}`);
  }
}

function tooLarge(detail: string): WorkbookFailure {
  return new WorkbookFailure("too-large", detail);
}

/** Everything that can be a sheet, its index, its texts or its number formats. */
function isWanted(part: string): boolean {
  return (
    /^xl\/(workbook|sharedStrings|styles)\.xml$/i.test(part) ||
    /^xl\/_rels\/workbook\.xml\.rels$/i.test(part) ||
    /^xl\/worksheets\/[^/]+\.xml$/i.test(part)
  );
}

function checkIsWorkbook(names: readonly string[]): void {
  if (names.some((name) => name === "xl/workbook.xml")) return;
  if (names.some((name) => name === "xl/workbook.bin")) {
    throw new WorkbookFailure("old-excel", "it is a binary workbook (.xlsb)");
  }
  const kinds: readonly (readonly [string, string])[] = [
    ["word/document.xml", "it is a Word document"],
    ["ppt/presentation.xml", "it is a PowerPoint presentation"],
    ["content.xml", "it is an OpenDocument file (.ods)"],
    ["Index/Document.iwa", "it is an Apple Numbers file"],
  ];
  const kind = kinds.find(([part]) => names.includes(part));
  throw new WorkbookFailure("not-a-workbook", kind ? kind[1] : "it is a zip without a workbook");
}

function decodePart(name: string, content: Uint8Array): string {
  const encoding = content[0] === 0xff && content[1] === 0xfe ? "utf-16le" : "utf-8";
  const text = new TextDecoder(encoding).decode(content);
  // Entities that a file declares itself can unfold to gigabytes; no spreadsheet program writes any.
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw new WorkbookFailure("damaged", `${name} declares entities of its own (<!DOCTYPE>)`);
  }
  return text;
}
