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
  /** "3,29 à 4,00"; empty where there is no interval. */
  readonly interval: (fact: Fact) => Printed | "";
  /** "58": how many municipalities the figure rests on. */
  readonly base: (fact: Fact) => Printed;
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
  return {
    value: (fact) => {
      const piece = words.fact(fact);
      if (isHidden(fact)) hasHidden = true;
      else if (fact.flags.includes("smallBase")) {
        hasSmallBase = true;
        return keep({ ...piece, text: piece.text + dagger });
      }
      return keep(piece);
    },
    interval: (fact) =>
      fact.lower === null || fact.upper === null ? "" : keep(words.interval(fact)),
    base: (fact) => keep({ text: words.number(fact.base, 0), facts: [fact.id], kind: "base" }),
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
