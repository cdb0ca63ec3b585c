import { neverBreak, type Unit } from "./unit.ts";

/** A unit and how far under the type area's top it stands. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly topPt: number;
  /** The page starts with it: what it carries stands above it. */
  readonly isCarried: boolean;
}

export interface FilledPage {
  readonly units: readonly PlacedUnit[];
  readonly noteIds: readonly string[];
  /** Height taken from the top, notes not counted. */
  readonly usedPt: number;
  /** A unit on it is taller than the page. */
  readonly overflows: boolean;
}

export interface PageMeasure {
  readonly heightPt: number;
  readonly stepPt: number;
  /** Height of a note at the page's foot. */
  readonly noteHeightPt: (id: string) => number;
  /** Above the first note: the rule and white. */
  readonly noteSpacePt: number;
}

const pageCost = 100;
/** An empty share of a page up to here isn't seen. */
const toleratedWhite = 0.05;
const whiteCost = 2500;
const floatCost = 15;
/** A last page that holds less than this share looks forgotten. */
const leastOnLastPage = 0.3;
const forgottenCost = 250;
const partingCost = 100_000;

/** Where filling stands: the next unit of the text, the next floating one. */
interface Point {
  readonly text: number;
  readonly float: number;
}

interface Choice {
  readonly end: Point;
  /** The first floating unit that waits for the next page; Infinity where none does. */
  readonly deferFrom: number;
  readonly cost: number;
}

interface Flow {
  readonly text: readonly Unit[];
  readonly floats: readonly { readonly unit: Unit; readonly anchor: number }[];
  readonly measure: PageMeasure;
}

/**
 * Divides units among pages so that the faults of all pages together are smallest: white at the foot of a page, dear
 * breaks, figures that move far, a last page with a few lines. Floating units move forward, in their order.
 */
export function breakPages(units: readonly Unit[], measure: PageMeasure): readonly FilledPage[] {
  const text: Unit[] = [];
  const floats: { unit: Unit; anchor: number }[] = [];
  for (const one of units) {
    if (one.floats) floats.push({ unit: one, anchor: text.length });
    else text.push(one);
  }
  const flow: Flow = { text, floats, measure };
  const known = new Map<number, Choice>();
  const width = floats.length + 1;
  const isEnd = (point: Point) => point.text === text.length && point.float === floats.length;
  const best = (point: Point): Choice => {
    const key = point.text * width + point.float;
    const found = known.get(key);
    if (found) return found;
    let winner: Choice | undefined;
    for (const choice of choices(flow, point)) {
      const rest = isEnd(choice.end) ? 0 : best(choice.end).cost;
      const cost = choice.cost + rest;
      if (!winner || cost < winner.cost) winner = { ...choice, cost };
    }
    if (!winner) throw new Error("a page took nothing");
    known.set(key, winner);
    return winner;
  };
  const pages: FilledPage[] = [];
  let point: Point = { text: 0, float: 0 };
  while (!isEnd(point)) {
    const choice = best(point);
    pages.push(fill(flow, point, choice));
    point = choice.end;
  }
  return pages;
}

/** A page being filled. */
interface Filling {
  y: number;
  notes: number;
  spaceAfterPt: number;
  last: Unit | undefined;
  overflows: boolean;
}

/** Puts a unit on the page if it fits; the first one always fits. Returns where it stands. */
function put(filling: Filling, one: Unit, measure: PageMeasure): PlacedUnit | undefined {
  const isFirst = filling.last === undefined;
  let top = isFirst
    ? (one.atPageTop?.heightPt ?? 0)
    : filling.y + Math.max(filling.spaceAfterPt, one.spaceBeforePt);
  if (one.isOnGrid) top = Math.ceil(top / measure.stepPt - 1e-6) * measure.stepPt;
  let notes = filling.notes;
  for (const id of one.noteIds) {
    notes += measure.noteHeightPt(id) + (notes === 0 ? measure.noteSpacePt : 0);
  }
  const fits = top + one.heightPt + notes <= measure.heightPt + 0.01;
  if (!fits && !isFirst) return undefined;
  filling.y = top + one.heightPt;
  filling.notes = notes;
  filling.spaceAfterPt = one.spaceAfterPt;
  filling.last = one;
  filling.overflows ||= !fits;
  return { unit: one, topPt: top, isCarried: isFirst && one.atPageTop !== undefined };
}

