import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shippedStrings } from "./shipped-strings.ts";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => ({ name, text: readFileSync(`src/${name}`, "utf8") }));
const keys = [...shippedStrings().fr.entries.keys()];

/** Keys between the quotes of a call; `${…}` in one stands for any name. */
function calledKeys(text: string): readonly RegExp[] {
  const calls = text.matchAll(/\b(string|plural)\(\s*(?:"([^"]+)"|`([^`]+)`)/g);
  return [...calls].map(([, method, quoted = "", built = ""]) => {
    const key = (quoted || built)
      .replaceAll(".", "\\.")
      .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "[^.]+(?:\\.[^.]+)?");
    return new RegExp(`^${key}${method === "plural" ? "\\.(?:one|other)" : ""}$`);
  });
}

test("every string that the program asks for exists", () => {
  const asked = sources.flatMap(({ name, text }) =>
    calledKeys(text).map((pattern) => ({ name, pattern })),
  );
  expect(asked.length).toBeGreaterThan(10);
  const unknown = asked.filter(({ pattern }) => !keys.some((key) => pattern.test(key)));
  expect(unknown.map(({ name, pattern }) => `${name}: ${pattern.source}`)).toEqual([]);
});

test("every string is asked for somewhere", () => {
  const patterns = sources.flatMap(({ text }) => calledKeys(text));
  const isUsed = (key: string) =>
    patterns.some((pattern) => pattern.test(key)) ||
    sources.some(({ text }) => text.includes(`"${key}"`));
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});
