import { distance } from "fastest-levenshtein";

/**
 * The candidates nearest to what was typed, best first, none farther than 30 % of its length
 * (Quarto's rule). A suggestion is only ever shown, never acted upon.
 */
export function suggest(typed: string, candidates: Iterable<string>, most = 3): readonly string[] {
  const wanted = typed.toLowerCase();
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: distance(wanted, candidate.toLowerCase()) }))
    .filter(
      ({ candidate, edits }) =>
        edits <= Math.max(1, 0.3 * Math.max(wanted.length, candidate.length)),
    )
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
