import { labelWiderThanColumn, textBeyondChart } from "../diagnostics/catalogue/charts.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";

export const areaNames = ["data", "texts", "languages", "layout"] as const;
export type AreaName = (typeof areaNames)[number];

export function isAreaName(name: string): name is AreaName {
  return areaNames.some((known) => known === name);
}

/** What `check` says of one area, in the order in which areas build on each other. */
export interface CheckedArea {
  readonly name: AreaName;
  /** "ok" is said only of what was looked at as a whole. */
  readonly state: "ok" | "warnings" | "errors" | "not-checked";
  readonly errors: number;
  readonly warnings: number;
  /** What was counted, for programs; null where nothing was looked at. */
  readonly counts: Readonly<Record<string, unknown>> | null;
  /** The same for people; empty where nothing was looked at. */
  readonly summary: string;
  /** Why it was not looked at, or not as a whole; null where it was. */
  readonly since: string | null;
}

/** What an area was found to hold. */
export interface Findings {
  readonly counts: Readonly<Record<string, unknown>>;
  readonly summary: string;
  /** Why not all of it was looked at, where that is no fault. */
  readonly since?: string;
  readonly isWhole: boolean;
}

const areasOfLetters: Readonly<Record<string, AreaName>> = {
  E: "data",
  D: "data",
  S: "data",
  R: "data",
  T: "texts",
  C: "texts",
  L: "languages",
  P: "layout",
};
/** Labels of charts are found by their charts, and don't fit like anything else on a page. */
const labelCodes: readonly string[] = [labelWiderThanColumn.code, textBeyondChart.code];

export function areaOf({ code }: Pick<Diagnostic, "code">): AreaName {
  if (labelCodes.includes(code)) return "layout";
  return areasOfLetters[code.charAt(0)] ?? "data";
}

/** Sums up each area: what was found, what is wrong with it, and what was left out because of errors before it. */
export function summariseAreas(
  findings: Readonly<Record<AreaName, Findings | undefined>>,
  diagnostics: readonly Diagnostic[],
): readonly CheckedArea[] {
  const count = (name: AreaName, severity: Severity) =>
    diagnostics.filter((one) => one.severity === severity && areaOf(one) === name).length;
  return areaNames.map((name, index): CheckedArea => {
    const found = findings[name];
    const errors = count(name, "error");
    const warnings = count(name, "warning");
    const isWhole = found?.isWhole ?? false;
    const before = areaNames.slice(0, index).filter((earlier) => count(earlier, "error") > 0);
    const inTheWay = before.find((earlier) => isInTheWay(earlier, findings[earlier]));
    return {
      name,
      state: stateOf(errors, warnings, isWhole),
      errors,
      warnings,
      counts: found?.counts ?? null,
      summary: found?.summary ?? "",
      since: isWhole || (errors > 0 && !inTheWay) ? null : reasonOf(inTheWay, found),
    };
  });
}

function stateOf(errors: number, warnings: number, isWhole: boolean): CheckedArea["state"] {
  if (errors > 0) return "errors";
  if (!isWhole) return "not-checked";
  return warnings > 0 ? "warnings" : "ok";
}

/** A published figure that doesn't come out stops nothing, nor do languages that differ. */
function isInTheWay(area: AreaName, found: Findings | undefined): boolean {
  return area === "texts" || (area === "data" && !found?.isWhole);
}

function reasonOf(inTheWay: AreaName | undefined, found: Findings | undefined): string {
  if (inTheWay) return `the ${inTheWay} have errors`;
  return found?.since ?? "the command asks for what isn't there";
}

/** The areas that were asked for, and what stands in the way of those that could not be looked at. */
export function selectAreas(
  areas: readonly CheckedArea[],
  diagnostics: readonly Diagnostic[],
  wanted: readonly AreaName[],
): { readonly areas: readonly CheckedArea[]; readonly diagnostics: readonly Diagnostic[] } {
  const shown = areas.filter(({ name }) => wanted.includes(name));
  const last = shown.filter(({ state }) => state === "not-checked").at(-1)?.name;
  const isBefore = (name: AreaName) =>
    last !== undefined && areaNames.indexOf(name) < areaNames.indexOf(last);
  const isShown = (one: Diagnostic) => {
    const area = areaOf(one);
    return wanted.includes(area) || (one.severity === "error" && isBefore(area));
  };
  return { areas: shown, diagnostics: diagnostics.filter(isShown) };
}
