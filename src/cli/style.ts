import picocolors from "picocolors";
import type { Platform } from "../platform/platform.ts";
import type { Output } from "./world.ts";

/** How a text is set off on a terminal; everywhere else each function returns its text as it is. */
export interface Style {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/**
 * Colour on a terminal unless NO_COLOR is set, TERM is dumb or --no-color was given; FORCE_COLOR turns it on
 * where there is no terminal (no-color.org, force-color.org).
 */
export function createStyle(
  output: Output,
  environment: Platform["environment"],
  isColourWanted: boolean,
): Style {
  const isForced = !["", "0"].includes(environment("FORCE_COLOR") ?? "");
  const isRefused = (environment("NO_COLOR") ?? "") !== "" || environment("TERM") === "dumb";
  const hasColour = isColourWanted && !isRefused && (output.isTerminal || isForced);
  const { red, yellow, blue, green, bold, dim } = picocolors.createColors(hasColour);
  return {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    note: (text) => bold(blue(text)),
    good: green,
    strong: bold,
    faint: dim,
  };
}
