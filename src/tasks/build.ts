import { join } from "node:path";
import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.ts";
import { checkPublished } from "../facts/check-published.ts";
import type { Platform } from "../platform/platform.ts";
import { collectInputs, type InputRoot } from "../record/collect-inputs.ts";
import { recordBuild } from "../record/record-build.ts";
import { withLock } from "../record/with-lock.ts";
import { choosePublications } from "./choose-publications.ts";
import { type PreparedEdition, prepareEdition } from "./prepare-edition.ts";
import type { BuildRequest, BuildResult, MadePublication, Progress } from "./request.ts";

/**
 * Builds the publications of one edition.
 *
 *   edition → intake → facts → wording → charts → document → layout → pdf → record
 *
 * Stages are functions of their inputs and the platform; each returns its value and its diagnostics. Later stages
 * do not start while errors stand, and nothing of the last output is replaced before everything is made.
 *
 * @throws PlatformError where the disk refuses something else than replacing the output.
 */
export async function build(
  request: BuildRequest,
  platform: Platform,
  progress: Progress,
): Promise<BuildResult> {
  // The second half's libraries load while the survey is read in its own thread.
  const loading = import("./make-publications.ts");
  const prepared = await prepareEdition(request, platform, progress);
  const { edition, intake, facts } = prepared;
  const diagnostics: Diagnostic[] = [...prepared.diagnostics];
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  const stop = () => result(prepared, progress, { diagnostics });
  const { layOutPublications, writePublications } = await loading;
  if (!edition || !intake || !facts) return stop();
  diagnostics.push(...checkPublished(edition, facts).map(asWarning));
  const selection = keep(choosePublications(edition, request));
  if (!selection) return stop();

  const inputs = await collectInputs(platform.files, inputRoots(request, prepared));
  const { languages } = selection;
  const subject = { edition, intake, facts };
  const reports = keep(
    await layOutPublications({ ...request, subject, languages }, platform, progress),
  );
  if (!reports || hasErrors(diagnostics)) return stop();
  const made = await progress.stage("print", () => writePublications(reports));
  const finished = { project: request.project, edition: edition.id, inputs, ...made };
  const locked = await progress.stage("put in place", () =>
    withLock(platform, request.project, edition.id, () => recordBuild(finished, platform)),
  );
  if (!locked.isLocked)
    return result(prepared, progress, { diagnostics: [...diagnostics, locked.diagnostic] });
  const recorded = keep(locked.value);
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
    ? [edition.survey.file, edition.questionnaire.file, edition.ledger.file]
    : [];
  return [
    inProject(`data/${id}`),
    inProject("data/register"),
    ...elsewhere.map(inProject),
    ...(own === shippedTemplates ? [] : [{ name: "barometer/templates", path: shippedTemplates }]),
    inProject("templates"),
  ];
}
