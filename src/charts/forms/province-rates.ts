import type { Fact } from "../../facts/fact.ts";
import type { Segment } from "../../facts/segment.ts";
import type { DataTable } from "../chart.ts";
import { composeDescription } from "../describe.ts";
import { compareValues, findFact, segmentsOf } from "../find-facts.ts";
import type { ChartSetting } from "../form.ts";
import { segmentLabel } from "../name-segment.ts";
import { isPrinted, type PressSheet } from "../press-sheet.ts";

export interface ProvinceRate {
  readonly segment: Segment;
  readonly name: string;
  readonly rate: Fact;
  readonly value: number;
}

/** The response rates that the map is shaded by, in the order of tables. */
export function collectProvinces({ facts, words }: ChartSetting): readonly ProvinceRate[] {
  return segmentsOf(facts, "province").flatMap((segment) => {
    const rate = findFact(facts, "sample", null, "response-rate", segment.id);
    if (!rate || rate.value === null || !isPrinted(rate)) return [];
    return [{ segment, name: segmentLabel(segment.id, words), rate, value: rate.value }];
  });
}

/** The overall rate, the highest and the lowest; then the other provinces. */
export function describeRates(
  { words, specification }: ChartSetting,
  provinces: readonly ProvinceRate[],
  overall: Fact | undefined,
): string {
  const ranked = provinces.toSorted((a, b) => compareValues(a.rate, b.rate));
  const [highest, lowest] = [ranked[0], ranked.at(-1)];
  if (!highest || !lowest) return words.string("chart.describeHidden");
  const say = (province: ProvinceRate) => `${province.name} ${words.fact(province.rate).text}`;
  const message = words.string("chart.describeMap", {
    territory: segmentLabel("all", words),
    rate: overall ? words.fact(overall).text : "",
    highest: say(highest),
    lowest: say(lowest),
  });
  if (specification.variant === "cover") return message;
  return composeDescription(message, ranked.slice(1, -1).map(say), words, "chart.describeOthers");
}

/** Population, respondents and rate of each province; never of a municipality. */
export function tabulateRates(
  { words, facts }: ChartSetting,
  sheet: PressSheet,
  provinces: readonly ProvinceRate[],
): DataTable {
  const row = (name: string, rate: Fact, isTotal: boolean) => ({
    isGroup: false,
    isTotal,
    cells: [
      name,
      { text: words.number(rate.population, 0), facts: [rate.id], kind: "count" as const },
      sheet.count(rate),
      sheet.value(rate),
    ],
  });
  const overall = findFact(facts, "sample", null, "response-rate", "all");
  return {
    columns: [
      { heading: words.string("cuts.province.heading"), align: "left" },
      { heading: words.string("table.municipalities"), align: "right" },
      { heading: words.string("table.sample"), align: "right" },
      { heading: words.string("table.responseRate"), align: "right" },
    ],
    rows: [
      ...provinces.map(({ name, rate }) => row(name, rate, false)),
      ...(overall ? [row(segmentLabel("all", words), overall, true)] : []),
    ],
  };
}
