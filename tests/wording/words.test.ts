import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Language, languages, localeTags } from "../../src/edition/language.ts";
import { natures, provinces, regions } from "../../src/edition/register.ts";
import type { Fact } from "../../src/facts/fact.ts";
import { locales } from "../../src/wording/locale.ts";
import type { Strings } from "../../src/wording/strings.ts";
import { createWords } from "../../src/wording/words.ts";
import { shippedStrings, visible } from "./shipped-strings.ts";

const strings = shippedStrings();
const fr = createWords("fr", strings.fr);
const nl = createWords("nl", strings.nl);
const en = createWords("en", strings.en);
const all = [fr, nl, en];

const share: Fact = {
  id: "areas.energy.share@region:flanders",
  question: "areas",
  choice: "energy",
  statistic: "share",
  segment: "region:flanders",
  value: 22 / 58,
  base: 58,
  population: 308,
  count: 22,
  lower: 0.2726,
  upper: 0.5034,
  unit: "share",
  flags: [],
  decimals: 0,
  cells: { columns: ["Q"], rows: [2] },
};
const mean: Fact = {
  ...share,
  id: "progress.mean",
  question: "progress",
  choice: null,
  statistic: "mean",
  value: 3.642276422764228,
  count: null,
  lower: 3.2889,
  upper: 3.9956,
  unit: "mean",
  decimals: 2,
};

describe("numbers", () => {
  test("have the separators of their language and a true minus sign", () => {
    expect(all.map((words) => visible(words.number(-1234567.125, 2)))).toEqual([
      "−1⍽234⍽567,13",
      "−1.234.567,13",
      "−1,234,567.13",
    ]);
    expect(all.map((words) => visible(words.number(123, 0)))).toEqual(["123", "123", "123"]);
    expect(all.map((words) => visible(words.number(1234, 0)))).toEqual(["1⍽234", "1.234", "1,234"]);
  });

  test("never print a negative zero", () => {
    expect(fr.number(-0.004, 2)).toBe("0,00");
  });

  test("are rounded half away from zero where binary fractions would round down", () => {
    expect([1.005, 2.675, -1.005, 62.5].map((value) => en.number(value, 2))).toEqual([
      "1.01",
      "2.68",
      "−1.01",
      "62.50",
    ]);
    expect(en.number(62.5, 0)).toBe("63");
  });

  test("equal those of Intl, the true minus sign apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (thousandths) => {
        for (const words of all) {
          const value = thousandths / 1000;
          const expected = new Intl.NumberFormat(localeTags[words.language], {
            minimumFractionDigits: 3,
            maximumFractionDigits: 3,
          }).format(value);
          expect(words.number(value, 3)).toBe(expected.replace("-", "−"));
        }
      }),
    );
  });

  test("of shares equal the rounding of count and base as whole numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (base, any) => {
        const count = any % (base + 1);
        const exact = (200n * BigInt(count) + BigInt(base)) / (2n * BigInt(base));
        expect(en.share(count / base)).toBe(`${exact}%`);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("shares", () => {
  test("are percentages with the language's space", () => {
    expect(all.map((words) => visible(words.share(0.345)))).toEqual(["35⍽%", "35%", "35%"]);
    expect(all.map((words) => visible(words.share(0.3456, 1)))).toEqual([
      "34,6⍽%",
      "34,6%",
      "34.6%",
    ]);
  });
});

describe("dates", () => {
  test("are written in words, day and month kept together", () => {
    expect(all.map((words) => visible(words.date("2018-04-30")))).toEqual([
      "30~avril 2018",
      "30~april 2018",
      "30~April 2018",
    ]);
  });

  test("begin with 1er on the first of the month in French only", () => {
    expect(all.map((words) => visible(words.date("2018-08-01")))).toEqual([
      "1er~août 2018",
      "1~augustus 2018",
      "1~August 2018",
    ]);
  });

  test("have the months' names of Intl", () => {
    for (const language of languages) {
      const format = new Intl.DateTimeFormat(localeTags[language], {
        month: "long",
        timeZone: "UTC",
      });
      const names = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2018, month)));
      expect(locales[language].months).toEqual(names);
    }
  });

  test("in a range say once what both ends share", () => {
    const ranges = [
      ["2017-10-05", "2018-04-25"],
      ["2018-03-01", "2018-04-25"],
      ["2018-04-05", "2018-04-25"],
      ["2018-04-25", "2018-04-25"],
    ] as const;
    const printed = (language: Language) =>
      ranges.map(([from, to]) =>
        visible(createWords(language, strings[language]).dateRange(from, to)),
      );
    expect(printed("fr")).toEqual([
      "5~octobre 2017 au 25~avril 2018",
      "1er~mars au 25~avril 2018",
      "5 au 25~avril 2018",
      "25~avril 2018",
    ]);
    expect(printed("nl")).toEqual([
      "5~oktober 2017 tot en met 25~april 2018",
      "1~maart tot en met 25~april 2018",
      "5 tot en met 25~april 2018",
      "25~april 2018",
    ]);
    expect(printed("en")).toEqual([
      "5~October 2017 to 25~April 2018",
      "1~March to 25~April 2018",
      "5 to 25~April 2018",
      "25~April 2018",
    ]);
  });

  test("that are no ISO dates are a bug", () => {
    expect(() => fr.date("30/04/2018")).toThrow("not an ISO date");
    expect(() => fr.date("2018-13-01")).toThrow("not an ISO date");
  });
});

