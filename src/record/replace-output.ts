import { join } from "node:path";
import {
  interruptedBuildFinished,
  interruptedBuildUndone,
} from "../diagnostics/catalogue/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "../platform/platform.ts";
import type { OutputFolders } from "./output-folders.ts";

/** What becomes of the last output: paths are relative to its folder, with forward slashes. */
export interface OutputChange {
  readonly write: ReadonlyMap<string, Uint8Array | string>;
  /** Files of the last output that this build no longer makes. */
  readonly remove: readonly string[];
}

/**
 * Replaces the output as a whole: a staged folder starts as a copy of the last output, is changed, and is put in
 * place by two renames. Whatever fails, the output is afterwards the old one or the new one, never a mixture; where
 * it can't be so at once, the next command's `recoverOutput` makes it so. Call it while holding the lock.
 * @throws PlatformError; the last output is untouched then.
 */
export async function replaceOutput(
  files: Files,
  folders: OutputFolders,
  change: OutputChange,
): Promise<void> {
  await recoverOutput(files, folders);
  try {
    await stage(files, folders, change);
    await putInPlace(files, folders);
  } catch (error) {
    // The first failure is the one to tell; what can't be tidied up now is left to the next command.
    await recoverOutput(files, folders, "undo").catch(() => undefined);
    throw error;
  }
}

async function stage(files: Files, folders: OutputFolders, change: OutputChange): Promise<void> {
  if (await files.exists(folders.output)) await files.copyFolder(folders.output, folders.staged);
  else await files.makeFolder(folders.staged);
  for (const file of change.remove) await files.remove(join(folders.staged, file));
  // All of them have ended before a failure is told: none writes into a folder that is being tidied up.
  const written = await Promise.allSettled(
    [...change.write].map(([file, content]) => files.write(join(folders.staged, file), content)),
  );
  for (const result of written) if (result.status === "rejected") throw result.reason;
}

async function putInPlace(files: Files, folders: OutputFolders): Promise<void> {
  if (await files.exists(folders.output)) await files.rename(folders.output, folders.previous);
  await files.rename(folders.staged, folders.output);
  // The new output stands: what remains of the old one is tidied up by the next command at the latest.
  await files.remove(folders.previous).catch(() => undefined);
}

/**
 * Finishes or undoes what a build left behind that failed, was killed or lost its power. The folders that are there
 * tell how far it came: the output moves aside only when the staged folder is complete.
 *
 *   output   previous  staged    the build ended …                        so
 *   there    –         there     while staging                            staged is removed
 *   there    there     –         after putting in place                   previous is removed
 *   –        there     there     between the two renames                  staged becomes the output (or `undo`)
 *   –        there     –         while undoing                            previous becomes the output again
 *   –        –         there     while staging the very first output      staged is removed
 *
 * @throws PlatformError where that fails as well.
 */
export async function recoverOutput(
  files: Files,
  folders: OutputFolders,
  direction: "finish" | "undo" = "finish",
): Promise<readonly Diagnostic[]> {
  const hasOutput = await files.exists(folders.output);
  const hasPrevious = await files.exists(folders.previous);
  const hasStaged = await files.exists(folders.staged);
  if (!hasPrevious && !hasStaged) return [];

  const finishes = hasPrevious && (hasOutput || (hasStaged && direction === "finish"));
  if (!hasOutput && hasPrevious) {
    await files.rename(finishes ? folders.staged : folders.previous, folders.output);
  }
  await files.remove(folders.staged);
  if (finishes) await files.remove(folders.previous);
  const said = finishes ? interruptedBuildFinished : interruptedBuildUndone;
  return [said({ folder: folders.name })];
}
