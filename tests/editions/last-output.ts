import { expect } from "vitest";
import type { MemoryPlatform } from "../../src/platform/memory-platform.ts";
import {
  type FileChanges,
  filesUnder,
  mountProject,
  type ProjectFiles,
  runIn,
} from "./made-up-project.ts";

/** What a build of the project made, as files of the project: out/ and what messages need of it. */
export async function buildOnce(
  files: ProjectFiles,
  ...options: readonly string[]
): Promise<ProjectFiles> {
  const platform = mountProject(files);
  const ran = await runIn(platform, "build", "--edition", "2018", ...options);
  expect(ran.exitCode, ran.stderr).toBe(0);
  return Object.fromEntries(
    ["out", ".barometer"].flatMap((folder) =>
      [...filesUnder(platform, folder)].map(([file, content]) => [`${folder}/${file}`, content]),
    ),
  );
}

/** Everything under out/ as it was, byte for byte. Names come first, so that a difference doesn't print whole files. */
export function expectOutput(platform: MemoryPlatform, last: FileChanges): void {
  const output = new Map(
    [...filesUnder(platform, "out")].map(([file, content]) => [`out/${file}`, content]),
  );
  expect([...output.keys()]).toEqual(Object.keys(last).filter((file) => file.startsWith("out/")));
  const differing = [...output].filter(
    ([file, content]) => Buffer.compare(content, toBytes(last[file])) !== 0,
  );
  expect(differing.map(([file]) => file)).toEqual([]);
}

function toBytes(content: Uint8Array | string | undefined): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : (content ?? new Uint8Array());
}
