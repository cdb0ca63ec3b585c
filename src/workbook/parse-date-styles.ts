import { SaxesParser } from "saxes";
import { WorkbookFailure } from "./workbook-failure.ts";

/** Formats that every workbook has without defining them, and that show a number as a date or a time. */
const builtInDateFormats = [
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51,
  52, 53, 54, 55, 56, 57, 58,
];

/**
 * The styles, by their place in the workbook's list, under which a number is a date.
 *
 * @param xml the part styles.xml
 * @throws WorkbookFailure damaged
 */
export function parseDateStyles(xml: string): ReadonlySet<number> {
  const dateFormats = new Set(builtInDateFormats);
  const styles = new Set<number>();
  let isInCellStyles = false;
  let style = 0;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new WorkbookFailure("damaged", `its styles cannot be read (${error.message})`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const local = name.slice(name.indexOf(":") + 1);
    const format = Number(attributes.numFmtId ?? 0);
    if (local === "numFmt" && isDateFormat(attributes.formatCode ?? "")) dateFormats.add(format);
    if (local === "numFmt" && !isDateFormat(attributes.formatCode ?? "")) {
      dateFormats.delete(format);
    }
    if (local === "cellXfs") isInCellStyles = true;
    if (local === "xf" && isInCellStyles) {
      if (dateFormats.has(format)) styles.add(style);
      style += 1;
    }
  });
  parser.on("closetag", ({ name }) => {
    if (name.endsWith("cellXfs")) isInCellStyles = false;
  });
  parser.write(xml).close();
  return styles;
}

/** Whether a format code holds letters for parts of a date or a time, outside quotes and brackets. */
function isDateFormat(code: string): boolean {
  return /[ymdhMsb]/.test(code.replace(/\[[^\]]*]/g, "").replace(/"[^"]*"/g, ""));
}
