import { expect, test } from "vitest";
import { computeFacts } from "../../src/facts/compute-facts.ts";
import { searchFacts } from "../../src/facts/search-facts.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { makeEdition, makeWorkbook, questions, response } from "../intake/made-up-edition.ts";

const asked = questions.map((question) =>
  question.name === "areas"
    ? { ...question, labels: { fr: "Domaines stratégiques", nl: "Domeinen", en: "Areas" } }
    : question,
);
const edition = makeEdition({ questions: asked });
const intake = takeIn({ edition, workbook: makeWorkbook([response(1, "Gent")]) }).value;
const facts = intake && computeFacts({ edition, intake }).value;
if (facts === undefined) throw new Error("the facts cannot be computed");

const ids = (query: string) =>
  searchFacts(facts, query, edition.questionnaire).found.map(({ id }) => id);

test("every word of the query is in the id, in any case", () => {
  expect(ids("Energy FLANDERS")).toEqual([
    "areas.energy.share@region:flanders",
    "areas.energy.share@province:east-flanders",
    "areas.energy.share@province:west-flanders",
  ]);
  expect(ids("progress.mean")[0]).toBe("progress.mean");
});

test("or in a label in any language, without regard to accents", () => {
  expect(new Set(ids("strategiques").map((id) => id.split(".")[0]))).toEqual(new Set(["areas"]));
  expect(searchFacts(facts, "strategiques").found).toEqual([]);
});

test("where nothing is found, names spelt alike are suggested", () => {
  const { found, suggestions } = searchFacts(facts, "progres.maen", edition.questionnaire);
  expect(found).toEqual([]);
  expect(suggestions[0]).toBe("progress.mean");
});
