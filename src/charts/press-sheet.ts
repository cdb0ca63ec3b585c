import type { Fact } from "../facts/fact.ts";
import { isHidden } from "../facts/is-hidden.ts";
import type { Printed } from "../wording/printed.ts";
import type { Words } from "../wording/words.ts";

/** Marks figures that rest on few. */
export const dagger = "†";

/** Writes a chart's figures and remembers each, so that the page knows what it prints. */
export interface PressSheet {
  /** "62 %†": the value, marked where its base is small; ":" where it is hidden. */
  readonly value: (fact: Fact) => Printed;
  /** The same without a mark, where the row's n carries it. */
  readonly unmarked: (fact: Fact) => Printed;
  /** "3,29 à 4,00"; empty where there is no interval. */
  readonly interval: (fact: Fact) => Printed | "";
  /** "58": how many municipalities the figure rests on. */
  readonly base: (fact: Fact) => Printed;
  /** "4†": the same, marked where it is small. */
  readonly markedBase: (fact: Fact) => Printed;
  /** "51": how many of them. */
  readonly count: (fact: Fact) => Printed | "";
  readonly printed: readonly Printed[];
  readonly hasSmallBase: boolean;
  readonly hasHidden: boolean;
}

export function openPressSheet(words: Words): PressSheet {
  const printed: Printed[] = [];
  let hasSmallBase = false;
  let hasHidden = false;
  const keep = (piece: Printed): Printed => {
    printed.push(piece);
    return piece;
  };
  const mark = (piece: Printed, fact: Fact): Printed => {
    if (isHidden(fact) || !fact.flags.includes("smallBase")) return piece;
    hasSmallBase = true;
    return { ...piece, text: piece.text + dagger };
  };
  const print = (fact: Fact): Printed => {
    if (isHidden(fact)) hasHidden = true;
    return words.fact(fact);
  };
  const baseOf = (fact: Fact): Printed => ({
    text: words.number(fact.base, 0),
    facts: [fact.id],
    kind: "base",
  });
  return {
    value: (fact) => keep(mark(print(fact), fact)),
    unmarked: (fact) => keep(print(fact)),
    interval: (fact) =>
      fact.lower === null || fact.upper === null ? "" : keep(words.interval(fact)),
    base: (fact) => keep(baseOf(fact)),
    markedBase: (fact) => keep(mark(baseOf(fact), fact)),
    count: (fact) =>
      fact.count === null
        ? ""
        : keep({ text: words.number(fact.count, 0), facts: [fact.id], kind: "count" }),
    printed,
    get hasSmallBase() {
      return hasSmallBase;
    },
    get hasHidden() {
      return hasHidden;
    },
  };
}

/** What is printed of it: a figure or the ":" of a hidden one; nothing where nobody answered. */
export function isPrinted(fact: Fact): boolean {
  return fact.value !== null || isHidden(fact);
}
