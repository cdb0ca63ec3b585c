import type { Fact } from "./fact.ts";

/** Whether a figure must not be shown: too few answered, or it would give another away. */
export function isHidden({ flags }: Pick<Fact, "flags">): boolean {
  return flags.includes("hidden") || flags.includes("hiddenComplement");
}
