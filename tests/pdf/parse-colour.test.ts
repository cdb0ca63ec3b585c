import { expect, it } from "vitest";
import { parseColour } from "../../src/pdf/parse-colour.ts";

it.each([
  ["#0F4C5C", "0.0588 0.298 0.3608", 1],
  ["white", "1 1 1", 1],
  ["rgb(255, 0, 51)", "1 0 0.2", 1],
  ["rgba(0, 0, 0, 0.25)", "0 0 0", 0.25],
  ["hsl(120, 100%, 50%)", "0 1 0", 1],
  ["transparent", "0 0 0", 0],
])("reads %s", (specifier, operands, opacity) => {
  expect(parseColour(specifier)).toEqual({ operands, opacity });
});

it.each(["none", "", null, undefined, { gradient: "linear" }])("refuses %o", (specifier) => {
  expect(() => parseColour(specifier)).toThrow();
});