describe("lists, plurals and ordinals", () => {
  test("join with commas and the language's and, without a comma before it", () => {
    expect(all.map((words) => words.list(["a", "b", "c"]))).toEqual([
      "a, b et c",
      "a, b en c",
      "a, b and c",
    ]);
    expect(fr.list(["a", "b"])).toBe("a et b");
    expect(fr.list(["a"])).toBe("a");
    expect(fr.list([])).toBe("");
  });

  test("count zero as one in French, as many in Dutch and English", () => {
    const forms = (language: Language) => {
      const own: Strings = {
        language,
        entries: new Map([
          ["x.one", "{count} one"],
          ["x.other", "{count} other"],
        ]),
      };
      const words = createWords(language, own);
      return [0, 1, 2, 1234].map((count) => visible(words.plural("x", count)));
    };
    expect(forms("fr")).toEqual(["0 one", "1 one", "2 other", "1⍽234 other"]);
    expect(forms("nl")).toEqual(["0 other", "1 one", "2 other", "1.234 other"]);
    expect(forms("en")).toEqual(["0 other", "1 one", "2 other", "1,234 other"]);
  });

  test("write ordinals as Belgian French, Belgian Dutch and British English do", () => {
    const numbers = [1, 2, 3, 8, 11, 19, 20, 21, 100, 101, 102, 112];
    expect(all.map((words) => numbers.map(words.ordinal).join(" "))).toEqual([
      "1er 2e 3e 8e 11e 19e 20e 21e 100e 101e 102e 112e",
      "1ste 2de 3de 8ste 11de 19de 20ste 21ste 100ste 101ste 102de 112de",
      "1st 2nd 3rd 8th 11th 19th 20th 21st 100th 101st 102nd 112th",
    ]);
  });
});

