import { computeFingerprint } from "./fingerprint.ts";
import type { InputFile, Manifest } from "./manifest.ts";

/** The outputs, relative to out/<edition>, that were made from other inputs than these, in code-unit order. */
export function findStale(manifest: Manifest, inputs: readonly InputFile[]): readonly string[] {
  return manifest.outputs
    .filter(({ language, madeFrom }) => madeFrom !== computeFingerprint(inputs, language))
    .map(({ file }) => file)
    .sort();
}
