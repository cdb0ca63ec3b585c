import { expect, test } from "vitest";
import { hideSmallBases } from "../../src/facts/hide-small-bases.ts";
import { listSegments } from "../../src/facts/list-segments.ts";
import { register } from "../intake/made-up-edition.ts";

const segments = listSegments(register.municipalities);

/** Bases by segment id; 40 where none is given. */
function hidden(bases: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  const given = segments.map((segment) => ({ segment, base: bases[segment.id] ?? 40 }));
  return Object.fromEntries(hideSmallBases(given, 3));
}

test("nothing is hidden from a base of 3 on, nor at a base of 0", () => {
  expect(hidden({ "province:namur": 3, "province:liege": 0 })).toEqual({});
});

test("a base of 2 is hidden alone", () => {
  expect(hidden({ "province:namur": 2 })).toEqual({ "province:namur": "hidden" });
});

test("a base of 1 takes the smallest sibling of its cut with it, the first in order of several", () => {
  expect(hidden({ "province:namur": 1, "province:liege": 12 })).toEqual({
    "province:namur": "hidden",
    "province:liege": "hiddenComplement",
  });
  expect(hidden({ "nature:rural": 1 })).toEqual({
    "nature:rural": "hidden",
    "nature:urban": "hiddenComplement",
  });
  expect(hidden({ "province:namur": 1, "province:liege": 0 })).toEqual({
    "province:namur": "hidden",
    "province:walloon-brabant": "hiddenComplement",
  });
});

test("a sibling that is hidden already is complement enough", () => {
  expect(hidden({ "province:namur": 1, "province:liege": 2 })).toEqual({
    "province:namur": "hidden",
    "province:liege": "hidden",
  });
});

test("Brussels, a region and a province at once, is hidden under both names", () => {
  expect(hidden({ "region:wallonia": 1, "region:brussels": 4, "province:brussels": 4 })).toEqual({
    "region:wallonia": "hidden",
    "region:brussels": "hiddenComplement",
    "province:brussels": "hiddenComplement",
  });
});

test("the sibling lies in the same region where the region is shown, even if others are hidden elsewhere", () => {
  expect(
    hidden({
      "province:antwerp": 1,
      "province:limburg": 4,
      "province:liege": 2,
      "province:namur": 3,
    }),
  ).toEqual({
    "province:antwerp": "hidden",
    "province:limburg": "hiddenComplement",
    "province:liege": "hidden",
  });
});
