import { checkFileKind } from "./check-file-kind.ts";
import { checkSheetSize } from "./check-sheet-size.ts";
import { openPackage } from "./open-package.ts";
import { parseAsStream } from "./parse-as-stream.ts";
import { parseWithExceljs } from "./parse-with-exceljs.ts";
import type { WorkbookResult } from "./workbook.ts";
import { WorkbookFailure } from "./workbook-failure.ts";

/** Beyond these the library takes more memory than the whole program may use: 450 MB for 600,000 cells. */
const libraryLimits = { rows: 2_000, cells: 60_000 } as const;

/**
 * Reads an .xlsx file in this thread, without a limit of time; `openWorkbookReader` sets one.
 *
 *   file kind → package → size → library, or stream for large sheets → plain cells
 *
 * Merged cells keep their value in the first cell only; formulas give their stored result.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookResult> {
  try {
    checkFileKind(bytes);
    const opened = openPackage(bytes);
    const { rows, cells } = checkSheetSize(opened);
    const isLarge = rows > libraryLimits.rows || cells > libraryLimits.cells;
    const workbook = isLarge ? parseAsStream(opened) : await parseWithExceljs(opened);
    return { ok: true, workbook };
  } catch (error) {
    if (error instanceof WorkbookFailure) {
      return { ok: false, problem: error.problem, detail: error.message };
    }
    throw error;
  }
}
