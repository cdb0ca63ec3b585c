import type { CheckedArea } from "../tasks/check-areas.ts";
import { formatCount } from "../tasks/format-count.ts";
import type { Style } from "./style.ts";

const titles: Readonly<Record<CheckedArea["name"], string>> = {
  data: "Data",
  texts: "Texts",
  languages: "Languages",
  layout: "Layout",
};

/** A line for each area that was asked for: how it stands, what is wrong with it, what was looked at and what not. */
export function formatAreas(areas: readonly CheckedArea[], style: Style): string {
  return areas
    .map((area) => `  ${markOf(area, style)} ${titles[area.name].padEnd(11)}${describe(area)}\n`)
    .join("");
}

function markOf({ state }: CheckedArea, style: Style): string {
  switch (state) {
    case "ok":
      return style.good("✔");
    case "warnings":
      return style.warning("▲");
    case "errors":
      return style.error("✘");
    case "not-checked":
      return style.faint("–");
  }
}

function describe({ errors, warnings, summary, since }: CheckedArea): string {
  const wrong = [formatCount(errors, "error"), formatCount(warnings, "warning")]
    .filter((text) => !text.startsWith("0 "))
    .join(", ");
  const rest = wrong === "" && summary === "" ? "not looked at" : "the rest not looked at";
  const left = since === null ? "" : `${rest}, since ${since}`;
  return [wrong, summary, left].filter((text) => text !== "").join("; ");
}
