import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { labelWiderThanColumn } from "../../src/diagnostics/catalogue/charts.ts";
import { tableTooWide, wordTooWide } from "../../src/diagnostics/catalogue/pages.ts";
import { picturesNotDrawn, picturesNotKept } from "../../src/diagnostics/catalogue/record.ts";
import { cropAround } from "../../src/picture/crop-around.ts";
import { type Operation, PlatformError } from "../../src/platform/platform.ts";
import { house } from "../layout/sample.ts";
import { countPixels, readPng } from "../picture/read-png.ts";
import { buildOnce, expectOutput } from "./last-output.ts";
import { filesUnder, mountProject, projectFolder, readProject, runIn } from "./made-up-project.ts";

const fitting = readProject("small-report", "corrections-change-a-rank", "checked-report");
const files = readProject(
  "small-report",
  "corrections-change-a-rank",
  "checked-report",
  "what-does-not-fit",
);
const page = { widthPt: house.page.widthPt, heightPt: house.page.heightPt };

const box = z.object({
  xPt: z.number(),
  yPt: z.number(),
  widthPt: z.number(),
  heightPt: z.number(),
});
const document = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      picture: z.string().nullable(),
      location: z.looseObject({ page: z.number().optional(), box: box.optional() }).nullable(),
    }),
  ),
});

async function readDiagnostics(platform: ReturnType<typeof mountProject>) {
  const { stdout } = await runIn(platform, "check", "--edition", "2018", "--json");
  return document.parse(JSON.parse(stdout)).diagnostics;
}

const picturesOf = (platform: ReturnType<typeof mountProject>) =>
  [...filesUnder(platform, ".barometer").keys()].filter((file) => file.endsWith(".png"));

describe("endless words in a heading, a caption, a key figure's label, a table and a chart", () => {
  test("are told with their pages and pictures", async () => {
    const platform = mountProject(files);
    const ran = await runIn(platform, "check", "--edition", "2018");
    const seen = [...ran.stderr.matchAll(/^ {2}= see \.barometer\/(\S+)$/gm)].map(
      ([, file]) => file,
    );
    expect(seen.sort()).toEqual(picturesOf(platform));
    expect(picturesOf(platform)).toEqual(
      [
        "areas-nl.png",
        "report-nl-p3-1.png",
        "report-nl-p4-1.png",
        "report-nl-p4-2.png",
        "report-nl-p5-1.png",
      ].map((name) => `overflow/2018/${name}`),
    );
  });

  test("are each a page, a rectangle and a picture for programs", async () => {
    const diagnostics = await readDiagnostics(mountProject(files));
    const told = diagnostics.filter(({ picture }) => picture !== null);
    expect(told.map(({ code }) => code).sort()).toEqual([
      labelWiderThanColumn.code,
      wordTooWide.code,
      wordTooWide.code,
      wordTooWide.code,
      tableTooWide.code,
    ]);
    for (const { location } of told)
      expect(location).toMatchObject({ file: "report-nl.pdf", page: expect.any(Number) });
  });

  test("are outlined on pictures of the page around them", async () => {
    const platform = mountProject(files);
    const made = filesUnder(platform, ".barometer");
    expect(made.size).toBe(0);
    for (const { picture, location } of await readDiagnostics(platform)) {
      if (picture === null || !location?.box) continue;
      const png = filesUnder(platform, ".barometer").get(picture.replace(".barometer/", ""));
      if (!png) throw new Error(`${picture} is missing`);
      const drawn = readPng(png);
      const crop = cropAround(location.box, page);
      expect([drawn.width, drawn.height]).toEqual([crop.widthPt * 2, crop.heightPt * 2]);
      const { xPt, yPt, heightPt } = location.box;
      const [left, middle] = [(xPt - 2 - crop.xPt) * 2, (yPt + heightPt / 2 - crop.yPt) * 2];
      expect(drawn.at(Math.floor(left), middle)).toBe(house.colours.accent);
      // The word itself is there, not an empty rectangle.
      const [top, right] = [(yPt - crop.yPt) * 2, left + 120];
      const inside = [Math.ceil(left) + 4, Math.ceil(top), right, Math.floor(top + heightPt * 2)];
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = inside.map(Math.round);
      const letters = (x2 - x1) * (y2 - y1) - countPixels(drawn, [x1, y1, x2, y2], "#FFFFFF");
      expect(letters).toBeGreaterThan(200);
    }
  });

  test("stop a build with the same pictures, and nothing of the last output is replaced", async () => {
    const last = await buildOnce(fitting);
    const platform = mountProject({ ...files, ...last });
    const ran = await runIn(platform, "build", "--edition", "2018");
    expect(ran.exitCode).toBe(1);
    expectOutput(platform, last);
    expect(ran.stderr).toContain("see .barometer/overflow/2018/report-nl-p4-1.png");
    const checked = mountProject(files);
    await runIn(checked, "check", "--edition", "2018");
    const pictures = filesUnder(checked, ".barometer/overflow/2018");
    expect(pictures.size).toBe(5);
    expect(filesUnder(platform, ".barometer/overflow/2018")).toEqual(pictures);
  });
});

