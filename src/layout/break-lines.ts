/** A piece of a paragraph for the breaker, after Knuth and Plass. Widths in points. */
export type BreakItem =
  | { readonly kind: "box"; readonly widthPt: number }
  | { readonly kind: "glue"; readonly widthPt: number }
  /** A place where a word may end its line; `widthPt` is what the hyphen adds there. */
  | {
      readonly kind: "penalty";
      readonly widthPt: number;
      readonly cost: number;
      /** An inserted hyphen; a break after one that is written costs a little but isn't one. */
      readonly isSoftHyphen: boolean;
    }
  | { readonly kind: "newline" };

/** One line: items from `start` up to, not including, `end`; `breakAt` is the item that ends it. */
export interface BrokenLine {
  readonly start: number;
  readonly end: number;
  readonly endsWithSoftHyphen: boolean;
  /** The line is wider than its measure: nothing in it may be broken. */
  readonly isOverfull: boolean;
}

export interface BreakOptions {
  readonly widthPt: number;
  /** A space may shrink to 0.8 of its width, and stretches; ragged lines keep their spaces. */
  readonly isJustified: boolean;
}

interface Pass {
  readonly tolerance: number;
  readonly hyphens: boolean;
  readonly mayHyphenateLastFullLine: boolean;
}

interface Node {
  /** Item that ends the line before. */
  readonly at: number;
  /** First item of the next line. */
  readonly start: number;
  readonly demerits: number;
  readonly fitness: number;
  /** How many lines before this break end with a soft hyphen, one after the other. */
  readonly hyphens: number;
  readonly previous: Node | undefined;
}

export const maximumShrink = 0.2;
const stretchOfSpace = 0.5;
/** How much of a ragged line's measure counts as one unit of stretch. */
const stretchOfRaggedLine = 0.12;
const mostConsecutiveHyphens = 2;
const consecutiveHyphenDemerits = 6000;
const fitnessDemerits = 3000;
const shortLastLineDemerits = 4000;

const lastPasses: readonly Pass[] = [
  { tolerance: 1e6, hyphens: true, mayHyphenateLastFullLine: false },
  { tolerance: 1e6, hyphens: true, mayHyphenateLastFullLine: true },
];
const justifiedPasses: readonly Pass[] = [
  { tolerance: 0.9, hyphens: false, mayHyphenateLastFullLine: false },
  { tolerance: 2, hyphens: true, mayHyphenateLastFullLine: false },
  { tolerance: 5, hyphens: true, mayHyphenateLastFullLine: false },
  ...lastPasses,
];
/** A ragged line may be half empty before a word in it is broken. */
const raggedPasses: readonly Pass[] = [
  { tolerance: 4, hyphens: false, mayHyphenateLastFullLine: false },
  { tolerance: 4, hyphens: true, mayHyphenateLastFullLine: false },
  ...lastPasses,
];

/**
 * Breaks a paragraph where the sum of its lines' faults is smallest (Knuth & Plass, Breaking Paragraphs into Lines,
 * 1981): first without hyphens, then with them, then with looser lines. At most two lines in a row end with a
 * soft hyphen, and the last but one doesn't. Only a box wider than the measure makes an overfull line.
 */
export function breakLines(
  items: readonly BreakItem[],
  options: BreakOptions,
): readonly BrokenLine[] {
  if (items.length === 0) return [];
  const sums = sumWidths(items);
  for (const pass of options.isJustified ? justifiedPasses : raggedPasses) {
    const end = totalFit(items, sums, options, pass);
    if (end) return readLines(items, end);
  }
  return firstFit(items, sums, options);
}

interface Sums {
  readonly width: Float64Array;
  readonly glue: Float64Array;
  /** First box at or after each item: where a line starts whose break is there. */
  readonly nextBox: Int32Array;
}

function sumWidths(items: readonly BreakItem[]): Sums {
  const count = items.length;
  const width = new Float64Array(count + 1);
  const glue = new Float64Array(count + 1);
  const nextBox = new Int32Array(count + 2).fill(count);
  items.forEach((item, index) => {
    const own = item.kind === "box" || item.kind === "glue" ? item.widthPt : 0;
    width[index + 1] = (width[index] ?? 0) + own;
    glue[index + 1] = (glue[index] ?? 0) + (item.kind === "glue" ? item.widthPt : 0);
  });
  for (let index = count - 1; index >= 0; index--) {
    const kind = items[index]?.kind;
    nextBox[index] = kind === "box" || kind === "newline" ? index : (nextBox[index + 1] ?? count);
  }
  return { width, glue, nextBox };
}

function isBreakable(items: readonly BreakItem[], index: number, pass: Pass): boolean {
  const item = items[index];
  if (!item || item.kind === "newline") return true;
  if (item.kind === "penalty") return pass.hyphens || !item.isSoftHyphen;
  return item.kind === "glue" && items[index - 1]?.kind === "box";
}

