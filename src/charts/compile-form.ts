import * as vega from "vega";
import { compile } from "vega-lite";
import { type ChartForm, chartForms } from "./chart.ts";
import type { Form } from "./form.ts";
import { distribution } from "./forms/distribution.ts";
import { dotMap } from "./forms/dot-map.ts";
import { dotsWithIntervals } from "./forms/dots-with-intervals.ts";
import { groupedBars } from "./forms/grouped-bars.ts";
import { provinceMap } from "./forms/province-map.ts";
import { sortedBars } from "./forms/sorted-bars.ts";

export const forms: Readonly<Record<ChartForm, Form>> = {
  "sorted-bars": sortedBars,
  "grouped-bars": groupedBars,
  "dots-with-intervals": dotsWithIntervals,
  distribution,
  "dot-map": dotMap,
  "province-map": provinceMap,
};

/** A form after Vega-Lite and Vega's parser: data and signals are still open. */
export interface CompiledForm {
  readonly runtime: vega.Runtime;
  /** What Vega-Lite had to say about the form. */
  readonly warnings: readonly string[];
}

const compiled = new Map<string, CompiledForm>();

/** Compiles a form once for a family of type; every chart and language of a build uses the same result. */
export function compileForm(form: ChartForm, family: string): CompiledForm {
  // Bars alone and bars in panels are composed of the same layers.
  const key = `${form === "grouped-bars" ? "sorted-bars" : form}\n${family}`;
  const known = compiled.get(key);
  if (known) return known;
  const logger = openLogger();
  const { spec } = compile(forms[form].compose(family), { logger });
  const made = { runtime: vega.parse(spec), warnings: logger.messages };
  compiled.set(key, made);
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
