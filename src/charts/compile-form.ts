import * as vega from "vega";
import { compile } from "vega-lite";
import { type ChartForm, chartForms } from "./chart.ts";
import type { Form } from "./form.ts";
import { distribution } from "./forms/distribution.ts";
import { divergingBars } from "./forms/diverging-bars.ts";
import { dotMap } from "./forms/dot-map.ts";
import { dotsWithIntervals } from "./forms/dots-with-intervals.ts";
import { dumbbell } from "./forms/dumbbell.ts";
import { groupedBars } from "./forms/grouped-bars.ts";
import { provinceMap } from "./forms/province-map.ts";
import { quartiles } from "./forms/quartiles.ts";
import { ranking } from "./forms/ranking.ts";
import { smallMultiples } from "./forms/small-multiples.ts";
import { sortedBars } from "./forms/sorted-bars.ts";
import { stackedBars } from "./forms/stacked-bars.ts";

export const forms: Readonly<Record<ChartForm, Form>> = {
  "sorted-bars": sortedBars,
  "small-multiples": smallMultiples,
  "grouped-bars": groupedBars,
  "stacked-bars": stackedBars,
  "diverging-bars": divergingBars,
  ranking,
  dumbbell,
  "dots-with-intervals": dotsWithIntervals,
  distribution,
  quartiles,
  "dot-map": dotMap,
  "province-map": provinceMap,
};

/** A form after Vega-Lite and Vega's parser: data and signals are still open. */
export interface CompiledForm {
  readonly runtime: vega.Runtime;
  /** What Vega-Lite had to say about the form. */
  readonly warnings: readonly string[];
}

/** By family; forms that are composed alike share a result. */
const compiled = new Map<string, Map<Form["compose"], CompiledForm>>();

/** Compiles a form once for a family of type; every chart and language of a build uses the same result. */
export function compileForm(form: ChartForm, family: string): CompiledForm {
  const { compose } = forms[form];
  const ofFamily = compiled.get(family) ?? new Map<Form["compose"], CompiledForm>();
  compiled.set(family, ofFamily);
  const known = ofFamily.get(compose);
  if (known) return known;
  const logger = openLogger();
  const { spec } = compile(compose(family), { logger });
  const made = { runtime: vega.parse(spec), warnings: logger.messages };
  ofFamily.set(compose, made);
  return made;
}

/** Compiles every form ahead of its first use. */
export function compileForms(family: string): void {
  for (const form of chartForms) compileForm(form, family);
}

/** Collects what Vega and Vega-Lite say instead of writing it to the terminal. */
export function openLogger(): vega.LoggerInterface & { readonly messages: readonly string[] } {
  const messages: string[] = [];
  const keep = (...parts: readonly unknown[]) => {
    messages.push(parts.map(String).join(" "));
    return logger;
  };
  const ignore = () => logger;
  function level(): number;
  function level(value: number): typeof logger;
  function level(value?: number): number | typeof logger {
    return value === undefined ? vega.Warn : logger;
  }
  const logger = { messages, level, error: keep, warn: keep, info: ignore, debug: ignore };
  return logger;
}
