import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { keepDiagnostics } from "../diagnostics/keep-diagnostics.ts";
import { checkPublished } from "../facts/check-published.ts";
import { type Platform, PlatformError } from "../platform/platform.ts";
import { collectInputs, type InputRoot } from "../record/collect-inputs.ts";
import { describeFailure } from "../record/describe-failure.ts";
import { recordBuild } from "../record/record-build.ts";
import { withLock } from "../record/with-lock.ts";
import { choosePublications } from "./choose-publications.ts";
import { clearPictures, pictureOverflows } from "./picture-overflows.ts";
import { findEdition, type PreparedEdition, prepareEdition } from "./prepare-edition.ts";
import { type ReadAhead, readAhead } from "./read-ahead.ts";
import type { BuildRequest, BuildResult, MadePublication, Progress } from "./request.ts";

/**
 * Builds the publications of one edition.
 *
 *   edition → intake → facts → wording → charts → document → layout → pdf → record
 *
 * Stages are functions of their inputs and the platform; each returns its value and its diagnostics. Later stages
 * do not start while errors stand, and nothing of the last output is replaced before everything is made.
 *
 * @throws PlatformError where the disk refuses to be read before it is known which edition is asked for.
 */
export async function build(
  request: BuildRequest,
  platform: Platform,
  progress: Progress,
): Promise<BuildResult> {
  const found = await findEdition(request, platform);
  const ahead = readAhead(found.value, request, platform);
  const cleared = await clearPictures(found, request, platform);
  const prepared = await prepareEdition(cleared, request, platform, progress);
  try {
    return await makeAndReplace(request, prepared, await ahead, platform, progress);
  } catch (error) {
    // What fails beyond the replacing itself, which undoes what it began, fails before it.
    if (!(error instanceof PlatformError)) throw error;
    const failure = describeFailure(error, request.project);
    return result(prepared, progress, { diagnostics: [...prepared.diagnostics, failure] });
  }
}

async function makeAndReplace(
  request: BuildRequest,
  prepared: PreparedEdition,
  ahead: ReadAhead | undefined,
  platform: Platform,
  progress: Progress,
): Promise<BuildResult> {
  const { edition, intake, facts } = prepared;
  const diagnostics: Diagnostic[] = [...prepared.diagnostics];
  const keep = keepDiagnostics(diagnostics);
  const stop = () => result(prepared, progress, { diagnostics });
  if (!edition || !intake || !facts || !ahead) return stop();
  const { makePublications, templates } = ahead;
  diagnostics.push(...checkPublished(edition, facts).map(asWarning));
  const selection = keep(choosePublications(edition, request));
  if (!selection) return stop();

  const inputs = await collectInputs(platform.files, inputRoots(request, prepared));
  const { languages } = selection;
  const subject = { edition, intake, facts };
  const laidOut = await makePublications.layOutPublications(
    { subject, languages, templates, makesFiles: true, reclaimMemory: platform.reclaimMemory },
    progress,
  );
  const reports = laidOut.value;
  diagnostics.push(...(await pictureOverflows(laidOut, request.project, edition.id, platform)));
  if (!reports || hasErrors(diagnostics)) return stop();
  const files = reports.flatMap((report) => report.files ?? []);
  const made = {
    outputs: files.flatMap(({ outputs }) => outputs),
    places: files.flatMap(({ places }) => places),
  };
  const finished = { project: request.project, edition: edition.id, inputs, ...made };
  const recorded = await progress.stage("put in place", async () => {
    const work = () => recordBuild(finished, platform);
    const locked = await withLock(platform, request.project, edition.id, work);
    return keep(
      locked.isLocked ? locked.value : { value: undefined, diagnostics: [locked.diagnostic] },
    );
  });
  if (!recorded) return stop();
  const publications = made.outputs.flatMap(({ publication, language, file, pages }) =>
    language === null || pages === null
      ? []
      : [{ name: publication, language, file: `out/${edition.id}/${file}`, pages }],
  );
  return result(prepared, progress, { diagnostics, ...recorded, publications, isReplaced: true });
}

function result(
  prepared: PreparedEdition,
  progress: Progress,
  rest: {
    readonly diagnostics: readonly Diagnostic[];
    readonly written?: readonly string[];
    readonly stale?: readonly string[];
    readonly publications?: readonly MadePublication[];
    readonly isReplaced?: boolean;
  },
): BuildResult {
  return {
    edition: prepared.id,
    intake: prepared.intake,
    stages: progress.finished(),
    written: [],
    stale: [],
    publications: [],
    isReplaced: false,
    ...rest,
  };
}

/** A figure that differs from what was published is for the analyst to judge; `check` counts it as an error. */
function asWarning(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === "error" ? { ...diagnostic, severity: "warning" } : diagnostic;
}

/** Every folder and file whose content decides what is made. */
function inputRoots(request: BuildRequest, { id, edition }: PreparedEdition): readonly InputRoot[] {
  const { project, shippedTemplates } = request;
  const inProject = (name: string): InputRoot => ({ name, path: join(project, name) });
  const own = join(project, "templates");
  const elsewhere = edition
    ? [
        edition.survey.file,
        edition.questionnaire.file,
        edition.ledger.file,
        ...(edition.map ? [edition.map.file] : []),
      ]
    : [];
  return [
    inProject(`data/${id}`),
    inProject("data/register"),
    ...elsewhere.map(inProject),
    ...(own === shippedTemplates ? [] : [{ name: "barometer/templates", path: shippedTemplates }]),
    inProject("templates"),
  ];
}
