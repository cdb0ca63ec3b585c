import { createHash } from "node:crypto";
import type { Language } from "../edition/language.ts";
import type { InputFile } from "./manifest.ts";
import { toolVersion } from "./tool-version.ts";

/** SHA-256 in hexadecimal. */
export function hashContent(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * One hash over the inputs that an output of this language is made from, and this program's version: it changes when
 * one of them is added, removed or changed. An output of no language is made from the inputs of all.
 */
export function computeFingerprint(
  inputs: readonly InputFile[],
  language: Language | null,
): string {
  const lines = inputs
    .filter((input) => language === null || input.language === null || input.language === language)
    .map(({ file, sha256 }) => `${file}\0${sha256}\n`)
    .sort();
  return hashContent(`${toolVersion}\n${lines.join("")}`);
}
