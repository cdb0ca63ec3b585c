import { Command, CommanderError } from "commander";
import { toolVersion } from "../record/tool-version.ts";
import {
  addEditionOptions,
  addPublicationOptions,
  addReportOptions,
  type TypedOptions,
} from "./options.ts";
import { tellError } from "./tell-error.ts";
import type { World } from "./world.ts";

const exitCodes = `Exit codes:
  0 done   1 problems found   2 usage or configuration   3 input missing or unreadable
  4 cannot write   70 a fault of barometer itself   130 interrupted`;

/**
 * Runs one command line and returns the exit code. Commands are imported only when they are asked for; every error
 * that is not told by a command itself ends here.
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  let exitCode = 0;
  const run =
    (command: (typed: TypedOptions) => Promise<number>) => async (typed: TypedOptions) => {
      exitCode = await command(typed);
    };
  try {
    await declareCommands(world, run).parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return tellError(error, argv, world);
  }
}

type Run = (
  command: (typed: TypedOptions) => Promise<number>,
) => (typed: TypedOptions) => Promise<void>;

function declareCommands(world: World, run: Run): Command {
  const program = new Command("barometer");
  // Settings first: commands copy them from the program when they are made.
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .showSuggestionAfterError()
    .description("From one raw survey spreadsheet to everything an institute publishes about it.")
    .version(toolVersion, "-V, --version", "the program's version")
    .helpOption("-h, --help", "this text")
    .helpCommand("help [command]", "the help of a command")
    .usage("<command> [options]")
    .addHelpText("after", helpEnd(["build --year 2018", "check", "facts --search mobility"]));
  declareBuild(program, world, run);
  declareCheck(program, world, run);
  declareFacts(program, world, run);
  return program;
}

function declareBuild(program: Command, world: World, run: Run): void {
  const command = program
    .command("build")
    .summary("make the publications of an edition")
    .description(
      "Makes the publications of an edition in out/<edition>/; what isn't asked for stays.",
    );
  addReportOptions(addPublicationOptions(addEditionOptions(command)));
  command
    .addHelpText(
      "after",
      helpEnd([
        "build",
        "build --year 2018 --lang nl",
        "build --edition 2018-wallonia --only report",
      ]),
    )
    .action(run(async (typed) => (await import("./commands/build.ts")).runBuild(typed, world)));
}

function declareCheck(program: Command, world: World, run: Run): void {
  const command = program
    .command("check")
    .summary("say what is wrong with the data, the texts, the languages and the pages")
    .description(
      "Says what is wrong with an edition; writes nothing but pictures of what doesn't fit, under .barometer/.",
    )
    .argument("[areas...]", "data, texts, languages, layout (default: all)");
  addReportOptions(addPublicationOptions(addEditionOptions(command)));
  command
    .addHelpText("after", helpEnd(["check", "check texts languages --year 2018", "check --json"]))
    .action((areas: readonly string[], options: TypedOptions) =>
      run(async (typed) => (await import("./commands/check.ts")).runCheck(typed, world))({
        ...options,
        ...(areas.length > 0 ? { areas } : {}),
      }),
    );
}

function declareFacts(program: Command, world: World, run: Run): void {
  const command = program
    .command("facts")
    .summary("list the figures of an edition")
    .description("Lists the figures of an edition with their bases and 95% intervals.");
  addEditionOptions(command)
    .optionsGroup("Which figures:")
    .option("--search <words>", "only figures whose id or question holds these words")
    .option("--other <question>", "instead of figures, what respondents wrote by themselves");
  addReportOptions(command);
  command
    .addHelpText(
      "after",
      helpEnd(["facts --search mobility", "facts --year 2018 --json", "facts --other role"]),
    )
    .action(run(async (typed) => (await import("./commands/facts.ts")).runFacts(typed, world)));
}

function helpEnd(examples: readonly string[]): string {
  const lines = examples.map((example) => `  $ barometer ${example}`);
  return `\nExamples:\n${lines.join("\n")}\n\n${exitCodes}`;
}
