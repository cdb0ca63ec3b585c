import type { Question, QuestionKind } from "../edition/questionnaire.ts";
import type { Cut } from "../facts/segment.ts";
import type { ChartForm } from "./chart.ts";

interface Demand {
  readonly kinds: readonly QuestionKind[];
  readonly fewest: number;
  readonly most: number;
  readonly cuts: readonly (Cut | null)[];
}

const withChoices: readonly QuestionKind[] = ["select-one", "select-multiple", "rank"];

/** What each form can show. Panels side by side have room for regions and natures, not for provinces. */
const demands: Readonly<Record<ChartForm, Demand>> = {
  "sorted-bars": { kinds: withChoices, fewest: 1, most: 1, cuts: [null] },
  "grouped-bars": { kinds: withChoices, fewest: 1, most: 1, cuts: ["region", "nature"] },
  "dots-with-intervals": {
    kinds: ["range"],
    fewest: 1,
    most: 12,
    cuts: [null, "region", "province", "nature"],
  },
  distribution: { kinds: ["range"], fewest: 1, most: 1, cuts: [null] },
  "dot-map": { kinds: [], fewest: 0, most: 0, cuts: [null] },
  "province-map": { kinds: ["range", ...withChoices], fewest: 0, most: 1, cuts: [null] },
};

/** The reasons why a form cannot show these questions by this cut, each completing "form … ". */
export function checkForm(wanted: {
  readonly form: ChartForm;
  readonly questions: readonly Question[];
  readonly cut: Cut | null;
  readonly choices?: readonly string[] | undefined;
}): readonly string[] {
  const { form, questions, cut, choices = [] } = wanted;
  const { kinds, fewest, most, cuts } = demands[form];
  const reasons: string[] = [];
  if (questions.length < fewest) reasons.push("needs a question");
  if (questions.length > most) {
    reasons.push(most === 0 ? "takes no question" : `shows at most ${most} of them at once`);
  }
  for (const { name, kind } of questions) {
    if (most > 0 && !kinds.includes(kind)) {
      reasons.push(`cannot show "${name}", a question of kind ${kind}`);
    }
  }
  if (!cuts.includes(cut)) {
    const possible = cuts.filter((each) => each !== null);
    reasons.push(possible.length === 0 ? "takes no cut" : `needs cut ${possible.join(" or ")}`);
  }
  const [first] = questions;
  if (form === "province-map" && first && first.kind !== "range" && choices.length !== 1) {
    reasons.push("needs one choice of its question, such as choices: [energy]");
  }
  const sharesScale = questions.every(
    ({ scale }) =>
      scale?.minimum === first?.scale?.minimum && scale?.maximum === first?.scale?.maximum,
  );
  if (!sharesScale) reasons.push("needs questions on one scale");
  return reasons;
}