function totalFit(
  items: readonly BreakItem[],
  sums: Sums,
  options: BreakOptions,
  pass: Pass,
): Node | undefined {
  let active: Node[] = [
    { at: -1, start: 0, demerits: 0, fitness: 1, hyphens: 0, previous: undefined },
  ];
  for (let index = 0; index <= items.length; index++) {
    if (!isBreakable(items, index, pass)) continue;
    active = breakAt(index, active, items, sums, options, pass);
    if (active.length === 0) return undefined;
  }
  let best: Node | undefined;
  for (const node of active) if (!best || node.demerits < best.demerits) best = node;
  return best;
}

/** Tries every line that ends at this item; returns the nodes from which lines may still start. */
function breakAt(
  index: number,
  active: readonly Node[],
  items: readonly BreakItem[],
  sums: Sums,
  options: BreakOptions,
  pass: Pass,
): Node[] {
  const item = items[index];
  const isForced = !item || item.kind === "newline";
  const penalty = item?.kind === "penalty" ? item : undefined;
  const kept: Node[] = [];
  const best: (Node | undefined)[] = [];
  for (const from of active) {
    const natural = widthBetween(sums, from.start, index) + (penalty?.widthPt ?? 0);
    const glue = (sums.glue[index] ?? 0) - (sums.glue[from.start] ?? 0);
    const ratio = adjustment(natural, glue, options, isForced);
    if (ratio < -1) continue;
    if (!isForced) kept.push(from);
    if (ratio > pass.tolerance) continue;
    const hyphens = penalty?.isSoftHyphen ? from.hyphens + 1 : 0;
    if (hyphens > mostConsecutiveHyphens) continue;
    if (!item && from.hyphens > 0 && !pass.mayHyphenateLastFullLine) continue;
    const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    let demerits = from.demerits + (1 + 100 * Math.abs(ratio) ** 3 + (penalty?.cost ?? 0)) ** 2;
    if (hyphens > 1) demerits += consecutiveHyphenDemerits;
    if (Math.abs(fitness - from.fitness) > 1) demerits += fitnessDemerits;
    if (!item && from.previous && natural < 0.1 * options.widthPt)
      demerits += shortLastLineDemerits;
    const place = fitness * (mostConsecutiveHyphens + 1) + hyphens;
    const rival = best[place];
    if (rival && rival.demerits <= demerits) continue;
    const start = isForced ? index + 1 : (sums.nextBox[index] ?? items.length);
    best[place] = { at: index, start, demerits, fitness, hyphens, previous: from };
  }
  for (const node of best) if (node) kept.push(node);
  return kept;
}

function widthBetween(sums: Sums, start: number, end: number): number {
  return (sums.width[end] ?? 0) - (sums.width[start] ?? 0);
}

/** Knuth and Plass's adjustment ratio: −1 is fully shrunk, 1 stretched by one unit; below −1 doesn't fit. */
function adjustment(
  natural: number,
  glue: number,
  options: BreakOptions,
  isForced: boolean,
): number {
  const room = options.widthPt - natural;
  if (room >= 0) {
    if (isForced) return 0;
    const unit = options.isJustified
      ? glue * stretchOfSpace
      : options.widthPt * stretchOfRaggedLine;
    return unit > 0 ? room / unit : room > 0.01 ? 1e5 : 0;
  }
  const shrink = options.isJustified ? glue * maximumShrink : 0;
  // A hundredth of a point is rounding, not an overfull line.
  if (room > -0.01) return 0;
  return shrink > 0 ? room / shrink : -2;
}

function readLines(items: readonly BreakItem[], last: Node): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  for (let node: Node = last; node.previous; node = node.previous) {
    const item = items[node.at];
    lines.unshift({
      start: node.previous.start,
      end: node.at,
      endsWithSoftHyphen: item?.kind === "penalty" && item.isSoftHyphen,
      isOverfull: false,
    });
  }
  return lines;
}

/** The last resort, where a box is wider than the measure: fills line after line and marks what doesn't fit. */
function firstFit(
  items: readonly BreakItem[],
  sums: Sums,
  options: BreakOptions,
): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  const all: Pass = { tolerance: 1e6, hyphens: true, mayHyphenateLastFullLine: true };
  let start = 0;
  let candidate = -1;
  for (let index = 0; index <= items.length; index++) {
    if (index <= start || !isBreakable(items, index, all)) continue;
    const item = items[index];
    const added = item?.kind === "penalty" ? item.widthPt : 0;
    const fits = widthBetween(sums, start, index) + added <= options.widthPt + 0.01;
    if (!fits && candidate > start) {
      start = push(candidate);
      index = candidate;
      candidate = -1;
      continue;
    }
    candidate = index;
    if (!fits || !item || item.kind === "newline") {
      start = push(index);
      candidate = -1;
    }
  }
  return lines;

  function push(end: number): number {
    const item = items[end];
    const added = item?.kind === "penalty" ? item.widthPt : 0;
    lines.push({
      start,
      end,
      endsWithSoftHyphen: item?.kind === "penalty" && item.isSoftHyphen,
      isOverfull: widthBetween(sums, start, end) + added > options.widthPt + 0.01,
    });
    return item?.kind === "newline" ? end + 1 : (sums.nextBox[end] ?? items.length);
  }
}
