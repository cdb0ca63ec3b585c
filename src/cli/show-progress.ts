import type { StageReporter } from "../tasks/progress.ts";
import type { Style } from "./style.ts";
import type { Output } from "./world.ts";

/** Width of the stages' names, so that their summaries stand under each other. */
const nameWidth = 14;
const clearLine = "\r\u001b[2K";

/**
 * Shows stages as they run: on a terminal a line that changes when the stage ends, elsewhere one plain line for
 * each stage that ended.
 */
export function createStageReporter(output: Output, style: Style): StageReporter {
  const line = (mark: string, name: string, rest: string) =>
    `  ${mark} ${name.padEnd(nameWidth)}${rest}`.trimEnd();
  return {
    started: (name) => {
      if (output.isTerminal) output.write(style.faint(line("·", name, "…")));
    },
    finished: ({ name, ms }, summary) => {
      const time = style.faint(formatSeconds(ms));
      const rest = summary === "" ? time : `${summary}  ${time}`;
      const start = output.isTerminal ? clearLine : "";
      output.write(`${start}${line(style.good("✔"), name, rest)}\n`);
    },
    failed: (name) => {
      const start = output.isTerminal ? clearLine : "";
      output.write(`${start}${line(style.error("✘"), name, "")}\n`);
    },
  };
}

/** "0.24 s" */
export function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
