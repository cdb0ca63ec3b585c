import { CommanderError } from "commander";
import { wrongUsage } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean, suggest } from "../diagnostics/suggest.ts";
import { PlatformError } from "../platform/platform.ts";
import { commandNames } from "./options.ts";
import type { World } from "./world.ts";

const usageExitCode = 2;
const faultExitCode = 70;

/** Says what ended a command, with the next step, and returns the exit code. */
export async function tellError(
  error: unknown,
  argv: readonly string[],
  world: World,
): Promise<number> {
  const isJson = argv.includes("--json");
  const command = commandNames.find((name) => name === wordsOf(argv)[0]);
  if (error instanceof CommanderError) {
    const { tellDiagnostics } = await import("./tell-diagnostics.ts");
    const reporting = { command: command ?? "barometer", isJson };
    tellDiagnostics([describeUsage(error, command, argv)], reporting, world);
    return usageExitCode;
  }
  if (error instanceof PlatformError) {
    const { describeFailure } = await import("../record/describe-failure.ts");
    const { tellDiagnostics } = await import("./tell-diagnostics.ts");
    const diagnostic = describeFailure(error, world.workingFolder);
    tellDiagnostics([diagnostic], { command: command ?? "barometer", isJson }, world);
    tellStack(error, argv, world);
    return diagnostic.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  const next = argv.includes("--debug")
    ? "Please report it with the lines below."
    : "Please type the command again with --debug and report what it prints.";
  if (isJson) {
    const { formatJson } = await import("./show-json.ts");
    world.stdout.write(formatJson("fault", [], { ok: false, fault: message }));
  }
  world.stderr.write(
    `error: ${message}\nThis is a fault of barometer, not of your files. ${next}\n`,
  );
  tellStack(error, argv, world);
  return faultExitCode;
}

/** Commander's message reads "error: unknown option '--yaer'\n(Did you mean --year?)". */
function describeUsage(
  error: CommanderError,
  command: string | undefined,
  argv: readonly string[],
): Diagnostic {
  const help = `barometer ${command ? `${command} ` : ""}--help shows what can be typed.`;
  // Without a command, or asked for the help of none that exists, commander "fails" by showing its help.
  if (error.code === "commander.help") {
    const unknown = wordsOf(argv)[1];
    if (unknown === undefined)
      return wrongUsage({ message: "no command was typed" }, { hints: [help] });
    const near = didYouMean(suggest(unknown, commandNames));
    const hints = near ? [near, help] : [help];
    return wrongUsage({ message: `there is no command "${unknown}"` }, { hints });
  }
  const [first = "", ...rest] = error.message.split("\n");
  const hints = rest.map((line) => line.replace(/^\((.*)\)$/, "$1"));
  const quoted = error.code === "commander.excessArguments" ? quoteSearch(argv) : undefined;
  if (quoted !== undefined) {
    const message = "--search was followed by several words without quotes";
    return wrongUsage({ message }, { hints: [`Put the words between quotes: ${quoted}`] });
  }
  return wrongUsage({ message: first.replace(/^error: /, "") }, { hints: [...hints, help] });
}

function wordsOf(argv: readonly string[]): readonly string[] {
  return argv.filter((argument) => !argument.startsWith("-"));
}

/** `--search "progress flanders"` where it was typed without the quotes; undefined where it wasn't. */
function quoteSearch(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => /^--search(=|$)/.test(argument));
  const [option = "", ...after] = at === -1 ? [] : argv.slice(at);
  const end = after.findIndex((argument) => argument.startsWith("-"));
  const following = end === -1 ? after : after.slice(0, end);
  const words = [...option.split("=").slice(1), ...following];
  return words.length > 1 ? `--search "${words.join(" ")}"` : undefined;
}

function tellStack(error: unknown, argv: readonly string[], world: World): void {
  if (!argv.includes("--debug") || !(error instanceof Error)) return;
  world.stderr.write(`${error.stack ?? error.message}\n`);
  if (error.cause instanceof Error) world.stderr.write(`caused by ${error.cause.stack}\n`);
}
