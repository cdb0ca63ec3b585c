import { checkPublished } from "../facts/check-published.ts";
import type { Platform } from "../platform/platform.ts";
import { prepareEdition } from "./prepare-edition.ts";
import type { CheckRequest, CheckResult, Progress } from "./request.ts";

/**
 * Says everything that is wrong with an edition, and writes nothing.
 *
 *   edition → intake → facts → published figures → publications, made in memory
 */
export async function check(
  request: CheckRequest,
  platform: Platform,
  progress: Progress,
): Promise<CheckResult> {
  const { id, edition, intake, facts, diagnostics } = await prepareEdition(
    request,
    platform,
    progress,
  );
  const result = { edition: id, intake, diagnostics, counts: undefined };
  if (!edition || !facts) return { ...result, stages: progress.finished() };
  const differences = await progress.stage("published", () => checkPublished(edition, facts));
  return {
    ...result,
    diagnostics: [...diagnostics, ...differences],
    stages: progress.finished(),
    counts: { facts: facts.all.length, published: edition.published.length },
  };
}
