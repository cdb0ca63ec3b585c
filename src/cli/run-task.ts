import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { exitCodeOf } from "../diagnostics/exit-code.ts";
import { discardInterrupted } from "../record/discard-interrupted.ts";
import { type PrintedPlace, readPrintedPlaces } from "../record/printed-places.ts";
import { recoverProject } from "../record/recover-project.ts";
import { createProgress, silentReporter } from "../tasks/progress.ts";
import type { BuildRequest, Progress } from "../tasks/request.ts";
import { findProject } from "./find-project.ts";
import { parseSelection, type TypedOptions } from "./options.ts";
import { createStageReporter } from "./show-progress.ts";
import { createStyle, type Style } from "./style.ts";
import { type Reporting, tellDiagnostics } from "./tell-diagnostics.ts";
import type { World } from "./world.ts";

interface TaskResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly edition: string | undefined;
}

/** What a command does beside telling diagnostics, which every command does alike. */
export interface TaskCommand<Result extends TaskResult> {
  readonly name: string;
  /** Whether its stages take long enough to be shown without --verbose. */
  readonly showsStages: boolean;
  readonly run: (request: BuildRequest, progress: Progress) => Promise<Result>;
  /** A JSON document of the command's own, where it has one and there is something to put in it. */
  readonly json?: (result: Result) => string | undefined;
  /** The command's own keys of the JSON document otherwise. */
  readonly fields: (result: Result) => Readonly<Record<string, unknown>>;
  /** Written before the diagnostics, as text; not with --json. */
  readonly show: (result: Result, reporting: Reporting) => void;
  /** Lines before the count of diagnostics. */
  readonly summary?: (result: Result, style: Style) => string;
  /** A sentence after the count of diagnostics. */
  readonly ending: (result: Result) => string;
  /** Written last of all, among the messages: what came out; not with --json or --quiet. */
  readonly conclude?: (result: Result) => string;
}

/** From the options typed to the exit code: finds the project, tidies up, runs the task, tells what came out. */
export async function runTask<Result extends TaskResult>(
  command: TaskCommand<Result>,
  typed: TypedOptions,
  world: World,
): Promise<number> {
  const { platform, stderr, workingFolder, installation } = world;
  // A command with a document of its own tells diagnostics in another one.
  const reporting = reportingOf(command.json ? `${command.name}-report` : command.name, typed);
  const { selection, diagnostics: usage } = parseSelection(typed);
  const found = await findProject(platform.files, workingFolder, typed.project, command.name);
  const project = found.value;
  if (project === undefined || usage.length > 0) {
    const problems = [...usage, ...found.diagnostics];
    tellDiagnostics(problems, reporting, world);
    return exitCodeOf(problems);
  }
  world.whenInterrupted(() => discardInterrupted(platform, project));
  const recovered = await recoverProject(platform, project);

  const style = createStyle(stderr, platform.environment, typed.color);
  const showsStages = command.showsStages || reporting.isVerbose;
  const isSilent = reporting.isJson || reporting.isQuiet || !showsStages;
  const reporter = isSilent ? silentReporter : createStageReporter(stderr, style);
  const progress = createProgress(platform.clock, reporter);
  const result = await command.run({ project, ...selection, ...installation }, progress);

  const diagnostics = [...recovered, ...result.diagnostics];
  const document = reporting.isJson ? command.json?.(result) : undefined;
  if (document !== undefined) world.stdout.write(document);
  if (!reporting.isJson) command.show(result, reporting);
  const isTold = document !== undefined;
  tellDiagnostics(diagnostics, isTold ? { ...reporting, isJson: false } : reporting, world, {
    fields: command.fields(result),
    printedPlaces: await printedPlacesOf(diagnostics, result.edition, project, world),
    summary: command.summary?.(result, style) ?? "",
    ending: command.ending(result),
  });
  if (!reporting.isJson && !reporting.isQuiet) stderr.write(command.conclude?.(result) ?? "");
  return exitCodeOf(diagnostics);
}

function reportingOf(command: string, typed: TypedOptions): Reporting {
  return {
    command,
    isJson: typed.json ?? false,
    isQuiet: typed.quiet ?? false,
    isVerbose: typed.verbose ?? false,
    hasColour: typed.color,
  };
}

/** Read only where a diagnostic will name pages. */
async function printedPlacesOf(
  diagnostics: readonly Diagnostic[],
  edition: string | undefined,
  project: string,
  { platform }: World,
): Promise<readonly PrintedPlace[]> {
  const namesFacts = diagnostics.some(({ affects }) => affects.length > 0);
  if (!namesFacts || edition === undefined) return [];
  return readPrintedPlaces(platform.files, project, edition);
}
