import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumber } from "../../src/intake/parse-number.ts";

test.each([
  ["0", 0],
  ["63.5", 63.5],
  ["63,5", 63.5],
  ["-2", -2],
  ["15.5000000000", 15.5],
  ["0.125", 0.125],
  ["1234", 1234],
])("%s is a number", (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

test.each(["", "inconnu", "20 k€", "1 500", "1e3", "0x10", "Infinity", "5/10", ".", "5."])(
  "“%s” is none",
  (text) => {
    expect(parseNumber(text)).toBeUndefined();
  },
);

test.each(["1.500", "12,000", "-999.999"])("%s could be two numbers and is refused", (text) => {
  expect(parseNumber(text)).toBeUndefined();
});

test("every number with up to two decimals reads the same with a point and with a comma", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
      const text = (hundredths / 100).toFixed(2);
      expect(parseNumber(text)).toBe(hundredths / 100);
      expect(parseNumber(text.replace(".", ","))).toBe(hundredths / 100);
    }),
  );
});
