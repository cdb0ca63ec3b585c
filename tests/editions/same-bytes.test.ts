import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readPageTexts } from "./read-page-texts.ts";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);
const minute = 60_000;

/** A copy of the program with a bundle of its own, and the projects that it builds. */
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "barometer-same-bytes-"));
  const program = join(folder, "program");
  for (const part of ["bin", "src", "templates", "package.json", "package-lock.json"])
    await cp(join(root, part), join(program, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(program, "node_modules"), "junction");
  await run(process.execPath, [join(program, "bin/build-bundle.js")]);
}, 2 * minute);
afterAll(() => rm(folder, { recursive: true }));

/** Builds the real edition in a process of its own, in a project of its own. */
async function buildElsewhere(
  name: string,
  environment: Readonly<Record<string, string>>,
  ledgerLine = "",
): Promise<string> {
  const project = join(folder, name);
  await cp(join(root, "data"), join(project, "data"), { recursive: true });
  const ledger = join(project, "data/2018/corrections.csv");
  await writeFile(ledger, `${(await readFile(ledger, "utf8")).trimEnd()}\n${ledgerLine}`);
  const program = join(folder, "program/bin/barometer.js");
  await run(process.execPath, [program, "build", "--year", "2018", "--project", project], {
    env: { ...process.env, ...environment },
  });
  return project;
}

async function readOutput(project: string): Promise<ReadonlyMap<string, Buffer>> {
  const output = join(project, "out/2018");
  const entries = await readdir(output, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(
      paths.map(async (path) => [relative(output, path), await readFile(path)] as const),
    ),
  );
}

const printedPlaces = z.object({
  places: z.array(z.tuple([z.string(), z.string(), z.string(), z.number(), z.string()])),
});

/** The texts of the pages of a language's report that print a fact. */
async function readPagesWith(fact: string, language: string, project: string): Promise<string[]> {
  const text = await readFile(join(project, ".barometer/last-2018.json"), "utf8");
  const numbers = printedPlaces
    .parse(JSON.parse(text))
    .places.flatMap(([id, , spoken, page]) => (id === fact && spoken === language ? [page] : []));
  const pages = await readPageTexts(
    await readFile(join(project, `out/2018/report-${language}.pdf`)),
  );
  return [...new Set(numbers)].map((number) => pages[number - 1] ?? "");
}

/** Projects after their build. */
let east = "";
let west = "";
let corrected = "";
beforeAll(async () => {
  east = await buildElsewhere("east", { TZ: "Asia/Tokyo", LC_ALL: "tr_TR.UTF-8" });
  west = await buildElsewhere("somewhere/in the west", { TZ: "America/New_York", LC_ALL: "C" });
  // The 123 scores add up to 448; a 0 that becomes a 6 makes a mean of 454 / 123 = 3.691.
  const line = "94,change,progress,0,6,respondent-request,2018-05-04,\n";
  corrected = await buildElsewhere("corrected", {}, line);
}, 5 * minute);

test("two builds in two time zones, languages and folders give the same bytes", async () => {
  const fromEast = await readOutput(east);
  const fromWest = await readOutput(west);
  expect([...fromEast.keys()]).toContain("report-nl.pdf");
  expect([...fromWest.keys()]).toEqual([...fromEast.keys()]);
  const differing = [...fromEast].filter(([file, bytes]) => !fromWest.get(file)?.equals(bytes));
  expect(differing.map(([file]) => file)).toEqual([]);
});

test.each([
  ["fr", "3,64", "3,69"],
  ["nl", "3,64", "3,69"],
  ["en", "3.64", "3.69"],
])(
  "a correction added to the ledger changes its figure wherever report-%s prints it",
  async (language, before, after) => {
    const old = await readPagesWith("progress.mean", language, east);
    const now = await readPagesWith("progress.mean", language, corrected);
    // Some of these pages print the interval only.
    const changed = old.flatMap((text, index) => (text.includes(before) ? [now[index] ?? ""] : []));
    expect(changed.length).toBeGreaterThan(3);
    expect(changed.every((text) => text.includes(after))).toBe(true);
    expect(now.filter((text) => text.includes(before))).toEqual([]);
  },
);
