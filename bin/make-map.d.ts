/** See make-map.js. */
export function makeMap(sources: {
  readonly register: string;
  readonly divisions: string;
  readonly world: string;
}): string;
