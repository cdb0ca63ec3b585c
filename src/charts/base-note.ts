import type { Fact } from "../facts/fact.ts";
import type { Printed } from "../wording/printed.ts";
import type { Words } from "../wording/words.ts";

/** "n = 123", with the fact that it comes from. */
export function baseNote({ words }: { readonly words: Words }, fact: Fact): Printed {
  const n = words.number(fact.base, 0);
  return { text: words.string("chart.base", { n }), facts: [fact.id], kind: "base" };
}

/** "n = 97 to 103", where rows of one chart rest on different numbers. */
export function basesNote(
  setting: { readonly words: Words },
  facts: readonly Fact[],
): readonly Printed[] {
  const ordered = facts.toSorted((a, b) => a.base - b.base);
  const [least, most] = [ordered[0], ordered.at(-1)];
  if (!least || !most) return [];
  if (least.base === most.base) return [baseNote(setting, least)];
  const { words } = setting;
  const limits = { least: words.number(least.base, 0), most: words.number(most.base, 0) };
  const text = words.string("chart.baseRange", limits);
  return [{ text, facts: [least.id, most.id], kind: "base" }];
}
