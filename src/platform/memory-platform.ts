import { type Operation, type Platform, PlatformError } from "./platform.ts";

export interface MemoryPlatform extends Platform {
  /** Every file there is now, by absolute path in code-unit order. */
  readonly snapshot: () => ReadonlyMap<string, Uint8Array>;
}

export interface MemoryPlatformOptions {
  /**
   * Called before each operation that changes something, for folders also before each file in them: throw a
   * PlatformError to let it fail there, half done.
   */
  readonly beforeChange?: (operation: Operation, path: string) => void;
  readonly environment?: Readonly<Record<string, string>>;
  readonly processId?: number;
  /** Ids of the processes that run; this one always does. */
  readonly runningProcesses?: readonly number[];
}

/**
 * A machine in memory for tests: files by absolute path with forward slashes, a clock that moves only when
 * someone waits. Operations fail with the codes that a disk gives.
 */
export function createMemoryPlatform(
  files: Readonly<Record<string, Uint8Array | string>> = {},
  options: MemoryPlatformOptions = {},
): MemoryPlatform {
  const disk = new MemoryDisk(files, options.beforeChange ?? (() => undefined));
  const processId = options.processId ?? 1;
  let nowMs = 0;
  return {
    files: {
      read: async (path) => disk.read(path),
      readText: async (path) => {
        const bytes = disk.read(path);
        return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      },
      list: async (path) => disk.list(path),
      exists: async (path) => disk.has(path),
      write: async (path, content) => disk.write("write", path, content),
      create: async (path, content) => {
        if (disk.has(path)) throw new PlatformError("create", path, "EEXIST", undefined);
        disk.write("create", path, content);
      },
      makeFolder: async (path) => disk.makeFolder(path),
      rename: async (from, to) => disk.rename(from, to),
      remove: async (path) => disk.remove(path),
      copyFolder: async (from, to) => disk.copyFolder(from, to),
    },
    clock: {
      elapsedMs: () => nowMs,
      wait: async (milliseconds) => {
        nowMs += milliseconds;
      },
    },
    environment: (name) => options.environment?.[name],
    processId,
    reclaimMemory: () => undefined,
    isProcessRunning: (id) => id === processId || (options.runningProcesses ?? []).includes(id),
    snapshot: () => disk.snapshot(),
  };
}

/** A tree of files and folders as two sets of paths. */
class MemoryDisk {
  readonly #files = new Map<string, Uint8Array>();
  readonly #folders = new Set<string>(["/"]);
  readonly #beforeChange: (operation: Operation, path: string) => void;

  constructor(
    files: Readonly<Record<string, Uint8Array | string>>,
    beforeChange: (operation: Operation, path: string) => void,
  ) {
    this.#beforeChange = beforeChange;
    for (const [path, content] of Object.entries(files)) this.#put(path, toBytes(content));
  }

  has(path: string): boolean {
    return this.#files.has(path) || this.#folders.has(path);
  }

  snapshot(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#files].sort(([a], [b]) => compareCodeUnits(a, b)));
  }

  read(path: string): Uint8Array | undefined {
    if (this.#folders.has(path)) throw new PlatformError("read", path, "EISDIR", undefined);
    return this.#files.get(path)?.slice();
  }

  list(path: string) {
    if (this.#files.has(path)) throw new PlatformError("list", path, "ENOTDIR", undefined);
    const inside = (all: Iterable<string>, isDirectory: boolean) =>
      [...all]
        .filter((one) => one !== "/" && parentOf(one) === path)
        .map((one) => ({ name: one.slice(one.lastIndexOf("/") + 1), isDirectory }));
    return [...inside(this.#files.keys(), false), ...inside(this.#folders, true)].sort((a, b) =>
      compareCodeUnits(a.name, b.name),
    );
  }

  write(operation: Operation, path: string, content: Uint8Array | string): void {
    this.#beforeChange(operation, path);
    if (this.#folders.has(path)) throw new PlatformError(operation, path, "EISDIR", undefined);
    this.#put(path, toBytes(content));
  }

  makeFolder(path: string): void {
    this.#beforeChange("write", path);
    if (this.#files.has(path)) throw new PlatformError("write", path, "EEXIST", undefined);
    this.#addFolder(path);
  }

  rename(from: string, to: string): void {
    this.#beforeChange("rename", to);
    if (!this.has(from)) throw new PlatformError("rename", to, "ENOENT", undefined);
    if (this.#folders.has(from) && this.#pathsUnder(to).length > 0)
      throw new PlatformError("rename", to, "ENOTEMPTY", undefined);
    if (this.#folders.has(from) && this.#files.has(to))
      throw new PlatformError("rename", to, "ENOTDIR", undefined);
    if (this.#files.has(from) && this.#folders.has(to))
      throw new PlatformError("rename", to, "EISDIR", undefined);
    for (const one of [from, ...this.#pathsUnder(from)])
      this.#copyOne(one, to + one.slice(from.length));
    for (const one of [from, ...this.#pathsUnder(from)]) this.#delete(one);
  }

  remove(path: string): void {
    this.#beforeChange("remove", path);
    for (const one of [...this.#pathsUnder(path)].reverse()) {
      this.#beforeChange("remove", one);
      this.#delete(one);
    }
    this.#delete(path);
  }

  copyFolder(from: string, to: string): void {
    this.#beforeChange("copy", to);
    if (!this.#folders.has(from)) throw new PlatformError("copy", to, "ENOENT", undefined);
    this.#addFolder(to);
    for (const one of this.#pathsUnder(from)) {
      const target = to + one.slice(from.length);
      this.#beforeChange("copy", target);
      this.#copyOne(one, target);
    }
  }

  #put(path: string, content: Uint8Array): void {
    this.#addFolder(parentOf(path));
    this.#files.set(path, content);
  }

  #addFolder(path: string): void {
    for (let folder = path; folder !== "/"; folder = parentOf(folder)) {
      if (this.#files.has(folder)) throw new PlatformError("write", path, "ENOTDIR", undefined);
      this.#folders.add(folder);
    }
  }

  #pathsUnder(folder: string): readonly string[] {
    return [...this.#files.keys(), ...this.#folders].filter((path) =>
      path.startsWith(`${folder}/`),
    );
  }

  #copyOne(from: string, to: string): void {
    const content = this.#files.get(from);
    if (content) this.#put(to, content);
    else this.#addFolder(to);
  }

  #delete(path: string): void {
    this.#files.delete(path);
    this.#folders.delete(path);
  }
}

function toBytes(content: Uint8Array | string): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content.slice();
}

function parentOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end <= 0 ? "/" : path.slice(0, end);
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
