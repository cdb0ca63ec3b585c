import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { noMap } from "../../src/diagnostics/catalogue/charts.ts";
import { mapLacksAreas } from "../../src/diagnostics/catalogue/edition.ts";
import {
  type FileChanges,
  filesUnder,
  mountProject,
  readCaseFile,
  readProject,
  runIn,
} from "./made-up-project.ts";

const settings = readCaseFile("small-report", "data/2018/edition.yaml");
const shipped = readFileSync(
  join(import.meta.dirname, "../../data/register/map.topo.json"),
  "utf8",
);
const caption = "  fr: La carte\n  nl: De kaart\n  en: The map\n";
/** A small project whose one chart is a map. */
const files: FileChanges = {
  ...readProject("small-report", "two-municipalities-of-one-name"),
  "templates/charts/areas.yaml": `form: province-map\ncaption:\n${caption}`,
};
const named = settings.replace("survey: ", "map: ../../maps/boundaries.topo.json\nsurvey: ");

const manifest = z.looseObject({ inputs: z.array(z.looseObject({ file: z.string() })) });

test("an edition draws from the map that it names, which counts as an input wherever it lies", async () => {
  const platform = mountProject({
    ...files,
    "data/2018/edition.yaml": named,
    "maps/boundaries.topo.json": shipped,
  });
  const ran = await runIn(platform, "build", "--edition", "2018");
  expect([ran.exitCode, ran.stderr.match(/error\[|warning\[/g)]).toEqual([0, null]);
  const output = filesUnder(platform, "out/2018");
  const read = (file: string) => new TextDecoder().decode(output.get(file));
  expect(read("charts/en/areas.svg")).toContain(">West Flanders</text>");
  const { inputs } = manifest.parse(JSON.parse(read("manifest.json")));
  expect(inputs.map(({ file }) => file)).toContain("maps/boundaries.topo.json");
});

test("without any map a chart that is one stops the build, with what to do", async () => {
  const platform = mountProject(files);
  const ran = await runIn(platform, "build", "--edition", "2018");
  expect(ran.exitCode).toBe(3);
  expect(ran.stderr).toContain(`error[${noMap.code}]: chart "areas" is a map`);
  expect(ran.stderr).toContain("map: boundaries.topo.json");
  expect(filesUnder(platform, "out").size).toBe(0);
});

test("a map that lacks a province is said before any chart is drawn", async () => {
  const lacking = shipped.replace('"id":"20001"', '"id":"20009"');
  const platform = mountProject({
    ...files,
    "data/2018/edition.yaml": named,
    "maps/boundaries.topo.json": lacking,
  });
  const ran = await runIn(platform, "check", "--edition", "2018");
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toContain(`error[${mapLacksAreas.code}]: this map's provinces lack 20001`);
  expect(ran.stderr).toContain("maps/boundaries.topo.json");
});
