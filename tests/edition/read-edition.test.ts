import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/edition.ts";
import { readEdition } from "../../src/edition/read-edition.ts";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { type Platform, PlatformError } from "../../src/platform/platform.ts";
import { openWorkbookReader } from "../../src/workbook/open-workbook-reader.ts";

const workbooks = openWorkbookReader({ worker: undefined });
const project = join(import.meta.dirname, "../..");

/** The 2018 edition in memory under /p, with some files replaced (undefined removes one). */
function memoryEdition(
  changes: Readonly<Record<string, Uint8Array | string | undefined>> = {},
): Platform {
  const files: Record<string, Uint8Array | string> = {};
  for (const folder of ["data/2018", "data/register"]) {
    for (const entry of readdirSync(join(project, folder), { withFileTypes: true })) {
      if (entry.isFile())
        files[`/p/${folder}/${entry.name}`] = readFileSync(join(project, folder, entry.name));
    }
  }
  for (const [file, content] of Object.entries(changes)) {
    if (content === undefined) delete files[`/p/${file}`];
    else files[`/p/${file}`] = content;
  }
  return createMemoryPlatform(files);
}

async function diagnose(platform: Platform, edition = "2018"): Promise<readonly unknown[]> {
  const { diagnostics } = await readEdition({ project: "/p", edition, platform, workbooks });
  return diagnostics.map(({ code, exitCode, message }) => [code, exitCode, message]);
}

const settings = readFileSync(join(project, "data/2018/edition.yaml"), "utf8");

describe("an edition is read whole", () => {
  it("2018 from disk: questionnaire, register, ledger, published figures", async () => {
    const platform = createNodePlatform();
    const { value, diagnostics } = await readEdition({
      project,
      edition: "2018",
      platform,
      workbooks,
    });
    expect(diagnostics).toEqual([]);
    expect(value?.folder).toBe(join(project, "data/2018"));
    expect(value?.questionnaire.file).toBe("data/2018/questionnaire.xlsx");
    expect(value?.survey).toEqual({
      file: "data/2018/survey.xlsx",
      path: join(project, "data/2018/survey.xlsx"),
    });
    expect([
      value?.questionnaire.questions.length,
      value?.population.length,
      value?.ledger.lines.length,
      value?.published.length,
    ]).toEqual([36, 589, 8, 41]);
  });

  it("a region's, with the files of the whole country and its own population", async () => {
    const shared = ["survey", "questionnaire", "corrections", "published"];
    const regional = shared
      .reduce((text, key) => text.replace(`${key}: `, `${key}: ../2018/`), settings)
      .replace("territory: belgium", "territory: region:wallonia");
    const platform = memoryEdition({ "data/2018-wallonia/edition.yaml": regional });
    const { value, diagnostics } = await readEdition({
      project: "/p",
      edition: "2018-wallonia",
      platform,
      workbooks,
    });
    expect(diagnostics).toEqual([]);
    expect(value?.survey.file).toBe("data/2018/survey.xlsx");
    expect(value?.population.length).toBe(262);
    expect(value?.register.municipalities.length).toBe(589);
    expect(value?.published.length).toBe(14);
  });

  it("without corrections the ledger is empty and has its usual name", async () => {
    const without = settings.replace("corrections: corrections.csv\n", "");
    const platform = memoryEdition({
      "data/2018/edition.yaml": without,
      "data/2018/corrections.csv": undefined,
    });
    const { value, diagnostics } = await readEdition({
      project: "/p",
      edition: "2018",
      platform,
      workbooks,
    });
    expect(diagnostics).toEqual([]);
    expect(value?.ledger).toEqual({ file: "data/2018/corrections.csv", lines: [] });
  });
});

describe("a file that cannot be read is a diagnostic with exit code 3", () => {
  it("missing files, all in one run", async () => {
    const platform = memoryEdition({
      "data/2018/questionnaire.xlsx": undefined,
      "data/2018/corrections.csv": undefined,
      "data/register/municipalities-2018.csv": undefined,
    });
    const code = catalogue.missingFile.code;
    expect(await diagnose(platform)).toEqual([
      [code, 3, "there is no data/2018/questionnaire.xlsx"],
      [code, 3, "there is no data/register/municipalities-2018.csv"],
      [code, 3, "there is no data/2018/corrections.csv"],
    ]);
    expect(await diagnose(memoryEdition(), "2019")).toEqual([
      [code, 3, "there is no data/2019/edition.yaml"],
    ]);
  });

  it("a missing file names the one that is nearly called so", async () => {
    const renamed = settings.replace("questionnaire.xlsx", "questionaire.xlsx");
    const platform = memoryEdition({ "data/2018/edition.yaml": renamed });
    const { diagnostics } = await readEdition({
      project: "/p",
      edition: "2018",
      platform,
      workbooks,
    });
    expect(diagnostics.map(({ hints }) => hints)).toEqual([
      ["Did you mean questionnaire.xlsx, in the same folder?"],
    ]);
  });

  it("a questionnaire that is no workbook, each kind with its own", async () => {
    const protectedFile = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    const cases = [
      ["", catalogue.emptyFile],
      ["type,name\n", catalogue.notAWorkbook],
      ["<html>", catalogue.htmlInsteadOfWorkbook],
      [protectedFile, catalogue.passwordProtected],
      [Buffer.from("504b0304ffff", "hex"), catalogue.damagedWorkbook],
    ] as const;
    for (const [content, { code }] of cases) {
      const platform = memoryEdition({ "data/2018/questionnaire.xlsx": content });
      expect(await diagnose(platform)).toEqual([[code, 3, expect.any(String)]]);
    }
  });

  it("a file that another program holds open", async () => {
    const platform = memoryEdition();
    const held: Platform = {
      ...platform,
      files: {
        ...platform.files,
        read: async (path) => {
          if (path.endsWith("questionnaire.xlsx"))
            throw new PlatformError("read", path, "EBUSY", null);
          if (path.endsWith("corrections.csv")) throw new PlatformError("read", path, "EIO", null);
          return platform.files.read(path);
        },
      },
    };
    expect(await diagnose(held)).toEqual([
      [
        catalogue.fileHeldOpen.code,
        3,
        "data/2018/questionnaire.xlsx is held open by another program, or may not be read",
      ],
      [catalogue.unreadableFile.code, 3, "data/2018/corrections.csv cannot be read (EIO)"],
    ]);
  });
});

