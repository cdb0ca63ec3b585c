import { describe, expect, it } from "vitest";
import * as catalogue from "../../src/diagnostics/catalogue/edition.ts";
import { chooseEdition, findEditions } from "../../src/edition/find-editions.ts";
import { createMemoryPlatform } from "../../src/platform/memory-platform.ts";

const platform = createMemoryPlatform({
  "/p/data/2017/edition.yaml": "year: 2017\nterritory: belgium\n",
  "/p/data/2018/edition.yaml": "year: 2018\nterritory: belgium\nfoo: [1, 2]\n",
  "/p/data/2018-wallonia/edition.yaml": "year: 2018\nterritory: region:wallonia\n",
  "/p/data/2015/edition.yaml": "year: 2015\nterritory: belgum\n",
  "/p/data/2016/edition.yaml": "year: [",
  "/p/data/register/municipalities-2018.csv": "nis",
});

describe("the editions of a project", () => {
  it("are the folders under data/ with an edition.yaml, broken ones included", async () => {
    expect(await findEditions("/p", platform)).toEqual([
      { id: "2015", year: undefined, isWholeCountry: false },
      { id: "2016", year: undefined, isWholeCountry: false },
      { id: "2017", year: 2017, isWholeCountry: true },
      { id: "2018", year: 2018, isWholeCountry: true },
      { id: "2018-wallonia", year: 2018, isWholeCountry: false },
    ]);
    expect(await findEditions("/elsewhere", platform)).toEqual([]);
  });
});

describe("an edition is chosen", async () => {
  const editions = await findEditions("/p", platform);
  const choose = (wanted: Parameters<typeof chooseEdition>[1]): string | undefined => {
    const { value, diagnostics } = chooseEdition(editions, wanted);
    expect(diagnostics).toEqual([]);
    return value?.id;
  };
  const refuse = (
    wanted: Parameters<typeof chooseEdition>[1],
    among = editions,
  ): readonly unknown[] => {
    const { value, diagnostics } = chooseEdition(among, wanted);
    expect(value).toBeUndefined();
    return diagnostics.map(({ code, exitCode, hints }) => [code, exitCode, ...hints]);
  };

  it("by year: that of the whole country, or the folder of that name where it is broken", () => {
    expect(choose({ year: 2018 })).toBe("2018");
    expect(choose({ year: 2017 })).toBe("2017");
    expect(choose({ year: 2016 })).toBe("2016");
    expect(choose({ year: 2015 })).toBe("2015");
  });

  it("by name, with its year or without", () => {
    expect(choose({ edition: "2018-wallonia" })).toBe("2018-wallonia");
    expect(choose({ edition: "2018-wallonia", year: 2018 })).toBe("2018-wallonia");
  });

  it("as the newest year's, when nothing is asked", () => {
    expect(choose({})).toBe("2018");
  });

  it("never by a guess: unknown names and years are usage errors with suggestions", () => {
    expect(refuse({ edition: "2018-walonia" })).toEqual([
      [catalogue.unknownEdition.code, 2, "Did you mean --edition 2018-wallonia?"],
    ]);
    expect(refuse({ edition: "brussels" })).toEqual([
      [catalogue.unknownEdition.code, 2, "There are: 2015, 2016, 2017, 2018, 2018-wallonia."],
    ]);
    expect(refuse({ year: 1918 })).toEqual([
      [catalogue.noEditionOfYear.code, 2, "There are: 2015, 2016, 2017, 2018, 2018-wallonia."],
    ]);
    expect(refuse({ year: 2081 })).toEqual([
      [catalogue.noEditionOfYear.code, 2, "Did you mean --year 2018?"],
    ]);
    expect(refuse({ year: 2017, edition: "2018" })).toEqual([
      [catalogue.yearContradictsEdition.code, 2, "Leave out --year or --edition."],
    ]);
  });

  it("not among several of the newest year that are none of the country's", () => {
    const regional = ["2019-flanders", "2019-wallonia"].map((id) => ({
      id,
      year: 2019,
      isWholeCountry: false,
    }));
    expect(refuse({}, [...editions, ...regional])).toEqual([
      [
        catalogue.severalEditions.code,
        2,
        "Choose it with --edition 2019-flanders.",
        "Choose it with --edition 2019-wallonia.",
      ],
    ]);
  });

  it("not where there are none: that is missing input", () => {
    expect(refuse({}, [])).toEqual([
      [catalogue.noEditions.code, 3, "Go to the project's folder, or name it with --project."],
    ]);
  });
});
