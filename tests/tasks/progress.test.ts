import { expect, test } from "vitest";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";
import { createProgress } from "../../src/tasks/progress.ts";

function recordStages() {
  const { clock } = createMemoryPlatform();
  const told: string[] = [];
  const progress = createProgress(clock, {
    started: (name) => told.push(`${name} starts`),
    finished: ({ name, ms }, summary) => told.push(`${name} took ${ms}: ${summary}`),
    failed: (name) => told.push(`${name} failed`),
  });
  return { clock, told, progress };
}

test("a stage is timed, summarised, and gives its value on", async () => {
  const { clock, told, progress } = recordStages();
  const value = await progress.stage(
    "read",
    async () => {
      await clock.wait(40);
      return 123;
    },
    (rows) => `${rows} rows`,
  );
  expect(value).toBe(123);
  expect(told).toEqual(["read starts", "read took 40: 123 rows"]);
  expect(progress.finished()).toEqual([{ name: "read", ms: 40 }]);
});

test("a stage that throws is shown as failed, and its error goes on", async () => {
  const { told, progress } = recordStages();
  const failing = progress.stage("draw", () => {
    throw new Error("no ink");
  });
  await expect(failing).rejects.toThrow("no ink");
  expect(told).toEqual(["draw starts", "draw failed"]);
  expect(progress.finished()).toEqual([]);
});

test("a stage that comes to nothing is shown as failed, and what follows decides", async () => {
  const { told, progress } = recordStages();
  expect(await progress.stage("read", () => undefined)).toBeUndefined();
  expect(told).toEqual(["read starts", "read failed"]);
  expect(progress.finished()).toEqual([{ name: "read", ms: 0 }]);
});
