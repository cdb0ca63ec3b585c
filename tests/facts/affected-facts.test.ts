import { expect, test } from "vitest";
import { affectedFacts } from "../../src/facts/affected-facts.ts";
import { makeEdition, questions, register } from "../intake/made-up-edition.ts";

test("an answer touches the figures of its question for the whole and for each segment of the municipality", () => {
  const affected = affectedFacts(makeEdition());
  const ghent = register.byNis.get("44021");
  const role = questions.find(({ name }) => name === "role");
  if (ghent === undefined || role === undefined) throw new Error("the made-up edition changed");
  const segments = ["", "@region:flanders", "@province:east-flanders", "@nature:urban"];
  const figures = ["count", "director.share", "officer.share", "other.share"];
  expect(affected(role, ghent)).toEqual(
    figures.flatMap((figure) => segments.map((segment) => `role.${figure}${segment}`)),
  );
});
