import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";

/**
 * Compares texts with the files of a folder `expected`, all of them. `UPDATE=1` writes them anew, to be read before
 * they are committed; where CI is set that is refused, so that no wrong output can agree with itself.
 */
export function compareWithExpected(folder: string, texts: ReadonlyMap<string, string>): void {
  const expected = join(import.meta.dirname, folder);
  if (isUpdating()) rmSync(expected, { recursive: true, force: true });
  for (const [file, text] of texts) compareFileWithExpected(`${folder}/${file}`, text);
  expect(readdirSync(expected).sort()).toEqual([...texts.keys()].sort());
}

/** Compares one text with its file. */
export function compareFileWithExpected(file: string, text: string): void {
  const expected = join(import.meta.dirname, file);
  if (isUpdating()) {
    mkdirSync(dirname(expected), { recursive: true });
    writeFileSync(expected, text);
  }
  expect(text).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : `no ${file}`);
}

function isUpdating(): boolean {
  if ((process.env.UPDATE ?? "") === "") return false;
  if ((process.env.CI ?? "") !== "") throw new Error("UPDATE is for people, not for CI");
  return true;
}
