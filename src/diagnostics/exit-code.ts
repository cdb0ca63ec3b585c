import type { Diagnostic, ExitCode } from "./diagnostic.ts";

/** What the program exits with: 0 without errors, otherwise the highest code among them. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): 0 | ExitCode {
  let highest: 0 | ExitCode = 0;
  for (const { severity, exitCode } of diagnostics) {
    if (severity === "error" && exitCode > highest) highest = exitCode;
  }
  return highest;
}
