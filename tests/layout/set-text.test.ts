import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../src/edition/language.ts";
import { type SetText, setText } from "../../src/layout/set-text.ts";
import type { Span } from "../../src/layout/span.ts";
import { type TextStyle, textStyles } from "../../src/layout/text-style.ts";
import { hyphenate, loadHyphenation } from "../../src/wording/hyphenate.ts";
import { fonts, house, prose } from "./sample.ts";

const styles = textStyles(house);
const tools = { fonts, hyphenate };

beforeAll(() => loadHyphenation(languages));

function span(text: string, more: Partial<Span> = {}): Span {
  return {
    text,
    face: "text",
    sizePt: 10,
    colour: "#000000",
    owner: { kind: "content", slot: "s" },
    language: "fr",
    ...more,
  };
}

const set = (spans: readonly Span[], style: TextStyle, widthPt: number) =>
  setText(spans, style, widthPt, tools);
const linesOf = (text: SetText) =>
  text.lines.map((line) => line.parts.map((part) => part.text).join(""));
/** What a reader hears: a space where a line ends with one, nothing at a hyphen. */
const heard = (text: SetText) =>
  text.lines
    .map(
      (line) =>
        line.parts.map((part) => part.text).join("") + (line.lineEnd === "space" ? " " : ""),
    )
    .join("");

describe("setText", () => {
  it("breaks a paragraph with the language's hyphens", () => {
    const long = span("De gemeentebesturen vermelden samenwerkingsverbanden.", { language: "nl" });
    expect(linesOf(set([long], styles.note, 112))).toEqual([
      "De gemeentebesturen ver",
      "melden samenwerkings",
      "verbanden.",
    ]);
  });

  it("keeps every character, in order, whatever the measure and the language", () => {
    const language = fc.constantFrom(...languages);
    const measure = fc.integer({ min: 90, max: 400 });
    const style = fc.constantFrom(styles.body, styles.note, styles.heading1, styles.caption);
    fc.assert(
      fc.property(
        language,
        fc.integer({ min: 1, max: 9 }),
        measure,
        style,
        (lang, count, widthPt, own) => {
          const source = prose(lang, count, count);
          const text = set([span(source, { language: lang, sizePt: own.sizePt })], own, widthPt);
          expect(heard(text)).toBe(source);
        },
      ),
    );
  });

  it("makes every justified line but the last exactly as wide as its measure, and shrinks no space below 0.8", () => {
    const space = fonts.text.widthPt(" ", 10);
    for (const language of languages) {
      for (let start = 0; start < 6; start++) {
        const text = set([span(prose(language, 8, start), { language })], styles.body, 361);
        text.lines.slice(0, -1).forEach((line) => {
          const hyphen = line.lineEnd === "soft-hyphen" ? fonts.text.widthPt("-", 10) : 0;
          expect(line.widthPt + hyphen).toBeCloseTo(361, 6);
          for (const part of line.parts) {
            // Kerning with a space, measured once more as its line shapes it, moves this by hundredths.
            expect(part.extraSpacePt).toBeGreaterThan(-0.2 * space - 0.05);
          }
        });
        expect(text.lines.at(-1)?.widthPt).toBeLessThanOrEqual(361.01);
      }
    }
  });

  it("says of each part how wide its text is set", () => {
    const text = set([span(prose("fr", 6))], styles.body, 300);
    for (const part of text.lines.flatMap((line) => line.parts)) {
      const spaces = part.text.split(" ").length - 1;
      const natural = fonts.text.widthPt(part.text, 10);
      expect(part.widthPt).toBeCloseTo(natural + spaces * part.extraSpacePt, 6);
    }
  });

  it("never breaks at a no-break space, nor stretches it", () => {
    const source = Array.from(
      { length: 30 },
      () => "près de 44\u202F% des communes\u00A0: oui",
    ).join(" ");
    for (let widthPt = 90; widthPt < 200; widthPt += 7) {
      for (const line of linesOf(set([span(source)], styles.body, widthPt))) {
        expect(line).not.toMatch(/(^[%:\u00A0\u202F])|(44$)|(communes$)/u);
      }
    }
  });

  it("may break after a written hyphen, a slash and an en dash, and adds no space there", () => {
    const text = set(
      [span("public-privé rural/urbain nord–sud")],
      { ...styles.note, isHyphenated: false },
      45,
    );
    expect(linesOf(text)).toEqual(["public-", "privé", "rural/", "urbain", "nord–sud"]);
    expect(text.lines.map((line) => line.lineEnd)).toEqual([
      undefined,
      "space",
      undefined,
      "space",
      undefined,
    ]);
  });

  it("doesn't break after a single letter and its hyphen", () => {
    const lines = linesOf(
      set([span("La commune accorde-t-elle, par e-mail, un accord")], styles.label, 53),
    );
    expect(lines).toEqual(["La", "commune", "accorde-", "t-elle, par", "e-mail, un", "accord"]);
  });

  it("doesn't break between digits", () => {
    const lines = linesOf(set([span("de 2017–2018 à 2018–2019 et 2019–2020")], styles.note, 52));
    for (const line of lines) expect(line).not.toMatch(/\d–$/u);
  });

  it("keeps styles, raised numbers and printed values inside one paragraph apart", () => {
    const printed = { text: "44\u202F%", facts: ["a"], kind: "fact" } as const;
    const spans = [
      span("Selon les communes, "),
      span("44\u202F%", { printed }),
      span("1", { sizePt: 6.8, risePt: 3.6 }),
      span(" évoquent "),
      span("la gouvernance", { face: "text-italic" }),
      span("."),
    ];
    const text = set(spans, styles.body, 361);
    expect(text.lines.length).toBe(1);
    expect(text.lines[0]?.parts.map((part) => part.text)).toEqual(spans.map((one) => one.text));
    expect(text.lines[0]?.parts[1]?.span.printed).toBe(printed);
  });

  it("sets titles in lines of about the same length", () => {
    const title = span("Comprendre la Smart City", { face: "display", sizePt: 30 });
    expect(linesOf(set([title], styles.heading1, 361))).toEqual(["Comprendre", "la Smart City"]);
  });

  it("names what is wider than its measure and sets it whole", () => {
    const text = set(
      [span("un mot 1234567890123456789012345678901234567890 long")],
      styles.body,
      100,
    );
    const overfull = text.lines.filter((line) => line.isOverfull);
    expect(overfull.map(({ parts }) => parts.map((part) => part.text).join(""))).toEqual([
      "1234567890123456789012345678901234567890",
    ]);
    expect(heard(text)).toBe("un mot 1234567890123456789012345678901234567890 long");
  });

  it("sets nothing in no lines", () => {
    expect(set([], styles.body, 100).lines).toEqual([]);
  });
});
