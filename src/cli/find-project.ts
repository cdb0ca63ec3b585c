import { dirname, join, resolve } from "node:path";
import { noProject } from "../diagnostics/catalogue/record.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Files } from "../platform/platform.ts";

/**
 * The folder named, or the nearest one from the working folder upwards, that holds data/.
 *
 * @param command what was typed, for the next step: "check"
 */
export async function findProject(
  files: Files,
  workingFolder: string,
  named: string | undefined,
  command: string,
): Promise<Outcome<string>> {
  const start = resolve(workingFolder, named ?? ".");
  for (let folder = start; ; folder = dirname(folder)) {
    if (await files.exists(join(folder, "data"))) return { value: folder, diagnostics: [] };
    if (named !== undefined || folder === dirname(folder)) break;
  }
  const hints = [`Go to the project's folder, or name it: barometer ${command} --project <folder>`];
  return { value: undefined, diagnostics: [noProject({ folder: start }, { hints })] };
}
