import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/edition/language.ts";
import { typeset } from "../../src/wording/typeset.ts";
import { visible } from "./shipped-strings.ts";

function set(text: string, language: Language, before = ""): string {
  return visible(typeset(text, language, before));
}

describe("French typography", () => {
  test("puts a narrow no-break space before ; ! ? and inside guillemets, a no-break space before :", () => {
    expect(set('Il dit : "oui" ; non ! Vraiment ?', "fr")).toBe(
      "Il dit~: «⍽oui⍽»⍽; non⍽! Vraiment⍽?",
    );
    expect(set("« déjà » typé", "fr")).toBe("«⍽déjà⍽» typé");
  });

  test("adds those spaces where none was typed, but not inside addresses and times", () => {
    expect(set("Vraiment? Oui: non; si!", "fr")).toBe("Vraiment⍽? Oui~: non⍽; si⍽!");
    expect(set("https://exemple.be/a?b=c à 12:30", "fr")).toBe("https://exemple.be/a?b=c à 12:30");
  });

  test("leaves signs that follow each other or open a parenthesis together", () => {
    expect(set("Quoi ?! (!) …", "fr")).toBe("Quoi⍽?! (!) …");
  });

  test("sets a narrow no-break space before % and curly apostrophes", () => {
    expect(set("44% de l'eau, 44 % d'air", "fr")).toBe("44⍽% de l’eau, 44⍽% d’air");
  });

  test("keeps titles, units, months, pages and figures with what they belong to", () => {
    expect(
      set("M. Peeters, Mme Dubois, 5 communes, 1 avril, p. 9, Figure 3, le tableau 2", "fr"),
    ).toBe("M.~Peeters, Mme~Dubois, 5~communes, 1~avril, p.~9, Figure~3, le tableau~2");
  });
});

describe("Dutch typography", () => {
  test("curls quotes, and knows the words that begin with an apostrophe", () => {
    expect(set("\"Ja\", zei 't kind 's morgens: 'foto's' uit '90", "nl")).toBe(
      "“Ja”, zei ’t kind ’s morgens: ‘foto’s’ uit ’90",
    );
  });

  test("sets % at its number and leaves punctuation without spaces", () => {
    expect(set("44 % ; echt? 12 gemeenten", "nl")).toBe("44% ; echt? 12~gemeenten");
  });
});

describe("English typography", () => {
  test("curls single and double quotes, and apostrophes", () => {
    expect(set("\"It's a 'smart' city,\" said the mayors' club in '18", "en")).toBe(
      "“It’s a ‘smart’ city,” said the mayors’ club in ’18",
    );
  });

  test("sets % at its number", () => {
    expect(set("44 % of 12 municipalities", "en")).toBe("44% of 12~municipalities");
  });
});

describe("in every language", () => {
  test.each(languages)("dots, dashes, minus and times become the proper signs (%s)", (language) => {
    expect(set("a... b - c -- d --- e, 0-10, -5 (-6) 3 x 4", language)).toBe(
      "a… b~– c~– d — e, 0–10, −5 (−6) 3~×~4",
    );
  });

  test.each(languages)("compounds, dates and long numbers keep their hyphens (%s)", (language) => {
    const text = "Oost-Vlaanderen, PDF/A-3a, 2018-04-30, 978-2-930";
    expect(set(text, language)).toBe(text);
  });

  test.each(languages)("n and = stay with the number (%s)", (language) => {
    expect(set("n = 123, n=4", language)).toBe("n~=~123, n~=~4");
    expect(set("(0 = x, 10 = y)", language)).toBe("(0~=~x, 10~=~y)");
  });

  test("the character before decides what opens and what closes", () => {
    expect(set('" oui', "fr", "a")).toBe("⍽» oui");
    expect(set('"oui', "fr", " ")).toBe("«⍽oui");
    expect(set(" communes", "fr", "5")).toBe("~communes");
    expect(set(" %", "nl", "5")).toBe("%");
    expect(set(" ; et", "fr", "%")).toBe("⍽; et");
  });

  test("the character before is never changed", () => {
    expect(set("..", "fr", ".")).toBe("..");
    expect(set(";", "fr", " ")).toBe(";");
  });

  const piece = fc.constantFrom(
    ..."abSn5=x 7.:;!?%'\"«»“”‘’-–—…()/€×−\u00A0\u202F{}",
    " ",
    "p. ",
    "n = ",
    " euros",
    "M. A",
  );
  test.each(languages)("typesetting twice is typesetting once (%s)", (language) => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
        fc.constantFrom("", "a", "5", " ", "»", "(", ".", "-"),
        (text, before) => {
          const once = typeset(text, language, before);
          expect(typeset(once, language, before)).toBe(once);
        },
      ),
      { numRuns: 4000 },
    );
  });
});