describe("what leads astray is refused", () => {
  it("a file outside the project", async () => {
    const outside = settings.replace("survey: survey.xlsx", "survey: ../../../survey.xlsx");
    const platform = memoryEdition({ "data/2018/edition.yaml": outside });
    expect(await diagnose(platform)).toEqual([
      [catalogue.fileOutsideProject.code, 2, "../survey.xlsx lies outside the project"],
    ]);
  });

  it("a ledger in Windows-1252 is read, with a warning", async () => {
    const text = `${readFileSync(join(project, "data/2018/corrections.csv"), "utf8")}120,change,municipality,Liege,Liège,other,2018-05-03,\n`;
    const platform = memoryEdition({ "data/2018/corrections.csv": Buffer.from(text, "latin1") });
    const { value, diagnostics } = await readEdition({
      project: "/p",
      edition: "2018",
      platform,
      workbooks,
    });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      [catalogue.notUtf8.code, "warning"],
    ]);
    expect(value?.ledger.lines.at(-1)?.now).toBe("Liège");
  });

  it("a register that isn't there is to be added: that of another year is another file", async () => {
    const next = settings
      .replace("year: 2018", "year: 2019")
      .replace("from: 2017-10", "from: 2018-01");
    const platform = memoryEdition({ "data/2018/edition.yaml": next });
    const { diagnostics } = await readEdition({
      project: "/p",
      edition: "2018",
      platform,
      workbooks,
    });
    expect(diagnostics.map(({ message, hints }) => [message, hints])).toEqual([
      [
        "there is no data/register/municipalities-2019.csv",
        ["Add the register of 1 January 2019; see docs/editions.md, The register."],
      ],
    ]);
  });

  it("a territory in which the register has nobody", async () => {
    const lines = readFileSync(join(project, "data/register/municipalities-2018.csv"), "utf8")
      .split("\n")
      .filter((line) => !line.includes(",Brussels,"));
    const platform = memoryEdition({
      "data/register/municipalities-2018.csv": lines.join("\n"),
      "data/2018/edition.yaml": settings.replace("belgium", "region:brussels"),
    });
    expect(await diagnose(platform)).toEqual([
      [catalogue.emptyTerritory.code, 2, "no municipality of the register lies in brussels"],
    ]);
  });
});

describe("the map that charts are drawn from", () => {
  const readMap = async (platform: Platform) => {
    const asked = { project: "/p", edition: "2018", platform, workbooks };
    const { value, diagnostics } = await readEdition(asked);
    const said = diagnostics.map(({ code, message }) => [code, message]);
    return { file: value?.map?.file, provinces: value?.map?.areas.size, said };
  };
  const named = settings.replace("survey: ", "map: boundaries.topo.json\nsurvey: ");
  const shipped = readFileSync(join(project, "data/register/map.topo.json"), "utf8");

  it("is the register's, where edition.yaml names none", async () => {
    expect(await readMap(memoryEdition())).toEqual({
      file: "data/register/map.topo.json",
      provinces: 11,
      said: [],
    });
  });

  it("is the one that edition.yaml names, from the edition's folder", async () => {
    const platform = memoryEdition({
      "data/2018/edition.yaml": named,
      "data/2018/boundaries.topo.json": shipped,
      "data/register/map.topo.json": undefined,
    });
    expect(await readMap(platform)).toEqual({
      file: "data/2018/boundaries.topo.json",
      provinces: 11,
      said: [],
    });
  });

  it("may be missing where none is named, and not where one is", async () => {
    const without = { "data/register/map.topo.json": undefined };
    expect(await readMap(memoryEdition(without))).toEqual({ said: [] });
    const platform = memoryEdition({ ...without, "data/2018/edition.yaml": named });
    expect((await readMap(platform)).said).toEqual([
      [catalogue.missingFile.code, "there is no data/2018/boundaries.topo.json"],
    ]);
  });

  it("lies in the project", async () => {
    const outside = named.replace("map: ", "map: ../../../");
    expect((await readMap(memoryEdition({ "data/2018/edition.yaml": outside }))).said).toEqual([
      [catalogue.fileOutsideProject.code, "../boundaries.topo.json lies outside the project"],
    ]);
  });

  it("is checked, the register's as well", async () => {
    const faulty = memoryEdition({ "data/register/map.topo.json": "<svg></svg>" });
    expect((await readMap(faulty)).said).toEqual([
      [catalogue.mapNotReadable.code, "this map cannot be read: it is no TopoJSON"],
    ]);
  });
});
