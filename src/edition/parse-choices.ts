import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkColumns, checkName, readLabels } from "./form-checks.ts";
import type { FormSheet } from "./form-sheet.ts";
import type { Choice } from "./questionnaire.ts";
import { choiceColumns } from "./xlsform-vocabulary.ts";

/** Lists of choices by name, each in the order of the sheet. */
export interface ChoiceLists {
  readonly lists: ReadonlyMap<string, readonly Choice[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses sheet "choices". Names and codes are unique within a list. */
export function parseChoices(sheet: FormSheet): ChoiceLists {
  const diagnostics: Diagnostic[] = [...checkColumns(sheet, choiceColumns, ["list_name", "name"])];
  if (!sheet.columns.has("list_name") || !sheet.columns.has("name")) {
    return { lists: new Map(), diagnostics };
  }
  const lists = new Map<string, Choice[]>();
  const rowOfName = new Map<string, number>();
  const rowOfCode = new Map<string, number>();
  for (const row of sheet.rows) {
    const list = row.text("list_name");
    const name = row.text("name");
    if (list === "" && name === "") continue;
    if (list === "") {
      const details = { column: "list_name", value: "", expected: "the name of a list" };
      diagnostics.push(catalogue.wrongFormValue(details, { place: row.placeOf("list_name") }));
      continue;
    }
    const problems = checkName(row, name, "choice");
    diagnostics.push(...problems);
    if (problems.length > 0) continue;
    const code = row.text("column") || name;
    const sameName = rowOfName.get(`${list} ${name}`);
    const sameCode = rowOfCode.get(`${list} ${code}`);
    if (sameName !== undefined) {
      const place = row.placeOf("name");
      diagnostics.push(catalogue.duplicateName({ name, row: sameName }, { place }));
      continue;
    }
    if (sameCode !== undefined) {
      const place = row.placeOf("column");
      diagnostics.push(catalogue.duplicateCode({ code, row: sameCode }, { place }));
    }
    rowOfName.set(`${list} ${name}`, row.number);
    rowOfCode.set(`${list} ${code}`, row.number);
    const { labels, diagnostics: labelProblems } = readLabels(sheet, row, name);
    diagnostics.push(...labelProblems);
    lists.set(list, [...(lists.get(list) ?? []), { name, labels, code }]);
  }
  return { lists, diagnostics };
}
