import { CommanderError } from "commander";
import { wrongUsage } from "../diagnostics/catalogue/record.ts";
import { PlatformError } from "../platform/platform.ts";
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
  const command = argv.find((argument) => !argument.startsWith("-")) ?? "barometer";
  if (error instanceof CommanderError) return tellUsage(error, command, isJson, world);
  if (error instanceof PlatformError) {
    const { describeFailure } = await import("../record/describe-failure.ts");
    const { tellDiagnostics } = await import("./tell-diagnostics.ts");
    const diagnostic = describeFailure(error, world.workingFolder);
    tellDiagnostics([diagnostic], { command, isJson }, world);
    tellStack(error, argv, world);
    return diagnostic.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  const next = argv.includes("--debug")
    ? "Please report it with the lines below."
    : "Please type the command again with --debug and report what it prints.";
  world.stderr.write(
    `error: ${message}\nThis is a fault of barometer, not of your files. ${next}\n`,
  );
  tellStack(error, argv, world);
  return faultExitCode;
}

/** Commander's message reads "error: unknown option '--yaer'\n(Did you mean --year?)". */
async function tellUsage(
  error: CommanderError,
  command: string,
  isJson: boolean,
  world: World,
): Promise<number> {
  const [first = "", ...rest] = error.message.split("\n");
  const hints = rest.map((line) => line.replace(/^\((.*)\)$/, "$1"));
  // Without a command, commander "fails" by showing its help.
  const isHelp = error.code === "commander.help";
  const message = isHelp ? "no command was typed" : first.replace(/^error: /, "");
  const isKnown = !isHelp && error.code !== "commander.unknownCommand";
  const help = `barometer ${isKnown ? `${command} ` : ""}--help shows what can be typed.`;
  const diagnostic = wrongUsage({ message }, { hints: [...hints, help] });
  const { tellDiagnostics } = await import("./tell-diagnostics.ts");
  tellDiagnostics([diagnostic], { command, isJson }, world);
  return usageExitCode;
}

function tellStack(error: unknown, argv: readonly string[], world: World): void {
  if (!argv.includes("--debug") || !(error instanceof Error)) return;
  world.stderr.write(`${error.stack ?? error.message}\n`);
  if (error.cause instanceof Error) world.stderr.write(`caused by ${error.cause.stack}\n`);
}
