import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { specimensLeft } from "../../src/diagnostics/catalogue/edition.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { runMain } from "./run-main.ts";

const root = join(import.meta.dirname, "../..");
let project = "";
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "barometer-commands-"));
  await cp(join(root, "data"), join(project, "data"), { recursive: true });
});
afterAll(() => rm(project, { recursive: true }));

function run(...argv: readonly string[]) {
  return runMain(argv, { platform: createNodePlatform(), workingFolder: project });
}

const factsDocument = z.object({
  schema: z.literal("barometer/facts@1"),
  edition: z.literal("2018"),
  facts: z.array(
    z.object({
      id: z.string(),
      value: z.number().nullable(),
      base: z.number(),
      count: z.number().nullable(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
    }),
  ),
});

describe("facts", () => {
  test("--json tells in a document of another name why there are no figures", async () => {
    const { exitCode, stdout } = await run("facts", "--year", "2081", "--json");
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ schema: "barometer/facts-report@1", ok: false });
  });

  test("--json gives the published mean with its interval, and the Flemish share as 51 of 58", async () => {
    const { exitCode, stdout, stderr } = await run("facts", "--year", "2018", "--json");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const { facts } = factsDocument.parse(JSON.parse(stdout));
    const find = (id: string) => facts.find((fact) => fact.id === id);
    const mean = find("progress.mean");
    expect(mean?.base).toBe(123);
    expect(mean?.value).toBeCloseTo(3.6423, 4);
    expect(mean?.lower).toBeCloseTo(3.2889, 4);
    expect(mean?.upper).toBeCloseTo(3.9956, 4);
    const share = find("associations.digitalisation.share@region:flanders");
    expect([share?.count, share?.base]).toEqual([51, 58]);
  });

  test("--search prints a table that a person reads", async () => {
    const { exitCode, stdout, stderr } = await run("facts", "--search", "progress.mean@region");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toBe(`fact                           value   n  95% interval
progress.mean@region:flanders   3.53  58  3.05 to 4.02
progress.mean@region:wallonia   3.72  61  3.17 to 4.27
progress.mean@region:brussels   4.00   4  2.85 to 5.15  small base
`);
  });

  test("--other lists what respondents wrote, and names the question that was meant", async () => {
    const listed = await run("facts", "--other", "role");
    expect(listed.stdout).toMatch(/^question {2}response {2}cell {2,}text\nrole {6}\d+ /);
    const meant = await run("facts", "--other", "roles");
    expect(meant.exitCode).toBe(2);
    expect(meant.stderr).toContain("Did you mean role?");
  });

  test("--other says so where nobody wrote anything", async () => {
    expect(await run("facts", "--other", "comment")).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "Nobody wrote anything to comment.\n",
    });
  });

  test("an edition that doesn't exist is answered with the ones that do", async () => {
    const { exitCode, stderr } = await run("facts", "--edition", "2081");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("2018");
  });
});

describe("a ledger line that doesn't fit its cell", () => {
  test("stops every command with the cell, and says so in JSON with the same code", async () => {
    const ledger = join(project, "data/2018/corrections.csv");
    const before = await readFile(ledger, "utf8");
    const [first] =
      (await run("facts", "--other", "role", "--json")).stdout.match(/"response": "\d+"/) ?? [];
    const response = /\d+/.exec(first ?? "")?.[0];
    const line = `${response},change,progress,never said,5,entry-error,2018-05-02,`;
    await writeFile(ledger, `${before.trimEnd()}\n${line}\n`);
    try {
      const text = await run("check", "--quiet");
      expect(text.exitCode).toBe(1);
      expect(text.stdout).toBe("");
      expect(text.stderr).toContain(line);
      expect(text.stderr).toMatch(/data\/2018\/survey\.xlsx › .* › [A-Z]+\d+/);
      expect(text.stderr).toMatch(/^1 error in 1 file\.$/m);
      const json = JSON.parse((await run("check", "--json")).stdout);
      const [code] = /(?<=error\[)D\d{3}/.exec(text.stderr) ?? [];
      expect(json).toMatchObject({
        schema: "barometer/check@1",
        ok: false,
        diagnostics: [{ code }, { code: specimensLeft.code }],
      });
    } finally {
      await writeFile(ledger, before);
    }
  });
});
