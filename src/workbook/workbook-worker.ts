import { parentPort } from "node:worker_threads";
// Loads while the program still looks for the first file.
import "exceljs";
import { readWorkbook } from "./read-workbook.ts";

/**
 * Entry of the thread in which foreign files are read, so that a hostile one can be ended. Gets bytes, posts a
 * WorkbookResult; one file at a time.
 */
parentPort?.on("message", async (bytes: Uint8Array) => {
  parentPort?.postMessage(await readWorkbook(bytes));
});
