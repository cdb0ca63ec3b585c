import { Worker } from "node:worker_threads";
import { readWorkbook } from "./read-workbook.ts";
import type { WorkbookResult } from "./workbook.ts";

/** Reads workbooks one after the other, in the order in which they are asked for; holds a thread until it is closed. */
export interface WorkbookReader {
  readonly read: (bytes: Uint8Array) => Promise<WorkbookResult>;
  readonly close: () => Promise<void>;
}

export interface WorkbookReaderOptions {
  /** The built workbook-worker.js; undefined reads in this thread, where nothing limits time and memory. */
  readonly worker: URL | undefined;
  /** How long one file may take; 20 s unless given. */
  readonly timeLimitMs?: number;
  /** How much the thread's heap may grow; 160 MB unless given. */
  readonly memoryLimitMb?: number;
}

/**
 * Opens a reader of workbooks. Its thread starts at once, since loading the library takes longer than any usual file,
 * and is shared by all files; one that takes too long or too much memory ends it, and the next file gets a new one.
 */
export function openWorkbookReader(options: WorkbookReaderOptions): WorkbookReader {
  const { worker: url, timeLimitMs = 20_000, memoryLimitMb = 160 } = options;
  if (!url) return { read: readWorkbook, close: async () => {} };
  const startThread = () =>
    new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb } });
  let thread: Worker | undefined = startThread();
  let queue: Promise<unknown> = Promise.resolve();

  const readInThread = async (bytes: Uint8Array): Promise<WorkbookResult> => {
    thread ??= startThread();
    const outcome = await askThread(thread, bytes, timeLimitMs);
    if (outcome.mustEnd) {
      await thread.terminate();
      thread = undefined;
    }
    if (outcome.failure) throw outcome.failure;
    return outcome.result;
  };
  return {
    read: (bytes) => {
      const reading = queue.then(() => readInThread(bytes));
      queue = reading.catch(() => {});
      return reading;
    },
    close: async () => {
      await queue;
      await thread?.terminate();
      thread = undefined;
    },
  };
}

type ThreadOutcome =
  | { readonly result: WorkbookResult; readonly mustEnd: boolean; readonly failure?: undefined }
  | { readonly failure: Error; readonly mustEnd: true };

/** One file through the thread: its result, the limit it hit, or the bug that ended the thread. */
function askThread(thread: Worker, bytes: Uint8Array, timeLimitMs: number): Promise<ThreadOutcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      const detail = `reading it took more than ${timeLimitMs / 1000} seconds`;
      finish({ result: { ok: false, problem: "too-slow", detail }, mustEnd: true });
    }, timeLimitMs);
    const onMessage = (result: WorkbookResult): void => finish({ result, mustEnd: false });
    const onError = (failure: Error & { code?: string }): void => {
      const detail = "reading it takes more memory than the program may use";
      finish(
        failure.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? { result: { ok: false, problem: "too-large", detail }, mustEnd: true }
          : { failure, mustEnd: true },
      );
    };
    const onExit = (code: number): void =>
      finish({ failure: new Error(`the workbook thread ended with ${code}`), mustEnd: true });
    const finish = (outcome: ThreadOutcome): void => {
      clearTimeout(timer);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      resolve(outcome);
    };
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(bytes);
  });
}
