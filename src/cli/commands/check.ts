import { check } from "../../tasks/check.ts";
import type { CheckResult } from "../../tasks/request.ts";
import type { TypedOptions } from "../options.ts";
import { runTask } from "../run-task.ts";
import { formatCounts } from "../show-counts.ts";
import type { World } from "../world.ts";

/** `barometer check`: says what is wrong, and writes nothing. */
export function runCheck(typed: TypedOptions, world: World): Promise<number> {
  return runTask<CheckResult>(
    {
      name: "check",
      showsStages: true,
      run: (request, progress) => check(request, world.platform, progress),
      fields: (result) => ({
        edition: result.edition ?? null,
        read: result.intake?.counts ?? null,
        counts: result.counts ?? null,
        stages: result.stages,
      }),
      show: (result, reporting) => {
        if (result.intake && !reporting.isQuiet)
          world.stderr.write(`${formatCounts(result.intake.counts)}\n`);
      },
      ending: ({ diagnostics, counts }) =>
        counts && diagnostics.every(({ severity }) => severity === "note")
          ? `Nothing is wrong: ${counts.facts} facts, ${counts.published} published figures reproduced.`
          : "",
    },
    typed,
    world,
  );
}
