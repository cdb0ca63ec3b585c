import { expect, it } from "vitest";
import { nameTree } from "../../src/pdf/name-tree.ts";

it("sorts names by the bytes in which they are written, whatever the locale", () => {
  const names = ["é", "b", "a-1", "a1", "Z", "a_1", "œ"];
  const tree = nameTree(new Map(names.map((name) => [name, name])));
  const entries = Array.isArray(tree.Names) ? tree.Names.map(String) : [];
  expect(entries.filter((_, index) => index % 2 === 1)).toEqual([
    "Z",
    "a-1",
    "a1",
    "a_1",
    "b",
    "é",
    "œ",
  ]);
});
