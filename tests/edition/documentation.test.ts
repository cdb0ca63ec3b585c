import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseEditionSettings } from "../../src/edition/parse-edition-settings.ts";
import { parseLedger } from "../../src/edition/parse-ledger.ts";
import { parsePublished } from "../../src/edition/parse-published.ts";

const page = readFileSync("docs/editions.md", "utf8");

/** The page's example that has a line which starts with a text. */
function example(start: string): string {
  const blocks = [...page.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
  const found = blocks.find((block) => `\n${block}`.includes(`\n${start}`));
  if (found === undefined) throw new Error(`no example has ${start}`);
  return found;
}

it("the examples of docs/editions.md are read without a remark", () => {
  const whole = example("year: 2018");
  // A key with the indented lines under it.
  const entry = "[^\\n]*\\n(?: +[^\\n]*\\n)*";
  const changes = example("territory: region:wallonia").match(new RegExp(`^\\w+:${entry}`, "gm"));
  const regional = (changes ?? []).reduce((text, change) => {
    const key = change.slice(0, change.indexOf(":"));
    return text.replace(new RegExp(`^${key}:${entry}`, "m"), change);
  }, whole);
  expect(regional).not.toBe(whole);
  const settings = [whole, regional].map((text) => parseEditionSettings({ file: "e", text }));
  expect(settings.map(({ diagnostics }) => diagnostics)).toEqual([[], []]);
  expect(settings[1]?.value?.settings.closing).toBe("2018-01-31");
  const ledger = parseLedger({ file: "c", text: example("response,") });
  expect([ledger.diagnostics, ledger.value?.lines.length]).toEqual([[], 6]);
  const published = parsePublished({ file: "p", text: example("edition,") }, "2018");
  expect([published.diagnostics, published.value?.length]).toEqual([[], 5]);
});

it("every key of edition.yaml is explained", () => {
  const keys = [...example("year: 2018").matchAll(/^(\w+):/gm)].map((match) => match[1]);
  const table = page.slice(page.indexOf("| key | says"), page.indexOf("Files are named from"));
  expect([...keys, "register", "map"].filter((key) => !table.includes(`\`${key}\``))).toEqual([]);
});
