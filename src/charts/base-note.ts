import type { Fact } from "../facts/fact.ts";
import type { Printed } from "../wording/printed.ts";
import type { Words } from "../wording/words.ts";

/** "n = 123", with the fact that it comes from. */
export function baseNote({ words }: { readonly words: Words }, fact: Fact): Printed {
  const n = words.number(fact.base, 0);
  return { text: words.string("chart.base", { n }), facts: [fact.id], kind: "base" };
}
