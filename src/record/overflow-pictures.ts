import { dirname, join } from "node:path";
import { picturesNotKept } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Platform, PlatformError } from "../platform/platform.ts";
import { outputFolders } from "./output-folders.ts";

/** The pictures of what doesn't fit in an edition: always those of the last build or check, and none when all fits. */
export interface OverflowPictures {
  /** Takes away those of the run before. */
  readonly clear: () => Promise<readonly Diagnostic[]>;
  /** Keeps one; its path relative to the project, or why the disk refuses. */
  readonly keep: (name: string, png: Uint8Array) => Promise<string | Diagnostic>;
}

/** A disk that refuses is told in a note: what doesn't fit is said all the same. */
export function openOverflowPictures(
  { files }: Platform,
  project: string,
  edition: string,
): OverflowPictures {
  const { overflowPictures: folder } = outputFolders(project, edition);
  const path = join(project, folder);
  const refused = (error: unknown): Diagnostic => {
    if (!(error instanceof PlatformError)) throw error;
    return picturesNotKept({ folder, systemCode: error.code });
  };
  return {
    clear: async () => {
      try {
        if ((await files.list(path)).length === 0) return [];
        await files.remove(path);
        const all = dirname(path);
        if ((await files.list(all)).length === 0) await files.remove(all);
        return [];
      } catch (error) {
        return [refused(error)];
      }
    },
    keep: async (name, png) => {
      try {
        await files.write(join(path, name), png);
        return `${folder}/${name}`;
      } catch (error) {
        return refused(error);
      }
    },
  };
}