/** Every end that this page may have. */
function choices(flow: Flow, start: Point): readonly Choice[] {
  const found: Choice[] = [];
  // The page may keep all figures that it meets, or let them wait from the first, the second … on.
  for (let deferFrom = start.float; deferFrom <= flow.floats.length; deferFrom++) {
    const isUsed = walk(flow, start, deferFrom, (end, filling, extra) => {
      const isLast = end.text === flow.text.length && end.float === flow.floats.length;
      const cost = pageCost + extra + whiteAtFoot(filling, flow.measure, isLast);
      found.push({ end, deferFrom, cost });
    });
    if (!isUsed) break;
  }
  return found;
}

function whiteAtFoot(filling: Filling, measure: PageMeasure, isLast: boolean): number {
  if (isLast) {
    const lack = Math.max(0, 1 - filling.y / (leastOnLastPage * measure.heightPt));
    return forgottenCost * lack ** 2;
  }
  const white = (measure.heightPt - filling.y - filling.notes) / measure.heightPt;
  return whiteCost * Math.max(0, white - toleratedWhite) ** 2;
}

/**
 * Fills a page and reports each point where it may end. Returns whether a floating unit was met that waits, so that
 * letting a later one wait would be another page.
 */
function walk(
  flow: Flow,
  start: Point,
  deferFrom: number,
  report: (end: Point, filling: Filling, extraCost: number) => void,
  keep?: (placed: PlacedUnit) => void,
): boolean {
  const { text, floats, measure } = flow;
  const filling: Filling = { y: 0, notes: 0, spaceAfterPt: 0, last: undefined, overflows: false };
  let point = start;
  let cost = 0;
  let isWaiting = false;
  let metWaiting = false;
  let mayEnd = false;
  const endHere = (breakCost: number) => {
    if (!filling.last || filling.last.keepsWithNext || breakCost === neverBreak) return;
    report(point, filling, cost + breakCost);
    mayEnd = true;
  };
  const take = (one: Unit): boolean => {
    const placed = put(filling, one, measure);
    if (placed) keep?.(placed);
    return placed !== undefined;
  };
  for (;;) {
    const next = floats[point.float];
    if (next && next.anchor <= point.text && !isWaiting) {
      endHere(0);
      // A figure from an earlier page comes first and can't wait once more, unless the page is full.
      const mayWait = point.float >= deferFrom && next.anchor >= start.text;
      if (!mayWait && take(next.unit)) {
        point = { ...point, float: point.float + 1 };
      } else {
        isWaiting = true;
        metWaiting ||= mayWait;
        cost += floatCost;
      }
      continue;
    }
    const one = text[point.text];
    if (!one) {
      if (filling.last) report(point, filling, cost);
      return metWaiting;
    }
    endHere(one.breakCost);
    if (!take(one)) {
      // Units that belong together and are taller than a page together have to part somewhere.
      if (!mayEnd) report(point, filling, cost + partingCost);
      return metWaiting;
    }
    point = { ...point, text: point.text + 1 };
    if (isWaiting) cost += one.passingCost;
  }
}

/** Fills the page that was chosen. */
function fill(flow: Flow, start: Point, choice: Choice): FilledPage {
  const units: PlacedUnit[] = [];
  let ended: { count: number; overflows: boolean; usedPt: number } | undefined;
  walk(
    flow,
    start,
    choice.deferFrom,
    (end, filling) => {
      if (end.text !== choice.end.text || end.float !== choice.end.float) return;
      ended = { count: units.length, overflows: filling.overflows, usedPt: filling.y };
    },
    (placed) => units.push(placed),
  );
  if (!ended) throw new Error("a page was chosen that cannot be filled");
  const kept = units.slice(0, ended.count);
  const noteIds = kept.flatMap((placed) => placed.unit.noteIds);
  return { units: kept, noteIds, usedPt: ended.usedPt, overflows: ended.overflows };
}
