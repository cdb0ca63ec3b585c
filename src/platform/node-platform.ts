import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type FileEntry, type Operation, type Platform, PlatformError } from "./platform.ts";

/** The machine that the program runs on. */
export function createNodePlatform(): Platform {
  return {
    files: {
      read: (path) => orUndefined(attempt("read", path, () => readFile(path))),
      readText: (path) => orUndefined(attempt("read", path, () => readFile(path, "utf8"))),
      list: (path) => attempt("list", path, () => listFolder(path)),
      exists: async (path) =>
        (await orUndefined(attempt("read", path, () => stat(path)))) !== undefined,
      write: (path, content) =>
        attempt("write", path, async () => {
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, content);
        }),
      create: (path, content) =>
        attempt("create", path, async () => {
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, content, { flag: "wx" });
        }),
      makeFolder: (path) =>
        attempt("write", path, async () => void (await mkdir(path, { recursive: true }))),
      rename: (from, to) => attempt("rename", to, () => rename(from, to)),
      remove: (path) => attempt("remove", path, () => rm(path, { recursive: true, force: true })),
      copyFolder: (from, to) =>
        attempt("copy", to, () => cp(from, to, { recursive: true, errorOnExist: false })),
    },
    clock: {
      elapsedMs: () => performance.now(),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    environment: (name) => process.env[name],
    processId: process.pid,
    isProcessRunning,
    reclaimMemory,
  };
}

let collectGarbage: (() => void) | undefined;

/** V8 lets a run of seconds grow rather than look for what is dead in it; its collector has to be asked for by name. */
function reclaimMemory(): void {
  if (!collectGarbage) {
    setFlagsFromString("--expose-gc");
    collectGarbage = runInNewContext("gc");
  }
  collectGarbage?.();
}

async function listFolder(path: string): Promise<readonly FileEntry[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  const found = await Promise.all(
    entries.map(async (entry) => ({
      name: entry.name,
      isDirectory: entry.isSymbolicLink()
        ? await leadsToFolder(join(path, entry.name))
        : entry.isDirectory(),
    })),
  );
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function leadsToFolder(link: string): Promise<boolean> {
  const target = await stat(link).catch((error: unknown) => {
    if (isAbsence(codeOf(error))) return undefined;
    throw error;
  });
  return target?.isDirectory() ?? false;
}

/** Signal 0 asks without disturbing; EPERM means that the process is another user's, so it runs. */
function isProcessRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

async function attempt<T>(operation: Operation, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new PlatformError(operation, path, codeOf(error), error);
  }
}

async function orUndefined<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof PlatformError && isAbsence(error.code)) return undefined;
    throw error;
  }
}

/** A file in the place of a folder on the way means as much as nothing there. */
function isAbsence(code: string): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "UNKNOWN";
}
