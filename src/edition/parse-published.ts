import * as catalogue from "../diagnostics/catalogue/edition.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { SourceFile } from "./checked-yaml.ts";
import type { PublishedFigure } from "./edition.ts";
import { parseTable, type TableLine } from "./parse-table.ts";
import { natures, provinces, regions } from "./register.ts";

const columns = [
  "edition",
  "question",
  "choice",
  "statistic",
  "segment",
  "value",
  "note",
  "as_of",
] as const;

/** The words that published.csv has for statistics; `percent` and `response_rate` are printed per hundred. */
export const publishedStatistics = [
  "population",
  "sample",
  "response_rate",
  "percent",
  "mean",
  "median",
  "q1",
  "q3",
  "count",
] as const;

/** `belgium`, or the region of a regional edition, means that edition's whole territory. */
const segments = [
  "belgium",
  ...regions,
  ...provinces.filter((province) => province !== "brussels"),
  ...regions.map((region) => `region:${region}`),
  ...provinces.map((province) => `province:${province}`),
  ...natures.map((nature) => `nature:${nature}`),
];

/**
 * Parses published.csv and keeps the lines of one edition. Whether the data reproduce them is the business of
 * those who compute.
 *
 * @param edition the edition's id
 */
export function parsePublished(
  source: SourceFile,
  edition: string,
): Outcome<readonly PublishedFigure[]> {
  const { value: table, diagnostics: problems } = parseTable(source, columns);
  if (!table) return { value: undefined, diagnostics: problems };
  const lines = table.lines.filter(({ values }) => values.edition === edition);
  return {
    value: lines.map(({ line, text, values }) => ({
      line,
      text,
      file: source.file,
      question: values.question,
      choice: values.choice,
      statistic: values.statistic,
      segment: values.segment,
      value: values.value,
      note: values.note,
    })),
    diagnostics: [...problems, ...lines.flatMap(checkLine)],
  };
}

function checkLine(line: TableLine<(typeof columns)[number]>): readonly Diagnostic[] {
  const { statistic, segment, value } = line.values;
  const wrong = (
    column: "statistic" | "segment" | "value",
    expected: string,
    near: readonly string[],
  ) =>
    catalogue.wrongTableValue(
      { column, value: line.values[column], expected },
      { place: line.placeOf(column), hints: near.map((name) => `Did you mean "${name}"?`) },
    );
  const isStatistic = publishedStatistics.some((each) => each === statistic);
  return [
    ...(isStatistic
      ? []
      : [
          wrong(
            "statistic",
            `one of ${publishedStatistics.join(", ")}`,
            suggest(statistic, publishedStatistics),
          ),
        ]),
    ...(segments.includes(segment)
      ? []
      : [
          wrong(
            "segment",
            'a part of the country, such as "region:flanders",',
            suggest(segment, segments),
          ),
        ]),
    ...(/^-?\d+(\.\d+)?$/.test(value) ? [] : [wrong("value", "a number with a point", [])]),
  ];
}
