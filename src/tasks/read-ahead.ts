import type { FoundEdition } from "../edition/find-editions.ts";
import type { Platform } from "../platform/platform.ts";
import type { ReportTemplates } from "../publications/report-sources.ts";
import type { BuildRequest } from "./request.ts";

/** The second half's libraries and templates. */
export interface ReadAhead {
  readonly makePublications: typeof import("./make-publications.ts");
  readonly templates: ReportTemplates;
}

/**
 * Loads the libraries of the second half of `build` and `check`, and reads all that no answer can change. Started
 * before the answers are read, which happens in a thread of its own, it takes hardly any time.
 *
 * @throws PlatformError where the disk refuses a template, and only who waits for the result is told.
 */
export function readAhead(
  edition: FoundEdition | undefined,
  request: BuildRequest,
  platform: Platform,
): Promise<ReadAhead> | undefined {
  if (!edition) return undefined;
  const reading = readTemplates(edition.id, request, platform);
  // An edition that can't be read stops the task before anybody waits.
  reading.catch(() => undefined);
  return reading;
}

async function readTemplates(
  edition: string,
  request: BuildRequest,
  platform: Platform,
): Promise<ReadAhead> {
  const makePublications = await import("./make-publications.ts");
  const templates = await makePublications.readTemplates(request, edition, platform);
  return { makePublications, templates };
}
