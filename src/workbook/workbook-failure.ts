import type { WorkbookProblem } from "./workbook.ts";

/** Ends the reading of a file at once; `readWorkbook` turns it into its result. */
export class WorkbookFailure extends Error {
  readonly problem: WorkbookProblem;

  /** @param detail one clause that says what was found, for the diagnostic's note */
  constructor(problem: WorkbookProblem, detail: string) {
    super(detail);
    this.name = "WorkbookFailure";
    this.problem = problem;
  }
}
