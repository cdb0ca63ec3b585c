import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/**
 * Compares texts with the files of a folder `expected`, all of them. `UPDATE=1` writes them anew, to be read before
 * they are committed; where CI is set that is refused, so that no wrong output can agree with itself.
 */
export function compareWithExpected(folder: string, texts: ReadonlyMap<string, string>): void {
  const expected = join(import.meta.dirname, folder);
  if (isUpdating()) {
    rmSync(expected, { recursive: true, force: true });
    mkdirSync(expected, { recursive: true });
    for (const [file, text] of texts) writeFileSync(join(expected, file), text);
    return;
  }
  const kept = existsSync(expected) ? readdirSync(expected) : [];
  const read = (file: string) => readFileSync(join(expected, file), "utf8");
  expect(Object.fromEntries(texts)).toEqual(
    Object.fromEntries(kept.map((file) => [file, read(file)])),
  );
}

function isUpdating(): boolean {
  if ((process.env.UPDATE ?? "") === "") return false;
  if ((process.env.CI ?? "") !== "") throw new Error("UPDATE is for people, not for CI");
  return true;
}
