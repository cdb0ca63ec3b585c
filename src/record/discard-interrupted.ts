import type { Platform } from "../platform/platform.ts";
import { outputFolders } from "./output-folders.ts";
import { recoverOutput } from "./replace-output.ts";
import { readLockHolder, releaseLock } from "./with-lock.ts";

/**
 * Tidies up after this process's own build was interrupted: the staged folder goes, or, when the output was just
 * being replaced, that is finished. Returns what to tell the user.
 */
export async function discardInterrupted(platform: Platform, project: string): Promise<string> {
  const holder = await readLockHolder(platform, project);
  if (holder?.processId !== platform.processId)
    return "Interrupted. Nothing was replaced: the last good output in out/ stays.";
  const folders = outputFolders(project, holder.edition);
  await recoverOutput(platform.files, folders);
  await releaseLock(platform, project);
  return `Interrupted. The last good output in ${folders.name} stays.`;
}
