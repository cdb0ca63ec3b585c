import { choiceNames } from "../edition/choice-names.ts";
import type { Question, QuestionKind } from "../edition/questionnaire.ts";
import type { Cut } from "../facts/segment.ts";
import type { ChartForm } from "./chart.ts";
import { mostParts } from "./part-colours.ts";

interface Demand {
  readonly kinds: readonly QuestionKind[];
  readonly fewest: number;
  readonly most: number;
  /** Those that it can be cut by, and how many of them at once. */
  readonly cuts: readonly Cut[];
  readonly fewestCuts: number;
  readonly mostCuts: number;
  /** Whether it shows all answers of a whole, so that none may be picked. */
  readonly isWhole?: boolean;
  /** Of which kind several questions at once may be; of any, where it says nothing. */
  readonly severalOf?: readonly QuestionKind[];
}

const withChoices: readonly QuestionKind[] = ["select-one", "select-multiple", "rank"];
const everyCut: readonly Cut[] = ["region", "province", "nature"];
/** Panels and dots side by side have room for regions and natures, not for provinces. */
const shortCuts: readonly Cut[] = ["region", "nature"];
const mostRows = 12;

const noCut = { cuts: [], fewestCuts: 0, mostCuts: 0 };
const perhapsCuts = { cuts: everyCut, fewestCuts: 0, mostCuts: 3 };
const oneShortCut = { cuts: shortCuts, fewestCuts: 1, mostCuts: 1 };
const oneWhole = { kinds: ["select-one"], fewest: 1, most: mostRows, isWhole: true } as const;

/** What each form can show. */
const demands: Readonly<Record<ChartForm, Demand>> = {
  "sorted-bars": { kinds: withChoices, fewest: 1, most: 1, ...noCut },
  "small-multiples": {
    ...{ kinds: withChoices, fewest: 1, most: mostRows, ...oneShortCut },
    severalOf: ["select-one"],
  },
  "grouped-bars": { kinds: withChoices, fewest: 1, most: 1, ...oneShortCut },
  "stacked-bars": { ...oneWhole, ...perhapsCuts },
  "diverging-bars": { ...oneWhole, ...perhapsCuts },
  ranking: { kinds: ["rank"], fewest: 1, most: 1, ...noCut },
  dumbbell: {
    ...{ kinds: [...withChoices, "range"], fewest: 1, most: mostRows, ...oneShortCut },
    severalOf: ["range"],
  },
  "dots-with-intervals": {
    ...{ kinds: ["range"], fewest: 1, most: mostRows },
    ...{ cuts: everyCut, fewestCuts: 0, mostCuts: 1 },
  },
  distribution: { kinds: ["range"], fewest: 1, most: 1, ...noCut },
  quartiles: { kinds: ["integer", "decimal"], fewest: 1, most: mostRows, ...perhapsCuts },
  "dot-map": { kinds: [], fewest: 0, most: 0, ...noCut },
  "province-map": { kinds: ["range", ...withChoices], fewest: 0, most: 1, ...noCut },
};

/** Forms that can be drawn for one segment, where a text asks for it. */
const ofOneSegment: readonly ChartForm[] = ["sorted-bars", "dots-with-intervals"];

/** Whether a text may ask for a chart of this form in one segment: `{{chart "profile-areas" in=here}}`. */
export function takesSegment({
  form,
  cuts,
}: {
  readonly form: ChartForm;
  readonly cuts: readonly Cut[];
}): boolean {
  return ofOneSegment.includes(form) && cuts.length === 0;
}

export interface WantedForm {
  readonly form: ChartForm;
  readonly questions: readonly Question[];
  readonly cuts: readonly Cut[];
  readonly choices?: readonly string[] | undefined;
  readonly isReversed?: boolean | undefined;
}

/** The reasons why a form cannot show these questions by these cuts, each completing "form … ". */
export function checkForm(wanted: WantedForm): readonly string[] {
  const demand = demands[wanted.form];
  return [
    ...checkQuestions(wanted, demand),
    ...checkCuts(wanted, demand),
    ...checkParts(wanted, demand),
    ...checkLikeness(wanted),
  ];
}

function checkQuestions({ questions }: WantedForm, demand: Demand): readonly string[] {
  const { kinds, fewest, most, severalOf = kinds } = demand;
  const reasons: string[] = [];
  if (questions.length < fewest) reasons.push("needs a question");
  if (questions.length > most) {
    reasons.push(most === 0 ? "takes no question" : `shows at most ${most} of them at once`);
  }
  for (const { name, kind } of questions) {
    if (most > 0 && !kinds.includes(kind)) {
      reasons.push(`cannot show "${name}", a question of kind ${kind}`);
    } else if (questions.length > 1 && most > 1 && !severalOf.includes(kind)) {
      reasons.push(`cannot show "${name}" beside others, a question of kind ${kind}`);
    }
  }
  return reasons;
}

function checkCuts({ questions, cuts }: WantedForm, demand: Demand): readonly string[] {
  const possible = demand.cuts.join(" or ");
  if (demand.mostCuts === 0) return cuts.length > 0 ? ["takes no cut"] : [];
  if (cuts.length < demand.fewestCuts || cuts.some((cut) => !demand.cuts.includes(cut))) {
    return [`needs cut ${possible}`];
  }
  if (cuts.length > demand.mostCuts) return ["takes one cut at a time"];
  // Rows are segments or questions, not both.
  const isCutOnly = demand.mostCuts > 1;
  return isCutOnly && questions.length > 1 && cuts.length > 0
    ? ["takes no cut for several questions"]
    : [];
}

function checkParts(
  { form, questions, choices, isReversed }: WantedForm,
  demand: Demand,
): readonly string[] {
  if (isReversed && !demand.isWhole) return ["cannot be reversed"];
  const [question] = questions;
  if (!question) return [];
  if (form === "province-map" && question.kind !== "range" && choices?.length !== 1) {
    return ["needs one choice of its question, such as choices: [energy]"];
  }
  if (form === "small-multiples" && questions.length > 1) {
    return choices?.length === 1 ? [] : ["needs one of the choices for several questions"];
  }
  if (!demand.isWhole) return [];
  const parts = choiceNames(question).length;
  return [
    ...(choices ? ["shows all choices, since they make up a whole"] : []),
    ...(parts < 2 || parts > mostParts
      ? [`shows 2 to ${mostParts} choices, "${question.name}" has ${parts}`]
      : []),
    ...(form === "diverging-bars" && question.hasOther
      ? [`has no place for answers of one's own, which "${question.name}" takes`]
      : []),
  ];
}

/** Rows of one chart are measured alike. */
function checkLikeness({ form, questions }: WantedForm): readonly string[] {
  const [first] = questions;
  if (!first) return [];
  const isLike = (read: (question: Question) => unknown) =>
    questions.every((question) => read(question) === read(first));
  const reasons: string[] = [];
  // Amounts may have limits, and no scale that they stand on.
  if (form === "quartiles") {
    if (!isLike(({ unit }) => unit)) reasons.push("needs questions in one unit");
  } else if (!isLike(({ scale }) => `${scale?.minimum} ${scale?.maximum}`)) {
    reasons.push("needs questions on one scale");
  }
  if (!isLike((question) => choiceNames(question).join())) {
    reasons.push("needs questions with the same choices");
  }
  return reasons;
}
