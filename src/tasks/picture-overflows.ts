import { picturesNotDrawn } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic, Outcome, PagePlace } from "../diagnostics/diagnostic.ts";
import type { FoundEdition } from "../edition/find-editions.ts";
import { drawPicture } from "../picture/draw-picture.ts";
import { RasteriserMissing } from "../picture/rasterise.ts";
import type { Platform } from "../platform/platform.ts";
import { openOverflowPictures } from "../record/overflow-pictures.ts";
import type { LaidOutReport } from "./make-publications.ts";
import type { EditionRequest } from "./request.ts";

/** Takes away the pictures of the edition's last run, and adds to what was found what there is to say about that. */
export async function clearPictures(
  found: Outcome<FoundEdition>,
  { project }: Pick<EditionRequest, "project">,
  platform: Platform,
): Promise<Outcome<FoundEdition>> {
  if (!found.value) return found;
  const said = await openOverflowPictures(platform, project, found.value.id).clear();
  return { ...found, diagnostics: [...found.diagnostics, ...said] };
}

/**
 * Draws every place that a diagnostic marks on a page, and names the picture in it. Where no picture can be made or
 * kept, a note says so once and the diagnostics stay as they are.
 */
export async function pictureOverflows(
  { value: reports = [], diagnostics }: Outcome<readonly LaidOutReport[]>,
  project: string,
  edition: string,
  platform: Platform,
): Promise<readonly Diagnostic[]> {
  const pictures = openOverflowPictures(platform, project, edition);
  const named: Diagnostic[] = [];
  const taken = new Set<string>();
  let refusal: Diagnostic | undefined;
  for (const diagnostic of diagnostics) {
    const drawn = refusal ? undefined : await draw(diagnostic, reports);
    if (!drawn) named.push(diagnostic);
    else if ("code" in drawn) {
      refusal = drawn;
      named.push(diagnostic);
    } else {
      const kept = await pictures.keep(freeName(drawn, taken), drawn.png);
      if (typeof kept !== "string") refusal = kept;
      named.push(typeof kept === "string" ? { ...diagnostic, picture: kept } : diagnostic);
    }
  }
  return refusal ? [...named, refusal] : named;
}

interface Drawn {
  readonly place: PagePlace;
  readonly report: LaidOutReport;
  readonly png: Uint8Array;
}

/** Nothing where the diagnostic marks no place on a page; a note where no picture can be drawn. */
async function draw(
  { place }: Diagnostic,
  reports: readonly LaidOutReport[],
): Promise<Drawn | Diagnostic | undefined> {
  if (place?.kind !== "page" || !place.box) return undefined;
  const report = reports.find(({ name }) => `${name}.pdf` === place.file);
  const page = report?.unfitPages.find(({ number }) => number === place.page);
  if (!report || !page) return undefined;
  const { house, fonts } = report.sources;
  try {
    return { place, report, png: await drawPicture({ page, box: place.box, house, fonts }) };
  } catch (error) {
    if (!(error instanceof RasteriserMissing)) throw error;
    return picturesNotDrawn({ problem: error.message });
  }
}

/** "report-nl-p12-1.png", the first of page 12; "areas-nl.png" for a label of a chart. */
function freeName({ place, report }: Drawn, taken: Set<string>): string {
  const { chart, page } = place;
  const name = (count: number) =>
    chart === undefined
      ? `${report.name}-p${page}-${count}.png`
      : `${chart}-${report.language}${count === 1 ? "" : `-${count}`}.png`;
  let count = 1;
  while (taken.has(name(count))) count += 1;
  taken.add(name(count));
  return name(count);
}
