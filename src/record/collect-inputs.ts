import { join } from "node:path";
import { isLanguage, type Language } from "../edition/language.ts";
import { type FileEntry, type Files, PlatformError } from "../platform/platform.ts";
import { hashContent } from "./fingerprint.ts";
import type { InputFile } from "./manifest.ts";

/** A folder or a file whose content decides what is made. */
export interface InputRoot {
  /** As manifests name it: "data/2018", "templates", "barometer/templates". */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/**
 * Every file under the roots with its hash, once each, in code-unit order. A folder of its path called "fr", "nl" or
 * "en", or such a name before the ending ("wording/fr.yaml"), tells the language. Hidden files, spreadsheets'
 * lock files ("~$survey.xlsx"), READMEs and what was released are no inputs.
 * @throws PlatformError where a file can't be read.
 */
export async function collectInputs(
  files: Files,
  roots: readonly InputRoot[],
): Promise<readonly InputFile[]> {
  const found = new Map<string, InputFile>();
  for (const root of roots) {
    const listed = await listFiles(files, root);
    for (const { name, path } of listed.length > 0 ? listed : [root]) {
      const content = await files.read(path);
      if (content === undefined) continue;
      found.set(name, { file: name, sha256: hashContent(content), language: languageOf(name) });
    }
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function listFiles(files: Files, root: InputRoot): Promise<readonly InputRoot[]> {
  const found: InputRoot[] = [];
  for (const { name, isDirectory } of await listIfFolder(files, root.path)) {
    if (isNoInput(name)) continue;
    const entry = { name: `${root.name}/${name}`, path: join(root.path, name) };
    if (isDirectory) found.push(...(await listFiles(files, entry)));
    else found.push(entry);
  }
  return found;
}

function isNoInput(name: string): boolean {
  return /^[.~]/.test(name) || /^readme\b/i.test(name) || name === "releases";
}

function languageOf(name: string): Language | null {
  const parts = name.split("/").map((part) => part.replace(/\.[^.]+$/, ""));
  return parts.find(isLanguage) ?? null;
}

async function listIfFolder(files: Files, path: string): Promise<readonly FileEntry[]> {
  try {
    return await files.list(path);
  } catch (error) {
    if (error instanceof PlatformError && error.code === "ENOTDIR") return [];
    throw error;
  }
}
