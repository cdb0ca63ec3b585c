import { beforeAll, describe, expect, test } from "vitest";
import { fileHeldOpen } from "../../src/diagnostics/catalogue/edition.ts";
import {
  cannotRead,
  diskFull,
  interruptedBuildFinished,
  outputInUse,
} from "../../src/diagnostics/catalogue/record.ts";
import type { MemoryPlatform } from "../../src/platform/memory-platform.ts";
import { type Operation, type Platform, PlatformError } from "../../src/platform/platform.ts";
import { compareFileWithExpected } from "./compare-with-expected.ts";
import { describeRun } from "./describe-output.ts";
import { buildOnce, expectOutput } from "./last-output.ts";
import {
  type FileChanges,
  filesUnder,
  mountProject,
  type ProjectFiles,
  projectFolder,
  readCaseFile,
  readProject,
  runIn,
} from "./made-up-project.ts";

const ledgerFile = "data/2018/corrections.csv";
const before = readProject("small-report", "corrections-change-a-rank");
/** One correction fewer, so that a build makes other bytes than those that stand. */
const after: ProjectFiles = {
  ...before,
  [ledgerFile]: readCaseFile("corrections-change-a-rank", ledgerFile)
    .split("\n")
    .slice(0, -3)
    .join("\n"),
};
const dutch = ["build", "--edition", "2018", "--lang", "nl"];

let last: FileChanges = {};
beforeAll(async () => {
  last = await buildOnce(before, "--lang", "nl");
});

/** The same machine, on which reading one file fails. */
function holdOpen(platform: MemoryPlatform, file: string, code: string): Platform {
  const path = `${projectFolder}/${file}`;
  const refuse = (asked: string) => {
    if (asked === path) throw new PlatformError("read", path, code, undefined);
  };
  const { files } = platform;
  return {
    ...platform,
    files: {
      ...files,
      read: async (asked) => {
        refuse(asked);
        return files.read(asked);
      },
      readText: async (asked) => {
        refuse(asked);
        return files.readText(asked);
      },
    },
  };
}

describe("an input that another program holds open", () => {
  const inputs = {
    "data/2018/survey.xlsx": fileHeldOpen.code,
    "data/2018/questionnaire.xlsx": fileHeldOpen.code,
    [ledgerFile]: fileHeldOpen.code,
    "data/2018/edition.yaml": fileHeldOpen.code,
    "templates/report/nl/findings.md": cannotRead.code,
  };
  const cases = Object.entries(inputs).flatMap(([file, wanted]) =>
    ["EBUSY", "EPERM"].map((code) => [file, code, wanted] as const),
  );

  test.each(cases)("%s (%s) is named, with what to do", async (file, code, wanted) => {
    const platform = mountProject({ ...after, ...last });
    const ran = await runIn(holdOpen(platform, file, code), ...dutch);
    expect(ran.exitCode).toBe(3);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toContain(`error[${wanted}]: ${file} `);
    expect(ran.stderr).toContain("= help: ");
    expect(ran.stderr).toMatch(/Nothing in out\/2018 was replaced\.\n$/);
    expectOutput(platform, last);
    if (code === "EBUSY")
      compareFileWithExpected(
        `failing-disk/expected/${file.replaceAll("/", "-")}-held-open.txt`,
        describeRun(dutch.join(" "), ran),
      );
  });
});

/** A machine on which an operation fails from its nth call on, counting from 0, as long as the disk stays as it is. */
function mountFailing(
  files: FileChanges,
  fails: (operation: Operation, path: string) => boolean,
  from: number,
  code: string,
): {
  readonly platform: MemoryPlatform;
  readonly calls: () => number;
  readonly repair: () => void;
} {
  let calls = 0;
  let isBroken = true;
  const platform = mountProject(files, {
    beforeChange: (operation, path) => {
      if (!fails(operation, path)) return;
      if (calls++ >= from && isBroken) throw new PlatformError(operation, path, code, undefined);
    },
  });
  return {
    platform,
    calls: () => calls,
    repair: () => {
      isBroken = false;
    },
  };
}

describe("an output that can't be replaced", () => {
  const isRename = (operation: Operation) => operation === "rename";

  test.each(["EBUSY", "EPERM", "EACCES"])(
    "because its folder is in use (%s) stays as it was",
    async (code) => {
      const { platform } = mountFailing({ ...after, ...last }, isRename, 0, code);
      const ran = await runIn(platform, ...dutch);
      expect(ran.exitCode).toBe(4);
      expect(ran.stderr).toContain(`error[${outputInUse.code}]: out/`);
      expectOutput(platform, last);
      if (code === "EBUSY")
        compareFileWithExpected(
          "failing-disk/expected/output-in-use.txt",
          describeRun(dutch.join(" "), ran),
        );
    },
  );

  test("because even undoing fails is whole again after the next command, which says so", async () => {
    const { platform, repair } = mountFailing({ ...after, ...last }, isRename, 1, "EBUSY");
    const ran = await runIn(platform, ...dutch);
    expect(ran.exitCode).toBe(4);
    repair();
    const next = await runIn(platform, "facts", "--edition", "2018", "--search", "progress.mean");
    expect(next.exitCode).toBe(0);
    expect(next.stderr).toContain(`note[${interruptedBuildFinished.code}]`);
    expectOutput(platform, await buildOnce(after, "--lang", "nl"));
  });
});

describe("a disk that is full", () => {
  const takesRoom = (operation: Operation) => ["write", "create", "copy"].includes(operation);

  test("at any write leaves the last output as it was, byte for byte, and says so", async () => {
    const whole = mountFailing({ ...after, ...last }, takesRoom, Number.POSITIVE_INFINITY, "");
    expect((await runIn(whole.platform, ...dutch)).exitCode).toBe(0);
    const made = Object.fromEntries(
      [...filesUnder(whole.platform, "out")].map(([file, content]) => [`out/${file}`, content]),
    );
    expect(whole.calls()).toBeGreaterThan(5);
    const refused: string[] = [];
    for (let from = 0; from < whole.calls(); from++) {
      const { platform } = mountFailing({ ...after, ...last }, takesRoom, from, "ENOSPC");
      const ran = await runIn(platform, ...dutch);
      if (ran.exitCode === 0) {
        // Only what serves messages could not be kept: the new output stands whole.
        expectOutput(platform, made);
        continue;
      }
      expect(ran.exitCode).toBe(4);
      expect(ran.stdout).toBe("");
      expect(ran.stderr).toContain(`error[${diskFull.code}]: the disk is full: `);
      expect(ran.stderr).toMatch(/Nothing in out\/2018 was replaced\.\n$/);
      expectOutput(platform, last);
      refused.push(ran.stderr);
    }
    expect(refused.length).toBeGreaterThan(5);
    compareFileWithExpected("failing-disk/expected/disk-full.txt", refused[2] ?? "");
  });
});
