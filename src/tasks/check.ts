import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { keepDiagnostics } from "../diagnostics/keep-diagnostics.ts";
import { listSpecimens } from "../edition/list-specimens.ts";
import { checkPublished } from "../facts/check-published.ts";
import type { Platform } from "../platform/platform.ts";
import { findUnused } from "../publications/find-unused.ts";
import {
  type AreaName,
  areaNames,
  areaOf,
  type Findings,
  selectAreas,
  summariseAreas,
} from "./check-areas.ts";
import { findInData, findInLanguages, findInLayout, findInTexts } from "./check-findings.ts";
import { choosePublications } from "./choose-publications.ts";
import { clearPictures, pictureOverflows } from "./picture-overflows.ts";
import { findEdition, type PreparedEdition, prepareEdition } from "./prepare-edition.ts";
import { type ReadAhead, readAhead } from "./read-ahead.ts";
import type { CheckRequest, CheckResult, Progress } from "./request.ts";

/**
 * Says everything that is wrong with an edition, and writes nothing but pictures of what doesn't fit.
 *
 *   edition → intake → facts → published figures → publications, as far as their pages
 *
 * The texts of all the edition's languages are compared, also where only some are to be laid out.
 */
export async function check(
  request: CheckRequest,
  platform: Platform,
  progress: Progress,
): Promise<CheckResult> {
  const found = await clearPictures(await findEdition(request, platform), request, platform);
  const ahead = readAhead(found.value, { ...request, languages: undefined }, platform);
  const prepared = await prepareEdition(found, request, platform, progress);
  const { id, edition, intake, facts } = prepared;
  const diagnostics: Diagnostic[] = [...prepared.diagnostics];
  if (edition) diagnostics.push(...listSpecimens(edition));
  const published = edition && facts ? checkPublished(edition, facts) : [];
  diagnostics.push(...published);
  const { areas: wanted = areaNames } = request;
  const goesOn = wanted.some((name) => name !== "data") && !hasErrors(prepared.diagnostics);
  const publications =
    ahead && goesOn
      ? await checkPublications(request, prepared, await ahead, platform, progress)
      : { diagnostics: [], findings: nothing };
  diagnostics.push(...publications.diagnostics);
  const findings = { ...publications.findings, data: findInData(prepared, published.length) };
  const areas = id === undefined ? [] : summariseAreas(findings, diagnostics);
  return {
    edition: id,
    intake,
    stages: progress.finished(),
    counts:
      edition && facts
        ? { facts: facts.all.length, published: edition.published.length }
        : undefined,
    ...selectAreas(areas, diagnostics, wanted),
  };
}

type PublicationFindings = Readonly<Record<Exclude<AreaName, "data">, Findings | undefined>>;
const nothing: PublicationFindings = { texts: undefined, languages: undefined, layout: undefined };

async function checkPublications(
  request: CheckRequest,
  { edition, intake, facts }: PreparedEdition,
  { makePublications, templates }: ReadAhead,
  platform: Platform,
  progress: Progress,
): Promise<{
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: PublicationFindings;
}> {
  const diagnostics: Diagnostic[] = [];
  const keep = keepDiagnostics(diagnostics);
  const selection = edition && keep(choosePublications(edition, request));
  if (!edition || !intake || !facts || !selection) return { diagnostics, findings: nothing };
  const { languages } = selection;
  const compared = edition.settings.languages;
  const subject = { edition, intake, facts };
  const laidOut = await makePublications.layOutPublications(
    { subject, languages, compared, templates, reclaimMemory: platform.reclaimMemory },
    progress,
  );
  // Of a text that can't be understood nobody knows what it uses.
  const isUnderstood = !laidOut.diagnostics.some(
    (one) => one.severity === "error" && areaOf(one) === "texts",
  );
  if (isUnderstood) diagnostics.push(...findUnused(templates));
  diagnostics.push(...(await pictureOverflows(laidOut, request.project, edition.id, platform)));
  return {
    diagnostics,
    findings: {
      texts: laidOut.written && findInTexts(laidOut.written),
      languages: laidOut.written && findInLanguages(laidOut.written.compared),
      layout: laidOut.value && findInLayout(laidOut.value, languages, laidOut.diagnostics),
    },
  };
}
