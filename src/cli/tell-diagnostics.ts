import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PrintedPlace } from "../record/printed-places.ts";
import { formatDiagnostics, summariseDiagnostics } from "./show-diagnostics.ts";
import { formatJson } from "./show-json.ts";
import { createStyle } from "./style.ts";
import type { World } from "./world.ts";

/** How a command reports, by its name and its options. */
export interface Reporting {
  readonly command: string;
  readonly isJson?: boolean;
  readonly isQuiet?: boolean;
  readonly isVerbose?: boolean;
  readonly hasColour?: boolean;
}

/**
 * Says what there is to say: with `--json` as one document on standard output together with the command's own
 * `fields`, otherwise as text among the messages, ended by their count and `ending`.
 */
export function tellDiagnostics(
  diagnostics: readonly Diagnostic[],
  reporting: Reporting,
  world: World,
  more: {
    readonly fields?: Readonly<Record<string, unknown>>;
    readonly printedPlaces?: readonly PrintedPlace[];
    /** Lines between the diagnostics and their count; not with --quiet. */
    readonly summary?: string;
    readonly ending?: string;
  } = {},
): void {
  if (reporting.isJson) {
    world.stdout.write(formatJson(reporting.command, diagnostics, more.fields));
    return;
  }
  const { stderr, platform } = world;
  const isQuiet = reporting.isQuiet ?? false;
  const text = formatDiagnostics(diagnostics, {
    style: createStyle(stderr, platform.environment, reporting.hasColour ?? true),
    printedPlaces: more.printedPlaces ?? [],
    isQuiet,
    isVerbose: reporting.isVerbose ?? false,
  });
  const counted = isQuiet
    ? diagnostics.filter(({ severity }) => severity === "error")
    : diagnostics;
  const ending = isQuiet && counted.length === 0 ? "" : (more.ending ?? "");
  const end = [summariseDiagnostics(counted), ending].filter((part) => part !== "");
  const summary = isQuiet ? "" : (more.summary ?? "");
  stderr.write(text + summary + (end.length === 0 ? "" : `${end.join(" ")}\n`));
}
