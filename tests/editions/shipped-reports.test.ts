import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { filesUnder, mountProject, type ProjectFiles, runIn } from "./made-up-project.ts";
import { readPageTexts } from "./read-page-texts.ts";

const root = join(import.meta.dirname, "../..");
const minute = 60_000;

/** The data that come with the program. */
function readData(): ProjectFiles {
  const folder = join(root, "data");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [relative(root, file).split(sep).join("/"), readFileSync(file)]),
  );
}

interface Book {
  readonly pages: Readonly<Record<string, readonly string[]>>;
  /** Places of facts: publication, language, page, where, fact. */
  readonly places: readonly string[];
  readonly stderr: string;
}

async function build(edition: string): Promise<Book> {
  const platform = mountProject(readData());
  const { exitCode, stderr } = await runIn(platform, "build", "--edition", edition);
  expect(exitCode, stderr).toBe(0);
  const output = filesUnder(platform, `out/${edition}`);
  const pages: Record<string, readonly string[]> = {};
  for (const language of ["fr", "nl", "en"]) {
    const content = output.get(`report-${language}.pdf`);
    if (content) pages[language] = await readPageTexts(content);
  }
  const last = filesUnder(platform, ".barometer").get(`last-${edition}.json`);
  return { pages, places: [Buffer.from(last ?? "").toString()], stderr };
}

let belgium: Book;
let wallonia: Book;
beforeAll(async () => {
  belgium = await build("2018");
  wallonia = await build("2018-wallonia");
}, 2 * minute);

const numbered = {
  fr: { figure: /^Figure\u00A0(\d+)/gmu, table: /^Tableau\u00A0(\d+)/gmu },
  nl: { figure: /^Figuur\u00A0(\d+)/gmu, table: /^Tabel\u00A0(\d+)/gmu },
  en: { figure: /^Figure\u00A0(\d+)/gmu, table: /^Table\u00A0(\d+)/gmu },
} as const;

/** The greatest number that a page begins a line with: charts and tables are numbered without a gap. */
function count(pages: readonly string[], pattern: RegExp): number {
  const text = pages.join("\n").replaceAll(" ", "\u00A0");
  const found = [...text.matchAll(pattern)].map(([, number]) => Number(number));
  const all = new Set(found);
  const greatest = Math.max(0, ...all);
  expect(all.size).toBe(greatest);
  return greatest;
}

describe.each(["fr", "nl", "en"] as const)("the report of 2018 (%s)", (language) => {
  const pages = () => belgium.pages[language] ?? [];
  const pagesWith = (text: string) =>
    pages().flatMap((page, index) => (page.includes(text) ? [index + 1] : []));

  test("has 36 to 56 pages, at least 30 numbered charts and 15 tables", () => {
    expect(pages().length).toBeGreaterThanOrEqual(36);
    expect(pages().length).toBeLessThanOrEqual(56);
    expect(count(pages(), numbered[language].figure)).toBeGreaterThanOrEqual(30);
    expect(count(pages(), numbered[language].table)).toBeGreaterThanOrEqual(15);
  });

  test("has its key figures on two facing pages", () => {
    const title = { fr: "Chiffres clés", nl: "Kerncijfers", en: "Key figures" }[language];
    const [first, second, ...others] = pagesWith(title).filter((page) => page > 3);
    expect([first, second]).toEqual([4, 5]);
    expect(others).toEqual([]);
  });

  test("gives each region and each province one page", () => {
    const names = {
      fr: "Flandre Wallonie Bruxelles Anvers Brabant_flamand Flandre_occidentale Flandre_orientale Limbourg",
      nl: "Vlaanderen Wallonië Brussel Antwerpen Vlaams-Brabant West-Vlaanderen Oost-Vlaanderen Limburg",
      en: "Flanders Wallonia Brussels Antwerp Flemish_Brabant West_Flanders East_Flanders Limburg",
    }[language];
    const walloon = {
      fr: "Brabant_wallon Hainaut Liège Luxembourg Namur",
      nl: "Waals-Brabant Henegouwen Luik Luxemburg Namen",
      en: "Walloon_Brabant Hainaut Liège Luxembourg Namur",
    }[language];
    const wanted = `${names} ${walloon}`.split(" ").map((name) => name.replace("_", " "));
    expect(wanted).toHaveLength(13);
    const replied = {
      fr: "communes ont répondu",
      nl: "gemeenten antwoordden",
      en: "municipalities replied",
    }[language];
    // A profile's heading is what stands before how many replied: what comes later may be a label in a chart.
    const heads = pages().map((page) => {
      const lines = page.split("\n").map((line) => line.trim().replaceAll("\u2011", "-"));
      return lines.slice(0, Math.max(0, lines.indexOf(replied)));
    });
    const found = wanted.map((name) => heads.filter((lines) => lines.includes(name)).length);
    expect(Object.fromEntries(wanted.map((name, index) => [name, found[index]]))).toEqual(
      Object.fromEntries(wanted.map((name) => [name, 1])),
    );
  });
});

describe.each(["fr", "nl", "en"] as const)("the Walloon edition (%s)", (language) => {
  test("has 24 to 56 pages, and speaks of no other region", () => {
    const pages = wallonia.pages[language] ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(24);
    expect(pages.length).toBeLessThanOrEqual(56);
    const others = {
      fr: /\b(?:Flandre|flamand\w*|Bruxelles|bruxellois\w*)\b/u,
      nl: /\b(?:Vlaanderen|Vlaamse?|Brussel|Brusselse)\b/u,
      en: /\b(?:Flanders|Flemish|Brussels)\b/u,
    }[language];
    expect(pages.flatMap((page) => page.split("\n")).filter((line) => others.test(line))).toEqual(
      [],
    );
  });
});

test("the Walloon edition has facts of provinces and natures, of no region", async () => {
  const platform = mountProject(readData());
  const ran = await runIn(platform, "facts", "--edition", "2018-wallonia", "--json");
  expect(ran.stdout).toContain("@province:hainaut");
  expect(ran.stdout).toContain("@nature:rural");
  expect(ran.stdout).not.toContain("@region:");
  expect(ran.stdout).not.toContain("@province:antwerp");
});

test.each(["2018", "2018-wallonia"])("check finds nothing wrong with %s", async (edition) => {
  const platform = mountProject(readData());
  const ran = await runIn(platform, "check", "--edition", edition, "--json");
  const { diagnostics, areas } = JSON.parse(ran.stdout);
  const severe = diagnostics.filter(({ severity }: { severity: string }) => severity !== "note");
  expect([ran.exitCode, severe]).toEqual([0, []]);
  expect(areas.map(({ state }: { state: string }) => state)).toEqual(["ok", "ok", "ok", "ok"]);
});
