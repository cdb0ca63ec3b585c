import stringWidth from "string-width";
import type { Fact, FactFlag } from "../facts/fact.ts";
import type { Intake } from "../intake/response.ts";
import { roundHalfAway } from "../statistics/round-half-away.ts";

/** What the marks after a figure mean. */
const flagWords: Readonly<Record<FactFlag, string>> = {
  smallBase: "small base",
  hidden: "hidden",
  hiddenComplement: "hidden with its complement",
  weighted: "weighted",
};

/** One fact a line: id, value, base, 95% interval, flags; decimal points, whatever the language. */
export function formatFacts(facts: readonly Fact[]): string {
  const rows = facts.map((fact) => [
    fact.id,
    formatValue(fact, fact.value),
    String(fact.base),
    formatInterval(fact),
    fact.flags.map((flag) => flagWords[flag]).join(", "),
  ]);
  return formatTable(["fact", "value", "n", "95% interval", ""], rows, [1, 2]);
}

/** What respondents wrote by themselves: for the analyst's eyes only. */
export function formatOtherTexts(texts: Intake["otherTexts"]): string {
  const rows = texts.map(({ question, response, cell, text }) => [question, response, cell, text]);
  return formatTable(["question", "response", "cell", "text"], rows, []);
}

function formatValue({ unit, decimals }: Fact, value: number | null): string {
  if (value === null) return ":";
  return unit === "share"
    ? `${roundHalfAway(value, 1, 2).toFixed(1)}%`
    : roundHalfAway(value, decimals).toFixed(decimals);
}

function formatInterval(fact: Fact): string {
  if (fact.lower === null || fact.upper === null) return "";
  return `${formatValue(fact, fact.lower)} to ${formatValue(fact, fact.upper)}`;
}

function formatTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[],
): string {
  const widths = heads.map((head, column) =>
    rows.reduce(
      (widest, row) => Math.max(widest, stringWidth(row[column] ?? "")),
      stringWidth(head),
    ),
  );
  return [heads, ...rows]
    .map((row) =>
      row
        .map((text, column) => {
          const gap = " ".repeat((widths[column] ?? 0) - stringWidth(text));
          return rightAligned.includes(column) ? gap + text : text + gap;
        })
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
