import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Definition, Outcome } from "../diagnostics/diagnostic.ts";
import type { Platform } from "../platform/platform.ts";
import type { WorkbookReader } from "../workbook/open-workbook-reader.ts";
import type { Workbook, WorkbookProblem } from "../workbook/workbook.ts";
import { type ProjectFile, readProjectFile } from "./read-project-file.ts";

/** What is wrong with a file that is not a readable workbook, and the next step. */
const problems: Readonly<
  Record<WorkbookProblem, readonly [Definition<{ file: string }>, hint: string]>
> = {
  "empty-file": [catalogue.emptyFile, "Export it again from the survey platform."],
  "not-a-workbook": [catalogue.notAWorkbook, "Export it as Excel (.xlsx), or save it as such."],
  html: [catalogue.htmlInsteadOfWorkbook, "Open it in Excel and save it as .xlsx."],
  "old-excel": [catalogue.oldExcel, "Open it in Excel and save it as .xlsx."],
  "password-protected": [
    catalogue.passwordProtected,
    "Open it in Excel, remove the password under File › Info, and save it.",
  ],
  damaged: [catalogue.damagedWorkbook, "Download or export it again, or let Excel repair it."],
  "too-large": [
    catalogue.workbookTooLarge,
    "Copy the cells that hold answers to a new workbook, without empty formatted rows and columns.",
  ],
  "too-slow": [
    catalogue.workbookTooSlow,
    "Copy the cells that hold answers to a new workbook and try again.",
  ],
};

/**
 * Reads a workbook of the project; whatever prevents it is a diagnostic with the next step.
 *
 * @param nextStep how the file comes there, as a whole sentence
 */
export async function readWorkbookFile(
  wanted: ProjectFile,
  platform: Platform,
  workbooks: WorkbookReader,
  nextStep?: string,
): Promise<Outcome<Workbook>> {
  const { value: bytes, diagnostics } = await readProjectFile(wanted, platform, nextStep);
  if (!bytes) return { value: undefined, diagnostics };
  const result = await workbooks.read(bytes);
  if (result.ok) return { value: result.workbook, diagnostics };
  const { file } = wanted;
  const [definition, hint] = problems[result.problem];
  const place = { kind: "file", file } as const;
  const context = { place, notes: [{ message: result.detail }], hints: [hint] };
  return { value: undefined, diagnostics: [definition({ file }, context)] };
}
