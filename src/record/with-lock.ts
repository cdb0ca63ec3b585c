import { join } from "node:path";
import { locked } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Platform, PlatformError } from "../platform/platform.ts";

/** Who builds: what the lock file says. */
export interface LockHolder {
  readonly processId: number;
  readonly edition: string;
}

export type Locked<T> =
  | { readonly isLocked: true; readonly value: T }
  | { readonly isLocked: false; readonly diagnostic: Diagnostic };

const waitLimitMs = 5_000;
const waitStepMs = 100;
/** A lock file without its text is being written, or its writer was killed in between. */
const writingLimitMs = 1_000;

/**
 * Does the work while holding the project's lock, so that two builds never write at once. Waits some seconds for
 * another build, then says who holds the lock. A lock whose process no longer runs is taken away.
 * @throws PlatformError where the lock can't be written.
 */
export async function withLock<T>(
  platform: Platform,
  project: string,
  edition: string,
  work: () => Promise<T>,
): Promise<Locked<T>> {
  const path = lockPath(project);
  const holder = await take(platform, path, { processId: platform.processId, edition });
  if (holder) {
    return {
      isLocked: false,
      diagnostic: locked(
        { holder: `process ${holder.processId} builds ${holder.edition}` },
        {
          hints: [
            "Wait until it has ended, then type the command again.",
            "If no build is running, delete .barometer/lock.",
          ],
        },
      ),
    };
  }
  try {
    return { isLocked: true, value: await work() };
  } finally {
    // A lock that can't be removed heals by itself once this process has ended.
    await platform.files.remove(path).catch(() => undefined);
  }
}

/** Who holds the lock now; undefined when nobody does, or when its text can't be understood. */
export async function readLockHolder(
  platform: Platform,
  project: string,
): Promise<LockHolder | undefined> {
  return parseHolder(await platform.files.readText(lockPath(project)));
}

export async function releaseLock(platform: Platform, project: string): Promise<void> {
  await platform.files.remove(lockPath(project));
}

function lockPath(project: string): string {
  return join(project, ".barometer", "lock");
}

/** Undefined once the lock is ours; who holds it when it isn't free in time. */
async function take(
  platform: Platform,
  path: string,
  wanted: LockHolder,
): Promise<LockHolder | undefined> {
  let holder: LockHolder | undefined;
  for (let waitedMs = 0; waitedMs <= waitLimitMs; waitedMs += waitStepMs) {
    if (await tryCreate(platform, path, wanted)) return undefined;
    const text = await platform.files.readText(path);
    if (text === undefined) continue;
    holder = parseHolder(text);
    const isStale = holder
      ? !platform.isProcessRunning(holder.processId) || holder.processId === platform.processId
      : waitedMs >= writingLimitMs;
    if (isStale) await removeStale(platform, path, text);
    else await platform.clock.wait(waitStepMs);
  }
  return holder ?? { processId: 0, edition: "an unknown edition" };
}

async function tryCreate(platform: Platform, path: string, holder: LockHolder): Promise<boolean> {
  try {
    await platform.files.create(path, `${JSON.stringify(holder)}\n`);
    return true;
  } catch (error) {
    if (error instanceof PlatformError && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Two processes may find the same stale lock. Renaming gives it to one of them only; where that one caught a lock
 * that was made in the meantime, it goes back.
 */
async function removeStale(platform: Platform, path: string, staleText: string): Promise<void> {
  const aside = `${path}-${platform.processId}`;
  try {
    await platform.files.rename(path, aside);
  } catch (error) {
    if (error instanceof PlatformError && error.code === "ENOENT") return;
    throw error;
  }
  if ((await platform.files.readText(aside)) === staleText) await platform.files.remove(aside);
  else await platform.files.rename(aside, path);
}

function parseHolder(text: string | undefined): LockHolder | undefined {
  const [, processId, edition] =
    /^\{"processId":(\d+),"edition":"([^"\\]*)"\}/.exec(text ?? "") ?? [];
  if (processId === undefined || edition === undefined) return undefined;
  return { processId: Number(processId), edition };
}