describe("pictures of the run before", () => {
  const stale = { ".barometer/overflow/2018/report-fr-p9-1.png": "old" };
  const others = { ".barometer/overflow/2017/report-fr-p9-1.png": "another edition's" };

  test("go when all fits, with their folder", async () => {
    for (const command of ["build", "check"]) {
      const platform = mountProject({ ...fitting, ...stale });
      const ran = await runIn(platform, command, "--edition", "2018");
      expect(ran.exitCode, ran.stderr).toBe(0);
      expect([...filesUnder(platform, ".barometer/overflow").keys()]).toEqual([]);
      expect(await platform.files.exists(`${projectFolder}/.barometer/overflow`)).toBe(false);
    }
  });

  test("go also when the run ends before there are pages; another edition's stay", async () => {
    const platform = mountProject({
      ...fitting,
      ...stale,
      ...others,
      "data/2018/survey.xlsx": "no workbook",
    });
    expect((await runIn(platform, "check", "--edition", "2018")).exitCode).toBe(3);
    expect(picturesOf(platform)).toEqual(["overflow/2017/report-fr-p9-1.png"]);
  });
});

describe("where no picture can be made", () => {
  test("a disk that refuses hides nothing of what doesn't fit, and a note says so once", async () => {
    const refuse = (_: Operation, path: string) => {
      if (path.includes("/overflow/")) throw new PlatformError("write", path, "EROFS", undefined);
    };
    const diagnostics = await readDiagnostics(mountProject(files, { beforeChange: refuse }));
    expect(diagnostics.filter(({ location }) => location?.box)).toHaveLength(5);
    expect(diagnostics.filter(({ picture }) => picture !== null)).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === picturesNotKept.code)).toHaveLength(1);
  });

  test("pictures of the run before that can't be taken away are told, and stop nothing", async () => {
    const refuse = (operation: Operation, path: string) => {
      if (operation === "remove" && path.includes("/overflow/"))
        throw new PlatformError("remove", path, "EACCES", undefined);
    };
    const stale = { ".barometer/overflow/2018/report-fr-p9-1.png": "old" };
    const platform = mountProject({ ...fitting, ...stale }, { beforeChange: refuse });
    const ran = await runIn(platform, "check", "--edition", "2018");
    expect(ran.exitCode).toBe(0);
    expect(ran.stderr).toContain(`note[${picturesNotKept.code}]`);
  });

  test("a machine for which the library has no program is told in a note, and all else stays", async () => {
    vi.doMock("@resvg/resvg-js", () => {
      throw new Error("no such binary");
    });
    try {
      const diagnostics = await readDiagnostics(mountProject(files));
      expect(diagnostics.filter(({ location }) => location?.box)).toHaveLength(5);
      const notes = diagnostics.filter(({ code }) => code === picturesNotDrawn.code);
      expect(notes.map(({ message }) => message)).toEqual([
        expect.stringContaining("@resvg/resvg-js can't be loaded"),
      ]);
    } finally {
      vi.doUnmock("@resvg/resvg-js");
    }
  });
});
