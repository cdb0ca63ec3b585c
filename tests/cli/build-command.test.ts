import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { type Operation, type Platform, PlatformError } from "../../src/platform/platform.ts";
import { type Ran, runMain } from "./run-main.ts";

const root = join(import.meta.dirname, "../..");
let project = "";
let first: Ran;
let firstPdf: Buffer;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "barometer-build-"));
  await cp(join(root, "data"), join(project, "data"), { recursive: true });
  first = await run(["build", "--year", "2018", "--lang", "en"]);
  firstPdf = await readFile(join(project, "out/2018/report-en.pdf"));
});
afterAll(() => rm(project, { recursive: true }));

function run(argv: readonly string[], platform: Platform = createNodePlatform()) {
  return runMain(argv, { platform, workingFolder: project });
}

describe("build", () => {
  test("writes the report and the charts, and says so: paths as the result, the rest as messages", async () => {
    expect(first.exitCode).toBe(0);
    const written = first.stdout.trimEnd().split("\n");
    expect(written).toContain("out/2018/report-en.pdf");
    expect(written).toContain("out/2018/charts/en/progress-by-province.svg");
    expect(written).toEqual([...written].sort());
    expect(first.stderr).toContain(
      "Read 141 responses: 123 kept; left out: 11 incomplete, 2 excluded, 0 outside the territory, 0 after closing, 5 superseded.\n",
    );
    expect(first.stderr).toMatch(/^Written to out\/2018 in \d+\.\d\d s:$/m);
    expect(first.stderr).toMatch(/^ {2}out\/2018\/report-en\.pdf {2}\d+ pages$/m);
    expect(firstPdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await readdir(join(project, "out"))).toEqual(["2018"]);
    expect(await readdir(join(project, ".barometer"))).toEqual(["last-2018.json"]);
  });

  test("of another language leaves the first alone; what the ledger made old is named as stale", async () => {
    const ledger = join(project, "data/2018/corrections.csv");
    const before = await readFile(ledger, "utf8");
    await writeFile(ledger, `${before.trimEnd()}\n95,exclude,,,,other,2018-06-30,\n`);
    try {
      const { exitCode, stdout, stderr } = await run(["build", "--lang", "nl", "--json"]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      const document = JSON.parse(stdout);
      expect(document).toMatchObject({
        schema: "barometer/build@1",
        ok: true,
        edition: "2018",
        replaced: true,
        read: { read: 141, kept: 122, excluded: 3 },
      });
      expect(document.stale).toContain("out/2018/report-en.pdf");
      expect(document.stale).not.toContain("out/2018/report-nl.pdf");
      expect(await readFile(join(project, "out/2018/report-en.pdf"))).toEqual(firstPdf);
    } finally {
      await writeFile(ledger, before);
    }
  });

  test.each<readonly [string, Operation, string, string]>([
    ["a viewer holds the output open", "rename", "EBUSY", "R006"],
    ["the disk is full", "write", "ENOSPC", "R007"],
  ])(
    "when %s, the last output stays and the exit code is 4",
    async (_name, operation, code, expected) => {
      const platform = createNodePlatform();
      const fail = async (path: string) => {
        throw new PlatformError(operation, path, code, undefined);
      };
      const files =
        operation === "rename"
          ? { ...platform.files, rename: (_from: string, to: string) => fail(to) }
          : { ...platform.files, write: (path: string) => fail(path) };
      const { exitCode, stdout, stderr } = await run(["build", "--lang", "en"], {
        ...platform,
        files,
      });
      expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: "" });
      expect(stderr).toContain(`error[${expected}]`);
      expect(stderr).toContain("1 error. Nothing in out/2018 was replaced.");
      expect(await readFile(join(project, "out/2018/report-en.pdf"))).toEqual(firstPdf);
      expect(await readdir(join(project, "out"))).toEqual(["2018"]);
    },
  );

  test("a publication that the edition lacks is answered with those it has", async () => {
    const { exitCode, stderr } = await run(["build", "--only", "reprot"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Did you mean report?");
  });
});
