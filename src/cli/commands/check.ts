import { check } from "../../tasks/check.ts";
import { isAreaName } from "../../tasks/check-areas.ts";
import type { CheckResult } from "../../tasks/request.ts";
import type { TypedOptions } from "../options.ts";
import { runTask } from "../run-task.ts";
import { formatAreas } from "../show-areas.ts";
import { formatCounts } from "../show-counts.ts";
import type { World } from "../world.ts";

/** `barometer check`: says what is wrong, area by area, and writes nothing but pictures of what doesn't fit. */
export function runCheck(typed: TypedOptions, world: World): Promise<number> {
  const areas = typed.areas?.filter(isAreaName);
  return runTask<CheckResult>(
    {
      name: "check",
      showsStages: true,
      run: (request, progress) =>
        check({ ...request, ...(areas ? { areas } : {}) }, world.platform, progress),
      fields: (result) => ({
        edition: result.edition ?? null,
        read: result.intake?.counts ?? null,
        counts: result.counts ?? null,
        areas: result.areas.map(({ summary: _, ...area }) => area),
        stages: result.stages,
      }),
      show: (result, reporting) => {
        if (result.intake && !reporting.isQuiet)
          world.stderr.write(`${formatCounts(result.intake.counts)}\n`);
      },
      summary: ({ areas: checked }, style) => formatAreas(checked, style),
      ending: ({ diagnostics }) =>
        diagnostics.every(({ severity }) => severity === "note") ? "Nothing is wrong." : "",
    },
    typed,
    world,
  );
}
