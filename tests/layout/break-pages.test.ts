import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakPages, type FilledPage } from "../../src/layout/break-pages.ts";
import { neverBreak, type Unit, unit } from "../../src/layout/unit.ts";

const measure = {
  heightPt: 100,
  stepPt: 5,
  noteHeightPt: (id: string) => Number(id),
  noteSpacePt: 6,
};

const box = (name: string, heightPt: number, more: Partial<Unit> = {}) =>
  unit({ name, heightPt, place: () => undefined, ...more });
const namesOf = (pages: readonly FilledPage[]) =>
  pages.map((page) => page.units.map(({ unit: one }) => one.name).join(" "));
const break_ = (units: readonly Unit[]) => breakPages(units, measure);

describe("breakPages", () => {
  it("fills a page before it starts another", () => {
    const pages = break_(["a", "b", "c", "d", "e"].map((name) => box(name, 30)));
    expect(namesOf(pages)).toEqual(["a b c", "d e"]);
  });

  it("drops the white before the first unit of a page, and takes the larger of two between units", () => {
    const [page] = break_([
      box("a", 20, { spaceBeforePt: 12, spaceAfterPt: 4 }),
      box("b", 20, { spaceBeforePt: 10 }),
    ]);
    expect(page?.units.map(({ topPt }) => topPt)).toEqual([0, 30]);
  });

  it("starts units of the grid on a step of it", () => {
    const [page] = break_([box("a", 21), box("b", 20, { isOnGrid: true })]);
    expect(page?.units.map(({ topPt }) => topPt)).toEqual([0, 25]);
  });

  it("ends no page with a unit that keeps with the next", () => {
    const pages = break_([box("a", 70), box("heading", 20, { keepsWithNext: true }), box("b", 30)]);
    expect(namesOf(pages)).toEqual(["a", "heading b"]);
  });

  it("never breaks where a unit forbids it, and breaks where it is cheapest", () => {
    const line = (name: string, breakCost: number) => box(name, 25, { breakCost });
    const pages = break_([
      box("a", 50),
      line("1", 0),
      line("2", neverBreak),
      line("3", 6),
      line("4", neverBreak),
    ]);
    expect(namesOf(pages)).toEqual(["a 1 2", "3 4"]);
  });

  it("moves a figure that doesn't fit past the text that follows it, and keeps figures in order", () => {
    const pages = break_([
      box("a", 60),
      box("figure-1", 70, { floats: true }),
      box("b", 30),
      box("figure-2", 20, { floats: true }),
      box("c", 30),
      box("d", 30),
    ]);
    expect(namesOf(pages)).toEqual(["a b", "figure-1 figure-2", "c d"]);
  });

  it("keeps a figure in its place where it fits", () => {
    const pages = break_([box("a", 20), box("figure", 50, { floats: true }), box("b", 20)]);
    expect(namesOf(pages)).toEqual(["a figure b"]);
  });

  it("gives a note room on the page of its call", () => {
    const pages = break_([box("a", 40), box("b", 40, { noteIds: ["20"] }), box("c", 10)]);
    expect(namesOf(pages)).toEqual(["a", "b c"]);
    expect(pages.map(({ noteIds }) => noteIds)).toEqual([[], ["20"]]);
  });

  it("makes room for what a unit carries when a page starts with it", () => {
    const atPageTop = { heightPt: 15, place: () => undefined };
    const row = (name: string) => box(name, 30, { atPageTop });
    const pages = break_([box("head", 15), ...["1", "2", "3", "4"].map(row)]);
    expect(namesOf(pages)).toEqual(["head 1 2", "3 4"]);
    expect(pages[1]?.units.map(({ topPt, isCarried }) => [topPt, isCarried])).toEqual([
      [15, true],
      [45, false],
    ]);
  });

  it("would rather fill two pages evenly enough than leave a last page with one line", () => {
    const lines = Array.from({ length: 21 }, (_, index) => box(String(index), 5));
    const pages = break_(lines);
    expect(pages.at(-1)?.units.length).toBeGreaterThan(1);
  });

  it("says when a unit is taller than the page, and goes on", () => {
    const pages = break_([box("a", 20), box("tall", 130), box("b", 20)]);
    expect(namesOf(pages)).toEqual(["a", "tall", "b"]);
    expect(pages.map(({ overflows }) => overflows)).toEqual([false, true, false]);
  });

  it("parts what belongs together when together it is taller than a page", () => {
    const units = Array.from({ length: 5 }, (_, index) =>
      box(String(index), 30, { breakCost: index === 0 ? 0 : neverBreak }),
    );
    expect(namesOf(break_(units))).toEqual(["0 1 2", "3 4"]);
  });

  it("places every unit once, the text in order and the figures in order, and nothing below the page", () => {
    const units = fc.array(
      fc.record({
        heightPt: fc.integer({ min: 3, max: 95 }),
        floats: fc.boolean(),
        keepsWithNext: fc.boolean(),
        breakCost: fc.constantFrom(0, 6, neverBreak),
        spaceBeforePt: fc.integer({ min: 0, max: 15 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(units, (specs) => {
        const all = specs.map((spec, index) => box(String(index), spec.heightPt, spec));
        const placed = break_(all).flatMap((page) => page.units);
        const kind = (floats: boolean) =>
          placed
            .filter(({ unit: one }) => one.floats === floats)
            .map(({ unit: one }) => Number(one.name));
        for (const order of [kind(true), kind(false)]) {
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
        expect(placed.length).toBe(all.length);
        for (const { unit: one, topPt } of placed)
          expect(topPt + one.heightPt).toBeLessThanOrEqual(100.01);
      }),
    );
  });
});
