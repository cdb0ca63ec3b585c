import { formatFactsJson } from "../../facts/format-facts-json.ts";
import { listFacts } from "../../tasks/facts.ts";
import type { FactsResult } from "../../tasks/request.ts";
import type { TypedOptions } from "../options.ts";
import { runTask } from "../run-task.ts";
import { formatFacts, formatOtherTexts } from "../show-facts.ts";
import type { World } from "../world.ts";

/** `barometer facts`: the figures of an edition, or what respondents wrote by themselves. */
export function runFacts(typed: TypedOptions, world: World): Promise<number> {
  return runTask<FactsResult>(
    {
      name: "facts",
      showsStages: false,
      run: (request, progress) =>
        listFacts(
          { ...request, search: typed.search, other: typed.other },
          world.platform,
          progress,
        ),
      // The document of facts is the one that other programs read: it holds figures only, in its own order.
      json: ({ edition, facts }) =>
        facts && edition !== undefined ? formatFactsJson({ id: edition }, facts) : undefined,
      fields: ({ edition, otherTexts }) => ({
        edition: edition ?? null,
        other: otherTexts ?? null,
      }),
      show: ({ facts, otherTexts }) => {
        if (facts && facts.length > 0) world.stdout.write(formatFacts(facts));
        if (otherTexts && otherTexts.length > 0) world.stdout.write(formatOtherTexts(otherTexts));
      },
      ending: ({ otherTexts }) =>
        otherTexts?.length === 0 ? `Nobody wrote anything to ${typed.other}.` : "",
    },
    typed,
    world,
  );
}
