import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { type Platform, PlatformError } from "../../src/platform/platform.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "barometer-platform-"));
});
afterAll(() => rm(folder, { recursive: true }));

const platforms: readonly (readonly [string, () => Platform, () => string])[] = [
  ["the machine", createNodePlatform, () => folder],
  ["the memory", () => createMemoryPlatform(), () => "/project"],
];

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof PlatformError ? error.code : `no PlatformError: ${String(error)}`;
}

describe.each(platforms)("on %s", (_name, create, rootOf) => {
  let files = create().files;
  let root = "";
  beforeAll(() => {
    files = create().files;
    root = rootOf();
  });

  test("what was written is read back, as bytes and as text", async () => {
    await files.write(`${root}/read/a/deep/file.txt`, "\uFEFFété");
    expect(await files.readText(`${root}/read/a/deep/file.txt`)).toBe("\uFEFFété");
    expect([...((await files.read(`${root}/read/a/deep/file.txt`)) ?? [])]).toEqual([
      0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x74, 0xc3, 0xa9,
    ]);
  });

  test("a file that is not there reads as undefined, an absent folder lists as empty", async () => {
    await files.write(`${root}/absent/file`, "");
    expect(await files.read(`${root}/absent/nothing`)).toBeUndefined();
    expect(await files.readText(`${root}/absent/file/below-a-file`)).toBeUndefined();
    expect(await files.list(`${root}/absent/nothing`)).toEqual([]);
    expect(await files.exists(`${root}/absent/nothing`)).toBe(false);
    expect(await files.exists(`${root}/absent/file`)).toBe(true);
    expect(await files.exists(`${root}/absent`)).toBe(true);
  });

  test("reading a folder as a file fails with EISDIR", async () => {
    await files.makeFolder(`${root}/is-folder`);
    expect(await codeOf(files.read(`${root}/is-folder`))).toBe("EISDIR");
  });

  test("a folder is listed by code units, not by the alphabet of a country", async () => {
    for (const name of ["é", "z", "a", "B", "10", "9"])
      await files.write(`${root}/list/${name}`, "");
    await files.makeFolder(`${root}/list/Folder`);
    expect(await files.list(`${root}/list`)).toEqual([
      { name: "10", isDirectory: false },
      { name: "9", isDirectory: false },
      { name: "B", isDirectory: false },
      { name: "Folder", isDirectory: true },
      { name: "a", isDirectory: false },
      { name: "z", isDirectory: false },
      { name: "é", isDirectory: false },
    ]);
  });

  test("creating fails with EEXIST where a file is already there, and leaves it alone", async () => {
    await files.create(`${root}/create/lock`, "first");
    expect(await codeOf(files.create(`${root}/create/lock`, "second"))).toBe("EEXIST");
    expect(await files.readText(`${root}/create/lock`)).toBe("first");
  });

  test("a renamed folder takes everything in it along", async () => {
    await files.write(`${root}/rename/old/a/file`, "1");
    await files.makeFolder(`${root}/rename/old/empty`);
    await files.rename(`${root}/rename/old`, `${root}/rename/new`);
    expect(await files.readText(`${root}/rename/new/a/file`)).toBe("1");
    expect(await files.exists(`${root}/rename/new/empty`)).toBe(true);
    expect(await files.exists(`${root}/rename/old`)).toBe(false);
  });

  test("a folder never takes the place of one that holds something", async () => {
    await files.write(`${root}/taken/old/file`, "old");
    await files.write(`${root}/taken/new/file`, "new");
    expect(await codeOf(files.rename(`${root}/taken/new`, `${root}/taken/old`))).toBe("ENOTEMPTY");
    expect(await files.readText(`${root}/taken/old/file`)).toBe("old");
  });

  test("renaming what is not there fails with ENOENT", async () => {
    expect(await codeOf(files.rename(`${root}/nothing`, `${root}/something`))).toBe("ENOENT");
  });

  test("a copied folder is independent of the first", async () => {
    await files.write(`${root}/copy/from/a/file`, "1");
    await files.copyFolder(`${root}/copy/from`, `${root}/copy/to`);
    await files.write(`${root}/copy/to/a/file`, "2");
    expect(await files.readText(`${root}/copy/from/a/file`)).toBe("1");
    expect(await files.readText(`${root}/copy/to/a/file`)).toBe("2");
  });

  test("removing takes a whole folder away, and nothing happens where there is none", async () => {
    await files.write(`${root}/remove/a/file`, "1");
    await files.remove(`${root}/remove`);
    await files.remove(`${root}/remove`);
    expect(await files.exists(`${root}/remove`)).toBe(false);
  });

  test("a failure says what was tried and where", async () => {
    await files.write(`${root}/blocked`, "a file");
    // The system says ENOTDIR or EEXIST.
    await expect(files.write(`${root}/blocked/file`, "1")).rejects.toThrow(
      /cannot write .*\/blocked\/?.* \(E[A-Z]+\)/,
    );
  });

  test("this process runs, and no process has an id beyond the system's", () => {
    const platform = create();
    expect(platform.isProcessRunning(platform.processId)).toBe(true);
    expect(platform.isProcessRunning(2 ** 30)).toBe(false);
  });

  test("waiting moves the clock", async () => {
    const { clock } = create();
    const before = clock.elapsedMs();
    await clock.wait(5);
    expect(clock.elapsedMs() - before).toBeGreaterThan(4);
  });

  test("an unset variable is undefined", () => {
    expect(create().environment("BAROMETER_UNSET_VARIABLE")).toBeUndefined();
  });
});

test("a link to a folder is listed as a folder, and a link to nothing as a file", async () => {
  const { files } = createNodePlatform();
  await files.makeFolder(join(folder, "links/target"));
  await symlink(join(folder, "links/target"), join(folder, "links/good"));
  await symlink(join(folder, "links/nowhere"), join(folder, "links/lost"));
  expect(await files.list(join(folder, "links"))).toEqual([
    { name: "good", isDirectory: true },
    { name: "lost", isDirectory: false },
    { name: "target", isDirectory: true },
  ]);
});

test("memory: a change can be made to fail", async () => {
  const { files, snapshot } = createMemoryPlatform(
    { "/a": "1" },
    {
      beforeChange: (operation, path) => {
        throw new PlatformError(operation, path, "ENOSPC", undefined);
      },
    },
  );
  expect(await codeOf(files.write("/a", "2"))).toBe("ENOSPC");
  expect(await codeOf(files.rename("/a", "/b"))).toBe("ENOSPC");
  expect(await codeOf(files.remove("/a"))).toBe("ENOSPC");
  expect(new TextDecoder().decode(snapshot().get("/a"))).toBe("1");
});
