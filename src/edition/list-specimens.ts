import { specimensLeft } from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Edition } from "./edition.ts";

/** What of edition.yaml still stands in for the real thing. */
export function listSpecimens({ id, settings }: Edition): readonly Diagnostic[] {
  const { institute, authors, contact } = settings;
  const keys = [
    ...(institute.isSpecimen ? ["institute"] : []),
    ...(authors.some(({ isSpecimen }) => isSpecimen) ? ["authors"] : []),
    ...(contact.isSpecimen ? ["contact"] : []),
  ];
  if (keys.length === 0) return [];
  const place = { kind: "file", file: `data/${id}/edition.yaml` } as const;
  const hints = ["Write the real thing and take out specimen: true before anything is published."];
  return [specimensLeft({ keys }, { place, hints })];
}
