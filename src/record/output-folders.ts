import { join } from "node:path";

/**
 * The folders and files that a build of one edition uses. Staged and previous output lie inside out/, so that
 * putting in place is a rename within one file system, wherever out/ leads.
 */
export interface OutputFolders {
  readonly edition: string;
  /** Relative to the project, for messages: "out/2018". */
  readonly name: string;
  /** What people read: always whole. */
  readonly output: string;
  /** The build that is being made. */
  readonly staged: string;
  /** The output before, while it is being replaced. */
  readonly previous: string;
  /** Where facts were printed by the last build. */
  readonly printedPlaces: string;
  /** Relative to the project: pictures of what didn't fit in the last build or check. */
  readonly overflowPictures: string;
}

export function outputFolders(project: string, edition: string): OutputFolders {
  return {
    edition,
    name: `out/${edition}`,
    output: join(project, "out", edition),
    staged: join(project, "out", `.staged-${edition}`),
    previous: join(project, "out", `.previous-${edition}`),
    printedPlaces: join(project, ".barometer", `last-${edition}.json`),
    overflowPictures: `.barometer/overflow/${edition}`,
  };
}
