import { SaxesParser } from "saxes";
import { WorkbookFailure } from "./workbook-failure.ts";
import { workbookLimits } from "./workbook-limits.ts";

/** Where a package keeps its sheets. */
export interface PackageIndex {
  /** In the order of the tabs. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStringsPart: string;
  readonly stylesPart: string;
  readonly countsFrom1904: boolean;
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Follows xl/workbook.xml and its relations to the sheets; chart sheets are left out.
 *
 * @param parts XML texts by part name
 * @throws WorkbookFailure damaged or too-large
 */
export function parsePackageIndex(parts: ReadonlyMap<string, string>): PackageIndex {
  const relations = new Map(
    elements(parts, "xl/_rels/workbook.xml.rels")
      .filter(({ name }) => name === "Relationship")
      .map(({ attributes }) => [attributes.Id ?? "", attributes]),
  );
  const workbook = elements(parts, "xl/workbook.xml");
  const sheets = workbook
    .filter(({ name }) => name === "sheet")
    .map(({ attributes }) => ({
      name: attributes.name ?? "",
      relation: relations.get(attributes.id ?? ""),
    }))
    .filter(({ relation }) => relation?.Type?.endsWith("/worksheet"))
    .map(({ name, relation }) => ({ name, part: resolvePart(relation?.Target ?? "") }));
  if (sheets.length === 0) throw new WorkbookFailure("damaged", "it has no sheets");
  if (sheets.length > workbookLimits.sheets) {
    throw new WorkbookFailure("too-large", `it has ${sheets.length} sheets`);
  }
  const partOf = (type: string, usual: string): string => {
    const relation = [...relations.values()].find((each) => each.Type?.endsWith(`/${type}`));
    return relation ? resolvePart(relation.Target ?? "") : usual;
  };
  const properties = workbook.find(({ name }) => name === "workbookPr");
  return {
    sheets,
    sharedStringsPart: partOf("sharedStrings", "xl/sharedStrings.xml"),
    stylesPart: partOf("styles", "xl/styles.xml"),
    countsFrom1904: ["1", "true"].includes(properties?.attributes.date1904 ?? ""),
  };
}

/** Targets are relative to xl/ or absolute in the package. */
function resolvePart(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
}

/** All elements of a part in document order, names and attributes without their namespace prefixes. */
function elements(parts: ReadonlyMap<string, string>, part: string): readonly Element[] {
  const text = parts.get(part);
  if (text === undefined) throw new WorkbookFailure("damaged", `its part ${part} is missing`);
  const found: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new WorkbookFailure("damaged", `${part}: ${error.message}`);
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.entries(tag.attributes).map(([name, value]) => [
      localName(name),
      value,
    ]);
    found.push({ name: localName(tag.name), attributes: Object.fromEntries(attributes) });
  });
  parser.write(text).close();
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
