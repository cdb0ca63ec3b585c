import { describe, expect, test } from "vitest";
import {
  cannotWrite,
  interruptedBuildFinished,
  interruptedBuildUndone,
} from "../../src/diagnostics/catalogue/record.ts";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";
import { PlatformError } from "../../src/platform/platform.ts";
import { discardInterrupted } from "../../src/record/discard-interrupted.ts";
import { recoverProject } from "../../src/record/recover-project.ts";

const lockOf = (processId: number) => `{"processId":${processId},"edition":"2018"}\n`;
const interrupted = {
  "/project/out/2018/report-fr.pdf": "good",
  "/project/out/.staged-2018/report-fr.pdf": "half",
};

describe("the next command", () => {
  test("tidies up every edition that was interrupted, and a lock that was left", async () => {
    const platform = createMemoryPlatform({
      ...interrupted,
      "/project/out/.previous-2018-wallonia/report-fr.pdf": "old",
      "/project/out/2018-wallonia/report-fr.pdf": "new",
      "/project/.barometer/lock": lockOf(7),
    });
    const diagnostics = await recoverProject(platform, "/project");
    expect(diagnostics.map(({ code }) => code)).toEqual([
      interruptedBuildFinished.code,
      interruptedBuildUndone.code,
    ]);
    expect([...platform.snapshot().keys()]).toEqual([
      "/project/out/2018-wallonia/report-fr.pdf",
      "/project/out/2018/report-fr.pdf",
    ]);
  });

  test("leaves a build alone that is still at work", async () => {
    const platform = createMemoryPlatform(
      { ...interrupted, "/project/.barometer/lock": lockOf(7) },
      { runningProcesses: [7] },
    );
    expect(await recoverProject(platform, "/project")).toEqual([]);
    expect(await platform.files.exists("/project/out/.staged-2018/report-fr.pdf")).toBe(true);
  });

  test("writes nothing where nothing was interrupted", async () => {
    const platform = createMemoryPlatform(
      { "/project/out/2018/report-fr.pdf": "good" },
      {
        beforeChange: (operation, path) => {
          throw new PlatformError(operation, path, "EROFS", undefined);
        },
      },
    );
    expect(await recoverProject(platform, "/project")).toEqual([]);
  });

  test("says when it can't tidy up", async () => {
    const platform = createMemoryPlatform(interrupted, {
      beforeChange: (operation, path) => {
        throw new PlatformError(operation, path, "EROFS", undefined);
      },
    });
    const diagnostics = await recoverProject(platform, "/project");
    expect(diagnostics.map(({ code }) => code)).toEqual([cannotWrite.code]);
  });
});

describe("an interrupted build", () => {
  test("takes its staged folder and its lock away, and says what stays", async () => {
    const platform = createMemoryPlatform(
      { ...interrupted, "/project/.barometer/lock": lockOf(1) },
      { processId: 1 },
    );
    expect(await discardInterrupted(platform, "/project")).toBe(
      "Interrupted. The last good output in out/2018 stays.",
    );
    expect([...platform.snapshot().keys()]).toEqual(["/project/out/2018/report-fr.pdf"]);
  });

  test("between the two renames is finished", async () => {
    const platform = createMemoryPlatform(
      {
        "/project/out/.previous-2018/report-fr.pdf": "old",
        "/project/out/.staged-2018/report-fr.pdf": "new",
        "/project/.barometer/lock": lockOf(1),
      },
      { processId: 1 },
    );
    await discardInterrupted(platform, "/project");
    expect(await platform.files.readText("/project/out/2018/report-fr.pdf")).toBe("new");
  });

  test("that had no lock yet touches nothing of another build", async () => {
    const files = { ...interrupted, "/project/.barometer/lock": lockOf(7) };
    const platform = createMemoryPlatform(files, { processId: 1, runningProcesses: [7] });
    expect(await discardInterrupted(platform, "/project")).toBe(
      "Interrupted. Nothing was replaced: the last good output in out/ stays.",
    );
    expect([...platform.snapshot().keys()]).toEqual(Object.keys(files).sort());
  });
});
