import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ambiguousMunicipality, ledgerStale } from "../../src/diagnostics/catalogue/data.ts";
import { readPdf } from "../pdf/read-pdf.ts";
import { compareFileWithExpected, compareWithExpected } from "./compare-with-expected.ts";
import { describeBuild, describeRun } from "./describe-output.ts";
import {
  type FileChanges,
  filesUnder,
  mountProject,
  readCaseFile,
  readProject,
  runIn,
} from "./made-up-project.ts";

const ledger = "data/2018/corrections.csv";
const noCorrections = readCaseFile("small-report", ledger);

const factsDocument = z.object({
  facts: z.array(
    z.object({
      id: z.string(),
      value: z.number().nullable(),
      base: z.number(),
      flags: z.array(z.string()),
    }),
  ),
});

/** The facts of an edition by id, as a program reads them. */
async function readFacts(files: FileChanges) {
  const { stdout } = await runIn(mountProject(files), "facts", "--edition", "2018", "--json");
  const { facts } = factsDocument.parse(JSON.parse(stdout));
  return new Map(facts.map((fact) => [fact.id, fact]));
}

describe("two municipalities called Saint-Nicolas", () => {
  const name = "two-municipalities-of-one-name";
  const files = readProject("small-report", name);

  test("one that says its province is matched, one that doesn't stops the build with both of them", async () => {
    const platform = mountProject({ ...files, [ledger]: noCorrections });
    const ran = await runIn(platform, "build", "--edition", "2018");
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr.match(/error\[/g)).toHaveLength(1);
    expect(ran.stderr).toContain(`error[${ambiguousMunicipality.code}]`);
    expect(filesUnder(platform, "out").size).toBe(0);
    compareFileWithExpected(
      `${name}/expected-uncorrected/output.txt`,
      describeRun("build --edition 2018", ran),
    );
  });

  test("once the ledger says which, both count where they lie", async () => {
    compareWithExpected(`${name}/expected`, await describeBuild(mountProject(files)));
    const facts = await readFacts(files);
    expect(facts.get("sample.count")?.value).toBe(11);
    expect(facts.get("sample.count@province:east-flanders")?.value).toBe(2);
    expect(facts.get("sample.count@province:liege")?.value).toBe(2);
  });
});

describe("a second answer of a municipality", () => {
  const name = "second-answer-after-closing";
  const files = readProject("small-report", name);

  test("replaces the first up to the last second of closing, and is left out after it", async () => {
    compareWithExpected(`${name}/expected`, await describeBuild(mountProject(files)));
    // Dinant keeps its 6 though it answered 10 at midnight; Ciney's 8 and Assesse's 5 replace 2 and 3.
    const facts = await readFacts(files);
    const counted = [4, 6, 5, 7, 1, 5, 8];
    const sum = counted.reduce((total, score) => total + score, 0);
    expect(facts.get("progress.mean")).toMatchObject({ base: 7, value: sum / 7 });
    expect(facts.get("progress.count-10")?.value).toBe(0);
  });

  test("a closing date one day later lets it count", async () => {
    const settings = "data/2018/edition.yaml";
    const later = readCaseFile(name, settings).replace(
      "closing: 2018-03-31",
      "closing: 2018-04-01",
    );
    const facts = await readFacts({ ...files, [settings]: later });
    expect(facts.get("progress.count-10")?.value).toBe(1);
    expect(facts.get("progress.mean")?.base).toBe(7);
  });
});

describe("corrections that change a rank", () => {
  const name = "corrections-change-a-rank";
  const files = readProject("small-report", name);
  const lines = readCaseFile(name, ledger).trimEnd().split("\n");
  const areas = ["areas.energy.share", "areas.mobility.share"] as const;

  test("change the order of the words, the chart and the facts", async () => {
    compareWithExpected(`${name}/expected`, await describeBuild(mountProject(files)));
    const after = await readFacts(files);
    const before = await readFacts({ ...files, [ledger]: `${lines.slice(0, 4).join("\n")}\n` });
    expect(areas.map((id) => before.get(id)?.value)).toEqual([7 / 11, 6 / 11]);
    expect(areas.map((id) => after.get(id)?.value)).toEqual([5 / 11, 8 / 11]);
  });

  test("a line whose cell says something else stops the build with the cell, and nothing is replaced", async () => {
    const platform = mountProject(files);
    expect((await runIn(platform, "build", "--edition", "2018")).exitCode).toBe(0);
    const built = filesUnder(platform, "out");
    const stale = lines.map((line) => line.replace("spending,60000,60", "spending,6000,60"));
    await platform.files.write(`/project/${ledger}`, `${stale.join("\n")}\n`);
    const ran = await runIn(platform, "build", "--edition", "2018");
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr.match(/\[[A-Z]\d{3}\]/g)).toEqual([`[${ledgerStale.code}]`]);
    expect(filesUnder(platform, "out")).toEqual(built);
    compareFileWithExpected(
      `${name}/expected-stale/output.txt`,
      describeRun("build --edition 2018", ran),
    );
  });
});

describe("an edition of one region with a question of every type", () => {
  const name = "every-type-of-question";
  const files = readProject(name);

  test("is built in three languages without code, by no region, with small bases hidden", async () => {
    compareWithExpected(`${name}/expected`, await describeBuild(mountProject(files)));
    const facts = await readFacts(files);
    expect([...facts.keys()].filter((id) => id.includes("@region:"))).toEqual([]);
    const hiding = (province: string) => {
      const fact = facts.get(`plan.yes.share@province:${province}`);
      return fact && { value: fact.value, base: fact.base, flags: fact.flags };
    };
    // One answer of Walloon Brabant: the smallest of the others is hidden with it, so that it can't be subtracted.
    expect(hiding("walloon-brabant")).toEqual({
      value: null,
      base: 1,
      flags: ["smallBase", "hidden"],
    });
    expect(hiding("hainaut")).toEqual({
      value: null,
      base: 3,
      flags: ["smallBase", "hiddenComplement"],
    });
    expect(hiding("liege")).toEqual({ value: 2 / 3, base: 3, flags: ["smallBase"] });
    expect(hiding("namur")).toEqual({ value: 3 / 4, base: 4, flags: ["smallBase"] });
  });

  test("nobody's own words, address, municipality or time of answering are in anything that is made", async () => {
    const platform = mountProject(files);
    const described = await describeBuild(platform);
    const made = [...described.values()];
    for (const [file, content] of [
      ...filesUnder(platform, "out"),
      ...filesUnder(platform, ".barometer"),
    ]) {
      if (!file.endsWith(".pdf")) made.push(new TextDecoder().decode(content));
      else made.push(...[...(await readPdf(content)).attachments.values()].map(({ text }) => text));
    }
    expect(made.some((text) => text.startsWith("fact,question,choice"))).toBe(true);
    const own = ["Échevine", "Emploi", "Rien à ajouter", "Danke", "192.0.2", "2018-03-12"];
    for (const word of [...own, "Eupen", "Virton"])
      expect(made.filter((text) => text.includes(word))).toEqual([]);
  });
});

describe("a plan of one's own", () => {
  test("leaves shipped texts and charts alone that are about questions which nobody asked", async () => {
    const platform = mountProject(readProject("every-type-of-question"));
    const ran = await runIn(platform, "check", "--edition", "2018", "--quiet");
    expect(ran).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});
