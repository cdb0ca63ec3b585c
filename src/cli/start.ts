import { createNodePlatform } from "../platform/node-platform.ts";
import { main } from "./main.ts";
import type { Installation, Output } from "./world.ts";

const interrupted = 130;

/** Runs the command that was typed, on this machine, and leaves its exit code to the process. */
export async function start(installation: Installation): Promise<void> {
  let cleanUp: (() => Promise<string>) | undefined;
  const onSignal = () => {
    // A second signal finds the default behaviour: it ends the program at once, without cleaning up.
    process.removeListener("SIGINT", onSignal);
    process.removeListener("SIGTERM", onSignal);
    const cleaning = cleanUp?.() ?? Promise.resolve("Interrupted.");
    cleaning
      .catch(() => "Interrupted. The next command tidies up.")
      .then((message) => {
        process.stderr.write(`\n${message}\n`);
        process.exit(interrupted);
      });
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  process.stdout.on("error", leaveQuietlyWhenNobodyReads);

  process.exitCode = await main(process.argv.slice(2), {
    platform: createNodePlatform(),
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    workingFolder: process.cwd(),
    installation,
    whenInterrupted: (work) => {
      cleanUp = work;
    },
  });
  process.removeListener("SIGINT", onSignal);
  process.removeListener("SIGTERM", onSignal);
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
