import type { Language, PerLanguage } from "../edition/language.ts";
import type { Facts } from "../facts/fact.ts";
import type { Strings } from "../wording/strings.ts";
import type { ChartForm, ChartSpecification } from "./chart.ts";
import { defaultForm, shareStatistic } from "./default-form.ts";
import { findFact } from "./find-facts.ts";
import { fewestForAmounts } from "./forms/quartile-rows.ts";
import type { QuestionGroup } from "./question-table.ts";

/** What the caption of a chart without a specification says, by its form. */
const captions: Readonly<Partial<Record<ChartForm, string>>> = {
  "sorted-bars": "choices",
  "stacked-bars": "conditions",
  "diverging-bars": "conditions",
  ranking: "rank",
  distribution: "score",
  "dots-with-intervals": "scores",
  quartiles: "amount",
};

/** Where the figures of an edition and its words come from. */
export interface DefaultScene {
  readonly facts: Facts;
  readonly strings: PerLanguage<Strings>;
}

/**
 * A chart of a question, or of a matrix as a whole, for which there is no specification: in the form of its kind,
 * captioned from the strings `defaultCaption.…`. Rows of a matrix that no one form can show have a chart each.
 *
 * @returns None for free text, and none where nothing may be shown: nobody answered, or too few.
 */
export function defaultSpecifications(
  group: QuestionGroup,
  scene: DefaultScene,
): readonly ChartSpecification[] {
  const whole = defaultSpecification(group, scene);
  if (whole || group.questions.length < 2) return whole ? [whole] : [];
  return group.questions.flatMap((question) => {
    const alone = { name: question.name, isMatrix: false, questions: [question] };
    return defaultSpecification(alone, scene) ?? [];
  });
}

/** The one chart of a question or matrix; undefined where no form shows it, or nothing of it may be shown. */
export function defaultSpecification(
  { name, questions }: QuestionGroup,
  scene: DefaultScene,
): ChartSpecification | undefined {
  const form = defaultForm(questions, []);
  if (!form || !mayShow(questions, scene.facts)) return undefined;
  const [question] = questions;
  const asked = questions.length > 1 || !question ? name : question.name;
  // Answers on a scale keep its order, whichever form shows them.
  const isOrdered = question?.isLikert && form === "sorted-bars";
  return {
    id: `question-${name}`,
    file: "templates/wording",
    form,
    questions: questions.map((each) => each.name),
    cuts: [],
    segment: null,
    sort: isOrdered ? "questionnaire" : "value",
    title: perLanguage(() => `{{label "${asked}"}}`),
    caption: perLanguage((language) => captionOf(form, asked, questions, scene.strings[language])),
  };
}

/** Whether one figure at least may be shown of each question: a caption names the first of them. */
function mayShow(questions: QuestionGroup["questions"], facts: Facts): boolean {
  return questions.some((question) => {
    const { name, kind } = question;
    const isAmount = kind === "integer" || kind === "decimal";
    const [choice] = question.choices;
    const fact = choice
      ? findFact(facts, name, choice.name, shareStatistic(question), "all")
      : findFact(facts, name, null, isAmount ? "median" : "mean", "all");
    if (!fact || fact.value === null) return false;
    return !isAmount || fact.base >= fewestForAmounts;
  });
}

function captionOf(
  form: ChartForm,
  asked: string,
  questions: QuestionGroup["questions"],
  { entries }: Strings,
): string {
  const [question] = questions;
  const isOne = questions.length === 1;
  // One question is one, whatever form shows it.
  const kind = isOne && question?.kind === "select-one" ? "choices" : captions[form];
  const key = kind === "amount" && !isOne ? "amounts" : kind;
  const template = entries.get(`defaultCaption.${key}`);
  if (template === undefined) throw new Error(`no default caption for form ${form}`);
  const unit = question?.unit;
  const named = unit === undefined ? "" : ` ${entries.get(`units.${unit}`) ?? unit}`;
  return template.replaceAll("{question}", asked).replaceAll("{unit}", named);
}

function perLanguage(write: (language: Language) => string): PerLanguage<string> {
  return { fr: write("fr"), nl: write("nl"), en: write("en") };
}
