import { WorkbookFailure } from "./workbook-failure.ts";

const zipMagic = [0x50, 0x4b, 0x03, 0x04];
/** Compound file: Excel 97–2003, or any Office file that a password protects. */
const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Says by their first bytes what a file is that is not a zip package, before any library sees it.
 *
 * @throws WorkbookFailure empty-file, html, old-excel, password-protected or not-a-workbook
 */
export function checkFileKind(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookFailure("empty-file", "the file has 0 bytes");
  if (startsWith(bytes, zipMagic)) return;
  if (startsWith(bytes, compoundMagic)) throw describeCompoundFile(bytes);
  const start = decodeStart(bytes);
  if (/^\s*(<!doctype html|<html|<table|<meta|<body|mime-version:)/i.test(start)) {
    throw new WorkbookFailure("html", "it starts like a web page");
  }
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet")) {
    throw new WorkbookFailure("old-excel", "it is an Excel 2003 XML spreadsheet");
  }
  const isText = start.trim() !== "" && !hasControlCharacter(start);
  const found = isText ? "it starts like a text file (CSV?)" : "it is not a zip package";
  throw new WorkbookFailure("not-a-workbook", found);
}

function describeCompoundFile(bytes: Uint8Array): WorkbookFailure {
  if (includesWideText(bytes, "EncryptedPackage")) {
    return new WorkbookFailure("password-protected", "its content is encrypted");
  }
  if (includesWideText(bytes, "Workbook") || includesWideText(bytes, "Book")) {
    return new WorkbookFailure("old-excel", "it was saved by Excel 97–2003 (.xls)");
  }
  return new WorkbookFailure("not-a-workbook", "it is an Office file of another kind");
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < " " && !"\t\r\n".includes(character));
}

function decodeStart(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 1024));
}

/** Whether a name stands in a compound file's directory, where names are UTF-16. */
function includesWideText(bytes: Uint8Array, text: string): boolean {
  const wanted = new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const first = wanted[0] ?? 0;
  let from = bytes.indexOf(first);
  while (from >= 0) {
    const at = from;
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
    from = bytes.indexOf(first, at + 1);
  }
  return false;
}