describe("places", () => {
  const segments = [
    "all" as const,
    ...regions.map((region) => `region:${region}` as const),
    ...provinces.map((province) => `province:${province}` as const),
    ...natures.map((nature) => `nature:${nature}` as const),
  ];

  test("have a name and a phrase with their preposition in every language", () => {
    const table = all.map((words) =>
      segments.map((segment) => `${words.segmentName(segment)}: ${words.inSegment(segment)}`),
    );
    expect(table).toEqual([
      [
        "Belgique: en Belgique",
        "Flandre: en Flandre",
        "Wallonie: en Wallonie",
        "Bruxelles: à Bruxelles",
        "Anvers: en province d’Anvers",
        "Limbourg: dans le Limbourg",
        "Flandre orientale: en Flandre orientale",
        "Brabant flamand: dans le Brabant flamand",
        "Flandre occidentale: en Flandre occidentale",
        "Brabant wallon: dans le Brabant wallon",
        "Hainaut: dans le Hainaut",
        "Liège: en province de Liège",
        "Luxembourg: en province de Luxembourg",
        "Namur: en province de Namur",
        "Bruxelles: à Bruxelles",
        "communes rurales: dans les communes rurales",
        "communes urbaines: dans les communes urbaines",
      ],
      [
        "België: in België",
        "Vlaanderen: in Vlaanderen",
        "Wallonië: in Wallonië",
        "Brussel: in Brussel",
        "Antwerpen: in de provincie Antwerpen",
        "Limburg: in Limburg",
        "Oost-Vlaanderen: in Oost-Vlaanderen",
        "Vlaams-Brabant: in Vlaams-Brabant",
        "West-Vlaanderen: in West-Vlaanderen",
        "Waals-Brabant: in Waals-Brabant",
        "Henegouwen: in Henegouwen",
        "Luik: in de provincie Luik",
        "Luxemburg: in de provincie Luxemburg",
        "Namen: in de provincie Namen",
        "Brussel: in Brussel",
        "landelijke gemeenten: in landelijke gemeenten",
        "stedelijke gemeenten: in stedelijke gemeenten",
      ],
      [
        "Belgium: in Belgium",
        "Flanders: in Flanders",
        "Wallonia: in Wallonia",
        "Brussels: in Brussels",
        "Antwerp: in the province of Antwerp",
        "Limburg: in Limburg",
        "East Flanders: in East Flanders",
        "Flemish Brabant: in Flemish Brabant",
        "West Flanders: in West Flanders",
        "Walloon Brabant: in Walloon Brabant",
        "Hainaut: in Hainaut",
        "Liège: in the province of Liège",
        "Luxembourg: in the province of Luxembourg",
        "Namur: in the province of Namur",
        "Brussels: in Brussels",
        "rural municipalities: in rural municipalities",
        "urban municipalities: in urban municipalities",
      ],
    ]);
  });

  test("call the whole territory by the edition's region or province", () => {
    expect(createWords("fr", strings.fr, { region: "wallonia" }).inSegment("all")).toBe(
      "en Wallonie",
    );
    expect(createWords("nl", strings.nl, { province: "hainaut" }).segmentName("all")).toBe(
      "Henegouwen",
    );
  });
});

describe("facts", () => {
  test("print at their own precision and keep their id", () => {
    expect(all.map((words) => words.fact(share))).toEqual(
      ["38\u202F%", "38%", "38%"].map((text) => ({ text, facts: [share.id], kind: "fact" })),
    );
    expect(all.map((words) => words.fact(mean).text)).toEqual(["3,64", "3,64", "3.64"]);
  });

  test("print their interval with the language's word between its ends", () => {
    expect(all.map((words) => words.interval(mean))).toEqual(
      ["3,29 à 4,00", "3,29 tot 4,00", "3.29 to 4.00"].map((text) => ({
        text,
        facts: [mean.id],
        kind: "interval",
      })),
    );
    expect(visible(fr.interval(share).text)).toBe("27⍽% à 50⍽%");
  });

  test("that are hidden print as a colon, value and interval", () => {
    const nothing = { value: null, count: null, lower: null, upper: null };
    for (const flag of ["hidden", "hiddenComplement"] as const) {
      const hidden = { ...share, ...nothing, flags: [flag] };
      expect([fr.fact(hidden).text, fr.interval(hidden).text]).toEqual([":", ":"]);
    }
  });

  test("without a value, or exact and without an interval, print as a dash", () => {
    expect(fr.fact({ ...share, value: null, base: 0 }).text).toBe("–");
    expect(fr.interval({ ...share, lower: null, upper: null }).text).toBe("–");
  });
});

describe("strings", () => {
  test("fill in their values", () => {
    expect(visible(fr.string("document.question", { question: "Où ?" }))).toBe("Question~: Où ?");
  });

  test("that don't exist, or lack a value, are a bug", () => {
    expect(() => fr.string("document.nothing")).toThrow("no string document.nothing");
    expect(() => fr.string("document.question")).toThrow("needs a value for {question}");
  });
});
