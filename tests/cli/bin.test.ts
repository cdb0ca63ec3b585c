import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
let copy = "";

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "barometer-bin-"));
  await cp(join(root, "bin"), join(copy, "bin"), { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    await cp(join(root, file), join(copy, file));
  await mkdir(join(copy, "src"));
  await writeFile(join(copy, "src/main.ts"), "export const one = 1;\n");
});
afterAll(() => rm(copy, { recursive: true }));

async function runBin(): Promise<{ readonly code: unknown; readonly stderr: string }> {
  const program = [join(copy, "bin/barometer.js"), "--version"];
  const ran = promisify(execFile)(process.execPath, program);
  return ran.then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }) => ({ code, stderr }),
  );
}

/** A bundle that only says which arguments it got. */
async function writeBundle(hash: string): Promise<void> {
  await mkdir(join(copy, "dist"), { recursive: true });
  await writeFile(
    join(copy, "dist/barometer.js"),
    "export async function start() { process.exitCode = 7; }\n",
  );
  await writeFile(join(copy, "dist/bundle.json"), JSON.stringify({ hash }));
}

async function currentHash(): Promise<string> {
  const module: unknown = await import(join(copy, "bin/bundle-hash.js"));
  if (typeof module !== "object" || module === null || !("hashBundleInputs" in module)) return "";
  const { hashBundleInputs } = module;
  return typeof hashBundleInputs === "function" ? String(hashBundleInputs(copy)) : "";
}

describe("the program", () => {
  test("refuses to start without a bundle, and says what to type", async () => {
    expect(await runBin()).toEqual({
      code: 2,
      stderr:
        "The bundle in dist/ is missing. Type: npm ci (or, with the packages installed, npm run prepare)\n",
    });
  });

  test("starts a bundle that was made from these very sources, with settings that this Node knows", async () => {
    await writeBundle(await currentHash());
    expect(await runBin()).toEqual({ code: 7, stderr: "" });
  });

  test("refuses a bundle that is older than its sources", async () => {
    await writeBundle(await currentHash());
    await writeFile(join(copy, "src/main.ts"), "export const one = 2;\n");
    expect(await runBin()).toEqual({
      code: 2,
      stderr: "The bundle in dist/ is older than the program's sources. Type: npm run prepare\n",
    });
  });
});
