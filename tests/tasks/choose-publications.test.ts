import { beforeAll, describe, expect, it } from "vitest";
import { unknownLanguage, unknownPublication } from "../../src/diagnostics/catalogue/record.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { choosePublications } from "../../src/tasks/choose-publications.ts";
import { readShippedEdition } from "../facts/shipped-edition.ts";

describe("choosePublications", () => {
  let edition: Edition;
  beforeAll(async () => {
    ({ edition } = await readShippedEdition());
  });
  const choose = (languages?: ("fr" | "nl" | "en")[], only?: string[]) =>
    choosePublications(edition, { languages, only });

  it("takes all of the edition's languages and publications where nothing is asked for", () => {
    expect(choose()).toEqual({
      value: { languages: ["fr", "nl", "en"], publications: ["report"] },
      diagnostics: [],
    });
  });

  it("keeps the order fr, nl, en whatever the order asked for", () => {
    expect(choose(["en", "fr"], ["report"]).value?.languages).toEqual(["fr", "en"]);
  });

  it("refuses a publication that the edition doesn't have, with the nearest one", () => {
    const { value, diagnostics } = choose(undefined, ["report", "reprot"]);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, hints }) => [code, hints])).toEqual([
      [unknownPublication.code, ["Did you mean report?"]],
    ]);
  });

  it("refuses a language that the edition doesn't have", () => {
    const onlyFrench = {
      ...edition,
      settings: { ...edition.settings, languages: ["fr" as const] },
    };
    const { value, diagnostics } = choosePublications(onlyFrench, {
      languages: ["nl"],
      only: undefined,
    });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([unknownLanguage.code]);
  });
});
