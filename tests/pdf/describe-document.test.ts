import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { describeDocument } from "../../src/pdf/describe-document.ts";
import { element, laidOut } from "./sample-document.ts";

const root = element("Document", "document", []);
const date = new Date("2018-12-01T00:00:00Z");

/** The texts of a piece of XML by element, checked for well-formedness. */
function textsOf(xml: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => open.push(name));
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    const name = open.findLast((each) => !each.startsWith("rdf:"));
    if (text.trim() !== "" && name !== undefined) texts.set(name, text);
  });
  parser.write(`<x>${xml}</x>`).close();
  return texts;
}

it("escapes what XML reads as markup", () => {
  const title = 'Q&A: "<10" > ]]>';
  const { metadata } = describeDocument(laidOut([], root, { title, author: "A & B" }), date);
  const texts = textsOf(metadata);
  expect(texts.get("dc:title")).toBe(title);
  expect(texts.get("dc:creator")).toBe("A & B");
});

it("leaves empty properties out of both descriptions", () => {
  const empty = { author: "", subject: "", status: "" };
  const { information, metadata } = describeDocument(laidOut([], root, empty), date);
  expect(Object.keys(information)).toEqual([
    "Title",
    "Creator",
    "Producer",
    "CreationDate",
    "ModDate",
  ]);
  for (const name of ["dc:creator", "dc:description", "xmp:Label", "pdf:Keywords"]) {
    expect(metadata).not.toContain(name);
  }
});

it.each([
  ["fr", "fr-BE"],
  ["nl", "nl-BE"],
  ["en", "en-GB"],
] as const)("says the language of a document in %s", (language, tag) => {
  const described = describeDocument(laidOut([], root, { language }), date);
  expect(described.language).toBe(tag);
  expect(textsOf(described.metadata).get("dc:language")).toBe(tag);
});
