import type { Values } from "./helper.ts";
import type { Value } from "./template.ts";

/** Evaluated arguments as a helper reads them. Asking for one that the signature doesn't promise is a bug. */
export function createValues(
  positional: readonly Value[],
  options: ReadonlyMap<string, Value>,
): Values {
  const typed = (value: Value | undefined, type: "string" | "number") => {
    if (value !== undefined && typeof value !== type) throw new Error(`a ${type} was promised`);
    return value;
  };
  return {
    positional,
    text: (index) => String(typed(need(positional[index], index), "string")),
    number: (index) => Number(typed(need(positional[index], index), "number")),
    textOption: (name) => {
      const value = typed(options.get(name), "string");
      return value === undefined ? undefined : String(value);
    },
    numberOption: (name) => {
      const value = typed(options.get(name), "number");
      return value === undefined ? undefined : Number(value);
    },
    flag: (name) => options.get(name) === true,
  };
}

/** The same without the first argument. */
export function withoutFirst(values: Values): Values {
  return {
    ...values,
    positional: values.positional.slice(1),
    text: (index) => values.text(index + 1),
    number: (index) => values.number(index + 1),
  };
}

function need(value: Value | undefined, index: number): Value {
  if (value === undefined) throw new Error(`argument ${index + 1} was promised`);
  return value;
}
