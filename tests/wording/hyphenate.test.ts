import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/edition/language.ts";
import { hyphenate, loadHyphenation } from "../../src/wording/hyphenate.ts";

function broken(word: string, language: Language): string {
  const offsets = [0, ...hyphenate(word, language), word.length];
  return offsets
    .slice(1)
    .map((end, index) => word.slice(offsets[index], end))
    .join("|");
}

test("needs the patterns of the language to be loaded first", () => {
  expect(() => hyphenate("gemeente", "nl")).toThrow("not loaded");
});

describe("with patterns", () => {
  beforeAll(async () => {
    await loadHyphenation(languages);
  });

  test("words break where their language allows it", () => {
    expect(broken("administration", "fr")).toBe("ad|mi|nis|tra|tion");
    expect(broken("verantwoordelijkheid", "nl")).toBe("ver|ant|woor|de|lijk|heid");
    expect(broken("municipalities", "en")).toBe("mu|ni|cip|al|it|ies");
  });

  test("a capital at the start changes nothing", () => {
    expect(broken("Administration", "fr")).toBe("Ad|mi|nis|tra|tion");
  });

  test("what stands before an apostrophe or a hyphen is a piece of its own", () => {
    expect(broken("l’administration", "fr")).toBe("l’ad|mi|nis|tra|tion");
    expect(broken("Oost-Vlaanderen", "nl")).toBe("Oost-Vlaan|de|ren");
    expect(broken("baby’tje", "nl")).toBe("baby’tje");
  });

  test("Dutch words never break beside a letter with dots", () => {
    expect(broken("categorieën", "nl")).toBe("ca|te|go|rieën");
    expect(broken("gecoördineerde", "nl")).toBe("ge|coör|di|neerde");
  });

  test("capitals, words with digits and short words stay whole", () => {
    for (const word of ["OESO-landen".slice(0, 4), "SmartCity", "covid19maatregelen", "stad"]) {
      expect(hyphenate(word, "nl")).toEqual([]);
    }
  });

  test.each(languages)(
    "at least two letters stand before a break, three after, two between (%s)",
    (language) => {
      const letters = fc.constantFrom(..."aeiourstnldmpgcbvhéëïöüœ’-");
      fc.assert(
        fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }), (characters) => {
          const word = characters.join("");
          for (const offset of hyphenate(word, language)) {
            const left = /\p{L}*$/u.exec(word.slice(0, offset))?.[0] ?? "";
            const right = /^\p{L}*/u.exec(word.slice(offset))?.[0] ?? "";
            expect(left.length).toBeGreaterThanOrEqual(2);
            expect(right.length).toBeGreaterThanOrEqual(3);
            if (language === "nl")
              expect(/[äëïöü]/.test(word.slice(offset - 1, offset + 1))).toBe(false);
          }
          const offsets = hyphenate(word, language);
          expect(offsets.every((offset, index) => offset - (offsets[index - 1] ?? 0) >= 2)).toBe(
            true,
          );
        }),
        { numRuns: 500 },
      );
    },
  );
});
