import { describe, expect, test } from "vitest";
import { locked } from "../../src/diagnostics/catalogue/record.ts";
import {
  createMemoryPlatform,
  type MemoryPlatformOptions,
} from "../../src/platform/memory-platform.ts";
import { readLockHolder, withLock } from "../../src/record/with-lock.ts";

const lock = "/project/.barometer/lock";
const held = `{"processId":7,"edition":"2018"}\n`;

function build(files: Record<string, string>, options: MemoryPlatformOptions = {}) {
  const platform = createMemoryPlatform(files, { processId: 1, ...options });
  return {
    platform,
    result: withLock(platform, "/project", "2018-wallonia", async () =>
      readLockHolder(platform, "/project"),
    ),
  };
}

describe("the lock", () => {
  test("names this process and its edition while the work lasts, and goes with it", async () => {
    const { platform, result } = build({});
    expect(await result).toEqual({
      isLocked: true,
      value: { processId: 1, edition: "2018-wallonia" },
    });
    expect([...platform.snapshot().keys()]).toEqual([]);
  });

  test("goes when the work fails", async () => {
    const platform = createMemoryPlatform();
    const failing = withLock(platform, "/project", "2018", () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect([...platform.snapshot().keys()]).toEqual([]);
  });

  test("held by a running process is waited for some seconds, then the holder is named", async () => {
    const { platform, result } = build({ [lock]: held }, { runningProcesses: [7] });
    const ended = await result;
    expect(ended.isLocked ? undefined : ended.diagnostic.code).toBe(locked.code);
    expect(ended.isLocked ? "" : ended.diagnostic.message).toBe(
      "another build holds the lock: process 7 builds 2018",
    );
    expect(platform.clock.elapsedMs()).toBeGreaterThanOrEqual(5000);
    expect(await platform.files.readText(lock)).toBe(held);
  });

  test("freed while waiting is taken", async () => {
    const platform = createMemoryPlatform(
      { [lock]: held },
      { processId: 1, runningProcesses: [7] },
    );
    const impatient = {
      ...platform,
      clock: {
        ...platform.clock,
        wait: async (milliseconds: number) => {
          await platform.clock.wait(milliseconds);
          if (platform.clock.elapsedMs() >= 300) await platform.files.remove(lock);
        },
      },
    };
    const ended = await withLock(impatient, "/project", "2018", async () => "built");
    expect(ended).toEqual({ isLocked: true, value: "built" });
  });

  test("of a process that no longer runs heals at once", async () => {
    const { platform, result } = build({ [lock]: held }, { runningProcesses: [] });
    expect((await result).isLocked).toBe(true);
    expect(platform.clock.elapsedMs()).toBe(0);
    expect([...platform.snapshot().keys()]).toEqual([]);
  });

  test("without its text is taken to be in the writing, and heals after a second", async () => {
    const { platform, result } = build({ [lock]: "" });
    expect((await result).isLocked).toBe(true);
    expect(platform.clock.elapsedMs()).toBeGreaterThanOrEqual(1000);
  });
});
