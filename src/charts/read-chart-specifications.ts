import * as z from "zod";
import * as catalogue from "../diagnostics/catalogue/charts.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { type CheckedYaml, parseCheckedYaml, type SourceFile } from "../edition/checked-yaml.ts";
import { choiceNames } from "../edition/choice-names.ts";
import type { Edition } from "../edition/edition.ts";
import type { Question, Questionnaire } from "../edition/questionnaire.ts";
import type { Cut } from "../facts/segment.ts";
import { captionOrigins, captionSchema, readCaptionIssues } from "./caption-schema.ts";
import { type ChartSpecification, chartForms } from "./chart.ts";
import { checkForm } from "./check-form.ts";
import { defaultForm } from "./default-form.ts";

const cutName = z.enum(["region", "province", "nature"]);
const schema = z.strictObject({
  form: z.enum(chartForms).optional(),
  /** Names of questions, or of a matrix for all its rows. */
  questions: z.array(z.string()).optional(),
  /** One, or several in the order in which they are shown. */
  cut: z.union([cutName, z.array(cutName).min(1)]).optional(),
  sort: z.enum(["value", "questionnaire"]).optional(),
  reverse: z.boolean().optional(),
  choices: z.array(z.string()).min(1).optional(),
  title: captionSchema.optional(),
  caption: captionSchema,
});
type Written = z.infer<typeof schema>;

/**
 * Reads templates/charts/<id>.yaml. What is wrong is said for all files at once. A chart of a question that this
 * edition doesn't ask is left out with a note, unless the name looks like a slip of the pen.
 *
 * @returns Specifications in the order of the files; undefined when one has an error.
 */
export function readChartSpecifications(
  files: readonly SourceFile[],
  { questionnaire }: Pick<Edition, "questionnaire">,
): Outcome<readonly ChartSpecification[]> {
  const read = files.map((file) => readSpecification(file, questionnaire));
  const diagnostics = read.flatMap((outcome) => outcome.diagnostics);
  const hasError = diagnostics.some(({ severity }) => severity === "error");
  return {
    value: hasError ? undefined : read.flatMap(({ value }) => value ?? []),
    diagnostics,
  };
}

function readSpecification(
  source: SourceFile,
  questionnaire: Questionnaire,
): Outcome<ChartSpecification> {
  const id = source.file.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
  const checked = parseCheckedYaml(source, schema, {
    notReadable: catalogue.yamlNotReadable,
    unknownKey: catalogue.unknownKey,
    missingKey: catalogue.missingKey,
    wrongValue: catalogue.wrongValue,
  });
  const written = checked.value;
  if (!written) return { value: undefined, diagnostics: readCaptionIssues(checked.diagnostics) };
  const { questions, diagnostics } = findQuestions(id, written, checked, questionnaire);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const cuts = cutsOf(written);
  const form = written.form ?? defaultForm(questions, cuts);
  if (!form) {
    const reason = "is missing, and no question tells it";
    return {
      value: undefined,
      diagnostics: [catalogue.formDoesNotFit({ form: "", reason }, { place: checked.placeOf([]) })],
    };
  }
  const problems = [
    ...checkChoices(written, checked, questions),
    ...checkForm({
      form,
      questions,
      cuts,
      choices: written.choices,
      isReversed: written.reverse,
    }).map((reason) =>
      catalogue.formDoesNotFit({ form, reason }, { place: checked.placeOf(["form"]) }),
    ),
  ];
  if (problems.length > 0) return { value: undefined, diagnostics: problems };
  return {
    value: {
      id,
      file: source.file,
      form,
      questions: questions.map(({ name }) => name),
      cuts,
      segment: null,
      sort: written.sort ?? "value",
      ...(written.reverse ? { isReversed: true } : {}),
      ...(written.choices ? { choices: written.choices } : {}),
      title: written.title ?? written.caption,
      caption: written.caption,
      captionOrigins: captionOrigins(source, written.caption, checked.placeOf),
    },
    diagnostics: [],
  };
}

function cutsOf({ cut = [] }: Written): readonly Cut[] {
  return typeof cut === "string" ? [cut] : [...new Set(cut)];
}

function findQuestions(
  chart: string,
  { questions: names = [] }: Written,
  checked: CheckedYaml<Written>,
  { byName, matrices }: Questionnaire,
): { readonly questions: readonly Question[]; readonly diagnostics: readonly Diagnostic[] } {
  const questions: Question[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, name] of names.entries()) {
    const rows = matrices.get(name)?.questions ?? [name];
    const found = rows.flatMap((row) => byName.get(row) ?? []);
    questions.push(...found);
    if (found.length === rows.length) continue;
    const place = checked.placeOf(["questions", index]);
    const near = suggest(name, [...byName.keys(), ...matrices.keys()]);
    diagnostics.push(
      near.length > 0
        ? catalogue.unknownQuestion(
            { question: name },
            { place, hints: [`Did you mean ${near.map((other) => `"${other}"`).join(", ")}?`] },
          )
        : catalogue.questionNotAsked({ chart, question: name }, { place }),
    );
  }
  return { questions, diagnostics };
}

function checkChoices(
  { choices = [] }: Written,
  checked: CheckedYaml<Written>,
  [question]: readonly Question[],
): readonly Diagnostic[] {
  if (!question) return [];
  const known = choiceNames(question);
  return choices.flatMap((choice, index) => {
    if (known.includes(choice)) return [];
    const near = suggest(choice, known);
    const hint =
      near.length > 0
        ? `Did you mean ${near.map((other) => `"${other}"`).join(", ")}?`
        : `Its choices are ${known.join(", ")}.`;
    return [
      catalogue.unknownChoice(
        { question: question.name, choice },
        { place: checked.placeOf(["choices", index]), hints: [hint] },
      ),
    ];
  });
}
