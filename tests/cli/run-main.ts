import { join } from "node:path";
import { main } from "../../src/cli/main.ts";
import type { Platform } from "../../src/platform/platform.ts";

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in this process, as in a pipe; the workbook is read without a thread. */
export async function runMain(
  argv: readonly string[],
  where: { readonly platform: Platform; readonly workingFolder: string },
): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const outputTo = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: false,
  });
  const exitCode = await main(argv, {
    ...where,
    stdout: outputTo("stdout"),
    stderr: outputTo("stderr"),
    installation: {
      shippedTemplates: join(import.meta.dirname, "../../templates"),
      workbookWorker: undefined,
    },
    whenInterrupted: () => undefined,
  });
  return { exitCode, ...written };
}
