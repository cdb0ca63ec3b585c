import { describe, expect, test } from "vitest";
import {
  diskFull,
  outputInUse,
  placesNotKept,
  unreadableManifest,
} from "../../src/diagnostics/catalogue/record.ts";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";
import { PlatformError } from "../../src/platform/platform.ts";
import type { InputFile } from "../../src/record/manifest.ts";
import { readPrintedPlaces } from "../../src/record/printed-places.ts";
import { type MadeOutput, recordBuild } from "../../src/record/record-build.ts";

const input = (file: string, sha256: string, language: InputFile["language"] = null) => ({
  file,
  sha256,
  language,
});
const inputs = [
  input("data/2018/survey.xlsx", "aa"),
  input("templates/report/fr/method.md", "bb", "fr"),
  input("templates/report/nl/method.md", "cc", "nl"),
];

const report = (language: "fr" | "nl", content: string): MadeOutput => ({
  file: `report-${language}.pdf`,
  content,
  publication: "report",
  language,
  pages: 16,
});
const chart = (language: "fr" | "nl", id: string): MadeOutput => ({
  file: `charts/${language}/${id}.svg`,
  content: id,
  publication: "report",
  language,
  pages: null,
});
const place = (language: "fr" | "nl", page: number) => ({
  fact: "progress.mean",
  publication: "report",
  language,
  page,
  where: "text",
});

const build = {
  project: "/project",
  edition: "2018",
  inputs,
  outputs: [report("fr", "fr 1"), chart("fr", "areas"), report("nl", "nl 1")],
  places: [place("fr", 9), place("nl", 10)],
};

describe("recording a build", () => {
  test("names what was written, and finds nothing stale after a whole build", async () => {
    const platform = createMemoryPlatform();
    expect(await recordBuild(build, platform)).toEqual({
      value: {
        written: [
          "out/2018/charts/fr/areas.svg",
          "out/2018/manifest.json",
          "out/2018/report-fr.pdf",
          "out/2018/report-nl.pdf",
        ],
        stale: [],
      },
      diagnostics: [],
    });
  });

  test("the same build gives the same bytes, whatever the order it was made in", async () => {
    const first = createMemoryPlatform();
    const second = createMemoryPlatform();
    await recordBuild(build, first);
    await recordBuild(
      { ...build, inputs: [...inputs].reverse(), outputs: [...build.outputs].reverse() },
      second,
    );
    expect([...second.snapshot()]).toEqual([...first.snapshot()]);
  });

  test("of one language leaves the other alone, and names it as stale when the survey changed", async () => {
    const platform = createMemoryPlatform();
    await recordBuild(build, platform);
    const recorded = await recordBuild(
      {
        ...build,
        inputs: [input("data/2018/survey.xlsx", "changed"), ...inputs.slice(1)],
        outputs: [report("nl", "nl 2")],
        places: [place("nl", 11)],
      },
      platform,
    );
    expect(recorded.value).toEqual({
      written: ["out/2018/manifest.json", "out/2018/report-nl.pdf"],
      stale: ["out/2018/charts/fr/areas.svg", "out/2018/report-fr.pdf"],
    });
    expect(await platform.files.readText("/project/out/2018/report-fr.pdf")).toBe("fr 1");
    expect(await readPrintedPlaces(platform.files, "/project", "2018")).toEqual([
      place("fr", 9),
      place("nl", 11),
    ]);
  });

  test("a changed Dutch text makes no French page stale", async () => {
    const platform = createMemoryPlatform();
    await recordBuild(build, platform);
    const changed = [...inputs.slice(0, 2), input("templates/report/nl/method.md", "dd", "nl")];
    const recorded = await recordBuild(
      { ...build, inputs: changed, outputs: [report("nl", "nl 2")] },
      platform,
    );
    expect(recorded.value?.stale).toEqual([]);
  });

  test("a chart that is no longer made goes, a file of the user's own stays", async () => {
    const platform = createMemoryPlatform({ "/project/out/2018/own.txt": "mine" });
    await recordBuild(build, platform);
    await recordBuild({ ...build, outputs: [report("fr", "fr 2"), chart("fr", "new")] }, platform);
    expect([...platform.snapshot().keys()]).toEqual([
      "/project/.barometer/last-2018.json",
      "/project/out/2018/charts/fr/new.svg",
      "/project/out/2018/manifest.json",
      "/project/out/2018/own.txt",
      "/project/out/2018/report-fr.pdf",
      "/project/out/2018/report-nl.pdf",
    ]);
  });

  test.each([
    ["a full disk", "ENOSPC", "write", diskFull.code],
    ["a file open in a viewer", "EBUSY", "rename", outputInUse.code],
  ] as const)("%s leaves the last output and is told", async (_name, code, failing, expected) => {
    let isFailing = false;
    const platform = createMemoryPlatform(
      {},
      {
        beforeChange: (operation, path) => {
          if (isFailing && operation === failing)
            throw new PlatformError(operation, path, code, undefined);
        },
      },
    );
    await recordBuild(build, platform);
    const before = [...platform.snapshot()];
    isFailing = true;
    const recorded = await recordBuild({ ...build, outputs: [report("fr", "fr 2")] }, platform);
    expect(recorded.value).toBeUndefined();
    expect(
      recorded.diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.exitCode]),
    ).toEqual([[expected, 4]]);
    expect([...platform.snapshot()]).toEqual(before);
  });

  test("pages that can't be remembered are a warning, and the output stands", async () => {
    const platform = createMemoryPlatform({ "/project/.barometer": "a file in its place" });
    const recorded = await recordBuild(build, platform);
    expect(recorded.value?.written).toContain("out/2018/report-fr.pdf");
    expect(recorded.diagnostics.map(({ code }) => code)).toEqual([placesNotKept.code]);
  });

  test("a manifest that can't be understood is told and written anew", async () => {
    const platform = createMemoryPlatform({ "/project/out/2018/manifest.json": "{" });
    const first = await recordBuild(build, platform);
    expect(first.diagnostics.map(({ code }) => code)).toEqual([unreadableManifest.code]);
    expect((await recordBuild(build, platform)).diagnostics).toEqual([]);
  });

  test("places of another build are not believed", async () => {
    const platform = createMemoryPlatform();
    await recordBuild(build, platform);
    await platform.files.write("/project/out/2018/manifest.json", "{}");
    expect(await readPrintedPlaces(platform.files, "/project", "2018")).toEqual([]);
  });
});
