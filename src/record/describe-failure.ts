import { join, relative, sep } from "node:path";
import { cannotRead, cannotWrite, diskFull, outputInUse } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PlatformError } from "../platform/platform.ts";

const fullCodes: readonly string[] = ["ENOSPC", "EDQUOT"];
const inUseCodes: readonly string[] = ["EBUSY", "EPERM", "EACCES", "ETXTBSY"];

/** What a failure of the outside world means to the user. Paths are shown relative to the project. */
export function describeFailure(error: PlatformError, project: string): Diagnostic {
  const path = shownPath(error.path, project);
  const systemCode = error.code;
  if (error.operation === "read" || error.operation === "list") {
    const hints = [
      ...(inUseCodes.includes(systemCode) ? ["Close the file in the program that holds it."] : []),
      `Check that ${join(project, path)} exists and that you may read it.`,
    ];
    return cannotRead({ path, systemCode }, { hints });
  }
  if (fullCodes.includes(systemCode)) {
    return diskFull({ path }, { hints: ["Free some space, then type the command again."] });
  }
  if (error.operation === "rename" && inUseCodes.includes(systemCode)) {
    const hints = [
      "Close the programs that show these files (a PDF viewer, a file manager), then type the command again.",
    ];
    return outputInUse({ path, systemCode }, { hints });
  }
  const hints = [`Check that you may write to ${join(project, path)}.`];
  return cannotWrite({ path, systemCode }, { hints });
}

/** Folders that a build makes on the way to out/<edition> stand for it. */
function shownPath(path: string, project: string): string {
  const inProject = relative(project, path).split(sep).join("/") || ".";
  return inProject.replace(/^out\/\.(?:staged|previous)-/, "out/");
}
