import { createNodePlatform } from "../platform/node-platform.ts";
import { main } from "./main.ts";
import { tellError } from "./tell-error.ts";
import type { Installation, Output, World } from "./world.ts";

const interrupted = 130;
const signals = ["SIGINT", "SIGTERM"] as const;

/** Runs the command that was typed, on this machine, and leaves its exit code to the process. */
export async function start(installation: Installation): Promise<void> {
  const argv = process.argv.slice(2);
  let cleanUp = () => Promise.resolve("Interrupted.");
  const world: World = {
    platform: createNodePlatform(),
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    workingFolder: process.cwd(),
    installation,
    whenInterrupted: (work) => {
      cleanUp = work;
    },
  };
  const forgetSignals = endOnSignals(() => cleanUp());
  process.stdout.on("error", leaveQuietlyWhenNobodyReads);
  // What goes wrong outside of every promise that the command waits for.
  process.once("uncaughtException", async (error) => {
    process.exit(await tellError(error, argv, world));
  });
  process.exitCode = await main(argv, world);
  forgetSignals();
}

/** The first signal tidies up and ends the program; a second one ends it at once. */
function endOnSignals(cleanUp: () => Promise<string>): () => void {
  const onSignal = async () => {
    forget();
    const message = await cleanUp().catch(() => "Interrupted. The next command tidies up.");
    process.stderr.write(`\n${message}\n`);
    process.exit(interrupted);
  };
  const forget = () => {
    for (const signal of signals) process.removeListener(signal, onSignal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return forget;
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
  };
}

/** `barometer facts | head` closes the pipe early; that is no failure. */
function leaveQuietlyWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}
