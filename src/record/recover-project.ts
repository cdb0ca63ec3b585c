import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Platform, PlatformError } from "../platform/platform.ts";
import { describeFailure } from "./describe-failure.ts";
import { outputFolders } from "./output-folders.ts";
import { recoverOutput } from "./replace-output.ts";
import { readLockHolder, withLock } from "./with-lock.ts";

/**
 * Finishes or undoes interrupted builds of every edition, unless another build is at work. Nothing is written where
 * nothing was interrupted. A failure is told, not thrown: the command that was typed may still do its work.
 */
export async function recoverProject(
  platform: Platform,
  project: string,
): Promise<readonly Diagnostic[]> {
  try {
    const editions = await interruptedEditions(platform, project);
    const holder = await readLockHolder(platform, project);
    if (editions.length === 0 || (holder && platform.isProcessRunning(holder.processId))) return [];
    const diagnostics: Diagnostic[] = [];
    for (const edition of editions) {
      const recovered = await withLock(platform, project, edition, () =>
        recoverOutput(platform.files, outputFolders(project, edition)),
      );
      if (recovered.isLocked) diagnostics.push(...recovered.value);
    }
    return diagnostics;
  } catch (error) {
    if (error instanceof PlatformError) return [describeFailure(error, project)];
    throw error;
  }
}

async function interruptedEditions(
  platform: Platform,
  project: string,
): Promise<readonly string[]> {
  const entries = await platform.files.list(join(project, "out"));
  const editions = entries.flatMap(
    ({ name }) => /^\.(?:staged|previous)-(.+)$/.exec(name)?.[1] ?? [],
  );
  return [...new Set(editions)];
}
