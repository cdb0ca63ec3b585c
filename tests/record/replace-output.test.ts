import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  interruptedBuildFinished,
  interruptedBuildUndone,
} from "../../src/diagnostics/catalogue/record.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../src/platform/memory-platform.ts";
import { PlatformError } from "../../src/platform/platform.ts";
import { outputFolders } from "../../src/record/output-folders.ts";
import { recoverOutput, replaceOutput } from "../../src/record/replace-output.ts";

const folders = outputFolders("/project", "2018");

const oldOutput = {
  "/project/out/2018/report-fr.pdf": "old fr",
  "/project/out/2018/report-nl.pdf": "old nl",
  "/project/out/2018/charts/nl/gone.svg": "old chart",
  "/project/out/2018/notes.txt": "the user's own",
};
const newOutput = {
  "/project/out/2018/charts/nl/areas.svg": "new chart",
  "/project/out/2018/notes.txt": "the user's own",
  "/project/out/2018/report-fr.pdf": "old fr",
  "/project/out/2018/report-nl.pdf": "new nl",
};
const change = {
  write: new Map([
    ["report-nl.pdf", "new nl"],
    ["charts/nl/areas.svg", "new chart"],
  ]),
  remove: ["charts/nl/gone.svg"],
};

function contents(platform: MemoryPlatform): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    [...platform.snapshot()].map(([path, bytes]) => [path, decoder.decode(bytes)]),
  );
}

const sorted = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));

describe("replacing an output", () => {
  test("what was not made stays, what was made is replaced, what is no longer made goes", async () => {
    const platform = createMemoryPlatform(oldOutput);
    await replaceOutput(platform.files, folders, change);
    expect(contents(platform)).toEqual(newOutput);
  });

  test("the first output needs nothing before it", async () => {
    const platform = createMemoryPlatform();
    await replaceOutput(platform.files, folders, { write: change.write, remove: [] });
    expect(contents(platform)).toEqual({
      "/project/out/2018/charts/nl/areas.svg": "new chart",
      "/project/out/2018/report-nl.pdf": "new nl",
    });
  });
});

/** Counts the changes that a whole replacement makes on this disk. */
async function countChanges(files: Record<string, string>): Promise<number> {
  let count = 0;
  const platform = createMemoryPlatform(files, {
    beforeChange: () => {
      count += 1;
    },
  });
  await replaceOutput(platform.files, folders, change);
  return count;
}

/** Replaces the output on a disk where the operations numbered in [from, to) fail; then the next command tidies up. */
async function replaceWithFailures(
  files: Record<string, string>,
  from: number,
  to: number,
  code: string,
) {
  let count = 0;
  const platform = createMemoryPlatform(files, {
    beforeChange: (operation, path) => {
      const index = count;
      count += 1;
      if (index >= from && index < to) throw new PlatformError(operation, path, code, undefined);
    },
  });
  const error = await replaceOutput(platform.files, folders, change).catch(
    (reason: unknown) => reason,
  );
  const next = createMemoryPlatform(contents(platform));
  await recoverOutput(next.files, folders);
  return { error, atOnce: contents(platform), afterNext: contents(next) };
}

describe.each([
  ["an output before", oldOutput],
  ["no output before", {}],
])("with %s", (_name, before: Record<string, string>) => {
  const after =
    before === oldOutput
      ? newOutput
      : {
          "/project/out/2018/charts/nl/areas.svg": "new chart",
          "/project/out/2018/report-nl.pdf": "new nl",
        };
  const wholes = [JSON.stringify(sorted(before)), JSON.stringify(sorted(after))];

  test("whatever single operation fails, the output is at once the old or the new whole", async () => {
    const changes = await countChanges(before);
    expect(changes).toBeGreaterThan(3);
    for (let index = 0; index < changes; index += 1) {
      const { error, atOnce, afterNext } = await replaceWithFailures(
        before,
        index,
        index + 1,
        "ENOSPC",
      );
      const visible = Object.fromEntries(
        Object.entries(atOnce).filter(([path]) => path.startsWith(`${folders.output}/`)),
      );
      expect(wholes).toContain(JSON.stringify(visible));
      expect(wholes).toContain(JSON.stringify(afterNext));
      if (error !== undefined) {
        expect(error).toBeInstanceOf(PlatformError);
        expect(JSON.stringify(afterNext)).toBe(wholes[0]);
      }
    }
  });

  test("killed at any operation, the output is the old or the new whole after the next command", async () => {
    const changes = await countChanges(before);
    for (let index = 0; index <= changes; index += 1) {
      const { afterNext } = await replaceWithFailures(before, index, Infinity, "EIO");
      expect(wholes).toContain(JSON.stringify(afterNext));
    }
  });

  test("whatever stretch of operations fails, the next command leaves a whole output", async () => {
    const changes = await countChanges(before);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(changes),
        fc.nat(changes),
        fc.constantFrom("ENOSPC", "EBUSY", "EPERM", "EIO"),
        async (from, length, code) => {
          const { afterNext } = await replaceWithFailures(before, from, from + length, code);
          expect(wholes).toContain(JSON.stringify(afterNext));
        },
      ),
      { seed: 2018, numRuns: 300 },
    );
  });
});

describe("the next command", () => {
  const staged = { "/project/out/.staged-2018/report-fr.pdf": "new" };
  const previous = { "/project/out/.previous-2018/report-fr.pdf": "old" };
  const output = { "/project/out/2018/report-fr.pdf": "now" };
  const expectRecovered = async (
    files: Record<string, string>,
    whole: Record<string, string>,
    codes: readonly string[],
  ) => {
    const platform = createMemoryPlatform(files);
    const diagnostics = await recoverOutput(platform.files, folders);
    expect(contents(platform)).toEqual(whole);
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  };

  test("has nothing to do after a build that ended well", () =>
    expectRecovered(output, output, []));

  test("removes what was half staged", () =>
    expectRecovered({ ...output, ...staged }, output, [interruptedBuildUndone.code]));

  test("removes the output before when the new one is in place", () =>
    expectRecovered({ ...output, ...previous }, output, [interruptedBuildFinished.code]));

  test("finishes what was interrupted between the two renames", () =>
    expectRecovered({ ...staged, ...previous }, { "/project/out/2018/report-fr.pdf": "new" }, [
      interruptedBuildFinished.code,
    ]));

  test("puts the output before back when there is no new one", () =>
    expectRecovered(previous, { "/project/out/2018/report-fr.pdf": "old" }, [
      interruptedBuildUndone.code,
    ]));
});
