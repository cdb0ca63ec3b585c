import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { type Ran, runMain } from "../cli/run-main.ts";

const root = join(import.meta.dirname, "../..");
let project = "";
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "barometer-check-"));
  await cp(join(root, "data"), join(project, "data"), { recursive: true });
});
afterAll(() => rm(project, { recursive: true }));

const check = (...more: readonly string[]): Promise<Ran> =>
  runMain(["check", "--year", "2018", ...more], {
    platform: createNodePlatform(),
    workingFolder: project,
  });

const count = z.number().int().positive();
const whole = { state: z.literal("ok"), errors: z.literal(0), warnings: z.literal(0) };
const pages = z.object({ fr: count, nl: count, en: count });
/** Numbers that change with every text are taken from here; what has to be so stands in the shape. */
const document = z.object({
  ok: z.literal(true),
  diagnostics: z.array(z.object({ code: z.string(), severity: z.literal("note") }).loose()),
  areas: z.tuple([
    z.object({
      name: z.literal("data"),
      ...whole,
      since: z.null(),
      counts: z.object({
        read: z.literal(141),
        kept: z.literal(123),
        facts: count,
        published: z.literal(41),
        reproduced: z.literal(41),
      }),
    }),
    z.object({
      name: z.literal("texts"),
      ...whole,
      since: z.null(),
      counts: z.object({ texts: count, languages: z.literal(3) }),
    }),
    z.object({
      name: z.literal("languages"),
      ...whole,
      since: z.null(),
      counts: z.object({
        languages: z.literal(3),
        sections: count,
        ofSections: count,
        charts: count,
        tables: count,
        differences: z.literal(0),
      }),
    }),
    z.object({
      name: z.literal("layout"),
      ...whole,
      since: z.null(),
      counts: z.object({ pages, overflows: z.literal(0) }),
    }),
  ]),
});

const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

test("nothing is wrong with the edition of 2018, and each area says what was looked at", async () => {
  const programs = document.parse(JSON.parse((await check("--json")).stdout));
  const [{ counts: data }, { counts: texts }, { counts: languages }, { counts: layout }] =
    programs.areas;
  const { exitCode, stdout, stderr } = await check();
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
  const summary = stderr.slice(stderr.indexOf("Read 141"));
  const { fr, nl, en } = layout.pages;
  expect(summary).toBe(
    `Read 141 responses: 123 kept; left out: 11 incomplete, 2 excluded, 0 outside the territory, 0 after closing, 5 superseded.
note[E089]: institute, authors, contact are specimens, standing in for the real thing
  ┌─ data/2018/edition.yaml
  = help: Write the real thing and take out specimen: true before anything is published.

  ✔ Data       123 of 141 responses kept, ${data.facts} facts, 41 of 41 published figures come out
  ✔ Texts      ${texts.texts} texts in fr, nl and en
  ✔ Languages  ${languages.sections} sections, ${languages.charts} charts and ${counted(languages.tables, "table")}, the same in fr, nl and en
  ✔ Layout     fr ${fr} pages, nl ${nl} pages and en ${en} pages; everything fits
1 note in 1 file. Nothing is wrong.
`,
  );
  expect(languages.sections).toBe(languages.ofSections);
  expect(await readdir(project)).toEqual(["data"]);
});
