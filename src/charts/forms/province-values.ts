import type { Question } from "../../edition/questionnaire.ts";
import type { Fact, Statistic } from "../../facts/fact.ts";
import type { Segment, SegmentId } from "../../facts/segment.ts";
import type { DataTable } from "../chart.ts";
import { shareStatistic } from "../default-form.ts";
import { cautionOf, composeDescription, sayFigure } from "../describe.ts";
import { compareValues, findFact, leaders, segmentsOf, trailers } from "../find-facts.ts";
import type { ChartSetting } from "../form.ts";
import { choiceLabel, questionOf } from "../name-choice.ts";
import { segmentLabel } from "../name-segment.ts";
import { isPrinted, openPressSheet } from "../press-sheet.ts";
import { collectGroups, describeScores, tabulateScores } from "./score-groups.ts";

/** A province with the figure that it is shaded by; without one where nobody answered. */
export interface ProvinceValue {
  readonly segment: Segment;
  readonly name: string;
  readonly fact: Fact | undefined;
}

/** What a map of provinces shows: response rates, means of scores, or shares of one choice. */
type MapSubject =
  | { readonly kind: "rate" }
  | { readonly kind: "mean"; readonly question: Question }
  | { readonly kind: "share"; readonly question: Question; readonly choice: string };

export function mapSubject({ specification, edition }: ChartSetting): MapSubject {
  const { questions, choices } = specification;
  if (questions.length === 0) return { kind: "rate" };
  const question = questionOf(edition, questions[0]);
  const choice = choices?.[0];
  return choice === undefined ? { kind: "mean", question } : { kind: "share", question, choice };
}

/** What the figures are, in a few words: "Response rate", "Mean (0 to 10)", a choice. */
export function nameFigures({ words }: ChartSetting, subject: MapSubject): string {
  if (subject.kind === "rate") return words.string("table.responseRate");
  if (subject.kind === "share") return choiceLabel(subject.question, subject.choice, words);
  const { scale } = subject.question;
  const mean = words.string("table.mean");
  if (!scale) return mean;
  const limits = words.string("text.scale", {
    minimum: words.number(scale.minimum, 0),
    maximum: words.number(scale.maximum, 0),
  });
  return words.string("text.valueInList", { label: mean, value: limits });
}

/** The figure of a segment that a map shows. */
export function findFigure(
  { facts }: ChartSetting,
  subject: MapSubject,
  segment: SegmentId,
): Fact | undefined {
  const find = (question: string, choice: string | null, statistic: Statistic) =>
    findFact(facts, question, choice, statistic, segment);
  switch (subject.kind) {
    case "rate":
      return find("sample", null, "response-rate");
    case "mean":
      return find(subject.question.name, null, "mean");
    case "share":
      return find(subject.question.name, subject.choice, shareStatistic(subject.question));
  }
}

/** Every province of the territory, in the order of tables. */
export function collectProvinces(setting: ChartSetting): readonly ProvinceValue[] {
  const { facts, words } = setting;
  const subject = mapSubject(setting);
  return segmentsOf(facts, "province").map((segment) => {
    const fact = findFigure(setting, subject, segment.id);
    const name = segmentLabel(segment.id, words);
    return { segment, name, fact: fact && isPrinted(fact) ? fact : undefined };
  });
}

interface Row {
  readonly name: string;
  readonly fact: Fact;
}

function rowsOf(provinces: readonly ProvinceValue[]): readonly Row[] {
  return provinces.flatMap(({ name, fact }) => (fact ? [{ name, fact }] : []));
}

/** Means are described as any chart of scores is. */
function scoreGroups(setting: ChartSetting) {
  const byProvince: ChartSetting = {
    ...setting,
    specification: { ...setting.specification, cuts: ["province"] },
  };
  return { byProvince, groups: collectGroups(byProvince, openPressSheet(setting.words)) };
}

/** The whole territory's figure, the highest and the lowest; then the other provinces. */
export function describeProvinces(
  setting: ChartSetting,
  provinces: readonly ProvinceValue[],
): string {
  const { words, specification } = setting;
  const subject = mapSubject(setting);
  if (subject.kind === "mean") {
    const { byProvince, groups } = scoreGroups(setting);
    const scale = subject.question.scale ?? { minimum: 0, maximum: 10 };
    return describeScores(byProvince, groups, scale);
  }
  const rows = rowsOf(provinces).filter(({ fact }) => fact.value !== null);
  const [highest, lowest] = [leaders(rows), trailers(rows)];
  // A rate rests on all municipalities, whoever answered.
  const figure = (fact: Fact) =>
    subject.kind === "rate" ? words.fact(fact).text : sayFigure(fact, words);
  const say = ([first, ...others]: readonly Row[]) => {
    if (!first) return "";
    if (others.length === 0) return `${first.name} ${figure(first.fact)}`;
    const names = [first, ...others].map(({ name, fact }) => {
      const caution = subject.kind === "rate" ? undefined : cautionOf(fact, words);
      return caution ? `${name} (${caution})` : name;
    });
    return `${words.list(names)} ${words.fact(first.fact).text}`;
  };
  const overall = findFigure(setting, subject, "all");
  if (highest.length === 0 || !overall) return words.string("chart.describeHidden");
  const values = {
    territory: segmentLabel("all", words),
    label: nameFigures(setting, subject),
    overall: figure(overall),
    highest: say(highest),
    lowest: say(lowest),
  };
  if (highest[0] === lowest[0]) return words.string("chart.describeMapAlike", values);
  const key = subject.kind === "rate" ? "chart.describeMap" : "chart.describeMapShares";
  const message = words.string(key, values);
  if (specification.form === "dot-map") return message;
  const rest = rows
    .filter((row) => !highest.includes(row) && !lowest.includes(row))
    .toSorted((a, b) => compareValues(a.fact, b.fact));
  const details = rest.map((row) => say([row]));
  return composeDescription(message, details, words, "chart.describeMapOthers");
}

/** The figures by province, with what they rest on, and the whole territory's as the total; never by municipality. */
export function tabulateProvinces(
  setting: ChartSetting,
  provinces: readonly ProvinceValue[],
): DataTable {
  const subject = mapSubject(setting);
  const sheet = openPressSheet(setting.words);
  if (subject.kind === "mean") {
    const { byProvince, groups } = scoreGroups(setting);
    return tabulateScores(byProvince, sheet, groups);
  }
  const { words } = setting;
  const isRate = subject.kind === "rate";
  const overall = findFigure(setting, subject, "all");
  const row = ({ name, fact }: Row, isTotal: boolean) => ({
    isGroup: false,
    isTotal,
    cells: isRate
      ? [
          name,
          { text: words.number(fact.population, 0), facts: [fact.id], kind: "count" as const },
          sheet.count(fact),
          sheet.value(fact),
        ]
      : [name, sheet.count(fact), sheet.base(fact), sheet.value(fact), sheet.interval(fact)],
  });
  const heading = (key: string) => ({ heading: words.string(key), align: "right" as const });
  return {
    columns: [
      { heading: words.string("cuts.province.heading"), align: "left" },
      heading("table.municipalities"),
      ...(isRate
        ? [heading("table.sample"), heading("table.responseRate")]
        : [heading("table.base"), heading("statistics.share"), heading("table.interval")]),
    ],
    rows: [
      ...rowsOf(provinces).map((each) => row(each, false)),
      ...(overall ? [row({ name: segmentLabel("all", words), fact: overall }, true)] : []),
    ],
  };
}
