import { distance } from "fastest-levenshtein";

/**
 * The candidates nearest to what was typed, best first, none farther than 30 % of its length
 * (Quarto's rule); two letters in each other's place are one slip. A suggestion is only ever shown, never acted upon.
 */
export function suggest(typed: string, candidates: Iterable<string>, most = 3): readonly string[] {
  const wanted = typed.toLowerCase();
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: countEdits(wanted, candidate.toLowerCase()) }))
    .filter(
      ({ candidate, edits }) =>
        edits <= Math.max(1, 0.3 * Math.max(wanted.length, candidate.length)),
    )
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function countEdits(a: string, b: string): number {
  return isSwap(a, b) ? 1 : distance(a, b);
}

/** "reprot" and "report". */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let first = 0;
  while (a[first] === b[first]) first += 1;
  const isCrossed = a[first] === b[first + 1] && a[first + 1] === b[first];
  return isCrossed && a.slice(first + 2) === b.slice(first + 2);
}

/** "Did you mean a or b?"; undefined where nothing is near. */
export function didYouMean(suggestions: readonly string[]): string | undefined {
  return suggestions.length === 0 ? undefined : `Did you mean ${suggestions.join(" or ")}?`;
}
