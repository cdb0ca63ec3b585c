import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkbookReader } from "../../src/workbook/open-workbook-reader.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { makeTextWorkbook } from "./make-workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "workbook-worker-"));
const worker = pathToFileURL(join(folder, "workbook-worker.cjs"));
const survey = readFileSync("data/2018/survey.xlsx");
const questionnaire = readFileSync("data/2018/questionnaire.xlsx");

beforeAll(async () => {
  await build({
    entryPoints: ["src/workbook/workbook-worker.ts"],
    outfile: join(folder, "workbook-worker.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

it("a thread gives what reading here gives, several files at once", async () => {
  const reader = openWorkbookReader({ worker });
  const read = await Promise.all([
    reader.read(questionnaire),
    reader.read(survey),
    reader.read(new Uint8Array()),
  ]);
  await reader.close();
  const here = openWorkbookReader({ worker: undefined });
  expect(read).toEqual([
    await here.read(questionnaire),
    await readWorkbook(survey),
    { ok: false, problem: "empty-file", detail: "the file has 0 bytes" },
  ]);
  await here.close();
});

it("a file that takes too long is given up, and the next one is read in a new thread", async () => {
  const hurried = openWorkbookReader({ worker, timeLimitMs: 1 });
  expect(await hurried.read(survey)).toEqual({
    ok: false,
    problem: "too-slow",
    detail: "reading it took more than 0.001 seconds",
  });
  await hurried.close();
  const patient = openWorkbookReader({ worker });
  expect(await patient.read(survey)).toHaveProperty("ok", true);
  await patient.close();
});

it("a file that takes too much memory ends its thread and nothing else", async () => {
  const cells = Array.from({ length: 1500 }, (_, row) =>
    Array.from({ length: 100 }, (_, column) => `${row} ${column}`),
  );
  const reader = openWorkbookReader({ worker, memoryLimitMb: 24 });
  expect(await reader.read(makeTextWorkbook({ data: cells }))).toMatchObject({
    ok: false,
    problem: "too-large",
  });
  expect(await reader.read(questionnaire)).toHaveProperty("ok", true);
  await reader.close();
});

it("a worker that isn't there is a bug, not a bad file", async () => {
  const reader = openWorkbookReader({ worker: pathToFileURL(join(folder, "missing.js")) });
  await expect(reader.read(survey)).rejects.toThrow("missing.js");
  await reader.close();
});
