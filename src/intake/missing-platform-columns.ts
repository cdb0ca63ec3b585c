import { missingPlatformColumn } from "../diagnostics/catalogue/data.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Ledger } from "../edition/edition.ts";
import { platformColumns } from "./platform-columns.ts";
import type { SurveySheet } from "./survey-sheet.ts";

/**
 * The platform's own columns that the survey lacks: the moment of sending, and the response's id where the ledger
 * names responses by it. Without them no line of the ledger can be judged.
 */
export function missingPlatformColumns(ledger: Ledger, sheet: SurveySheet): readonly Diagnostic[] {
  const headings = new Set(sheet.headings.values());
  const usesIds = ledger.lines.some(({ response }) => !response.startsWith("row:"));
  const wanted = [...(usesIds ? [platformColumns.id] : []), platformColumns.submitted];
  return wanted
    .filter((column) => !headings.has(column))
    .map((column) =>
      missingPlatformColumn(
        { column },
        {
          place: {
            kind: "cell",
            file: sheet.file,
            sheet: sheet.name,
            cell: `A${sheet.headerRow}`,
          },
          hints: [`Export the responses again, with column ${column} among those chosen.`],
        },
      ),
    );
}
