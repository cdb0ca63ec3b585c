import { checkFileKind } from "./check-file-kind.ts";
import { checkSheetSize } from "./check-sheet-size.ts";
import { openPackage } from "./open-package.ts";
import { parseWithExceljs } from "./parse-with-exceljs.ts";
import type { WorkbookResult } from "./workbook.ts";
import { WorkbookFailure } from "./workbook-failure.ts";

/**
 * Reads an .xlsx file in this thread, without a limit of time; `openWorkbookReader` sets one.
 *
 *   file kind → package → size → library → plain cells
 *
 * Merged cells keep their value in the first cell only; formulas give their stored result.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookResult> {
  try {
    checkFileKind(bytes);
    const opened = openPackage(bytes);
    checkSheetSize(opened);
    return { ok: true, workbook: await parseWithExceljs(opened) };
  } catch (error) {
    if (error instanceof WorkbookFailure) {
      return { ok: false, problem: error.problem, detail: error.message };
    }
    throw error;
  }
}
