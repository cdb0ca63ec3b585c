import { expect, test } from "vitest";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";
import { collectInputs } from "../../src/record/collect-inputs.ts";
import { hashContent } from "../../src/record/fingerprint.ts";

test("inputs are all files under the roots with their language, without what decides nothing", async () => {
  const { files } = createMemoryPlatform({
    "/p/data/2018/survey.xlsx": "survey",
    "/p/data/2018/~$survey.xlsx": "a spreadsheet's lock",
    "/p/data/2018/.DS_Store": "",
    "/p/data/2018/README.md": "",
    "/p/data/2018/releases/1.json": "",
    "/p/data/2018/text/fr/foreword.md": "avant-propos",
    "/p/data/register/degurba.csv": "register",
    "/program/templates/wording/nl.yaml": "woorden",
  });
  const inputs = await collectInputs(files, [
    { name: "data/2018", path: "/p/data/2018" },
    { name: "data/2018/survey.xlsx", path: "/p/data/2018/survey.xlsx" },
    { name: "data/register/degurba.csv", path: "/p/data/register/degurba.csv" },
    { name: "templates", path: "/p/templates" },
    { name: "barometer/templates", path: "/program/templates" },
  ]);
  expect(inputs).toEqual([
    {
      file: "barometer/templates/wording/nl.yaml",
      sha256: hashContent("woorden"),
      language: "nl",
    },
    { file: "data/2018/survey.xlsx", sha256: hashContent("survey"), language: null },
    {
      file: "data/2018/text/fr/foreword.md",
      sha256: hashContent("avant-propos"),
      language: "fr",
    },
    { file: "data/register/degurba.csv", sha256: hashContent("register"), language: null },
  ]);
});

test("the hash is SHA-256, as shasum prints it", () => {
  expect(hashContent("abc")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
