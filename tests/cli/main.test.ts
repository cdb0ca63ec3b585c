import { describe, expect, test } from "vitest";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";
import { type Platform, PlatformError } from "../../src/platform/platform.ts";
import { runMain } from "./run-main.ts";

const inProject = createMemoryPlatform({ "/project/data/2018/edition.yaml": "" });

function run(argv: readonly string[], platform: Platform = inProject) {
  return runMain(argv, { platform, workingFolder: "/project/data/2018" });
}

describe("help", () => {
  test.each([[["--help"]], [["-h"]], [["help"]]])("%j lists the commands", async (argv) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: barometer <command> \[options\]\n/);
    for (const command of ["build", "check", "facts"])
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
    expect(stdout).toContain("130 interrupted");
  });

  test.each(["build", "check", "facts"])("of %s has examples and exit codes", async (command) => {
    const asked = await run(["help", command]);
    const flagged = await run([command, "--help"]);
    expect(asked).toEqual(flagged);
    expect(flagged.exitCode).toBe(0);
    expect(flagged.stdout).toContain(`\n  $ barometer ${command}`);
    expect(flagged.stdout).toContain("--project <folder>");
    expect(flagged.stdout).toContain("4 cannot write");
  });

  test("is not longer than its terminal", async () => {
    const { stdout } = await run(["build", "--help"]);
    expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });

  test("the version is package.json's", async () => {
    const { version } = await import("../../package.json");
    expect(await run(["--version"])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("wrong usage ends with 2 and says what was meant", () => {
  test.each([
    [["biuld"], "Did you mean build?"],
    [["build", "--yaer", "2018"], "Did you mean --year?"],
    [["build", "--lang", "ne"], "Did you mean en or nl?"],
    [["build", "--lang", "german"], "Choose from fr, nl, en."],
    [["build", "--lang", ","], "Choose from fr, nl, en."],
    [["build", "--only", ""], "--only names nothing"],
    [["build", "--year", "18"], "Type four digits"],
    [["build", "--year", "2018", "--edition", "2018"], "--year 2018 means the same"],
    [["build", "--year"], "argument missing"],
    [[], "barometer --help shows what can be typed."],
    [["help", "biuld"], "Did you mean build?"],
    [["build", "surplus"], "too many arguments"],
    [["facts", "surplus"], "too many arguments"],
    [["check", "--project", "/nowhere"], "no project in /nowhere"],
    [["check", "--project", "/nowhere"], "barometer check --project <folder>"],
    [
      ["facts", "--search", "progress", "flanders", "--quiet"],
      'Put the words between quotes: --search "progress flanders"',
    ],
    [
      ["facts", "--search=progress", "flanders"],
      'Put the words between quotes: --search "progress flanders"',
    ],
  ])("%j", async (argv, meant) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(meant);
  });

  test("as one document with --json", async () => {
    const { exitCode, stdout, stderr } = await run(["check", "--lang", "ne", "--json"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      schema: "barometer/check@1",
      ok: false,
      diagnostics: [
        {
          code: "R002",
          severity: "error",
          message: 'there is no language "ne"',
          location: null,
          notes: [],
          hints: ["Did you mean en or nl?"],
          affects: [],
          picture: null,
        },
      ],
    });
  });

  test("an unknown option is a document with --json, too", async () => {
    const { stdout } = await run(["check", "--yaer", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ schema: "barometer/check@1", ok: false });
  });
});

test("without data/ here or above, the command says how to name the project", async () => {
  const { exitCode, stderr } = await run(
    ["check"],
    createMemoryPlatform({ "/elsewhere/file": "" }),
  );
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    "error[R001]: no project in /project/data/2018: there is no data/ in it",
  );
  expect(stderr).toContain("--project <folder>");
});

describe("what the program could not foresee", () => {
  const failing = (error: Error): Platform => {
    const platform = createMemoryPlatform();
    return { ...platform, files: { ...platform.files, exists: () => Promise.reject(error) } };
  };

  test("is called a fault of the program and ends with 70; --debug shows the stack", async () => {
    const short = await run(["check"], failing(new TypeError("x is not a function")));
    expect(short.exitCode).toBe(70);
    expect(short.stderr).toBe(
      "error: x is not a function\nThis is a fault of barometer, not of your files. Please type the command again with --debug and report what it prints.\n",
    );
    const json = await run(["check", "--json"], failing(new TypeError("x is not a function")));
    expect(JSON.parse(json.stdout)).toEqual({
      schema: "barometer/fault@1",
      ok: false,
      diagnostics: [],
      fault: "x is not a function",
    });
    const long = await run(["check", "--debug"], failing(new TypeError("x is not a function")));
    expect(long.stderr).toContain("main.test.ts:");
  });

  test("of the disk is told as such and ends with 3 when reading, 4 when writing", async () => {
    const reading = new PlatformError("read", "/project/data", "EACCES", undefined);
    const read = await run(["check"], failing(reading));
    expect(read.exitCode).toBe(3);
    expect(read.stderr).toContain("can't be read (EACCES)");
    const writing = new PlatformError("write", "/project/out", "ENOSPC", undefined);
    expect((await run(["check"], failing(writing))).exitCode).toBe(4);
  });
});
