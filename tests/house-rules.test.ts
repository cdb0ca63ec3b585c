import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

function listSources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listSources(path);
      return path.endsWith(".ts") ? [path] : [];
    })
    .sort();
}

/** Comments may name what code may not; line breaks stay, so that lines keep their numbers. */
function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/(^|\s)\/\/.*$/gm, "$1");
}

const sources = listSources("src").map((file) => ({
  file,
  lines: withoutComments(readFileSync(join(root, file), "utf8")).split("\n"),
}));

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Folders and files where it is at home. */
  readonly homes: readonly string[];
  readonly reason: string;
}

const rules: readonly Rule[] = [
  {
    name: "the clock",
    pattern: /\bnew Date\(\)|\bDate\.now\b|\bDate\(\)|\bperformance\.|\bprocess\.hrtime\b/,
    homes: ["src/platform/"],
    reason: "the same inputs must give the same bytes tomorrow; durations come from platform.clock",
  },
  {
    name: "dates as objects",
    pattern: /\bDate\b/,
    homes: ["src/platform/", "src/pdf/", "src/workbook/"],
    reason: "a Date knows the machine's time zone; keep dates as ISO text",
  },
  {
    name: "chance",
    pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/,
    homes: [],
    reason: "the same inputs must give the same bytes",
  },
  {
    name: "text by the machine's language",
    pattern: /\.toLocale\w*\(|\blocaleCompare\([^,()]*(\([^()]*\))?[^,()]*\)/,
    homes: [],
    reason: "it differs from machine to machine; compare code units, or name the locale",
  },
  {
    name: "Intl",
    pattern: /\bIntl\b/,
    homes: ["src/wording/"],
    reason: "what a language does with numbers and dates is decided in one place",
  },
  {
    name: "timers",
    pattern: /\bset(Timeout|Interval|Immediate)\(/,
    homes: ["src/platform/", "src/workbook/open-workbook-reader.ts"],
    reason: "tests must not wait; use platform.clock",
  },
  {
    name: "the process",
    pattern: /\bprocess\.\w/,
    homes: ["src/platform/", "src/cli/start.ts"],
    reason: "a stage that reads argv, variables or streams can't be tested in one process",
  },
  {
    name: "the network",
    pattern: /\bfetch\(|\bXMLHttpRequest\b|"node:(https?|net|dgram|dns)"/,
    homes: [],
    reason: "nothing is fetched and nothing leaves the machine",
  },
];

describe("outside its home there is no", () => {
  test.each(rules)("$name: $reason", ({ pattern, homes }) => {
    const found = sources
      .filter(({ file }) => !homes.some((home) => file.startsWith(home)))
      .flatMap(({ file, lines }) =>
        lines.flatMap((line, index) =>
          pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
        ),
      );
    expect(found).toEqual([]);
  });
});

test("the rules see what they forbid", () => {
  const seen = (line: string) =>
    rules.filter(({ pattern }) => pattern.test(line)).map(({ name }) => name);
  expect(seen("const now = new Date();")).toEqual(["the clock", "dates as objects"]);
  expect(seen("names.sort((a, b) => a.localeCompare(b))")).toEqual([
    "text by the machine's language",
  ]);
  expect(seen('names.sort((a, b) => a.localeCompare(b, "en-GB"))')).toEqual([]);
  expect(seen("value.toLocaleString()")).toEqual(["text by the machine's language"]);
  expect(seen("Math.random()")).toEqual(["chance"]);
  expect(withoutComments("a // Date\n/* Intl\n */ b")).toBe("a \n\n b");
});

interface CatalogueEntry {
  readonly file: string;
  readonly name: string;
  readonly code: string;
}

async function readCatalogue(): Promise<readonly CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  for (const file of listSources("src/diagnostics/catalogue")) {
    const exported: Record<string, unknown> = await import(join(root, file));
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value === "function" && "code" in value)
        entries.push({ file, name, code: String(value.code) });
    }
  }
  return entries;
}

describe("the catalogue of diagnostics", () => {
  const letters: Readonly<Record<string, string>> = {
    "edition.ts": "E",
    "data.ts": "D",
    "statistics.ts": "S",
    "text.ts": "T",
    "plan.ts": "T",
    "languages.ts": "L",
    "charts.ts": "C",
    "pages.ts": "P",
    "record.ts": "R",
  };

  test("gives every code once", async () => {
    const codes = (await readCatalogue()).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test("numbers each file's codes with its own letter", async () => {
    const misplaced = (await readCatalogue()).filter(({ file, code }) => {
      const letter = letters[file.slice(file.lastIndexOf("/") + 1)];
      return letter === undefined || !new RegExp(`^${letter}\\d{3}$`).test(code);
    });
    expect(misplaced).toEqual([]);
  });

  test("holds nothing that is never said", async () => {
    const code = sources
      .filter(({ file }) => !file.startsWith("src/diagnostics/catalogue/"))
      .map(({ lines }) => lines.join("\n"))
      .join("\n");
    const unused = (await readCatalogue()).filter(
      ({ name }) => !new RegExp(`\\b${name}\\b`).test(code),
    );
    expect(unused).toEqual([]);
  });
});
