import { groupQuestions } from "../charts/question-table.ts";
import type { Edition } from "../edition/edition.ts";
import type { Question } from "../edition/questionnaire.ts";
import type { Condition } from "../edition/relevant-condition.ts";
import type { Words } from "../wording/words.ts";
import type { Block, Run } from "./document.ts";

/** A question as it was asked; the rows of a matrix are asked together. */
interface Asked {
  readonly number: string;
  readonly wording: string;
  readonly rows: readonly Question[];
}

/** The questionnaire as people filled it in: sections, numbered questions, what could be answered, who was asked. */
export function questionnaireBlocks(edition: Edition, words: Words): readonly Block[] {
  const asked = numberQuestions(edition, words);
  const numbers = new Map(
    asked.flatMap(({ number, rows }) => rows.map(({ name }) => [name, number] as const)),
  );
  const inSection = (name: string) =>
    asked.filter(({ rows }) => rows[0]?.groups.includes(name) === true);
  const listed = new Set(edition.questionnaire.sections.flatMap(({ name }) => inSection(name)));
  const outside = asked.filter((one) => !listed.has(one));
  return [
    ...outside.map((one) => questionBlock(one, edition, numbers, words)),
    ...edition.questionnaire.sections.flatMap(({ name, labels }): readonly Block[] => [
      {
        kind: "heading",
        level: 3,
        id: `questionnaire-${name}`,
        runs: [plain(words.label(labels))],
      },
      ...inSection(name).map((one) => questionBlock(one, edition, numbers, words)),
    ]),
  ];
}

function numberQuestions(edition: Edition, words: Words): readonly Asked[] {
  const { byName, matrices } = edition.questionnaire;
  return groupQuestions(edition).flatMap(({ name, isMatrix, questions }, index) => {
    const labelled = isMatrix ? matrices.get(name) : byName.get(name);
    if (!labelled) return [];
    const number = words.number(index + 1, 0);
    return [{ number, wording: words.label(labelled.labels), rows: questions }];
  });
}

function questionBlock(
  { number, wording, rows }: Asked,
  edition: Edition,
  numbers: ReadonlyMap<string, string>,
  words: Words,
): Block {
  const [first] = rows;
  const isMatrix = first?.matrix !== undefined;
  const condition = first?.relevant && sayCondition(first.relevant, edition, numbers, words);
  const said = [
    ...(isMatrix
      ? [
          words.string("questionnaire.rows", {
            rows: rows.map(({ labels }) => words.label(labels)).join(separatorOf(words)),
          }),
        ]
      : []),
    ...(first ? [sayAnswers(first, words)] : []),
  ];
  return {
    kind: "paragraph",
    role: "question",
    runs: [
      { text: number, style: "strong", printed: { text: number, facts: [], kind: "number" } },
      { text: `\u00a0\u00a0${wording}`, style: "strong" },
      ...said.map((text) => plain(`\n${text}`)),
      ...(condition
        ? [
            plain("\n"),
            {
              text: words.string("questionnaire.onlyIf", { condition }),
              style: "emphasis",
            } as const,
          ]
        : []),
    ],
  };
}

function separatorOf(words: Words): string {
  return words.string("questionnaire.separator");
}

/** "One answer: Yes · In preparation · No". */
function sayAnswers(question: Question, words: Words): string {
  const labels = question.choices.map((choice) => words.label(choice.labels));
  const other = question.hasOther ? [words.string("questionnaire.other")] : [];
  const list = (kind: string) =>
    words.string("questionnaire.choices", {
      kind,
      choices: [...labels, ...other].join(separatorOf(words)),
    });
  switch (question.kind) {
    case "select-one":
      return list(words.string("questionnaire.selectOne"));
    case "select-multiple":
      return list(words.string("questionnaire.selectMultiple"));
    case "rank":
      return list(
        words.string("questionnaire.rank", {
          number: words.number(question.maximumRank ?? question.choices.length, 0),
        }),
      );
    case "range":
      return words.string("questionnaire.scale", {
        minimum: words.number(question.scale?.minimum ?? 0, 0),
        maximum: words.number(question.scale?.maximum ?? 0, 0),
      });
    case "integer":
    case "decimal":
      return words.string("questionnaire.amount");
    case "text":
      return words.string("questionnaire.text");
  }
}

function sayCondition(
  condition: Condition,
  edition: Edition,
  numbers: ReadonlyMap<string, string>,
  words: Words,
): string {
  const say = (inner: Condition) => sayCondition(inner, edition, numbers, words);
  const of = (question: string, choice: string) => ({
    number: numbers.get(question) ?? question,
    answer: answerLabel(question, choice, edition, words),
  });
  switch (condition.kind) {
    case "all":
      return condition.conditions.map(say).join(words.string("questionnaire.and"));
    case "any":
      return condition.conditions.map(say).join(words.string("questionnaire.or"));
    case "not":
      return words.string("questionnaire.not", { condition: say(condition.condition) });
    case "selected":
      return words.string("questionnaire.chosen", of(condition.question, condition.choice));
    case "compare": {
      const { question, operator, value } = condition;
      const values = of(question, String(value));
      if (operator === "=") return words.string("questionnaire.is", values);
      if (operator === "!=") return words.string("questionnaire.isNot", values);
      const sign = { "<": "<", "<=": "≤", ">": ">", ">=": "≥" }[operator];
      return words.string("questionnaire.compares", { ...values, operator: sign });
    }
  }
}

function answerLabel(question: string, choice: string, edition: Edition, words: Words): string {
  const found = edition.questionnaire.byName
    .get(question)
    ?.choices.find(({ name }) => name === choice);
  return found ? words.label(found.labels) : choice;
}

function plain(text: string): Run {
  return { text, style: "plain" };
}
