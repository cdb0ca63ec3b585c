import type { Fact } from "../../facts/fact.ts";
import { isHidden } from "../../facts/is-hidden.ts";
import type { Printed } from "../printed.ts";
import type { Words } from "../words.ts";

/** A share on fewer answers is said as a count. */
const fewestForShares = 10;

/** A share as running text says it: "47%", or "3 of 4 municipalities" where few answered. */
export function sayShare(fact: Fact, words: Words): Printed {
  return fact.base >= fewestForShares || isHidden(fact) ? words.fact(fact) : words.portion(fact);
}
