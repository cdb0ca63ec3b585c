import { factWithoutValue, noSuchFact } from "../../diagnostics/catalogue/text.ts";
import type { Fact, Facts } from "../../facts/fact.ts";
import { isHidden } from "../../facts/is-hidden.ts";
import { nearestHints } from "./knowledge.ts";
import { fail, type Scene } from "./scene.ts";

/** A fact that a text names. */
export function findFact(id: string, { facts }: Pick<Scene, "facts">): Fact {
  return facts.byId.get(id) ?? fail(noSuchFact, { id }, hintsFor(id, facts));
}

/** A fact that can be printed: it has a value, or it is hidden and prints as ":" . */
export function findPrintableFact(id: string, scene: Pick<Scene, "facts">): Fact {
  const fact = findFact(id, scene);
  if (fact.value === null && !isHidden(fact)) {
    fail(factWithoutValue, { id, problem: "has no value: nobody is in its base" }, [
      "Leave the sentence out where nobody answered.",
    ]);
  }
  return fact;
}

/** Only facts of the same question are near enough to be meant. */
function hintsFor(id: string, facts: Facts): readonly string[] {
  const [question = ""] = id.split(".");
  const family = facts.all.filter((fact) => fact.question === question).map((fact) => fact.id);
  return nearestHints(id, family);
}
