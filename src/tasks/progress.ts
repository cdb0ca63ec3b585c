import type { Clock } from "../platform/platform.ts";
import type { Progress, StageTime } from "./request.ts";

/** Who shows the stages: a terminal, a log, nobody. */
export interface StageReporter {
  readonly started: (name: string) => void;
  readonly finished: (stage: StageTime, summary: string) => void;
  readonly failed: (name: string) => void;
}

export const silentReporter: StageReporter = {
  started: () => undefined,
  finished: () => undefined,
  failed: () => undefined,
};

/** Times the stages of a task by the platform's clock and tells the reporter. */
export function createProgress(clock: Clock, reporter: StageReporter = silentReporter): Progress {
  const times: StageTime[] = [];
  return {
    finished: () => [...times],
    stage: async (name, work, summarise) => {
      reporter.started(name);
      const startMs = clock.elapsedMs();
      try {
        const value = await work();
        const time = { name, ms: clock.elapsedMs() - startMs };
        times.push(time);
        if (value === undefined) reporter.failed(name);
        else reporter.finished(time, summarise?.(value) ?? "");
        return value;
      } catch (error) {
        reporter.failed(name);
        throw error;
      }
    },
  };
}
