import { describe, expect, it } from "vitest";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";
import { openTemplates } from "../../src/publications/template-library.ts";

const platform = createMemoryPlatform({
  "/program/templates/charts/progress.yaml": "shipped progress",
  "/program/templates/charts/roles.yaml": "shipped roles",
  "/program/templates/charts/notes.txt": "no chart",
  "/project/templates/charts/roles.yaml": "our roles",
  "/project/templates/charts/zeal.yaml": "our zeal",
  "/project/data/2018/text/fr/quote.md": "Une citation.",
});

const templates = openTemplates({
  project: "/project",
  edition: "2018",
  shippedTemplates: "/program/templates",
  platform,
});

describe("openTemplates", () => {
  it("puts a project's own template before the shipped one of the same path", async () => {
    expect(await templates.read("charts/roles.yaml")).toEqual({
      file: "templates/charts/roles.yaml",
      text: "our roles",
      isShipped: false,
    });
    expect(await templates.read("charts/progress.yaml")).toMatchObject({
      text: "shipped progress",
      isShipped: true,
    });
    expect(await templates.read("charts/none.yaml")).toBeUndefined();
  });

  it("lists a folder's files of both once each, sorted by name", async () => {
    const listed = await templates.list("charts", ".yaml");
    expect(listed.map(({ text }) => text)).toEqual(["shipped progress", "our roles", "our zeal"]);
  });

  it("reads the edition's own texts from its data folder", async () => {
    expect(await templates.editionTexts("fr")).toEqual([
      { file: "data/2018/text/fr/quote.md", text: "Une citation." },
    ]);
    expect(await templates.editionTexts("nl")).toEqual([]);
  });
});
