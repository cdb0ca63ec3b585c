import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { keepDiagnostics } from "../diagnostics/keep-diagnostics.ts";
import { checkPublished } from "../facts/check-published.ts";
import type { Platform } from "../platform/platform.ts";
import { choosePublications } from "./choose-publications.ts";
import { findEdition, prepareEdition } from "./prepare-edition.ts";
import { readAhead } from "./read-ahead.ts";
import type { CheckRequest, CheckResult, Progress } from "./request.ts";

/**
 * Says everything that is wrong with an edition, and writes nothing.
 *
 *   edition → intake → facts → published figures → publications, as far as their pages
 */
export async function check(
  request: CheckRequest,
  platform: Platform,
  progress: Progress,
): Promise<CheckResult> {
  const found = await findEdition(request, platform);
  const ahead = readAhead(found.value, request, platform);
  const prepared = await prepareEdition(found, request, platform, progress);
  const { id, edition, intake, facts } = prepared;
  const diagnostics: Diagnostic[] = [...prepared.diagnostics];
  const keep = keepDiagnostics(diagnostics);
  const selection = edition && keep(choosePublications(edition, request));
  if (edition && intake && facts) {
    diagnostics.push(...checkPublished(edition, facts));
    if (ahead && selection && !hasErrors(prepared.diagnostics)) {
      const { makePublications, templates } = await ahead;
      const subject = { edition, intake, facts };
      const { languages } = selection;
      keep(await makePublications.layOutPublications({ subject, languages, templates }, progress));
    }
  }
  return {
    edition: id,
    intake,
    diagnostics,
    stages: progress.finished(),
    counts:
      edition && facts
        ? { facts: facts.all.length, published: edition.published.length }
        : undefined,
  };
}
