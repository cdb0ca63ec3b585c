/** The outside world as the stages see it: files, the clock, the environment. */
export interface Platform {
  readonly files: Files;
  readonly clock: Clock;
  /** Undefined when the variable is not set. */
  readonly environment: (name: string) => string | undefined;
  /** This process's id, written into the lock. */
  readonly processId: number;
  /** Whether another process with this id runs on the machine. */
  readonly isProcessRunning: (processId: number) => boolean;
  /** Gives back what is no longer needed, where much of it lies about; takes some hundredths of a second. */
  readonly reclaimMemory: () => void;
}

export interface Clock {
  /** Milliseconds since an arbitrary start, for durations only; dates in outputs come from the edition. */
  readonly elapsedMs: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface FileEntry {
  readonly name: string;
  readonly isDirectory: boolean;
}

/**
 * Files by absolute path. Failures other than "not there" throw PlatformError with the path and the operation.
 */
export interface Files {
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  readonly readText: (path: string) => Promise<string | undefined>;
  /** Sorted by name in code-unit order; empty when there is no such folder. */
  readonly list: (path: string) => Promise<readonly FileEntry[]>;
  readonly exists: (path: string) => Promise<boolean>;
  /** Makes the folders it needs. */
  readonly write: (path: string, content: Uint8Array | string) => Promise<void>;
  /** Fails with `code: "EEXIST"` when the file is already there; used for locks. */
  readonly create: (path: string, content: string) => Promise<void>;
  readonly makeFolder: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file or a whole folder; nothing happens when it is not there. */
  readonly remove: (path: string) => Promise<void>;
  /** Copies a whole folder. */
  readonly copyFolder: (from: string, to: string) => Promise<void>;
}

export type Operation = "read" | "list" | "write" | "create" | "rename" | "remove" | "copy";

/** A failure of the outside world, with what was tried and where. */
export class PlatformError extends Error {
  readonly operation: Operation;
  readonly path: string;
  /** The system's code, such as "ENOSPC" or "EACCES". */
  readonly code: string;

  constructor(operation: Operation, path: string, code: string, cause: unknown) {
    super(`cannot ${operation} ${path} (${code})`, { cause });
    this.name = "PlatformError";
    this.operation = operation;
    this.path = path;
    this.code = code;
  }
}
