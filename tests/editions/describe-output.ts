import { z } from "zod";
import type { MemoryPlatform } from "../../src/platform/memory-platform.ts";
import type { Ran } from "../cli/run-main.ts";
import { readPdf } from "../pdf/read-pdf.ts";
import { filesUnder, runIn } from "./made-up-project.ts";
import { readPageTexts } from "./read-page-texts.ts";

const edition = "2018";

/** Everything that a person or a program can see of a build, as texts by the name of the file that expects them. */
export async function describeBuild(
  platform: MemoryPlatform,
): Promise<ReadonlyMap<string, string>> {
  const ran = await runIn(platform, "build", "--edition", edition);
  const described = new Map([["output.txt", describeRun(`build --edition ${edition}`, ran)]]);
  const facts = await runIn(platform, "facts", "--edition", edition, "--json");
  described.set("facts.json", facts.stdout + facts.stderr);
  const output = filesUnder(platform, `out/${edition}`);
  for (const [file, content] of output) {
    if (file.endsWith(".pdf"))
      described.set(file.replace(/pdf$/, "txt"), await describePdf(content));
    if (file === "manifest.json") described.set("manifest.txt", describeManifest(decode(content)));
  }
  const places = filesUnder(platform, ".barometer").get(`last-${edition}.json`);
  if (places) described.set("places.txt", describePlaces(decode(places)));
  return described;
}

/** What was typed and what came back. */
export function describeRun(command: string, { exitCode, stdout, stderr }: Ran): string {
  const parts = [`$ barometer ${command}`, `exit code ${exitCode}`];
  if (stdout !== "") parts.push(`--- standard output\n${stdout.trimEnd()}`);
  if (stderr !== "") parts.push(`--- standard error\n${stderr.trimEnd()}`);
  return `${parts.join("\n")}\n`;
}

/** The text of each page as a reader copies it, then its tags as a screen reader meets them. */
export async function describePdf(bytes: Uint8Array): Promise<string> {
  const { pages, outline, information } = await readPdf(bytes);
  const texts = await readPageTexts(bytes);
  const { Title: title, Author: author, Language: language } = information;
  const described = pages.map(
    ({ structure, links }, index) =>
      `=== page ${index + 1}\n${texts[index]}\n--- tags\n${structure}${links
        .map(({ contents, target }) => `link ${JSON.stringify(contents)} to ${target}\n`)
        .join("")}`,
  );
  const bookmarks = outline.map(({ title: text, page }) => `bookmark ${text}, page ${page}\n`);
  return `${title} | ${author} | ${language}\n${bookmarks.join("")}${described.join("")}`;
}

const manifest = z.looseObject({
  inputs: z.array(z.looseObject({ file: z.string() })),
  outputs: z.array(z.looseObject({ file: z.string() })),
});

/**
 * The manifest without its hashes, which change with every font and letter, and without the program's own templates.
 */
function describeManifest(text: string): string {
  const { inputs, outputs, ...rest } = manifest.parse(JSON.parse(text));
  const withoutHashes = (files: readonly Readonly<Record<string, unknown>>[]) =>
    files.map(({ sha256: _, madeFrom: __, ...file }) => file);
  const own = inputs.filter(({ file }) => !file.startsWith("barometer/templates/"));
  const lines = (name: string, files: readonly Readonly<Record<string, unknown>>[]) =>
    `${name}\n${withoutHashes(files)
      .map((file) => `  ${JSON.stringify(file)}\n`)
      .join("")}`;
  return `${JSON.stringify(rest)}\n${lines("inputs", own)}${lines("outputs", outputs)}`;
}

const printedPlaces = z.object({
  places: z.array(z.tuple([z.string(), z.string(), z.string(), z.number(), z.string()])),
});

/** A line for each place where a figure is printed. */
function describePlaces(text: string): string {
  return printedPlaces
    .parse(JSON.parse(text))
    .places.map(
      ([fact, publication, language, page, where]) =>
        `${publication} ${language} page ${page} ${where}: ${fact}\n`,
    )
    .join("");
}

function decode(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}
