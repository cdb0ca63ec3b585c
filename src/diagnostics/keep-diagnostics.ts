import type { Diagnostic, Outcome } from "./diagnostic.ts";

/** Gives a function that takes the value out of an outcome and adds what there is to say to the list. */
export function keepDiagnostics(
  diagnostics: Diagnostic[],
): <T>(outcome: Outcome<T>) => T | undefined {
  return ({ value, diagnostics: found }) => {
    diagnostics.push(...found);
    return value;
  };
}
