import fc from "fast-check";
import { expect, test } from "vitest";
import { wilsonInterval } from "../../src/statistics/wilson-interval.ts";

test("the interval of 90 of 123 answers out of 589 is R's to 1e-9", () => {
  // The line associations.digitalisation, all, of tests/facts/statistics-check.csv.
  const interval = wilsonInterval(90, 123, 589);
  expect(interval?.lower).toBeCloseTo(0.657024233268317, 9);
  expect(interval?.upper).toBeCloseTo(0.795197287890155, 9);
});

test("a unanimous share still has a lower bound below 1", () => {
  const interval = wilsonInterval(4, 4, 19);
  expect(interval?.lower).toBeCloseTo(0.55546176862004, 9);
  expect(interval?.upper).toBe(1);
});

test("a share of nought begins at 0", () => {
  const interval = wilsonInterval(0, 90, 455);
  expect(interval?.lower).toBe(0);
  expect(interval?.upper).toBeCloseTo(0.0331770402395924, 9);
});

test("there is no interval when everybody answered, nor when nobody did", () => {
  expect(wilsonInterval(7, 19, 19)).toBeUndefined();
  expect(wilsonInterval(0, 0, 19)).toBeUndefined();
});

test("the share lies within its interval, and the interval within 0 and 1", () => {
  const counts = fc
    .integer({ min: 2, max: 600 })
    .chain((population) =>
      fc.tuple(fc.constant(population), fc.integer({ min: 1, max: population - 1 })),
    )
    .chain(([population, base]) =>
      fc.record({
        population: fc.constant(population),
        base: fc.constant(base),
        count: fc.integer({ min: 0, max: base }),
      }),
    );
  fc.assert(
    fc.property(counts, ({ count, base, population }) => {
      const interval = wilsonInterval(count, base, population);
      if (interval === undefined) return false;
      const share = count / base;
      return (
        0 <= interval.lower &&
        interval.lower <= share + 1e-12 &&
        share - 1e-12 <= interval.upper &&
        interval.upper <= 1
      );
    }),
  );
});
