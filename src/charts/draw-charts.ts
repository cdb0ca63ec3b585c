import {
  formWithoutSegment,
  noMap,
  nothingToShow,
  vegaWarning,
} from "../diagnostics/catalogue/charts.ts";
import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import { mainColumnWidthPt } from "../edition/read-house-style.ts";
import type { Facts } from "../facts/fact.ts";
import type { FontBook } from "../fonts/font-book.ts";
import type { Words } from "../wording/words.ts";
import type { Chart, ChartSpecification } from "./chart.ts";
import { takesSegment } from "./check-form.ts";
import { compileForm, forms } from "./compile-form.ts";
import { findOverflows } from "./find-overflows.ts";
import { finishSvg } from "./finish-svg.ts";
import type { ChartSetting, Drawing } from "./form.ts";
import { nameSubject } from "./name-subject.ts";
import { measureWith, type RunView, runView } from "./run-view.ts";

export interface DrawChartsRequest {
  readonly specifications: readonly ChartSpecification[];
  readonly facts: Facts;
  readonly edition: Edition;
  readonly words: Words;
  readonly house: HouseStyle;
  readonly fonts: FontBook;
}

/**
 * Draws charts in one language, as wide as the main column; one that may show nothing is an error.
 * Forms are compiled at their first use and serve all charts and languages after it.
 *
 * @returns Charts in the order of the specifications. What doesn't fit in a chart is said where it is placed.
 */
export async function drawCharts(request: DrawChartsRequest): Promise<Outcome<readonly Chart[]>> {
  const charts: Chart[] = [];
  const diagnostics: Diagnostic[] = [];
  measureWith(request.fonts);
  for (const specification of request.specifications) {
    const widthPt = mainColumnWidthPt(request.house);
    const drawn = await drawChart({ ...request, specification, widthPt });
    diagnostics.push(...drawn.diagnostics);
    if (drawn.value) charts.push(drawn.value.chart);
  }
  return { value: hasErrors(diagnostics) ? undefined : charts, diagnostics };
}

/** A chart with the view that it was drawn from. */
export interface DrawnChart {
  readonly chart: Chart;
  readonly view: RunView;
}

/** Draws one chart. `measureWith` must have been told the fonts. */
export async function drawChart(setting: ChartSetting): Promise<Outcome<DrawnChart>> {
  const { specification, words, fonts } = setting;
  const { id, file } = specification;
  const place = { kind: "file", file } as const;
  const refusal = refuse(setting);
  if (refusal) return { value: undefined, diagnostics: [refusal] };
  const drawing = forms[specification.form].draw(setting);
  if (!drawing) {
    const hints = [
      `Put {{chart "${id}"}} between {{#has-segment …}} and {{/has-segment}}, take it out, or choose another cut in ${file}.`,
    ];
    return { value: undefined, diagnostics: [nothingToShow({ chart: id }, { place, hints })] };
  }
  const form = compileForm(specification.form, fonts.text.family);
  const view = await runView(form, drawing);
  const warnings = [...form.warnings, ...view.warnings].map((warning) =>
    vegaWarning({ chart: id, warning }, { place }),
  );
  const svg = finishSvg(view.svg, {
    id,
    language: words.language,
    family: fonts.text.family,
    subject: nameSubject(specification, setting.edition, words),
    description: drawing.description,
  });
  const overflows = findOverflows(setting, drawing, view.scene);
  const chart = makeChart(specification, drawing, svg, view, overflows);
  return { value: { chart, view }, diagnostics: warnings };
}

/** Why a chart can't be drawn, whatever its figures are. */
function refuse({ specification, edition }: ChartSetting): Diagnostic | undefined {
  const { id, file, form, segment } = specification;
  const place = { kind: "file", file } as const;
  if (form === "province-map" && !edition.map) {
    const hints = [
      "Put map.topo.json into data/register/, as it comes with the program, or name another file in edition.yaml: map: boundaries.topo.json.",
    ];
    return noMap({ chart: id }, { place, hints });
  }
  if (segment !== null && !takesSegment(specification)) {
    const hints = [
      `Take in= out of {{chart …}}, or give the chart form sorted-bars or dots-with-intervals and no cut.`,
    ];
    return formWithoutSegment({ chart: id, form, segment }, { place, hints });
  }
  return undefined;
}

function makeChart(
  specification: ChartSpecification,
  drawing: Drawing,
  svg: string,
  view: RunView,
  overflows: Chart["overflows"],
): Chart {
  const { widthPt, heightPt, description, table, printed, bases, remarks } = drawing;
  const { hasSmallBase, hasHidden } = drawing;
  return {
    specification,
    widthPt,
    heightPt,
    svg,
    paint: view.paint,
    description,
    table,
    printed,
    bases,
    remarks,
    hasSmallBase,
    hasHidden,
    overflows,
  };
}
