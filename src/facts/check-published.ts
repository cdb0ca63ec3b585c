import {
  publishedDiffers,
  publishedHidden,
  publishedUnknown,
  publishedUnreadable,
} from "../diagnostics/catalogue/statistics.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Edition, PublishedFigure } from "../edition/edition.ts";
import { fieldPlace } from "../intake/field-place.ts";
import { roundHalfAway } from "../statistics/round-half-away.ts";
import { roundRatioHalfAway } from "../statistics/round-ratio-half-away.ts";
import type { Fact, Facts } from "./fact.ts";

/**
 * Compares every published figure with the fact it stands for, rounded to the decimals that were printed. A figure that
 * the data do not give, or that no fact stands for, is an error.
 */
export function checkPublished(edition: Edition, facts: Facts): readonly Diagnostic[] {
  return edition.published.flatMap((figure) => checkFigure(edition, facts, figure));
}

function checkFigure(
  edition: Edition,
  facts: Facts,
  figure: PublishedFigure,
): readonly Diagnostic[] {
  const wanted = wantedFact(edition, figure);
  const fact = facts.byId.get(wanted);
  if (fact === undefined) return [unknownFigure(edition, facts, figure, wanted)];
  const place = fieldPlace(figure, figure.value);
  if (!/^-?\d+([.,]\d+)?$/.test(figure.value)) {
    const hints = ["Write it as 3.64, or 73 for 73 per cent."];
    return [publishedUnreadable({ value: figure.value }, { place, hints })];
  }
  const decimals = figure.value.split(/[.,]/)[1]?.length ?? 0;
  const computed = printedValue(figure, fact, decimals);
  const affects = [fact.id];
  if (computed === null)
    return [publishedHidden({ fact: fact.id, base: fact.base }, { place, affects })];
  if (computed === Number(figure.value.replace(",", "."))) return [];
  return [
    publishedDiffers(
      { fact: fact.id, published: figure.value, computed: computed.toFixed(decimals) },
      {
        place,
        affects,
        hints: [
          `Compare the survey and ${edition.ledger.file} with what was used for the publication; to see the figure: barometer facts --edition ${edition.id} --search ${fact.id}`,
          `If the correction is right, write the new value and its date (as_of) in ${figure.file}:${figure.line}.`,
        ],
      },
    ),
  ];
}

/** A fact's value as the published line prints it: shares in per cent, at the line's own decimals. */
function printedValue(figure: PublishedFigure, fact: Fact, decimals: number): number | null {
  if (figure.statistic === "population") return fact.population;
  if (fact.value === null) return null;
  if (fact.unit !== "share") return roundHalfAway(fact.value, decimals);
  return fact.count === null
    ? roundHalfAway(fact.value, decimals, 2)
    : roundRatioHalfAway(fact.count, fact.base, decimals, 2);
}

/** The id that a published line means: "progress,5+,percent,belgium" is progress.share-at-least-5. */
function wantedFact(edition: Edition, figure: PublishedFigure): string {
  const segment = isWhole(edition, figure.segment) ? "" : `@${figure.segment}`;
  return `${wantedName(figure)}${segment}`;
}

function wantedName({ question, choice, statistic }: PublishedFigure): string {
  switch (statistic) {
    case "population":
    case "sample":
      return "sample.count";
    case "response_rate":
      return "sample.response-rate";
    case "percent": {
      const atLeast = /^(\d+)\+$/.exec(choice)?.[1];
      return atLeast === undefined
        ? `${question}.${choice}.share`
        : `${question}.share-at-least-${atLeast}`;
    }
    case "count":
      return choice === "" ? `${question}.count` : `${question}.count-${choice}`;
    default:
      return choice === "" ? `${question}.${statistic}` : `${question}.${choice}.${statistic}`;
  }
}

/** Published lines name the territory of their edition where figures say `all`. */
function isWhole(edition: Edition, segment: string): boolean {
  const { territory } = edition.settings;
  const names = typeof territory === "string" ? [territory] : Object.values(territory);
  return segment === "all" || names.includes(segment);
}

function unknownFigure(
  edition: Edition,
  facts: Facts,
  figure: PublishedFigure,
  wanted: string,
): Diagnostic {
  const nearest = suggest(wanted, facts.byId.keys());
  const place = fieldPlace(figure, figure.question === "" ? figure.statistic : figure.question);
  return publishedUnknown(
    { wanted },
    {
      place,
      hints: [
        ...(nearest.length === 0 ? [] : [`Did you mean ${nearest.join(", ")}?`]),
        `To see all: barometer facts --edition ${edition.id}`,
      ],
    },
  );
}
