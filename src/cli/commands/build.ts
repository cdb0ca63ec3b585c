import { build } from "../../tasks/build.ts";
import { formatCount } from "../../tasks/format-count.ts";
import type { BuildResult } from "../../tasks/request.ts";
import type { TypedOptions } from "../options.ts";
import { runTask } from "../run-task.ts";
import { formatCounts } from "../show-counts.ts";
import { formatSeconds } from "../show-progress.ts";
import type { World } from "../world.ts";

/** `barometer build`: makes the publications and says what was read, what was written, and what is stale. */
export function runBuild(typed: TypedOptions, world: World): Promise<number> {
  return runTask<BuildResult>(
    {
      name: "build",
      showsStages: true,
      run: (request, progress) => build(request, world.platform, progress),
      fields: (result) => ({
        edition: result.edition ?? null,
        replaced: result.isReplaced,
        written: result.written,
        stale: result.stale,
        publications: result.publications,
        read: result.intake?.counts ?? null,
        stages: result.stages,
      }),
      show: (result, reporting) => {
        if (!world.stdout.isTerminal) {
          world.stdout.write(result.written.map((file) => `${file}\n`).join(""));
        }
        if (result.intake && !reporting.isQuiet)
          world.stderr.write(`${formatCounts(result.intake.counts)}\n`);
      },
      conclude: formatResult,
      ending: (result) =>
        result.isReplaced || result.edition === undefined
          ? ""
          : `Nothing in out/${result.edition} was replaced.`,
    },
    typed,
    world,
  );
}

function formatResult(result: BuildResult): string {
  const lines: string[] = [];
  if (result.isReplaced) {
    const totalMs = result.stages.reduce((sum, { ms }) => sum + ms, 0);
    lines.push(`Written to out/${result.edition} in ${formatSeconds(totalMs)}:`);
    const named = new Set(result.publications.map(({ file }) => file));
    lines.push(
      ...result.publications.map(({ file, pages }) => `  ${file}  ${formatCount(pages, "page")}`),
    );
    lines.push(...groupByFolder(result.written.filter((file) => !named.has(file))));
  }
  if (result.stale.length > 0) {
    lines.push("Stale, made from older inputs; barometer build makes them again:");
    lines.push(...groupByFolder(result.stale));
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** Files beside each other as one line of their folder; the edition's own folder is listed file by file. */
function groupByFolder(files: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const folders = new Map<string, number>();
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    if (folder.split("/").length <= 3) lines.push(`  ${file}`);
    else folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const counted = [...folders].map(
    ([folder, count]) => `  ${folder}  ${formatCount(count, "file")}`,
  );
  return [...lines, ...counted];
}
