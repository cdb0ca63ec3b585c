import { fileURLToPath } from "node:url";
import type { Edition } from "../../src/edition/edition.ts";
import { readEdition } from "../../src/edition/read-edition.ts";
import { readWorkbookFile } from "../../src/edition/read-workbook-file.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { openWorkbookReader } from "../../src/workbook/open-workbook-reader.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";

const project = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** The shipped edition of 2018 and its survey. */
export async function readShippedEdition(): Promise<{ edition: Edition; workbook: Workbook }> {
  const platform = createNodePlatform();
  const workbooks = openWorkbookReader({ worker: undefined });
  const { value: edition } = await readEdition({ project, edition: "2018", platform, workbooks });
  if (edition === undefined) throw new Error("the shipped edition cannot be read");
  const { value: workbook } = await readWorkbookFile(edition.survey, platform, workbooks);
  if (workbook === undefined) throw new Error("the shipped survey cannot be read");
  return { edition, workbook };
}
